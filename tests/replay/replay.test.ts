// SPDX-License-Identifier: Apache-2.0
// The second opinion in JavaScript: it agrees with every step of what ships, and with nothing that
// has been falsified.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unfounded } from '../../web/src/trace/grounds.js';
import { replay, replayStatement } from '../../web/src/trace/replay.js';
import { kOps, type Op, type Step } from '../../web/src/trace/step.js';
import { cases } from './cases.js';
import { evidence, startEngine } from './engine.js';

const engine = await startEngine();
const all = cases.map((one) => ({ name: one.name, ...evidence(engine, one) }));

for (const { name, settlement, documents } of all)
  test(`every step is recomputed: ${name}`, () => {
    assert.deepEqual(replay(settlement.trace).failures, []);
    assert.deepEqual(unfounded(settlement.trace, documents), []);
    assert.deepEqual(replayStatement(settlement.statement, settlement.trace), []);
    assert.equal(replay(settlement.trace).steps, settlement.trace.length);
  });

test('together the cases use every operation of these two kinds of stream', () => {
  const used = new Set(all.flatMap(({ settlement }) => settlement.trace.map(({ op }) => op)));
  const elsewhere: Op[] = ['nearest_rank', 'carry', 'apportion'];
  assert.deepEqual(
    kOps.filter((op) => !used.has(op)),
    elsewhere,
  );
});

// Another value of the same kind, that no document states.
function falsified(step: Step): string | boolean {
  if (typeof step.value === 'boolean') return !step.value;
  return step.value === '355/113' ? '356/113' : '355/113';
}

for (const { name, settlement, documents } of all)
  test(`each step falsified in turn is found: ${name}`, () => {
    const missed = settlement.trace.filter((step, i) => {
      const trace = settlement.trace.map((other, k) =>
        k === i ? { ...step, value: falsified(step) } : other,
      );
      const found = [...replay(trace).failures, ...unfounded(trace, documents)];
      return found.length === 0;
    });
    assert.deepEqual(
      missed.map(({ id }) => id),
      [],
    );
  });

for (const { name, settlement } of all)
  test(`each derived step off by the least is found by recomputing: ${name}`, () => {
    const least = (value: string): string =>
      value.includes('/') ? value.replace(/^-?\d+/, (n) => `${BigInt(n) + 1n}`) : nudged(value);
    const missed = settlement.trace.filter((step, i) => {
      if (step.op === 'given' || typeof step.value === 'boolean') return false;
      const trace = settlement.trace.map((other, k) =>
        k === i ? { ...step, value: least(String(step.value)) } : other,
      );
      return replay(trace).failures.length === 0;
    });
    assert.deepEqual(
      missed.map(({ id }) => id),
      [],
    );
  });

// The last digit one higher.
function nudged(value: string): string {
  const places = value.split('.')[1]?.length ?? 0;
  const digits = BigInt(value.replace('.', '')) + 1n;
  const text = digits
    .toString()
    .replace('-', '')
    .padStart(places + 1, '0');
  const cut = text.length - places;
  return `${digits < 0n ? '-' : ''}${text.slice(0, cut)}${places > 0 ? `.${text.slice(cut)}` : ''}`;
}

const step = (id: string, op: Op, inputs: string[], value: Step['value'], more = {}): Step => ({
  id,
  label: id,
  op,
  inputs,
  value,
  unit: typeof value === 'boolean' ? 'truth' : 'cents',
  source: { citation: 'test', status: 'contract' },
  ...more,
});
const two = [step('a', 'given', [], '10'), step('b', 'given', [], '4')];
const reasonOf = (last: Step, before: Step[] = two): string | undefined =>
  replay([...before, last]).failures[0]?.reason;

