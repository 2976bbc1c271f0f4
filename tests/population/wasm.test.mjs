// SPDX-License-Identifier: Apache-2.0
// The module that ships, fed as the page feeds it: in pieces of any size, from several instances.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { byDuckDb } from '../support/claims-duckdb.mjs';
import { generateClaims } from '../support/claims-generator.mjs';
import { job, populationTerms } from '../support/claims-job.mjs';
import { loadWasm, root, wasmFolder } from '../support/engine.mjs';
import { candidates, openPopulation, take } from '../support/population-wasm.mjs';
import { Random } from '../support/random.mjs';

const folder = mkdtempSync(join(tmpdir(), 'gainshare-wasm-'));
after(() => rmSync(folder, { recursive: true }));
const module = existsSync(join(wasmFolder, 'gainshare.mjs')) && (await loadWasm());
const skip = module?.Population ? false : 'the module has no population yet';
const kinds = ['roster', 'eligibility', 'claims'];

let paths;
let expected;
before(async () => {
  paths = generateClaims(folder, { members: 400, lines: 8000, seed: 21, quoted: true });
  expected = await byDuckDb(paths);
});

// Feeds a file in pieces of random lengths.
const feed = (population, kind, random) =>
  feedBytes(population, kind, readFileSync(paths[kind]), random);
function feedBytes(population, kind, bytes, random) {
  population.beginFile(kind, `${kind}.csv`, '');
  for (let at = 0; at < bytes.length;) {
    const length = random.whole(1, random.pick([3, 100, 5000, 2_000_000]));
    take(module, population, bytes.subarray(at, at + length));
    at += length;
  }
  return population.endFile();
}

test('pieces of any size give the answer of SQL, and a file report each', { skip }, () => {
  for (const seed of [1, 2, 3]) {
    const population = openPopulation(module, populationTerms());
    const reports = kinds.map((kind) => feed(population, kind, new Random(seed)));
    assert.equal(candidates(population), expected.csv);
    assert.equal(reports[2].rows_read, paths.count.lines);
    population.delete();
  }
});

test('other terms need no second reading', { skip }, async () => {
  const population = openPopulation(module, populationTerms());
  for (const kind of kinds) feed(population, kind, new Random(4));
  for (const thresholdCents of [100_000, 1, 10_000_000]) {
    const changed = { ...job, thresholdCents };
    population.setTerms(JSON.stringify(populationTerms(changed)));
    assert.equal(candidates(population), await expected.again(changed));
  }
  population.delete();
});

test('a partial of another instance merges to the same answer', { skip }, () => {
  const [one, other] = [1, 2].map(() => openPopulation(module, populationTerms()));
  feed(one, 'roster', new Random(5));
  feed(one, 'claims', new Random(6));
  feed(other, 'eligibility', new Random(7));
  other.merge(one.partial());
  assert.equal(candidates(other), expected.csv);
  one.delete();
  other.delete();
});

// 0.3 at 66, diabetes 0.15, heart failure 0.36, both together 0.11.
test('tables of a risk model come in as files do, and score', { skip }, () => {
  const terms = populationTerms();
  terms.risk = { method: 'hcc', models: [{ name: 'V28' }] };
  const population = openPopulation(module, terms);
  const random = new Random(8);
  const text = (kind, rows) => feedBytes(population, kind, Buffer.from(rows.join('\n')), random);
  text('claims', [
    'claim_id,claim_type,person_id,claim_start_date,hcpcs_code,rendering_npi,paid_amount,' +
      'diagnosis_code_1,diagnosis_code_2',
    'A,professional,M,2023-03-01,99213,N,80,E11.9,I5030',
  ]);
  text('eligibility', [
    'person_id,birth_date,gender,enrollment_start_date,enrollment_end_date',
    'M,1957-06-01,female,2023-01-01,2024-12-31',
  ]);
  for (const name of ['coefficients', 'diagnoses', 'hierarchy', 'interactions']) {
    const bytes = readFileSync(join(root, `tests/support/risk/${name}.csv`));
    const report = feedBytes(population, `risk_${name}`, bytes, random);
    assert.equal(report.kind, `risk_${name}`);
    assert.equal(report.bytes, bytes.length);
  }
  const members = new TextDecoder().decode(population.table('members'));
  assert.equal(members.split('\n')[1].split(',')[7], '0.92');
  assert.throws(() => population.beginFile('risk_else', 'else.csv', ''), /risk_hierarchy/);
  population.delete();
});
