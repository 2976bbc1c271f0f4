// SPDX-License-Identifier: Apache-2.0
// The engine's answers about other inputs, in words and as a picture. The contract of the
// presentation: $500 expected, 2 % minimum, 60 % of savings up to 15 %, losses up to 10 %.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { tornadoScene } from '../../web/src/charts/tornado.js';
import { useLanguage } from '../../web/src/i18n/index.js';
import { inputsOf, measureOf, type Input } from '../../web/src/model/what-if.js';
import type { Settled } from '../../web/src/model/store.js';
import {
  askedAbout,
  breaksWords,
  ruleWords,
  seekWords,
  slopeWords,
  tornadoOf,
} from '../../web/src/view/what-if-words.js';
import { startEngine } from '../replay/engine.js';

const engine = await startEngine();
const folder = 'tests/golden/cases';
const spending: Input = {
  path: '/experience/spending/expenditure_cents',
  label: 'Actual spending',
  kind: 'money',
};
const share: Input = {
  path: '/contract/streams/0/terms/sharing_rate',
  label: 'Sharing rate',
  kind: 'rate',
};

function opened(id: string) {
  const text = (name: string): string => readFileSync(`${folder}/${id}/${name}.json`, 'utf8');
  const documents = { contract: text('contract'), experience: text('experience') };
  const settlement = engine.settle(documents.contract, documents.experience);
  assert.ok(settlement.ok, id);
  return { documents, settlement, inputs: [spending, share] };
}
const deck = opened('deck_two_sided_above_minimum');
const measure = measureOf(deck.settlement);
const asked = askedAbout(deck, spending, measure);

function breaksOf(input: Input) {
  const answer = engine.scenario(deck.documents, { ask: 'breaks', input: input.path });
  assert.ok(answer.ok);
  return breaksWords(answer, askedAbout(deck, input, measure));
}
function sought(target: number): string[] {
  const answer = engine.scenario(deck.documents, { ask: 'seek', input: spending.path, target });
  assert.ok(answer.ok);
  return seekWords(answer, asked);
}

test('every break-point is told with its distance, rule, results and slopes', () => {
  const { below, now, above, open } = breaksOf(spending);
  assert.deepEqual(open, []);
  assert.deepEqual(below, [
    {
      title: '$425.01: $54.99 less than now',
      lines: [
        'Shared savings pool: it is “Cap on the pool” below, “Savings to share” from here on.',
        'No jump: $45.00 just before, $44.99 at this point.',
        'Below it nothing changes; beyond it each dollar saved pays $0.60.',
      ],
    },
  ]);
  assert.equal(now, 'Now: $480.00 gives $12.00.');
  assert.deepEqual(above[0], {
    title: '$490.01: $10.01 more than now',
    lines: [
      'Savings meet or exceed the minimum: yes below, no from here on.',
      'A cliff: $6.00 just before, $0.00 at this point.',
      'Below it each dollar saved pays $0.60; beyond it nothing changes.',
    ],
  });
  assert.deepEqual(
    above.map(({ title }) => title.split(':')[0]),
    ['$490.01', '$510.00', '$583.34'],
  );
});

// 60 % of a loss of $83.33 is $49.998, which is paid as $50.
test('a result is sought back to every value that gives it, or said to be out of reach', () => {
  assert.deepEqual(sought(1200), ['Actual spending: $480.00 gives exactly $12.00.']);
  assert.deepEqual(sought(4500), [
    'Actual spending: every value from $0.00 to $425.00 gives exactly $45.00.',
  ]);
  assert.deepEqual(sought(300), [
    'No value from $0.00 to $960.00 gives exactly $3.00.',
    'The nearest below is $0.00, at $490.01.',
    'The nearest above is $6.00, at $490.00.',
    'The lowest of all is −$50.00, at $583.33.',
    'The highest of all is $45.00, at $0.00.',
  ]);
});

test('where a range ends early, why is said', () => {
  const answer = engine.scenario(deck.documents, {
    ask: 'breaks',
    input: share.path,
    from: '0.5',
    to: '1.5',
  });
  assert.ok(answer.ok);
  const { open } = breaksWords(answer, askedAbout(deck, share, measure));
  assert.equal(open.length, 1);
  assert.match(open[0]!, /^The range ends before 100\.01%, which is refused: ./);
});

