// SPDX-License-Identifier: Apache-2.0
import {
  add,
  compare,
  divide,
  equal,
  multiply,
  parseRational,
  rational,
  roundTo,
  subtract,
  toText,
  type Rational,
  type RoundingMode,
  type RoundingPlace,
} from './rational.js';
import { kOps, kUnits, type Op, type Step } from './step.js';

// Recomputes a working from the figures it starts from: every step from the steps before it,
// by the definition of its operation, in exact fractions. It knows nothing of shared savings.

type Value = Rational | boolean;
export interface Failure {
  id: string;
  reason: 'malformed' | 'differs' | 'no_source' | 'statement';
  found: string;
  expected: string;
}
export interface Replay {
  steps: number;
  failures: Failure[];
}

// A statement line claims an amount for a step; the replay holds it to that step.
export interface StatementLine {
  step: string;
  amount_cents?: number;
  rounded?: boolean;
}

class Malformed extends Error {}

const text = (value: Value): string => (typeof value === 'boolean' ? `${value}` : toText(value));

function number(value: Value | undefined): Rational {
  if (value === undefined || typeof value === 'boolean') throw new Malformed('a number is missing');
  return value;
}
function truth(value: Value | undefined): boolean {
  if (typeof value !== 'boolean') throw new Malformed('a truth is missing');
  return value;
}
function takes(inputs: Value[], least: number, most = least): void {
  if (inputs.length < least || inputs.length > most) throw new Malformed('wrong number of inputs');
}

const one = rational(1n);
const many = Number.POSITIVE_INFINITY;

function cell(row: (string | null)[], column: number): Rational {
  const value = parseRational(row[column] ?? '');
  if (!value) throw new Malformed('a table cell cannot be read');
  return value;
}

function interpolate(a: Rational, table: (string | null)[][]): Rational {
  for (const row of table) {
    const from = cell(row, 0);
    const start = cell(row, 2);
    if (row[1] === null || row[1] === undefined) return start;
    const to = cell(row, 1);
    if (compare(a, to) > 0) continue;
    const along = divide(subtract(a, from), subtract(to, from));
    return add(start, multiply(along, subtract(cell(row, 3), start)));
  }
  throw new Malformed('no row of the table holds the input');
}

function tier(a: Rational, table: (string | null)[][]): Rational {
  const reached = table.filter((row) => compare(cell(row, 0), a) <= 0);
  const row = reached[reached.length - 1];
  return row ? cell(row, 1) : rational(0n);
}

// Whole cents of a total by largest remainder; the table's one cell says which part, from 1.
function apportion(inputs: Rational[], table: (string | null)[][]): Rational {
  const [total, ...parts] = inputs;
  if (!total || total.denominator !== 1n) throw new Malformed('the total is not whole cents');
  if (parts.some((part) => part.numerator < 0n)) throw new Malformed('a part is negative');
  if (parts.length === 0 || !equal(parts.reduce(add), total))
    throw new Malformed('the parts do not add up to the total');
  const cents = parts.map((part) => part.numerator / part.denominator);
  const remainders = parts.map((part, i) => ({ i, rest: subtract(part, rational(cents[i]!)) }));
  remainders.sort((a, b) => compare(b.rest, a.rest) || a.i - b.i);
  const left = total.numerator - cents.reduce((a, b) => a + b, 0n);
  for (const { i } of remainders.slice(0, Number(left))) cents[i] = cents[i]! + 1n;
  const which = cell(table[0] ?? [], 0);
  const found = which.denominator === 1n ? cents[Number(which.numerator) - 1] : undefined;
  if (found === undefined) throw new Malformed('there is no such part');
  return rational(found);
}

// The value at rank ⌈p × n⌉, at least the first, of n values in ascending order.
function nearestRank(percentile: Rational, values: Rational[]): Rational {
  const ascending = [...values].sort(compare);
  const count = rational(BigInt(ascending.length));
  const reaches = (_: Rational, i: number): boolean =>
    compare(divide(rational(BigInt(i + 1)), count), percentile) >= 0;
  return ascending.find(reaches) ?? ascending[ascending.length - 1]!;
}

const kModes = ['half_up', 'half_even', 'down', 'up'];
const kPlaces = ['cent', 'dollar'];

function round(a: Rational, step: Step): Rational {
  const { mode = '', place = '' } = step.rounding ?? {};
  if (!kModes.includes(mode) || !kPlaces.includes(place)) throw new Malformed('unknown rounding');
  return roundTo(a, mode as RoundingMode, place as RoundingPlace);
}

// At the ninth place of a cent, half away from zero.
function atNinthPlace(a: Rational): Rational {
  const parts = rational(1_000_000_000n);
  return divide(roundTo(multiply(a, parts), 'half_up', 'cent'), parts);
}

type Rule = (inputs: Value[], step: Step) => Value;

const pick =
  (sign: number): Rule =>
  (inputs) => {
    takes(inputs, 1, many);
    return inputs.map(number).reduce((a, b) => (compare(b, a) * sign > 0 ? b : a));
  };
