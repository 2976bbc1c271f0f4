// SPDX-License-Identifier: Apache-2.0
// The synthetic claims of others, through mappings of their columns, against totals that a script
// of our own works out from the raw columns.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import {
  claimsFolder,
  claimsOfOthers,
  hasClaimsOfOthers,
  termsOf,
} from '../support/claims-of-others.mjs';
import { filesOf, hasPopulation, population } from '../support/claims-opinions.mjs';
import { root } from '../support/engine.mjs';

const folder = mkdtempSync(join(tmpdir(), 'gainshare-others-'));
after(() => rmSync(folder, { recursive: true }));

const sets = hasClaimsOfOthers ? claimsOfOthers() : [];
const skip = hasPopulation ? false : 'the command has no population yet';

function runOf(set, ...args) {
  const terms = join(folder, 'terms.json');
  writeFileSync(terms, JSON.stringify(termsOf(set)));
  const at = (paths = []) => paths.map((path) => join(claimsFolder, path));
  const { claims, eligibility, roster } = set.files;
  const files = filesOf({ claims: at(claims), eligibility: at(eligibility), roster: at(roster) });
  const mapping = join(root, `tests/population/mappings/${set.mapping}.json`);
  return population('run', terms, ...files, '--mapping', mapping, ...args);
}

test('the claims of others are here', { skip: !hasClaimsOfOthers && 'no such folder' }, () => {
  assert.equal(sets.length, 6);
});

for (const set of sets) {
  test(`${set.name}: members, months and cost of every candidate`, { skip }, () => {
    assert.equal(runOf(set, '--table', 'candidates'), set.table);
  });

  test(`${set.name}: every row is accounted for, and what has no date is told`, { skip }, () => {
    const { files } = JSON.parse(runOf(set)).intake;
    const claims = files.filter(({ kind }) => kind === 'claims');
    const sum = (list) => list.reduce((total, number) => total + number, 0);
    const rejected = claims.flatMap((file) => file.rejected);
    assert.equal(sum(claims.map((file) => file.rows_read)), set.rows);
    assert.equal(
      sum(claims.map((file) => file.rows_kept)) + sum(rejected.map(({ count }) => count)),
      set.rows,
    );
    const undated = rejected.filter(({ reason }) => reason === 'bad_date');
    assert.equal(sum(undated.map(({ count }) => count)), set.undated);
    assert.deepEqual(
      rejected.filter(({ reason, count }) => reason !== 'bad_date' && count > 0),
      [],
    );
  });
}
