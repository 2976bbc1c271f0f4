// SPDX-License-Identifier: Apache-2.0
import { equal, parseRational, subtract, toText } from '../trace/rational.js';
import { labelOf, stepsById, type Steps } from '../trace/words.js';
import { delimitedRows } from './delimited.js';
import { NumberText } from './json.js';
import { read } from './parse.js';
import type { Settlement } from './wire.js';

// A statement beside the payer's: what the payer says on each line, as typed, by the line's step.
export type PayerFigures = Readonly<Record<string, string>>;

export interface ComparedLine {
  step: string;
  label: string;
  yours: string; // cents
  typed: string;
  payers: string | null; // cents; nothing where there is no figure
  difference: string | null; // cents, yours less the payer's; exact
  state: 'empty' | 'unreadable' | 'agrees' | 'differs';
}

function payersCents(typed: string): string | null {
  const reading = read('money', typed);
  if (reading.state !== 'read') return null;
  return reading.json instanceof NumberText ? reading.json.text : String(reading.json);
}

function compared(step: string, label: string, yours: string, typed: string): ComparedLine {
  const line = { step, label, yours, typed, payers: null, difference: null };
  if (typed.trim() === '') return { ...line, state: 'empty' };
  const payers = payersCents(typed);
  const [one, other] = [parseRational(yours), parseRational(payers ?? '')];
  if (payers === null || !one || !other) return { ...line, state: 'unreadable' };
  const difference = toText(subtract(one, other));
  return { ...line, payers, difference, state: equal(one, other) ? 'agrees' : 'differs' };
}

const labelIn = (steps: Steps, id: string): string => {
  const step = steps.get(id);
  return step ? labelOf(step) : id;
};

// The lines in dollars, in reading order.
export function comparedLines(settlement: Settlement, figures: PayerFigures): ComparedLine[] {
  const steps = stepsById(settlement.trace);
  return settlement.statement.flatMap(({ step, amount_cents: cents }) =>
    cents === undefined
      ? []
      : [compared(step, labelIn(steps, step), String(cents), figures[step] ?? '')],
  );
}

export const firstDiffering = (lines: readonly ComparedLine[]): ComparedLine | null =>
  lines.find(({ state }) => state === 'differs') ?? null;

export const kLargestTable = 256 * 1024; // characters of a statement as a table

const plainName = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();

// A table of the payer's, copied from a spreadsheet or a CSV file: in each row the name of a line
// (or its step) and, last of what can be read as money, its amount. One that is too long is not
// read at all.
export function payersTable(
  text: string,
  settlement: Settlement,
): { figures: PayerFigures; unplaced: string[]; tooLong: boolean } {
  if (text.length > kLargestTable) return { figures: {}, unplaced: [], tooLong: true };
  const lines = comparedLines(settlement, {});
  // Several streams can have a line of the same name: then they are taken in reading order.
  const named = (name: string, taken: object): string | undefined =>
    lines.find(
      ({ step, label }) =>
        !Object.hasOwn(taken, step) && [label, step].some((own) => plainName(own) === name),
    )?.step;
  const figures: Record<string, string> = {};
  const unplaced: string[] = [];
  for (const cells of delimitedRows(text)) {
    const amount = cells.filter((cell) => payersCents(cell) !== null).at(-1);
    const step = cells.flatMap((cell) => named(plainName(cell), figures) ?? []).at(0);
    if (step !== undefined && amount !== undefined) figures[step] = amount;
    else if (amount !== undefined) unplaced.push(cells.filter(Boolean).join(', '));
  }
  return { figures, unplaced, tooLong: false };
}
