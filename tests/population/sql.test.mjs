// SPDX-License-Identifier: Apache-2.0
// The engine against SQL: the reference job on generated files, line for line.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { byDuckDb } from '../support/claims-duckdb.mjs';
import { generateClaims } from '../support/claims-generator.mjs';
import { byEngine, hasPopulation, opinions } from '../support/claims-opinions.mjs';

const folder = mkdtempSync(join(tmpdir(), 'gainshare-population-'));
after(() => rmSync(folder, { recursive: true }));

const small = { members: 1000, lines: 20_000, seed: 5 };
const tiny = { members: 250, lines: 3000, seed: 6 };
const forms = {
  'as most exports are': {},
  'in quotes, with commas and newlines inside': { quoted: true },
  'with the line ends of Windows': { crlf: true },
  'in all 148 columns': { fullWidth: true },
  'in 148 columns, quoted, as Windows writes': { fullWidth: true, quoted: true, crlf: true },
};
const made = new Map();
function files(name, options) {
  if (!made.has(name)) made.set(name, generateClaims(join(folder, name), options));
  return made.get(name);
}
const form = (name) => files(name, { ...small, ...forms[name] });
const skip = hasPopulation ? false : 'the command has no population yet';

test('the sample has what is hard: ties of both kinds, members of nobody, reversals', async () => {
  const { csv, ties } = await byDuckDb(form('as most exports are'));
  const [byDate, byId] = await ties();
  assert.ok(byDate > 5, `${byDate} ties by date`);
  assert.ok(byId > 2, `${byId} ties by id`);
  assert.match(csv, /\n,[1-9]/);
  assert.ok(form('as most exports are').count.reversals > 20);
});

for (const [name, opinion] of Object.entries(opinions)) {
  test(`${name} gives the answer of SQL, in whichever form the files are`, async () => {
    const of = (each) => files(`tiny ${each}`, { ...tiny, ...forms[each] });
    const plain = (await byDuckDb(of('as most exports are'))).csv;
    for (const each of Object.keys(forms)) assert.equal((await opinion(of(each))).csv, plain, each);
  });
}

test('a line that comes twice counts once, in SQL and by hand', async () => {
  const repeated = files('repeated', { ...small, duplicates: 0.04, reversals: 0.04 });
  const { csv } = await byDuckDb(repeated, { distinct: true });
  assert.notEqual((await byDuckDb(repeated)).csv, csv);
  assert.equal((await opinions['PapaParse and a Map'](repeated, { distinct: true })).csv, csv);
});

for (const each of Object.keys(forms)) {
  test(`the engine gives the answer of SQL on 1,000 members: ${each}`, { skip }, async () => {
    assert.equal(byEngine(form(each)), (await byDuckDb(form(each))).csv);
  });
}

test('the engine counts a repeated line once and nets what is reversed', { skip }, async () => {
  const repeated = files('repeated', { ...small, duplicates: 0.04, reversals: 0.04 });
  assert.equal(byEngine(repeated), (await byDuckDb(repeated, { distinct: true })).csv);
});

test('the engine gives the answer of SQL on 20,000 members', { skip }, async () => {
  const large = files('large', { members: 20_000, lines: 400_000, seed: 9, reversals: 0.01 });
  assert.equal(byEngine(large), (await byDuckDb(large)).csv);
});
