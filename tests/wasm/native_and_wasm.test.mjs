// SPDX-License-Identifier: Apache-2.0
// The command and the WebAssembly module give the same bytes, on 100,000 random pairs of contract
// and experience, each changed a little now and then so that refusals are compared too.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { cmsData, editionsOf, examples, loadWasm, nativeBatch, run } from '../support/engine.mjs';
import { mutate } from '../support/mutations.mjs';
import { Random } from '../support/random.mjs';
import { randomContract, randomExperience } from '../support/random-documents.mjs';

const count = Number(process.env.GAINSHARE_RANDOM_CASES ?? 100_000);
const perBatch = 5000;
const engine = await loadWasm();
const editions = editionsOf(JSON.parse(engine.describe()), 'mssp');

function randomPair(random) {
  const contract = randomContract(random, editions, { every: true });
  const experience = randomExperience(random, contract);
  if (random.chance(10)) mutate(random, random.pick([contract, experience]));
  return [JSON.stringify(contract), JSON.stringify(experience)];
}

test(`native and WebAssembly agree byte for byte on ${count} random contracts`, () => {
  const random = new Random(20260103);
  let settled = 0;
  for (let done = 0; done < count; done += perBatch) {
    const pairs = Array.from({ length: Math.min(perBatch, count - done) }, () =>
      randomPair(random),
    );
    const native = nativeBatch(pairs, ['--trace']);
    assert.equal(native.length, pairs.length);
    pairs.forEach(([contract, experience], i) => {
      const answer = engine.settle(contract, experience);
      if (answer !== native[i]) assert.equal(answer, native[i], `${contract}\n${experience}`);
      if (answer.startsWith('{"ok":true')) settled += 1;
    });
  }
  assert.ok(settled > 0.6 * count && settled < count, `${settled} of ${count} settled`);
});

test('native and WebAssembly agree on every example and on the description', () => {
  assert.equal(run(['describe']).stdout, `${engine.describe()}\n`);
  const pairs = examples().map(({ contract, experience }) => [
    JSON.stringify(JSON.parse(contract)),
    JSON.stringify(JSON.parse(experience)),
  ]);
  const native = nativeBatch(pairs, ['--trace']);
  pairs.forEach((pair, i) => assert.equal(engine.settle(...pair), native[i]));
});

test('native and WebAssembly take the same numbers for too large to be read at all', () => {
  const zeros = '0'.repeat(6000);
  const numbers = [
    ...['1e400', '-1e400', '9e4931', '1e4932', '1.1897e4932', '1.19e4932', '1e4933', '-1e4933'],
    ...['1e+4932', '2E+4932', '11.9e4931', '0.118e4933', '0.119e4933', '1e-999999999999999999'],
    ...['0e99999999999999999999', '-0.0E+9999999999999999999', '1e99999999999999999999'],
    ...[`0.${zeros}1e10932`, `0.${zeros}1e10934`, `12${zeros}e-1069`, `12${zeros}e-1070`],
  ];
  const pairs = numbers.map((number) => [`{"title":${number}}`, '{"\u0001":"\u0002"}']);
  const native = nativeBatch(pairs, []);
  pairs.forEach((pair, i) => assert.equal(engine.settle(...pair), native[i], numbers[i]));
  const beyond = native.filter((answer) => answer.includes('beyond every limit')).length;
  assert.ok(beyond > 5 && beyond < numbers.length - 5, `${beyond}`);
});

const files = existsSync(cmsData)
  ? readdirSync(cmsData).filter((name) => name.endsWith('.csv'))
  : [];
const skip = files.length === 0 && "CMS's published results are not here: set GAINSHARE_CMS_DATA";

test('native and WebAssembly agree on every published result', { skip }, () => {
  const paths = files.map((name) => join(cmsData, name));
  const backtest = new engine.Backtest();
  for (const path of paths) backtest.add(path, readFileSync(path));
  const answer = `${backtest.run(0)}\n`;
  backtest.delete();
  const native = run(['backtest', '--format', 'json', ...paths]);
  assert.equal(native.status, 0, native.stderr);
  const digest = (text) => createHash('sha256').update(text).digest('hex');
  assert.equal(digest(answer), digest(native.stdout));
});
