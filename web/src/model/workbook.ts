// SPDX-License-Identifier: Apache-2.0
import { t } from '../i18n/index.js';
import type { Op, Step } from '../trace/step.js';
import { citationOf, inWords, labelOf, stepsById } from '../trace/words.js';
import type { Settlement } from './wire.js';

// The working as a workbook: beside each result of the engine a live formula, so that a figure
// can be varied in a spreadsheet. Amounts are in dollars there.
export type WorkbookCell =
  | { value: string; type: 'Formula'; format?: string }
  | { value: string; fontWeight?: 'bold' }
  | { value: number; format?: string }
  | { value: boolean }
  | null;
export interface WorkbookSheet {
  sheet: string;
  data: WorkbookCell[][];
  columns: { width: number }[];
}

const kMoney = '#,##0.00###';
const kLongest = 8000; // characters of a formula that every spreadsheet takes
const kMostParts = 40; // of one formula: deeper ones are not taken everywhere

// An exact text in the unit of the sheet, as a number or as a quotient.
function inSheet(text: string, unit: string): string {
  const [numerator = '0', denominator] = text.split('/');
  const whole = unit === 'cents' ? String(Number(`${numerator}e-2`)) : numerator;
  return denominator === undefined ? whole : `${whole}/${denominator}`;
}

interface Place {
  step: Step;
  cell: string; // such as B12
}

function rounded(x: string, { rounding, unit }: Step): string | null {
  const dollars = unit === 'cents' ? 2 : 0;
  const digits = rounding?.place === 'dollar' ? dollars - 2 : dollars;
  // What a double adds behind the fifteenth digit must not tip a figure over.
  const clean = `ROUND(${x},${digits + 9})`;
  const scaled = `ABS(${clean})*10^${digits}`;
  switch (rounding?.mode) {
    case 'half_up':
      return `ROUND(${clean},${digits})`;
    case 'down':
      return `ROUNDDOWN(${clean},${digits})`;
    case 'up':
      return `ROUNDUP(${clean},${digits})`;
    case 'half_even':
      return `IF(ROUND(${scaled}-INT(${scaled}),6)=0.5,2*ROUND(${clean}*10^${digits}/2,0)/10^${digits},ROUND(${clean},${digits}))`;
    default:
      return null;
  }
}

type Table = readonly (readonly (string | null)[])[];

function interpolated(a: Place, { table = [], unit }: Step): string {
  const input = (text: string): string => inSheet(text, a.step.unit);
  return (table as Table).reduceRight((rest, [from, to, start, end]) => {
    const first = inSheet(start ?? '0', unit);
    if (!to) return first;
    const along = `(${a.cell}-(${input(from ?? '0')}))/((${input(to)})-(${input(from ?? '0')}))`;
    const value = `${first}+${along}*((${inSheet(end ?? '0', unit)})-(${first}))`;
    return `IF(${a.cell}<=${input(to)},${value},${rest})`;
  }, '0');
}

const tiered = (a: Place, { table = [], unit }: Step): string =>
  (table as Table).reduce(
    (below, [from, value]) =>
      `IF(${a.cell}>=${inSheet(from ?? '0', a.step.unit)},${inSheet(value ?? '0', unit)},${below})`,
    '0',
  );

// Whole cents of a total by largest remainder: the part's own, and one more where fewer parts have
// a larger remainder than there are cents left.
function apportioned(total: Place, parts: readonly Place[], { table }: Step): string | null {
  const which = Number(table?.[0]?.[0]) - 1;
  const cents = parts.map(({ cell }) => `ROUND(${cell}*100,6)`);
  const own = cents[which];
  if (own === undefined) return null;
  const rest = (x: string): string => `ROUND(${x}-INT(${x}),6)`;
  const before = cents.map((x, i) =>
    i === which ? '1' : `IF(${rest(x)}${i < which ? '>=' : '>'}${rest(own)},1,0)`,
  );
  const left = `ROUND(${total.cell}*100,0)-(${cents.map((x) => `INT(${x})`).join('+')})`;
  return `(INT(${own})+IF(${before.join('+')}<=${left},1,0))/100`;
}

const kJoined: Partial<Record<Op, string>> = {
  subtract: '-',
  add: '+',
  multiply: '*',
  divide: '/',
  at_least: '>=',
  more_than: '>',
};
const kFunctions: Partial<Record<Op, string>> = {
  minimum: 'MIN',
  maximum: 'MAX',
  all: 'AND',
  any: 'OR',
  not: 'NOT',
  when: 'IF',
};

