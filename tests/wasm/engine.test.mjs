// SPDX-License-Identifier: Apache-2.0
// The WebAssembly module that ships: it settles, it refuses with every issue, it back-tests, and
// its typed path gives the cents of the JSON path.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { cmsData, editionsOf, examples, loadWasm, root } from '../support/engine.mjs';
import { Random } from '../support/random.mjs';
import { randomContract, randomExperience } from '../support/random-documents.mjs';

const engine = await loadWasm();
const editions = editionsOf(JSON.parse(engine.describe()), 'mssp');
const settle = (contract, experience) => JSON.parse(engine.settle(contract, experience));

test('every example settles in the module as its golden file says', () => {
  for (const { name, contract, experience } of examples()) {
    const golden = readFileSync(join(root, 'tests/golden/cases', name, 'settlement.json'), 'utf8');
    assert.deepEqual(settle(contract, experience), JSON.parse(golden), name);
  }
});

test('the version is that of the package', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  assert.equal(JSON.parse(engine.describe()).engine_version, version);
});

test('a refusal has every issue of both documents and no result', () => {
  const contract = JSON.stringify({
    format: 'gainshare-contract-1',
    title: '',
    streams: [
      {
        id: 'a',
        kind: 'shared_savings',
        terms: { sides: 'onesided', minimum_savings_rate: 50, shareing_rate: 0.5 },
      },
    ],
  });
  const answer = settle(
    contract,
    '{"format":"gainshare-experience-1","spending":{"benchmark_cents":-5}}',
  );
  assert.deepEqual(Object.keys(answer), ['ok', 'engine_version', 'issues']);
  assert.deepEqual(
    answer.issues.map(({ path, code }) => [path, code]),
    [
      ['/contract/title', 'out_of_range'],
      ['/contract/streams/0/terms/sides', 'unknown_choice'],
      ['/contract/streams/0/terms/minimum_savings_rate', 'out_of_range'],
      ['/contract/streams/0/terms/sharing_rate', 'missing'],
      ['/contract/streams/0/terms/shareing_rate', 'unknown_key'],
      ['/experience/spending/benchmark_cents', 'out_of_range'],
      ['/experience/spending/expenditure_cents', 'missing'],
    ],
  );
  assert.match(answer.issues[2].message, /Write 50 % as 0\.5\./);
  assert.match(answer.issues[4].message, /Did you mean sharing_rate\?/);
});

test('hostile texts are refused and leave the module usable', () => {
  const [{ contract, experience }] = examples();
  const hostile = [
    '',
    '\0',
    '{',
    '[]',
    'null',
    '1e400',
    '{"a":NaN}',
    '[[['.repeat(100),
    '\u{FEFF}{}',
    '{"a":1,"a":2}',
    '['.repeat(20_000_000),
    `"${'x'.repeat(1_000_000)}"`,
    '\uD800',
    '{"format":"\uD800"}',
  ];
  for (const text of hostile) {
    for (const answer of [
      settle(text, experience),
      settle(contract, text),
      JSON.parse(engine.validate(text)),
    ]) {
      assert.equal(answer.ok, false);
      assert.ok(answer.issues.length > 0);
      assert.equal(answer.streams, undefined);
    }
  }
  assert.equal(settle(contract, experience).ok, true);
});

