// SPDX-License-Identifier: Apache-2.0
// `gainshare scenario`: options become a request, answers go to standard output.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { assertValid, validators } from '../schema/schemas.mjs';
import { root, run } from '../support/engine.mjs';

const schema = validators({ ranges: true });
const folder = join(root, 'tests/golden/cases/deck_two_sided_above_minimum');
const files = [join(folder, 'contract.json'), join(folder, 'experience.json')];
const input = ['--input', '/experience/spending/expenditure_cents'];

function answered(ask, ...options) {
  const { status, stdout } = run(['scenario', ask, ...files, ...options]);
  const answer = JSON.parse(stdout);
  assert.equal(status, answer.ok ? 0 : 2);
  assertValid(schema(answer.ok ? 'scenario' : 'issues'), answer, ask);
  return answer;
}

test('each question is answered, and the answer fits its schema', () => {
  const { points } = answered('breaks', ...input);
  assert.deepEqual(
    points.map(({ at }) => at),
    ['42501', '49001', '51000', '58334'],
  );
  const narrow = answered('breaks', ...input, '--from', '48000', '--to', '50000');
  assert.deepEqual(
    narrow.points.map(({ at, jumps }) => [at, jumps]),
    [['49001', true]],
  );
  assert.equal(answered('sweep', ...input, '--steps', '5').values.length, 5);
  assert.deepEqual(answered('seek', ...input, '--target', '1200').solutions, [
    { from: '48000', to: '48000' },
  ]);
  assert.ok(answered('tornado', '--change', '0.05').bars.length >= 3);
});

test('what is looked at may be any step of the working', () => {
  const step = 'shared_savings.payer_keeps';
  const answer = answered('breaks', ...input, '--of', step);
  assert.equal(answer.of, step);
  assert.equal(answer.present, '800');
});

test('a request that is wrong is refused with its place', () => {
  const paths = (answer) => answer.issues.map(({ path }) => path);
  assert.deepEqual(paths(answered('breaks', '--input', '/contract/title')), ['/request/input']);
  assert.deepEqual(paths(answered('sweep', ...input, '--steps', 'many')), ['/request/steps']);
  assert.deepEqual(paths(answered('tornado', '--change', '2')), ['/request/change']);
  assert.equal(run(['scenario', 'breaks', ...files]).status, 2);
});
