// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as examples from '../../web/src/model/examples.js';
import { kTerms } from '../../web/src/model/fields.js';
import { kLongestPacked, pack, unpack } from '../../web/src/model/packed.js';
import {
  differencesOf,
  fileText,
  kLargestScenario,
  linkText,
  readScenario,
  type Scenario,
  type ScenarioView,
} from '../../web/src/model/scenario.js';
import { placed, recomputed, scenarioOf } from '../../web/src/model/scenario-state.js';
import { emptyClaims } from '../../web/src/model/claims.js';
import { emptyBacktest, type State } from '../../web/src/model/state.js';
import { Store } from '../../web/src/model/store.js';
import { addressOf, hashOf } from '../../web/src/view/address.js';
import { startEngine } from '../replay/engine.js';

const engine = await startEngine();
const titles = () => ({ one_sided: 'One', two_sided: 'Two', check: 'Mine', quality: 'Points' });

function storeAt(view: ScenarioView, change: Partial<State['drafts']> = {}): Store {
  const drafts = {
    one_sided: examples.oneSidedDraft,
    two_sided: examples.twoSidedDraft,
    check: examples.checkDraft,
    quality: examples.scorecardDraft,
    ...change,
  };
  const payer = { check: null, any: null, claims: null };
  const rest = { source: null, original: null, unplaced: [], date: '', notice: null, payer, any: null };
  const state = { view, drafts, ...rest, claims: emptyClaims, backtest: emptyBacktest };
  return new Store(engine, state as State, titles);
}
const scenarioAt = (view: ScenarioView): Scenario => scenarioOf(storeAt(view))!;

async function readBack(text: string): Promise<{ scenario: Scenario; digest: string }> {
  const read = await readScenario(text);
  assert.ok(!('problem' in read), JSON.stringify(read));
  return read;
}
// As another page would have it after opening.
async function reopened(scenario: Scenario): Promise<Scenario> {
  const store = storeAt(scenario.view);
  const result = await placed(store, scenario);
  assert.ok('change' in result && !result.moved, JSON.stringify(result));
  store.set(result.change);
  return scenarioOf(store)!;
}
const parsed = ({ cases }: Scenario): unknown =>
  cases.map(({ contract, experience }) => [JSON.parse(contract), JSON.parse(experience)]);

for (const view of ['idea', 'check', 'quality'] as const)
  test(`what is exported opens as the same scenario: ${view}`, async () => {
    const before = scenarioAt(view);
    const text = await fileText(before);
    const { scenario, digest } = await readBack(text);
    assert.equal(digest, 'fits');
    const after = await reopened(scenario);
    assert.deepEqual(parsed(after), parsed(before));
    assert.deepEqual(recomputed(storeAt(view), scenario.cases), []);
    assert.equal(await fileText(scenario), text);
  });

const places = { idea: '', check: '/2', quality: '/a/b' };

test('a link opens as the same scenario and is shorter than two thousand characters', async () => {
  for (const view of ['idea', 'check', 'quality'] as const) {
    const before = scenarioAt(view);
    const packed = await pack(linkText(before));
    assert.ok(packed && packed.length < 2000, `${view}: ${packed?.length}`);
    const address = addressOf(hashOf({ view, within: places[view], language: 'es', scenario: packed, preset: '' }))!;
    assert.deepEqual([address.view, address.within, address.language], [view, places[view], 'es']);
    const { scenario } = await readBack((await unpack(address.scenario))!);
    assert.deepEqual(parsed(await reopened(scenario)), parsed(before));
    assert.deepEqual(recomputed(storeAt(view), scenario.cases), []);
  }
});

test('a file that was changed says so', async () => {
  const text = await fileText(scenarioAt('check'));
  const changed = text.replace('"12000000000"', '"12000000001"').replace(': 12000000000', ': 12000000001');
  assert.notEqual(changed, text);
  assert.equal((await readBack(changed)).digest, 'changed');
  assert.equal((await readBack(JSON.stringify(JSON.parse(text)))).digest, 'fits');
});

