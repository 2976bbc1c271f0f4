// SPDX-License-Identifier: Apache-2.0
// The pictures that are made from settlements: their marks from given figures, their figures from
// the engine.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fundsFlowScene, type FundsFlow } from '../../web/src/charts/funds-flow.js';
import { paymentCurveScene } from '../../web/src/charts/payment-curve.js';
import { qualityMapScene } from '../../web/src/charts/quality-map.js';
import { cutTo, linear, textWidth, type Mark, type Scene } from '../../web/src/charts/scene.js';
import { waterfallScene, type Waterfall } from '../../web/src/charts/waterfall.js';
import { kLanguages } from '../../web/src/i18n/language.js';
import { pictureTexts } from '../../web/src/i18n/pictures.js';
import { sharedSavings } from '../../web/src/view/outcome.js';
import {
  fundsFlowOf,
  paymentCurveOf,
  qualityMapOf,
  waterfallOf,
  type Settling,
} from '../../web/src/view/pictures.js';
import { startEngine } from '../replay/engine.js';

const engine = await startEngine();
const folder = 'tests/golden/cases';
const ids = readdirSync(folder).sort();
const text = (id: string, name: string): string =>
  readFileSync(`${folder}/${id}/${name}.json`, 'utf8');

function settled(id: string, change: (experience: any) => void = () => {}) {
  const experience = JSON.parse(text(id, 'experience')) as unknown;
  change(experience);
  const documents = { contract: text(id, 'contract'), experience: JSON.stringify(experience) };
  const settlement = engine.settle(documents.contract, documents.experience);
  assert.ok(settlement.ok, id);
  return { settlement, documents, result: sharedSavings(settlement)! };
}
const settling = (id: string, change?: (experience: any) => void): Settling => ({
  name: id,
  ...settled(id, change),
});
const fallsOf = (id: string, change?: (experience: any) => void): Waterfall => {
  const { settlement, result } = settled(id, change);
  return waterfallOf(settlement, result);
};
const flowOf = (id: string): FundsFlow =>
  fundsFlowOf(
    settled(id).settlement.flows ?? [],
    (party) => party,
    (purpose) => purpose,
  );

const kWidths = [240, 328, 620];
const numbersOf = (mark: Mark): number[] =>
  Object.values(mark).filter((value): value is number => typeof value === 'number');

function expectWithin(scene: Scene, what: string): void {
  for (const mark of scene.marks) {
    assert.ok(numbersOf(mark).every(Number.isFinite), `${what}: ${JSON.stringify(mark)}`);
    if (mark.kind === 'path') assert.doesNotMatch(mark.d, /NaN|undefined|Infinity/, what);
    if (mark.kind === 'rect') {
      assert.ok(mark.x >= 0 && mark.width >= 0 && mark.height >= 0, JSON.stringify(mark));
      assert.ok(mark.x + mark.width <= scene.width + 0.5, `${what}: ${JSON.stringify(mark)}`);
      assert.ok(mark.y + mark.height <= scene.height + 0.5, `${what}: ${JSON.stringify(mark)}`);
    }
  }
}

test('a waterfall goes from the benchmark to the payment in the engine’s figures', () => {
  const { falls } = fallsOf('deck_one_sided_above_minimum');
  assert.deepEqual(
    falls.map(({ amount, from, to }) => [amount, from, to]),
    [
      ['$500.00', 0, 500],
      ['$480.00', 20, 500],
      ['$20.00', 0, 20],
      ['$20.00', 0, 20],
      ['$10.00', 10, 20],
      ['$10.00', 0, 10],
    ],
  );
});

test('a waterfall of a loss ends at what is owed, with what its limit takes off', () => {
  const { falls } = fallsOf('generic_loss_at_its_limit');
  assert.deepEqual(
    falls.map(({ amount }) => amount),
    ['$500.00', '$650.00', '$150.00', '$90.00', '$50.00'],
  );
});

test('bars that are cut off are said to be, and others not', () => {
  const cut = waterfallScene(fallsOf('deck_one_sided_above_minimum'), 560);
  assert.match(cut.note, /^Bars longer than the others are cut off: the axis ends at \$25/);
  const half = (experience: any) => (experience.spending.expenditure_cents = 20000);
  const whole = waterfallScene(fallsOf('deck_one_sided_above_minimum', half), 560);
  assert.notEqual(whole.note, cut.note);
});

test('every settlement of shared savings has a waterfall and curve within its frame', () => {
  for (const id of ids) {
    const one = settling(id);
    if (!one.result) continue;
    for (const width of kWidths) {
      expectWithin(waterfallScene(fallsOf(id), width), id);
      const curve = paymentCurveOf(engine, [one]);
      if (curve) expectWithin(paymentCurveScene(curve, width), id);
      const map = qualityMapOf(engine, one);
      if (map) expectWithin(qualityMapScene(map, width), id);
    }
  }
});

test('every contract’s payments are drawn once each, also those that come back', () => {
  for (const id of ids) {
    const flow = flowOf(id);
    if (flow.payments.length === 0) continue;
    for (const width of kWidths) {
      const scene = fundsFlowScene(flow, width);
      expectWithin(scene, id);
      const bands = scene.marks.filter(({ kind }) => kind === 'path');
      assert.equal(bands.length, flow.payments.length, id);
      assert.equal(scene.table.rows.length, flow.payments.length, id);
    }
  }
});

