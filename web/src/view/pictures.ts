// SPDX-License-Identifier: Apache-2.0
import type { FundsFlow } from '../charts/funds-flow.js';
import type { Curve, PaymentCurve } from '../charts/payment-curve.js';
import type { QualityMap } from '../charts/quality-map.js';
import { linear, niceStep } from '../charts/scene.js';
import type { Fall, Waterfall } from '../charts/waterfall.js';
import type { Engine } from '../engine/module.js';
import { forPicture, money, moneyInWords, percent } from '../i18n/format.js';
import type { Language } from '../i18n/language.js';
import { pictureTexts } from '../i18n/pictures.js';
import { expenditureField } from '../model/fields.js';
import { getAt } from '../model/json.js';
import type { Flow, Settlement, SharedSavingsResult } from '../model/wire.js';
import { onAxis } from './outcome.js';

// Pictures of a settlement: the engine's figures at their places. What is settled at other figures
// is settled by the engine, too.
const dollars = (cents: string | number): number => Math.abs(forPicture(cents)) / 100;

interface Row {
  label: string;
  cents: string | number;
  span: readonly [from: string | number, to: string | number];
  role: Fall['role'];
  always?: boolean;
}

function savingsRows(result: SharedSavingsResult, { lines }: ReturnType<typeof pictureTexts>): Row[] {
  const { benchmark_cents: b, expenditure_cents: x, savings_cents: s, payment_cents: p } = result;
  const { pool_exact: pool, share_of_pool_exact: share, payer_share_of_pool_exact: rest } = result;
  const withheld = result.withheld_by_cap_or_sequestration_exact;
  return [
    { label: lines.benchmark, cents: b, span: [0, b], role: 'expected', always: true },
    { label: lines.expenditure, cents: x, span: [s, b], role: 'spent', always: true },
    { label: lines.savings, cents: s, span: [0, s], role: 'reached', always: true },
    { label: lines.pool, cents: pool, span: [0, pool], role: 'reached' },
    { label: lines.payerShare, cents: rest, span: [share, pool], role: 'payer' },
    { label: lines.withheld, cents: withheld, span: [p, share], role: 'payer' },
    { label: lines.payment, cents: p, span: [0, p], role: 'provider', always: true },
  ];
}

function lossRows(
  { statement }: Settlement,
  result: SharedSavingsResult,
  { lines }: ReturnType<typeof pictureTexts>,
): Row[] {
  const { id, benchmark_cents: b, expenditure_cents: x, savings_cents: s } = result;
  const { loss_owed_cents: owed } = result;
  const line = statement.find(({ step }) => step === `${id}.loss_before_limit`);
  const share = line?.amount_cents ?? 0;
  return [
    { label: lines.benchmark, cents: b, span: [0, b], role: 'expected', always: true },
    { label: lines.expenditure, cents: x, span: [0, x], role: 'spent', always: true },
    { label: lines.loss, cents: s, span: [0, s], role: 'reached', always: true },
    { label: lines.beforeLimit, cents: share, span: [0, share], role: 'payer' },
    { label: lines.owed, cents: owed, span: [0, owed], role: 'provider', always: true },
  ];
}

const unsigned = (cents: string | number): string => money(String(cents).replace('-', ''));

export function waterfallOf(
  settlement: Settlement,
  result: SharedSavingsResult,
  language?: Language,
): Waterfall {
  const words = pictureTexts(language);
  const rows =
    result.savings_cents < 0 ? lossRows(settlement, result, words) : savingsRows(result, words);
  const falls = rows
    .filter(({ cents, always }) => always || forPicture(cents) !== 0)
    .map(
      ({ label, cents, span: [from, to], role }): Fall => ({
        label,
        amount: unsigned(cents),
        from: dollars(from),
        to: dollars(to),
        role,
      }),
    );
  const last = falls.at(-1)!;
  return {
    falls,
    words: {
      title: words.waterfall,
      description: words.waterfallOf(falls[0]!.amount, `${last.label}: ${last.amount}`),
      caption: words.waterfall,
      what: words.what,
      amount: words.amount,
      whole: words.whole,
      broken: words.axis,
    },
    dollars: onAxis,
  };
}