// Sliders and JSON with the same figures; where the typed path refuses, so does the other.
test('the typed path gives the cents of the JSON path on 8,000 random contracts', () => {
  const random = new Random(11);
  let compared = 0;
  let refused = 0;
  for (let i = 0; i < 8000; i += 1) {
    const contract = randomContract(random, editions);
    delete contract.benchmark; // the typed path takes a benchmark that is known
    const experience = randomExperience(random, contract);
    if (experience.year_to_date) continue;
    // Streams of other kinds ask for facts that the typed path has no use for.
    const kinds = ['shared_savings', 'quality_scorecard'];
    if (!contract.streams.every(({ kind }) => kinds.includes(kind))) continue;
    const streams = contract.streams.filter(({ kind }) => kind === 'shared_savings');
    const texts = [JSON.stringify(contract), JSON.stringify(experience)];
    const slider = engine.SharedSavingsSlider.open(...texts);
    if (streams.length !== 1) {
      assert.equal(JSON.parse(slider).ok, false);
      continue;
    }
    if (typeof slider === 'string') {
      assert.deepEqual(JSON.parse(slider).issues, settle(...texts).issues);
      continue;
    }
    for (let step = 0; step < 3; step += 1) {
      const benchmark = random.whole(1, 1e9);
      const expenditure = random.below(1.2e9);
      // In the JSON the score of a scorecard that the stream names stands before any other.
      const keeps = random.chance(30) || streams[0].score_from !== undefined;
      const millionths = keeps ? -1 : random.whole(0, 1e6);
      const moved = structuredClone(experience);
      Object.assign(moved.spending, { benchmark_cents: benchmark, expenditure_cents: expenditure });
      if (millionths >= 0) moved.quality.score = (millionths / 1e6).toFixed(6);
      const answer = settle(texts[0], JSON.stringify(moved));
      const amounts = slider.settle(benchmark, expenditure, millionths);
      // What scorecards lack is not asked for here.
      const lacking = (answer.issues ?? []).filter(
        ({ path }) => !path.startsWith('/experience/quality/measures'),
      );
      if (!answer.ok && lacking.length === 0) continue;
      assert.equal(amounts.ok, answer.ok);
      if (!answer.ok) {
        refused += 1;
        const { issues } = JSON.parse(slider.issues(benchmark, expenditure, millionths));
        assert.deepEqual(
          issues.map(({ path }) => `/experience${path}`),
          lacking.map(({ path }) => path),
        );
        continue;
      }
      compared += 1;
      const outcome = answer.streams.find(({ kind }) => kind === 'shared_savings');
      const { savings_cents, payment_cents, loss_owed_cents, payer_keeps_cents } = outcome;
      assert.deepEqual(amounts, {
        ok: true,
        savings_cents,
        payment_cents,
        loss_owed_cents,
        payer_keeps_cents,
      });
      assert.equal(slider.issues(benchmark, expenditure, millionths), '');
    }
    slider.delete();
  }
  assert.ok(compared > 4000 && refused > 50, `${compared} compared, ${refused} refused`);
});

test('the typed path refuses what is no whole number of cents', () => {
  const { contract, experience } = examples().find(({ name }) => name.startsWith('deck_one'));
  const slider = engine.SharedSavingsSlider.open(contract, experience);
  for (const figures of [
    [0.5, 1, -1],
    [NaN, 1, -1],
    [1, Infinity, -1],
    [2 ** 53, 1, -1],
    [0, 1, -1],
    [1, -1, -1],
    [1, 1, -2],
    [1, 1, 1_000_001],
    [1, 1, 0.5],
  ]) {
    assert.equal(slider.settle(...figures).ok, false, String(figures));
    assert.ok(JSON.parse(slider.issues(...figures)).issues.length > 0, String(figures));
  }
  assert.equal(slider.settle(50_000, 48_000, -1).payment_cents, 1000);
  slider.delete();
  assert.equal(JSON.parse(engine.SharedSavingsSlider.open('{', experience)).ok, false);
});

const files = existsSync(cmsData)
  ? readdirSync(cmsData).filter((name) => name.endsWith('.csv'))
  : [];
const skip = files.length === 0 && "CMS's published results are not here: set GAINSHARE_CMS_DATA";

test('published results are recomputed in the module, from bytes and from text', { skip }, () => {
  for (const name of files) {
    const bytes = readFileSync(join(cmsData, name));
    const answers = [bytes, bytes.toString('utf8')].map((content) => {
      const run = new engine.Backtest();
      run.add(name, content);
      const answer = run.run(0);
      run.delete();
      return answer;
    });
    assert.equal(answers[0], answers[1], name);
    const { ok, totals } = JSON.parse(answers[0]);
    assert.ok(ok, name);
    for (const { differs, unreadable } of totals)
      assert.deepEqual([differs, unreadable], [0, 0], name);
  }
});

test('files that are no published results are refused with their names', () => {
  for (const content of [
    '',
    'a,b\n1,2\n',
    '\0\0',
    new Uint8Array([255, 254, 0]),
    'x'.repeat(1e6),
  ]) {
    const run = new engine.Backtest();
    run.add('strange.csv', content);
    const answer = JSON.parse(run.run(0));
    run.delete();
    assert.equal(answer.ok, false);
    assert.ok(answer.issues.every(({ path }) => path.startsWith('strange.csv')));
  }
  const none = new engine.Backtest();
  assert.equal(JSON.parse(none.run(0)).ok, false);
  none.delete();
});