test('bands are as wide as their amounts', () => {
  const scene = fundsFlowScene(flowOf('distribution_groups_and_hospital'), 600);
  const heights = new Map<string, number>();
  for (const [i, mark] of scene.marks.entries()) {
    if (mark.kind !== 'text' || !mark.strong) continue;
    const party = scene.marks[i - 1]!;
    if (party.kind === 'rect') heights.set(mark.text, party.height);
  }
  const ratio = heights.get('participant:hospital')! / heights.get('payer')!;
  assert.ok(Math.abs(ratio - 0.32) < 0.005, `${ratio}`);
});

test('the framed cell of a quality map is the year itself, and each other cell a settlement', () => {
  const { documents, result } = settled('generic_escalator_rounded_down_to_dollars');
  const map = qualityMapOf(engine, { name: '', documents, result })!;
  const { row, column } = map.here!;
  assert.equal(map.cells[row]![column]!.amount, '$222,806.00');
  const other = JSON.parse(documents.experience) as any;
  other.quality.score = '0.6';
  other.spending.expenditure_cents -= 20000000;
  const answer = engine.settle(documents.contract, JSON.stringify(other));
  assert.ok(answer.ok);
  const at = map.cells[map.scores.indexOf('60%')]![map.spending.indexOf(map.spending[column]!) - 2]!;
  assert.equal(at.value, answer.payment_cents / 100);
});

test('a contract without a quality effect has no quality map', () => {
  assert.equal(qualityMapOf(engine, settling('deck_one_sided_above_minimum')), null);
});

test('the payment curve breaks at the cent where a rule does', () => {
  const one = settling('deck_two_sided_above_minimum');
  const curve = paymentCurveOf(engine, [one])!;
  // 60 % of $75 below $425, of $10 at $490; nothing until a loss of $10.
  assert.deepEqual(
    curve.curves[0]!.runs.map((run) => run.map(({ spending, payment }) => [spending, payment])),
    [
      [[425, 45], [490, 6]],
      [[490.01, 0], [509.99, 0]],
      [[510, -6], [575, -45]],
    ],
  );
  for (const row of [['$480.00', '$12.00'], ['$490.00', '$6.00'], ['$490.01', '$0.00']])
    assert.ok(curve.rows.some((shown) => shown.join() === row.join()), row.join());
});

test('every payment curve passes through the settlements between its break-points', () => {
  let curves = 0;
  for (const one of ids.map((id) => settling(id))) {
    const curve = one.result && paymentCurveOf(engine, [one]);
    if (!curve?.words.note.startsWith('Each line')) continue;
    curves += 1;
    const { contract, experience } = one.documents;
    const { benchmark_cents: benchmark } = one.result;
    const ends = curve.curves[0]!.runs.flat();
    const [from, to] = [ends[0]!.spending, ends.at(-1)!.spending];
    for (let i = 0; i < 40; i += 1) {
      const expenditure = Math.round((from + ((to - from) * (i + 0.3)) / 40) * 100);
      const runs = curve.curves[0]!.runs;
      const run = runs.find((r) => r[0]!.spending * 100 <= expenditure && expenditure <= r.at(-1)!.spending * 100);
      assert.ok(run, `${one.name} ${expenditure}`);
      const k = Math.max(run.findIndex(({ spending }) => spending * 100 >= expenditure), 1);
      const [a, b] = [run[k - 1]!, run[k] ?? run[k - 1]!];
      const drawn = linear([a.spending, b.spending], [a.payment, b.payment])(expenditure / 100);
      const [amounts] = engine.sweep(contract, experience, [{ benchmark, expenditure }])!;
      const paid = (amounts!.payment_cents - amounts!.loss_owed_cents) / 100;
      // A line has its two ends alone; where it bends, no point is off by more than a sample's rise.
      const room = run.length === 2 ? 1.01 : Math.abs(b.payment - a.payment) + 1.01;
      assert.ok(Math.abs(drawn - paid) <= room, `${one.name} ${expenditure}: ${drawn}, ${paid}`);
    }
  }
  assert.ok(curves > 20, `${curves}`);
});

test('a linear scale takes the ends of one range to the ends of the other', () => {
  const scale = linear([10, 20], [100, 0]);
  assert.deepEqual([scale(10), scale(15), scale(20)], [100, 50, 0]);
  assert.ok(Number.isFinite(linear([5, 5], [0, 100])(5)));
});

test('a text is cut only where there is no room, and then says so', () => {
  assert.equal(cutTo('Provider', 500), 'Provider');
  const cut = cutTo('HealthPartners withhold account', 100);
  assert.ok(cut.endsWith('…') && textWidth(cut) <= 100, cut);
});

test('the words of pictures are there in every language', () => {
  for (const language of kLanguages) {
    const words = Object.values(pictureTexts(language)).filter((one) => typeof one === 'string');
    assert.ok(words.every((word) => word.trim() !== ''));
  }
});