test('a result of another engine is shown with its difference', async () => {
  const text = await fileText(scenarioAt('check'));
  const other = text.replaceAll('245000000', '245000100');
  const { scenario } = await readBack(other);
  const differences = recomputed(storeAt('check'), scenario.cases);
  const payment = differences.find(({ name }) => name === '/payment_cents');
  assert.deepEqual(payment, { name: '/payment_cents', recorded: '245000100', now: '245000000' });
  assert.ok(differences.some(({ name }) => name === 'shared_savings.payment'));
  assert.deepEqual(differencesOf({ a: '1' }, { a: '1', b: '2' }), []);
});

test('an entry that cannot be read travels as it was typed', async () => {
  const path = `${kTerms}/sharing_rate`;
  const store = storeAt('check', {
    check: { ...examples.checkDraft, '@terms': 'own', [path]: 'half' },
  });
  const { scenario } = await readBack(await fileText(scenarioOf(store)!));
  const result = await placed(storeAt('check'), scenario);
  assert.ok('change' in result);
  assert.equal(result.change.drafts!.check[path], 'half');
});

// A small generator of its own, so that a failure can be run again.
function random(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

test('random bytes are refused, in a link and in a file', async () => {
  const next = random(11);
  for (let run = 0; run < 400; run += 1) {
    const bytes = Array.from({ length: Math.floor(next() * 300) }, () => Math.floor(next() * 256));
    const text = String.fromCharCode(...bytes);
    assert.ok('problem' in (await readScenario(text)));
    const unpacked = await unpack(btoa(text).replace(/=+$/, ''));
    if (unpacked !== null) assert.ok('problem' in (await readScenario(unpacked)));
  }
});

test('a scenario with a few bytes changed is refused or opens without an exception', async () => {
  const next = random(7);
  const text = await fileText(scenarioAt('check'));
  const packed = (await pack(linkText(scenarioAt('check'))))!;
  const spoiled = (from: string): string => {
    const at = Math.floor(next() * from.length);
    const put = String.fromCharCode(32 + Math.floor(next() * 95));
    return next() < 0.9 ? from.slice(0, at) + put + from.slice(at + 1) : from.slice(0, at);
  };
  let opened = 0;
  for (let run = 0; run < 300; run += 1) {
    const read = await readScenario(spoiled(spoiled(text)));
    if (!('problem' in read)) {
      opened += 1;
      assert.equal(read.digest === 'fits', false);
      await placed(storeAt('check'), read.scenario).catch((error: Error) => {
        assert.match(error.message, /forms/); // those of any contract are not in this bundle
      });
      recomputed(storeAt('check'), read.scenario.cases);
    }
    const unpacked = await unpack(spoiled(packed));
    if (unpacked !== null) await readScenario(unpacked);
  }
  assert.ok(opened > 20);
});

test('nothing in a scenario reaches the prototype of anything', async () => {
  const evil = '"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}},';
  const text = (await fileText(scenarioAt('check'))).replaceAll('{\n', `{${evil}\n`);
  const { scenario, digest } = await readBack(text);
  assert.equal(digest, 'changed');
  await placed(storeAt('check'), scenario).catch(() => {});
  recomputed(storeAt('check'), scenario.cases);
  assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
});

test('too much is refused before it is read', async () => {
  assert.deepEqual(await readScenario(' '.repeat(kLargestScenario + 1)), { problem: 'too_large' });
  assert.deepEqual(await readScenario('['.repeat(kLargestScenario)), { problem: 'not_json' });
  assert.equal(await unpack('A'.repeat(kLongestPacked + 1)), null);
  // Ten megabytes of zeros in ten kilobytes.
  const bomb = new Blob(['0'.repeat(10_000_000)])
    .stream()
    .pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(bomb).arrayBuffer());
  const packed = Buffer.from(bytes).toString('base64url');
  assert.ok(packed.length < kLongestPacked);
  assert.equal(await unpack(packed), null);
});

test('another version of the format and a missing part are told apart', async () => {
  const problem = async (text: string) => (await readScenario(text)) as { problem?: string };
  const text = await fileText(scenarioAt('check'));
  assert.equal((await problem('{}')).problem, 'not_scenario');
  assert.equal((await problem(text.replace('scenario-1', 'scenario-2'))).problem, 'other_format');
  assert.equal((await problem(text.replace('"view": "check"', '"view": "x"'))).problem, 'broken');
  assert.equal((await problem(text.replace('"cases"', '"cased"'))).problem, 'broken');
});