export function fundsFlowOf(
  flows: readonly Flow[],
  party: (id: string) => string,
  purpose: (id: string) => string,
  language?: Language,
): FundsFlow {
  const words = pictureTexts(language);
  const payments = flows
    .filter(({ amount_cents: cents }) => cents > 0)
    .map((flow) => ({
      from: party(flow.from),
      to: party(flow.to),
      purpose: purpose(flow.purpose),
      amount: money(flow.amount_cents),
      value: dollars(flow.amount_cents),
    }));
  return {
    payments,
    words: {
      title: words.flows,
      description: words.flowsOf(payments.length),
      caption: words.flows,
      from: words.from,
      to: words.to,
      what: words.purpose,
      amount: words.amount,
      back: words.back,
    },
  };
}

// A contract and its year as the engine is given them, and what they settle to.
export interface Settling {
  name: string;
  documents: { contract: string; experience: string };
  result: SharedSavingsResult;
}

const paid = ({ payment_cents: p, loss_owed_cents: o }: { payment_cents: number; loss_owed_cents: number }) =>
  o > 0 ? -o : p;

const kColumns = [-4, -3, -2, -1, 0, 1, 2];
const kScores = [1, 0.9, 0.8, 0.7, 0.6, 0.5];
const kMillion = 1e6;
const kLong = 1e6; // cents: from here on an amount is too long for a cell

// Spending around the year's own and scores around the year's own; null where the contract does
// not settle on a quality score.
export function qualityMapOf(
  engine: Engine,
  { documents: { contract, experience }, result }: Settling,
  language?: Language,
): QualityMap | null {
  const stated = getAt(JSON.parse(experience), '/quality/score');
  if (stated === undefined) return null;
  const own = forPicture(String(stated));
  const { benchmark_cents: benchmark, expenditure_cents: spent } = result;
  const step = niceStep(benchmark / 50, 1);
  const columns = kColumns.map((i) => spent + i * step).filter((cents) => cents >= 0);
  const scores = [...new Set([...kScores, own])].sort((a, b) => b - a);
  const points = scores.flatMap((score) =>
    columns.map((expenditure) => ({
      benchmark,
      expenditure,
      ...(score === own ? {} : { millionths: Math.round(score * kMillion) }),
    })),
  );
  const amounts = engine.sweep(contract, experience, points);
  if (!amounts) return null;
  const words = pictureTexts(language);
  const cells = scores.map((_, i) =>
    columns.map((__, j) => {
      const cents = paid(amounts[i * columns.length + j]!);
      const short = Math.abs(cents) < kLong ? moneyInWords(cents) : onAxis(cents / 100);
      return { amount: money(cents), short, value: cents / 100 };
    }),
  );
  // A contract that pays the same at every score has nothing to show here.
  if (cells.every((row) => row.every(({ value }, j) => value === cells[0]![j]!.value))) return null;
  return {
    spending: columns.map((cents) => onAxis(cents / 100)),
    scores: scores.map((score) => percent(String(score))),
    cells,
    here: { row: scores.indexOf(own), column: columns.indexOf(spent) },
    words: {
      title: words.map,
      description: words.mapOf,
      caption: words.map,
      spending: words.spending,
      score: words.score,
      note: words.mapNote,
    },
  };
}

// For the table, and for the line where the engine does not say where its rules change.
const kCurveSteps = 400;
const kTableStep = 10;
const kRoles = ['provider', 'minimum'] as const;

type Line = readonly [from: number, to: number]; // spending in cents

// Between the break-points of a contract's payment; null where the engine cannot say them, or says
// them of spending that is stated another way than in dollars of the year.
function linesOf(engine: Engine, { documents, result }: Settling, [from, to]: Line): Line[] | null {
  const input = expenditureField.path;
  const answer = engine.scenario(documents, { ask: 'breaks', input, from, to });
  if (!answer.ok || answer.not_analysed.length > 0) return null;
  if (answer.input.present !== `${result.expenditure_cents}`) return null;
  return answer.stretches.map((one) => [Number(one.from), Number(one.to)]);
}