test('a step that cannot be followed is malformed, not passed over', () => {
  assert.equal(reasonOf(step('c', 'subtract', ['a', 'nowhere'], '6')), 'malformed');
  assert.equal(reasonOf(step('c', 'subtract', ['a'], '6')), 'malformed');
  assert.equal(reasonOf(step('a', 'subtract', ['a', 'b'], '6')), 'malformed');
  assert.equal(reasonOf(step('c', 'guess' as Op, ['a', 'b'], '6')), 'malformed');
  assert.equal(reasonOf(step('c', 'subtract', ['a', 'b'], '6.0')), 'malformed');
  assert.equal(reasonOf(step('c', 'subtract', ['a', 'b'], 'NaN')), 'malformed');
  assert.equal(reasonOf(step('c', 'subtract', ['a', 'b'], true)), 'differs');
  assert.equal(reasonOf(step('c', 'given', ['a'], '6')), 'malformed');
  assert.equal(reasonOf(step('c', 'round', ['a'], '10')), 'malformed');
  assert.equal(reasonOf(step('c', 'tier', ['a', 'b'], '1', { table: [['9', '1']] })), 'malformed');
  assert.equal(reasonOf(step('c', 'tier', ['a'], '1', { table: [['9']] })), 'malformed');
  assert.equal(reasonOf(step('c', 'interpolate', ['a'], '1', { table: [] })), 'malformed');
  const zero = [step('a', 'given', [], '10'), step('b', 'given', [], '0')];
  assert.equal(reasonOf(step('c', 'divide', ['a', 'b'], '0'), zero), 'malformed');
});

test('below the first row of a table of tiers there is nothing', () => {
  const below = (value: string) => step('c', 'tier', ['a'], value, { table: [['11', '1']] });
  assert.equal(reasonOf(below('0')), undefined);
  assert.equal(reasonOf(below('1')), 'differs');
});

test('a step that refers to itself or to a later one is malformed', () => {
  assert.equal(reasonOf(step('c', 'add', ['c'], '1')), 'malformed');
  const late = replay([step('x', 'add', ['y'], '1'), step('y', 'given', [], '1')]);
  assert.equal(late.failures[0]?.reason, 'malformed');
});

const rounds: [value: string, mode: string, place: string, expected: string][] = [
  ['1/2', 'half_up', 'cent', '1'],
  ['-1/2', 'half_up', 'cent', '-1'],
  ['3/2', 'half_even', 'cent', '2'],
  ['5/2', 'half_even', 'cent', '2'],
  ['-5/2', 'half_even', 'cent', '-2'],
  ['19/10', 'down', 'cent', '1'],
  ['-19/10', 'down', 'cent', '-1'],
  ['11/10', 'up', 'cent', '2'],
  ['-11/10', 'up', 'cent', '-2'],
  ['150', 'half_up', 'dollar', '200'],
  ['149', 'half_up', 'dollar', '100'],
  ['250', 'half_even', 'dollar', '200'],
];
for (const [value, mode, place, expected] of rounds)
  test(`${value} cents rounded ${mode} to the ${place} is ${expected}`, () => {
    const [whole, divisor] = value.split('/');
    const given = [
      step('whole', 'given', [], whole!),
      step('divisor', 'given', [], divisor ?? '1'),
    ];
    const exact = Number(whole) / Number(divisor ?? 1);
    const quotient = step('exact', 'divide', ['whole', 'divisor'], `${exact}`);
    const last = step('r', 'round', ['exact'], expected, { rounding: { mode, place } });
    assert.deepEqual(replay([...given, quotient, last]).failures, []);
  });

test('a statement line that differs from its step is found', () => {
  const { settlement } = all[0]!;
  const falsify = (change: object) =>
    settlement.statement.map((line, i) => (i === 2 ? { ...line, ...change } : line));
  const { trace } = settlement;
  assert.equal(replayStatement(falsify({ amount_cents: 2001 }), trace).length, 1);
  assert.equal(replayStatement(falsify({ rounded: true }), trace).length, 1);
  assert.equal(replayStatement(falsify({ step: 'nowhere' }), trace).length, 1);
});

test('a given figure that its source does not state is found', () => {
  const { settlement, documents } = all[0]!;
  const other = structuredClone(documents) as { contract: unknown; experience: unknown };
  const change = JSON.stringify(other.experience).replace('48000', '47000');
  const found = unfounded(settlement.trace, {
    ...documents,
    experience: JSON.parse(change) as unknown,
  });
  assert.deepEqual(
    found.map(({ id, reason }) => [id, reason]),
    [['shared_savings.expenditure', 'no_source']],
  );
});
