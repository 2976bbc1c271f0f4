// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { niceStep, type Mark, type Scene } from '../../web/src/charts/scene.js';
import { splitBarScene, type SplitBar } from '../../web/src/charts/split-bar.js';
import { stepScaleScene, type StepScale } from '../../web/src/charts/step-scale.js';

const bar = (expected: number, spent: number, provider: number, payer: number): SplitBar => ({
  expected: { label: 'Expected', amount: `$${expected}`, value: expected },
  spent: { label: 'Spent', amount: `$${spent}`, value: spent },
  provider: { name: 'Provider', amount: `$${provider}`, value: provider },
  payer: { name: 'Payer', amount: `$${payer}`, value: payer },
  minimum: {
    name: 'Minimum',
    label: 'minimum $10',
    amount: '$10',
    value: expected * 0.02,
  },
  words: {
    title: 'Title',
    description: 'Description',
    broken: (from) => `broken at ${from}`,
    whole: 'whole',
    caption: 'Caption',
    what: 'What',
    amount: 'Amount',
  },
  dollars: (value) => `$${value}`,
});

type Rect = Extract<Mark, { kind: 'rect' }>;
const rects = (scene: Scene, role: string): Rect[] =>
  scene.marks.filter((mark): mark is Rect => mark.kind === 'rect' && mark.role === role);
const numbers = (scene: Scene): number[] =>
  scene.marks.flatMap((mark) =>
    Object.values(mark).filter((value): value is number => typeof value === 'number'),
  );

test('the two parts fill what lies between spent and expected, in the ratio of the amounts', () => {
  for (const [provider, payer] of [
    [10, 10],
    [12, 8],
    [0, 20],
    [20, 0],
  ] as const) {
    const scene = splitBarScene(bar(500, 480, provider, payer), 560);
    const first = rects(scene, 'provider')[0]?.width ?? 0;
    const second = rects(scene, 'payer')[0]?.width ?? 0;
    assert.ok(Math.abs(first * payer - second * provider) < 1, `${first} and ${second}`);
    const ends = [...rects(scene, 'provider'), ...rects(scene, 'payer')].map((r) => r.x + r.width);
    assert.ok(Math.abs(Math.max(...ends) - 559) < 1);
  }
});

test('an axis that does not start at zero says so, and one that does says that', () => {
  assert.equal(splitBarScene(bar(500, 480, 10, 10), 560).note, 'broken at $460');
  assert.equal(splitBarScene(bar(500, 100, 200, 200), 560).note, 'whole');
});

test('no mark leaves the picture, whatever the figures and the width', () => {
  const figures: [number, number, number, number][] = [
    [500, 480, 10, 10],
    [500, 500, 0, 0],
    [500, 0, 250, 250],
    [500, 650, 50, 100],
    [1e9, 1e9 - 1, 0, 1],
    [0.01, 0, 0, 0.01],
    [1, 1e12, 1e11, 9e11],
  ];
  for (const width of [240, 320, 560, 620])
    for (const one of figures) {
      const scene = splitBarScene(bar(...one), width);
      for (const mark of scene.marks) {
        assert.ok(numbers({ ...scene, marks: [mark] }).every(Number.isFinite), JSON.stringify(mark));
        if (mark.kind === 'rect') {
          assert.ok(mark.x >= 0 && mark.width >= 0, JSON.stringify(mark));
          assert.ok(mark.x + mark.width <= width + 0.5, JSON.stringify(mark));
        }
      }
      assert.ok(scene.marks.length < 60);
    }
});

test('parts too narrow for their words are named beneath', () => {
  const words = (scene: Scene): string[] =>
    scene.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
  assert.ok(words(splitBarScene(bar(500, 480, 19.9, 0.1), 300)).includes('Payer $0.1'));
  assert.ok(!words(splitBarScene(bar(500, 480, 10, 10), 560)).includes('Payer $10'));
});

test('the word for the minimum gives way where it would run into the words beside it', () => {
  const beside = { label: 'Spent', amount: '$115,000,000.00', value: 480 };
  const keyed = (width: number): boolean =>
    splitBarScene({ ...bar(500, 480, 10, 10), spent: beside }, width).marks.some(
      (mark) => mark.kind === 'text' && mark.text === 'minimum $10' && mark.x === 22,
    );
  assert.equal(keyed(300), true);
  assert.equal(keyed(600), false);
});

test('the table twin has every figure of the picture', () => {
  const { table } = splitBarScene(bar(500, 480, 12, 8), 560);
  assert.deepEqual(table.rows, [
    ['Expected', '$500'],
    ['Spent', '$480'],
    ['Minimum', '$10'],
    ['Provider', '$12'],
    ['Payer', '$8'],
  ]);
});

const cuts = [
  [0.2, 1],
  [0.3, 1.2],
  [0.45, 1.8],
  [0.55, 2],
] as const;
const scale = (at: number, points: number, falling = false): StepScale => ({
  steps: (falling ? [...cuts].reverse().map(([cut], i) => [cut, cuts[i]![1]] as const) : cuts).map(
    ([cut, value]) => ({ at: cut, label: `${cut}`, points: value, pointsLabel: `${value}` }),
  ),
  falling,
  most: 2,
  marker: { at, label: `${at}`, points, pointsLabel: `${points}` },
  words: {
    title: 'Title',
    description: 'Description',
    caption: 'Caption',
    from: 'From',
    points: 'Points',
    here: 'here',
    reached: 'reached',
    belowFirst: 'below',
    pointsOf: (value) => `${value} points`,
    next: (from, points) => `next ${from} ${points}`,
    top: 'top',
  },
});
type Dot = Extract<Mark, { kind: 'dot' }>;

for (const [at, points, falling] of [
  [0.45, 1.8, false],
  [0.449, 1.2, false],
  [0.1, 0, false],
  [0.9, 2, false],
  [0.2, 2, true],
  [0.5, 1, true],
] as const)
  test(`a marker at ${at} stands on the step of ${points} points${falling ? ', falling' : ''}`, () => {
    const scene = stepScaleScene(scale(at, points, falling), 500);
    const dot = scene.marks.find((mark): mark is Dot => mark.kind === 'dot')!;
    const flats = [...rects(scene, 'step'), ...rects(scene, 'reached')];
    const under = flats.filter((flat) => flat.x <= dot.x && dot.x <= flat.x + flat.width);
    assert.ok(under.some((flat) => Math.abs(flat.y - dot.y) < 0.5));
  });

test('the twin of a scale names the step that was reached', () => {
  assert.deepEqual(stepScaleScene(scale(0.45, 1.8), 500).table.rows, [
    ['0.2', '1', 'reached'],
    ['0.3', '1.2', 'reached'],
    ['0.45', '1.8', 'here (0.45)'],
    ['0.55', '2', ''],
  ]);
  assert.deepEqual(stepScaleScene(scale(0.1, 0), 500).table.rows[0], ['0.1', '0', 'below']);
});

test('axis steps are round', () => {
  assert.deepEqual(
    [niceStep(40, 4), niceStep(7, 4), niceStep(1e9, 5), niceStep(0, 4), niceStep(Infinity, 3)],
    [10, 2, 2e8, 1, 1],
  );
});