const two =
  (apply: (a: Rational, b: Rational) => Value): Rule =>
  (inputs) => {
    takes(inputs, 2);
    return apply(number(inputs[0]), number(inputs[1]));
  };
const fold =
  (apply: (a: Rational, b: Rational) => Rational): Rule =>
  (inputs) => {
    takes(inputs, 1, many);
    return inputs.map(number).reduce(apply);
  };

const kRules: Record<Exclude<Op, 'given'>, Rule> = {
  subtract: two(subtract),
  add: fold(add),
  multiply: fold(multiply),
  divide: two(divide),
  complement: (inputs) => (takes(inputs, 1), subtract(one, number(inputs[0]))),
  minimum: pick(-1),
  maximum: pick(1),
  at_least: two((a, b) => compare(a, b) >= 0),
  more_than: two((a, b) => compare(a, b) > 0),
  all: (inputs) => (takes(inputs, 1, many), inputs.map(truth).every((x) => x)),
  any: (inputs) => (takes(inputs, 1, many), inputs.map(truth).some((x) => x)),
  not: (inputs) => (takes(inputs, 1), !truth(inputs[0])),
  when: (inputs) => (takes(inputs, 3), truth(inputs[0]) ? inputs[1]! : inputs[2]!),
  interpolate: (inputs, step) => (
    takes(inputs, 1),
    interpolate(number(inputs[0]), step.table ?? [])
  ),
  tier: (inputs, step) => (takes(inputs, 1), tier(number(inputs[0]), step.table ?? [])),
  nearest_rank: (inputs) => (
    takes(inputs, 2, many),
    nearestRank(number(inputs[0]), inputs.slice(1).map(number))
  ),
  round: (inputs, step) => (takes(inputs, 1), round(number(inputs[0]), step)),
  carry: (inputs) => (takes(inputs, 1), atNinthPlace(number(inputs[0]))),
  apportion: (inputs, step) => (
    takes(inputs, 2, many),
    apportion(inputs.map(number), step.table ?? [])
  ),
};

const same = (a: Value, b: Value): boolean =>
  typeof a === 'boolean' || typeof b === 'boolean' ? a === b : equal(a, b);

function stated(step: Step): Value {
  if (!kOps.includes(step.op)) throw new Malformed(`no operation is called ${String(step.op)}`);
  if (!kUnits.includes(step.unit)) throw new Malformed(`no unit is called ${String(step.unit)}`);
  if ((step.unit === 'truth') !== (typeof step.value === 'boolean'))
    throw new Malformed('the value does not fit its unit');
  if (typeof step.value === 'boolean') return step.value;
  const value = parseRational(step.value);
  if (!value || toText(value) !== step.value) throw new Malformed('the value is not canonical');
  return value;
}

function inputsOf(step: Step, known: Map<string, Value>): Value[] {
  return step.inputs.map((id) => {
    const value = known.get(id);
    if (value === undefined) throw new Malformed(`${id} does not come before this step`);
    return value;
  });
}

function replayStep(step: Step, known: Map<string, Value>, failures: Failure[]): void {
  const found = String(step.value);
  try {
    if (known.has(step.id)) throw new Malformed('two steps have this name');
    const value = stated(step);
    const inputs = inputsOf(step, known);
    known.set(step.id, value);
    if (step.op === 'given') return takes(inputs, 0);
    const expected = kRules[step.op](inputs, step);
    if (!same(value, expected))
      failures.push({ id: step.id, reason: 'differs', found, expected: text(expected) });
  } catch (error) {
    if (!(error instanceof Malformed) && !(error instanceof RangeError)) throw error;
    failures.push({ id: step.id, reason: 'malformed', found, expected: error.message });
  }
}

// The trace alone: each derived step follows from the steps before it.
export function replay(trace: readonly Step[]): Replay {
  const known = new Map<string, Value>();
  const failures: Failure[] = [];
  for (const step of trace) replayStep(step, known, failures);
  return { steps: trace.length, failures };
}

// The statement against the trace: each line shows its step's amount, rounded half up to the
// cent, and says so exactly when the step is not whole cents.
export function replayStatement(
  lines: readonly StatementLine[],
  trace: readonly Step[],
): Failure[] {
  const steps = new Map(trace.map((step) => [step.id, step]));
  const failures: Failure[] = [];
  for (const line of lines) {
    const step = steps.get(line.step);
    const value = typeof step?.value === 'string' ? parseRational(step.value) : null;
    if (step?.unit !== 'cents' || !value) {
      if (!step || line.amount_cents !== undefined)
        failures.push({ id: line.step, reason: 'statement', found: '', expected: 'a step' });
      continue;
    }
    const expected = roundTo(value, 'half_up', 'cent');
    const rounded = !equal(expected, value);
    if (toText(expected) !== String(line.amount_cents) || rounded !== (line.rounded ?? false))
      failures.push({
        id: line.step,
        reason: 'statement',
        found: String(line.amount_cents),
        expected: toText(expected),
      });
  }
  return failures;
}