test('a slope is told for the step that its input is moved by', () => {
  assert.equal(slopeWords('-0.5', '1', asked), 'each dollar saved pays $0.50');
  assert.equal(slopeWords('0', '1', asked), 'nothing changes');
  const rate = askedAbout(deck, share, measure);
  assert.equal(slopeWords('0.2', '0.0001', rate), 'each 0.01% more adds $0.002');
  const benchmark = askedAbout(deck, { ...spending, path: '/experience/spending/benchmark_cents' }, measure);
  assert.equal(slopeWords('-0.6', '1', benchmark), 'each $1 more takes off $0.60');
});

test('every way that a rule changes has its words', () => {
  const rule = (before: string, after: string): string =>
    ruleWords({ step: 'a.b', label: 'B', before, after }, new Map());
  assert.equal(rule('true', 'false'), 'B: yes below, no from here on.');
  assert.equal(rule('a.one_way', 'a.other'), 'B: it is “One way” below, “Other” from here on.');
  assert.equal(rule('2', '3'), 'B: another row of its table applies.');
  assert.equal(rule('', '3'), 'B: applies from here on.');
  assert.equal(rule('3', ''), 'B: applies only below.');
  assert.equal(rule('', ''), 'B: follows another rule.');
});

test('a tornado has its widest bar first and every input in its table', () => {
  const answer = engine.scenario(deck.documents, { ask: 'tornado', change: '0.05' });
  assert.ok(answer.ok);
  const tornado = tornadoOf(answer, deck.inputs, measure);
  assert.deepEqual(tornado.bars[0]!.row, [
    'Benchmark', '$500.00', '$475.00', '$525.00', '$0.00', '$27.00', '$27.00',
  ]);
  assert.deepEqual(tornado.bars[2]!.row.slice(0, 4), ['Sharing rate', '60%', '57%', '63%']);
  for (const width of [240, 328, 620]) {
    const scene = tornadoScene(tornado, width);
    assert.equal(scene.table.rows.length, answer.bars.length);
    const bars = scene.marks.filter((mark) => mark.kind === 'rect' && mark.y > 26);
    assert.equal(bars.length, 6); // three inputs move the payment, each both ways
    for (const mark of bars)
      if (mark.kind === 'rect') assert.ok(mark.x >= 0 && mark.x + mark.width <= width);
  }
});

test('an input that changes nothing is not drawn, and that is said', () => {
  const bar = { label: 'A', low: 5, high: 5, swing: '$0.00', row: ['A'] };
  const { words } = tornadoOf(
    { ok: true, engine_version: '', ask: 'tornado', of: '', change: '0.05', bars: [], left_out: [] },
    [],
    measure,
  );
  const scene = tornadoScene({ present: 5, bars: [bar], words }, 300);
  assert.deepEqual(scene.marks, []);
  assert.equal(scene.note, 'No input that is 5% lower or higher changes the result.');
  assert.deepEqual(scene.table.rows, [['A']]);
});

test('a contract without money is looked at by its points', () => {
  const points = opened('scorecard_domains_and_reweighting');
  const { of, unit } = measureOf(points.settlement);
  assert.notEqual(of, 'net_payment');
  assert.notEqual(unit, 'cents');
  const answer = engine.scenario(points.documents, { ask: 'tornado', change: '0.05', of });
  assert.ok(answer.ok && answer.bars.length > 0);
});

test('spending is offered first, and only what is stated', () => {
  const field = (path: string, kind: Input['kind']) => ({ path, kind, name: path, label: path });
  const groups = [
    {
      id: '',
      fields: [
        field(share.path, 'rate'),
        field('/contract/streams/0/terms/payment_limit', 'rate'),
        field('/contract/title', 'text'),
        field(spending.path, 'money'),
      ],
    },
  ];
  const settled = { groups, documents: deck.documents } as unknown as Settled;
  assert.deepEqual(inputsOf(settled).map(({ path }) => path), [spending.path, share.path]);
});

test('every contract’s answers are told in both languages', () => {
  for (const language of ['es', 'en'])
    for (const id of readdirSync(folder).filter((_, i) => i % 9 === 0)) {
      useLanguage(language);
      const { documents, settlement } = opened(id);
      const of = measureOf(settlement);
      const answer = engine.scenario(documents, { ask: 'breaks', input: spending.path, of: of.of });
      if (!answer.ok) continue;
      const { below, above } = breaksWords(answer, askedAbout({ documents, settlement, inputs: [] }, spending, of));
      for (const { lines } of [...below, ...above])
        for (const line of lines) assert.doesNotMatch(line, /undefined|NaN|null/, id);
    }
  useLanguage('en');
});
