// SPDX-License-Identifier: Apache-2.0
// Prospective assignment that is reconciled at the end of the year, by the command on generated
// claims: the counts, the table, the members and the experience tell the same.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { generateClaims } from '../support/claims-generator.mjs';
import { populationTerms } from '../support/claims-job.mjs';
import { filesOf, hasPopulation, population, termsFile } from '../support/claims-opinions.mjs';

const folder = mkdtempSync(join(tmpdir(), 'gainshare-reconciled-'));
after(() => rmSync(folder, { recursive: true }));
const skip = hasPopulation ? false : 'the command has no population yet';

const rowsOf = (csv) =>
  csv
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));

test('counts, tables and the experience agree on who stays', { skip }, () => {
  const paths = generateClaims(folder, { members: 300, lines: 6000, seed: 5 });
  const terms = populationTerms();
  Object.assign(terms.attribution, { timing: 'prospective', gap_months: 0, reconciliation: {} });
  // The claims are of 2024: its first half is in the window, and the year begins after it.
  terms.year = { begin: '2024-07-01', end: '2024-12-31' };
  const at = termsFile(paths, terms);
  const run = (...args) => population('run', at, ...filesOf(paths), ...args);
  const answer = JSON.parse(run());
  const { assigned_before: before, ...counts } = answer.years[0].reconciliation;
  const reconciled = rowsOf(run('--table', 'reconciled'));
  assert.equal(reconciled.length, before);
  for (const [reason, count] of Object.entries(counts)) {
    assert.equal(reconciled.filter((row) => row[2] === reason).length, count, reason);
  }
  assert.ok(counts.kept > 0 && counts.lost_coverage > 0);
  const kept = rowsOf(run('--table', 'members')).filter(([, , , candidate]) => candidate !== '');
  assert.deepEqual(
    kept.map(([person]) => person),
    reconciled.filter(([, , reason]) => reason === 'kept').map(([person]) => person),
  );
  assert.equal(answer.assignment.assigned, counts.kept);
});
