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