// Amounts are in dollars: where cents multiply or divide cents, the hundreds are put right.
function inDollars(joined: string, { op, unit }: Step, inputs: readonly Place[]): string {
  if (op !== 'multiply' && op !== 'divide') return joined;
  const cents = inputs.map(({ step }) => (step.unit === 'cents' ? 1 : 0));
  const [first = 0, ...rest] = cents;
  const others = rest.reduce<number>((sum, one) => sum + one, 0);
  const power = first + (op === 'divide' ? -others : others) - (unit === 'cents' ? 1 : 0);
  return power === 0 ? joined : `${joined}*100^${power}`;
}

// The step on the cells of its inputs; nothing where no spreadsheet would take it.
export function formulaOf(step: Step, inputs: readonly Place[]): string | null {
  const { op } = step;
  const cells = inputs.map(({ cell }) => cell);
  const [a] = inputs;
  if (!a || inputs.length > kMostParts || (step.table?.length ?? 0) > kMostParts) return null;
  if (kJoined[op]) return inDollars(cells.join(kJoined[op]), step, inputs);
  if (kFunctions[op]) return `${kFunctions[op]}(${cells.join(',')})`;
  switch (op) {
    case 'complement':
      return `1-${a.cell}`;
    case 'interpolate':
      return interpolated(a, step);
    case 'tier':
      return tiered(a, step);
    case 'nearest_rank':
      return `SMALL((${cells.slice(1).join(',')}),MAX(1,ROUNDUP(ROUND(${a.cell}*${inputs.length - 1},9),0)))`;
    case 'round':
      return rounded(a.cell, step);
    case 'carry':
      return `ROUND(${a.cell},11)`;
    case 'apportion':
      return apportioned(a, inputs.slice(1), step);
    default:
      return null;
  }
}

const kFirstRow = 2;
const formatOf = ({ unit }: Step): { format: string } | object =>
  unit === 'cents' ? { format: kMoney } : unit === 'fraction' ? { format: '0.######%' } : {};

function exactCell(step: Step): WorkbookCell {
  if (typeof step.value === 'boolean') return { value: step.value };
  const [numerator, denominator = '1'] = inSheet(step.value, step.unit).split('/');
  return { value: Number(numerator) / Number(denominator), ...formatOf(step) };
}

function liveCell(step: Step, inputs: readonly Place[]): WorkbookCell {
  const given = typeof step.value === 'string' && step.value.includes('/');
  const formula =
    step.op !== 'given'
      ? formulaOf(step, inputs)
      : given
        ? inSheet(step.value as string, step.unit)
        : null;
  if (formula === null || formula.length > kLongest) return exactCell(step);
  return { value: formula, type: 'Formula', ...formatOf(step) };
}

const head = (...names: string[]): WorkbookCell[] =>
  names.map((value) => ({ value, fontWeight: 'bold' }));

function workingSheet({ trace }: Settlement): WorkbookSheet {
  const words = t.payer.sheet;
  const steps = stepsById(trace);
  const places = new Map(
    trace.map((step, i) => [step.id, { step, cell: `B${i + kFirstRow}` }] as const),
  );
  const rows = trace.map((step): WorkbookCell[] => [
    { value: labelOf(step) },
    liveCell(
      step,
      step.inputs.flatMap((id) => places.get(id) ?? []),
    ),
    exactCell(step),
    { value: words.units[step.unit] },
    { value: inWords(step, steps) },
    { value: citationOf(step) },
  ]);
  const names = [words.step, words.live, words.exact, words.unit, words.formula, words.source];
  return {
    sheet: words.working,
    data: [head(...names), ...rows, [], [{ value: words.note }]],
    columns: [44, 18, 18, 10, 60, 50].map((width) => ({ width })),
  };
}

export function workbook(settlement: Settlement, version: string): WorkbookSheet[] {
  const words = t.payer.sheet;
  const { trace, statement, programs } = settlement;
  const lines = statement.flatMap(({ step: id }): WorkbookCell[][] => {
    const at = trace.findIndex((step) => step.id === id);
    const step = trace[at];
    if (!step) return [];
    const live = `'${words.working}'!B${at + kFirstRow}`;
    return [
      [
        { value: labelOf(step) },
        { value: live, type: 'Formula', ...formatOf(step) },
        exactCell(step),
        { value: citationOf(step) },
      ],
    ];
  });
  const about = [
    [{ value: words.engine }, { value: version }],
    ...programs.map(({ title, edition }) => [
      { value: words.editions },
      { value: `${title}: ${edition}` },
    ]),
  ];
  const first: WorkbookSheet = {
    sheet: words.statement,
    data: [head(words.line, words.live, words.exact, words.source), ...lines, [], ...about],
    columns: [44, 18, 18, 60].map((width) => ({ width })),
  };
  return [first, workingSheet(settlement)];
}