const kDollar = 100; // a contract may round its payment to one

// The points of one line: its ends alone where it is straight, else those of the grid as well.
function pointsOf(
  [first, last]: Line,
  grid: readonly number[],
  amountAt: (cents: number) => number,
): number[] {
  const inner = grid.filter((cents) => first < cents && cents < last);
  const chord = linear([first, last], [amountAt(first), amountAt(last)]);
  const isStraight = inner.every((cents) => Math.abs(chord(cents) - amountAt(cents)) <= kDollar);
  return [...new Set([first, ...(isStraight ? [] : inner), last])];
}

// One or two contracts at the spending around their benchmark; null where one cannot be swept.
export const paymentCurveOf = (
  engine: Engine,
  settlings: readonly Settling[],
  language?: Language,
): PaymentCurve | null => curveOf(engine, settlings, linesOf, language);

// The same without the break-points, which take longer than a keystroke may.
export const sampledCurveOf = (
  engine: Engine,
  settlings: readonly Settling[],
  language?: Language,
): PaymentCurve | null => curveOf(engine, settlings, () => null, language);

function curveOf(
  engine: Engine,
  settlings: readonly Settling[],
  linesOfOne: typeof linesOf,
  language: Language | undefined,
): PaymentCurve | null {
  const first = settlings[0]?.result;
  if (!first) return null;
  const { benchmark_cents: benchmark, expenditure_cents: spent } = first;
  const reach = Math.max(Math.abs(first.savings_cents) * 1.5, benchmark * 0.15);
  const step = Math.max(1, niceStep(2 * reach, kCurveSteps));
  const from = Math.max(0, Math.floor((benchmark - reach) / step) * step);
  const grid = Array.from({ length: kCurveSteps + 1 }, (_, i) => from + i * step).filter(
    (cents) => cents <= benchmark + reach,
  );
  const range = [from, grid.at(-1)!] as const;
  const known = settlings.map((settling) => linesOfOne(engine, settling, range));
  const kinks = known.flatMap((own) => own?.flat() ?? []);
  const rows = new Set([...grid.filter((_, i) => i % kTableStep === 0), ...kinks]);
  const spending = [...new Set([...grid, ...kinks])].sort((a, b) => a - b);
  const points = spending.map((expenditure) => ({ benchmark, expenditure }));
  const all = settlings.map(({ documents: { contract, experience } }) => {
    const amounts = engine.sweep(contract, experience, points);
    return amounts && new Map(amounts.map((one, i) => [spending[i]!, paid(one)]));
  });
  if (all.some((amounts) => amounts === null)) return null;
  const curves = settlings.map(({ name }, k): Curve => {
    const amountAt = (cents: number): number => all[k]!.get(cents)!;
    const runs = known[k]?.map((line) => pointsOf(line, grid, amountAt)) ?? [grid];
    return {
      name,
      role: kRoles[k] ?? 'minimum',
      runs: runs.map((run) =>
        run.map((cents) => ({ spending: cents / 100, payment: amountAt(cents) / 100 })),
      ),
    };
  });
  const words = pictureTexts(language);
  const names = settlings.length > 1 ? settlings.map(({ name }) => name) : [words.payment];
  return {
    curves,
    here: spent / 100,
    rows: spending
      .filter((cents) => rows.has(cents))
      .map((cents) => [money(cents), ...all.map((amounts) => money(amounts!.get(cents)!))]),
    words: {
      title: words.curve,
      description: words.curveOf(money(range[0]), money(range[1])),
      caption: words.curve,
      head: [words.spending, ...names],
      spending: words.spending,
      payment: words.payment,
      here: `${words.thisYear}: ${moneyInWords(spent)}`,
      note: known.every(Boolean) ? words.curveExact : words.curveNote(moneyInWords(step)),
    },
    dollars: onAxis,
  };
}
