// SPDX-License-Identifier: Apache-2.0
import { figure, percent, plain } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import { compare, parseRational } from './rational.js';
import type { Step } from './step.js';

// The working in words: each step as a formula of labels, and the same with figures in it.
export type Steps = ReadonlyMap<string, Step>;

export const stepsById = (trace: readonly Step[]): Steps =>
  new Map(trace.map((step) => [step.id, step]));

export const shownValue = (step: Step): string =>
  figure(step.value, step.unit, t.working.yes, t.working.no);

// The engine's word for a step, in the language of the page where that has one.
export const labelOf = ({ label }: Step): string => t.lines[label] ?? label;

const inputsOf = (step: Step, steps: Steps): Step[] =>
  step.inputs.flatMap((id) => steps.get(id) ?? []);

// Which way a choice went; nothing for every other step.
function way(step: Step, inputs: readonly Step[]): boolean | null {
  return step.op === 'when' && typeof inputs[0]?.value === 'boolean' ? inputs[0].value : null;
}

// The inputs that a result rests on: of a choice, its condition and what was chosen.
export function groundsOf(step: Step, steps: Steps): Step[] {
  const inputs = inputsOf(step, steps);
  const went = way(step, inputs);
  return went === null ? inputs : inputs.filter((_, i) => i === 0 || i === (went ? 1 : 2));
}

export function inWords(step: Step, steps: Steps): string {
  const labels = inputsOf(step, steps).map((input) =>
    isDefinition(input) ? shownValue(input) : labelOf(input),
  );
  return t.formula(step.op, labels, null);
}

export function inFigures(step: Step, steps: Steps): string {
  const inputs = inputsOf(step, steps);
  const went = way(step, inputs);
  const figures = inputs.map((input) =>
    input.unit === 'truth' ? `${labelOf(input)} (${shownValue(input)})` : shownValue(input),
  );
  const words = t.formula(step.op, figures, went);
  const condition = inputs[0];
  const because =
    went === null || !condition ? '' : `, ${t.working.because(labelOf(condition), went)}`;
  return `${words}${because}`;
}

type Row = readonly (string | null)[];

// The row of a size table or of tiers that an input falls into.
function rowOf(step: Step, steps: Steps): Row | undefined {
  const input = inputsOf(step, steps)[0];
  const value = typeof input?.value === 'string' ? parseRational(input.value) : null;
  if (!value) return undefined;
  const isAtMost = (limit: string | null | undefined): boolean => {
    const parsed = limit ? parseRational(limit) : null;
    return parsed === null || compare(value, parsed) <= 0;
  };
  if (step.op === 'interpolate') return step.table?.find((row) => isAtMost(row[1]));
  return step.table?.filter((row) => row[0] === null || !below(value, row[0]!)).at(-1);
}

function below(value: NonNullable<ReturnType<typeof parseRational>>, limit: string): boolean {
  const parsed = parseRational(limit);
  return parsed !== null && compare(value, parsed) < 0;
}

// "10,000 to 14,999: from 3% to 2.7%" for a table read; nothing for every other step.
export function tableRow(step: Step, steps: Steps): string {
  const isTable = step.op === 'interpolate' || step.op === 'tier';
  const row = isTable && step.table ? rowOf(step, steps) : undefined;
  if (!row) return '';
  const value = (cell: string | null | undefined): string =>
    step.unit === 'fraction' ? percent(cell) : plain(cell);
  if (step.op === 'interpolate')
    return t.working.band(plain(row[0]), row[1] ? plain(row[1]) : '', value(row[2]), value(row[3]));
  const input = inputsOf(step, steps)[0];
  const from = input?.unit === 'fraction' ? percent(row[0]) : plain(row[0]);
  return t.working.tier(from, value(row[1]));
}

export function roundingWords(step: Step): string {
  const rounding = step.rounding;
  if (!rounding) return '';
  // What is no money has no cents.
  const place = step.unit === 'cents' ? rounding.place : 'whole';
  return t.working.rounding(t.working.modes[rounding.mode] ?? rounding.mode, place);
}

export const citationOf = ({ source }: Step): string => {
  const citation = t.sourceWords[source.citation] ?? source.citation;
  return source.clause ? `${citation}, ${t.working.clause} ${source.clause}` : citation;
};

// A step that only names a constant; it explains nothing by itself.
export const isDefinition = (step: Step): boolean => step.source.citation === 'definition';

// Everything a line rests on, back to other lines of the statement, in the order of the working
// and with the line's own step last.
export function pathTo(id: string, trace: readonly Step[], lines: ReadonlySet<string>): Step[] {
  const steps = stepsById(trace);
  const wanted = new Set<string>();
  const visit = (step: Step): void => {
    if (wanted.has(step.id) || isDefinition(step)) return;
    wanted.add(step.id);
    for (const ground of groundsOf(step, steps))
      if (ground.op === 'given' || !lines.has(ground.id)) visit(ground);
  };
  const own = steps.get(id);
  if (own) visit(own);
  return trace.filter((step) => wanted.has(step.id));
}

// One step as a sentence: what it is, in words, in figures, and what comes of it.
export function asSentence(step: Step, steps: Steps): string {
  const value = shownValue(step);
  if (step.op === 'given') return t.payer.given(labelOf(step), value);
  return t.payer.isResult(labelOf(step), inWords(step, steps), inFigures(step, steps), value);
}

// The lines of a statement, each explained from the lines before it, as running text.
export function asParagraph(lines: readonly string[], trace: readonly Step[]): string {
  const steps = stepsById(trace);
  return lines
    .flatMap((id) => steps.get(id) ?? [])
    .map((step) => asSentence(step, steps))
    .join(' ');
}
