// SPDX-License-Identifier: Apache-2.0
// However the input is cut, in whichever order its files come and by however many processes it is
// read, the result has the same bytes.
import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { generateClaims } from '../support/claims-generator.mjs';
import { filesOf, hasPopulation, population, termsFile } from '../support/claims-opinions.mjs';
import { populationTerms } from '../support/claims-job.mjs';
import { root, run } from '../support/engine.mjs';
import { Random } from '../support/random.mjs';
import { randomPopulationTerms } from '../support/random-population.mjs';

const folder = mkdtempSync(join(tmpdir(), 'gainshare-cuts-'));
after(() => rmSync(folder, { recursive: true }));
const skip = hasPopulation ? false : 'the command has no population yet';
const tables = ['candidates', 'members', 'assignments', 'categories', 'months'];

let partials = 0;
function partial(command, ...args) {
  const path = join(folder, `${(partials += 1)}.partial`);
  population(command, ...args, '-o', path);
  return path;
}

function shuffled(list, random) {
  const rest = [...list];
  return list.map(() => rest.splice(random.below(rest.length), 1)[0]);
}

// Merges at random, two or more at a time, down to at most `left`.
function merged(parts, left, random) {
  let rest = shuffled(parts, random);
  while (rest.length > left) {
    const taken = rest.splice(0, Math.min(rest.length, random.whole(2, 4)));
    rest = shuffled([...rest, partial('merge', ...taken)], random);
  }
  return rest;
}

// The rows of a file in several files, each with the header: cut anywhere between rows, in any
// order.
function inPieces(path, pieces, random) {
  const [header, ...rows] = readFileSync(path, 'utf8').split(/(?<=\n)/);
  const shuffledRows = shuffled(rows, random);
  return Array.from({ length: pieces }, (_, at) => {
    const piece = join(folder, `piece-${(partials += 1)}.csv`);
    writeFileSync(piece, header + shuffledRows.filter((_row, row) => row % pieces === at).join(''));
    return piece;
  });
}

function made(seed, changes) {
  const at = join(folder, `seed-${seed}`);
  return generateClaims(at, {
    members: 120,
    lines: 2500,
    seed,
    duplicates: 0.02,
    reversals: 0.03,
    ...changes,
  });
}

function resultOf(run) {
  return Object.fromEntries(tables.map((table) => [table, run('--table', table)]));
}

for (const seed of [1, 2, 3, 4]) {
  test(`parts of one file, merged at random, give the whole's bytes (${seed})`, { skip }, () => {
    const random = new Random(seed);
    const quoted = seed % 2 === 0;
    const paths = made(seed, { quoted, crlf: quoted });
    const terms = termsFile(paths);
    const whole = (...args) => population('run', terms, ...filesOf(paths), ...args);
    const count = random.whole(2, 9);
    const parts = [partial('map', ...filesOf({ ...paths, claims: undefined }))];
    for (let part = 1; part <= count; part += 1) {
      parts.push(partial('map', '--claims', paths.claims, '--part', `${part}/${count}`));
    }
    const rest = merged(parts, random.whole(1, 3), random);
    const parted = (...args) => population('finish', terms, ...rest, ...args);
    assert.deepEqual(resultOf(parted), resultOf(whole));
    // The reports of the files and the places in them are the same too.
    assert.equal(parted('--table', 'rejected'), whole('--table', 'rejected'));
    assert.equal(parted(), whole());
  });

  test(`rows in any order in several files give the same bytes (${seed})`, { skip }, () => {
    const random = new Random(seed + 100);
    const paths = made(seed + 10, {});
    const terms = termsFile(paths);
    const pieces = Object.fromEntries(
      ['claims', 'eligibility', 'roster'].map((kind) => [
        kind,
        inPieces(paths[kind], random.whole(1, 4), random),
      ]),
    );
    const run = (files) =>
      resultOf((...args) => population('run', terms, ...filesOf(files), ...args));
    assert.deepEqual(run(pieces), run(paths));
  });
}

const riskTables = ['coefficients', 'diagnoses', 'hierarchy', 'interactions'].flatMap((name) => [
  `--risk-${name}`,
  join(root, `tests/support/risk/${name}.csv`),
]);

// Of half years, so that the claims of one year have a base year and a window before it.
function halfYears(random) {
  const terms = randomPopulationTerms(random);
  // At random the window seldom holds a service that counts.
  if (random.chance(30)) {
    terms.attribution = {
      ...populationTerms().attribution,
      ...{ timing: 'prospective', gap_months: random.whole(0, 2) },
      reconciliation: { coverage: random.pick(['every_month', 'any_month']) },
    };
  }
  return {
    ...terms,
    year: { begin: '2024-07-01', end: '2024-12-31' },
    base_years: [{ begin: '2024-01-01', end: '2024-06-30' }],
  };
}

// Risk, reconciliation, base years in all or per capita: whatever the terms ask for, and refusals.
test('under terms at random the same bytes come of any cut, merge and order', { skip }, () => {
  const paths = made(40, { members: 60, lines: 1200 });
  const random = new Random(40);
  const claims = ['--claims', paths.claims];
  const parts = [1, 2, 3].map((part) => partial('map', ...claims, '--part', `${part}/3`));
  parts.push(partial('map', ...filesOf({ ...paths, claims: undefined })));
  const pieces = Object.fromEntries(
    ['claims', 'eligibility', 'roster'].map((kind) => [kind, inPieces(paths[kind], 3, random)]),
  );
  const seen = { answers: 0, risk: 0, reconciled: 0, perCapita: 0 };
  for (let i = 0; i < 60; i += 1) {
    const stated = halfYears(random);
    const terms = termsFile(paths, stated);
    const of = (...args) => run(['population', ...args, ...riskTables]);
    const whole = of('run', terms, ...filesOf(paths));
    const rest = merged(parts, random.whole(1, 4), random);
    assert.deepEqual(of('finish', terms, ...rest), whole, JSON.stringify(stated));
    if (whole.status !== 0) continue;
    const answer = JSON.parse(whole.stdout);
    seen.answers += 1;
    if (answer.risk) seen.risk += 1;
    if (answer.years[1].reconciliation?.assigned_before > 0) seen.reconciled += 1;
    if (answer.experience.spending.per_capita) seen.perCapita += 1;
    const { intake, ...figures } = answer;
    const { intake: other, ...inPieces } = JSON.parse(
      of('run', terms, ...filesOf(pieces)).stdout,
    );
    assert.deepEqual(inPieces, figures, JSON.stringify(stated));
    assert.equal(other.lines, intake.lines);
  }
  for (const [what, count] of Object.entries(seen)) assert.ok(count > 3, `${what}: ${count}`);
});

test('another name of a file changes no figure', { skip }, () => {
  const paths = made(30, {});
  const terms = termsFile(paths);
  const copy = join(folder, 'of another name.csv');
  copyFileSync(paths.claims, copy);
  const run = (files) =>
    resultOf((...args) => population('run', terms, ...filesOf(files), ...args));
  assert.deepEqual(run({ ...paths, claims: copy }), run(paths));
});
