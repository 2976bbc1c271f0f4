// SPDX-License-Identifier: Apache-2.0
import { extent, nice, ticks } from 'd3-array';
import { line } from 'd3-shape';
import { linear, round2, textWidth, type Mark, type Role, type Scene } from './scene.js';

// What is paid at each spending, of one contract or several. A curve is given as runs: within one
// the payment changes steadily, between two it jumps.
export interface CurvePoint {
  spending: number; // dollars
  payment: number; // dollars; below zero is owed
}
export interface Curve {
  name: string;
  role: Extract<Role, 'provider' | 'minimum'>;
  runs: readonly (readonly CurvePoint[])[];
}
export interface PaymentCurve {
  curves: readonly Curve[];
  here: number; // spending of the year itself
  rows: readonly (readonly string[])[]; // the same figures as the engine's texts
  words: {
    title: string;
    description: string;
    caption: string;
    head: readonly string[];
    spending: string;
    payment: string;
    here: string;
    note: string;
  };
  dollars: (value: number) => string;
}

const kTop = 30;
const kPlot = 200;

interface Frame {
  x: (spending: number) => number;
  y: (payment: number) => number;
  spending: readonly [low: number, high: number];
  payments: readonly number[]; // on the axis
  left: number;
}

// The axis of payments holds zero and ends at round figures.
function frameFor({ curves, dollars }: PaymentCurve, width: number): Frame {
  const points = curves.flatMap(({ runs }) => runs.flat());
  const [low = 0, high = 1] = extent(points, ({ spending }) => spending);
  const [least = 0, most = 0] = extent(points, ({ payment }) => payment);
  const [from, to] = nice(Math.min(least, 0), Math.max(most, 0) || 1, 4);
  const payments = ticks(from, to, 4);
  const left = Math.max(...payments.map((value) => textWidth(dollars(value)))) + 10;
  const spending = [low, high > low ? high : low + 1] as const;
  const x = linear(spending, [left, width - 2]);
  return { x, y: linear([from, to], [kTop + kPlot, kTop]), spending, payments, left };
}

function axes({ words, dollars }: PaymentCurve, frame: Frame, width: number): Mark[] {
  const { x, y, left, payments, spending } = frame;
  const right = width - 2;
  const quiet = { kind: 'text', role: 'quiet' } as const;
  const marks: Mark[] = [{ ...quiet, x: 0, y: 12, text: words.payment, anchor: 'start' }];
  for (const value of payments) {
    const at = round2(y(value));
    const role = value === 0 ? 'axis' : 'grid';
    marks.push({ kind: 'line', role, x1: left, x2: right, y1: at, y2: at });
    marks.push({ ...quiet, x: left - 8, y: at + 4, text: dollars(value), anchor: 'end' });
  }
  const bottom = kTop + kPlot;
  let free = left - 20;
  for (const value of ticks(...spending, Math.max(2, Math.floor(width / 100)))) {
    const text = dollars(value);
    const half = textWidth(text) / 2;
    const tick = round2(x(value));
    const at = Math.min(tick, width - half);
    marks.push({ kind: 'line', role: 'axis', x1: tick, x2: tick, y1: bottom, y2: bottom + 5 });
    if (at - half < free) continue;
    free = at + half + 8;
    marks.push({ ...quiet, x: at, y: bottom + 19, text, anchor: 'middle' });
  }
  return [...marks, { ...quiet, x: right, y: bottom + 36, text: words.spending, anchor: 'end' }];
}

function curveMarks({ role, runs }: Curve, { x, y }: Frame): Mark[] {
  const path = line<CurvePoint>()
    .x(({ spending }) => round2(x(spending)))
    .y(({ payment }) => round2(y(payment)));
  const dashed = role === 'minimum';
  return runs.map((run): Mark => ({ kind: 'path', role, d: path(run) ?? '', dashed }));
}

// Each contract by a sample of its line.
function keys(curves: readonly Curve[], top: number): Mark[] {
  return curves.flatMap(({ name, role }, i): Mark[] => {
    const y = top + i * 20;
    const dashed = role === 'minimum';
    return [
      { kind: 'path', role, d: `M0 ${y - 4}H24`, dashed },
      { kind: 'text', role: 'ink', x: 32, y, text: name, anchor: 'start' },
    ];
  });
}

export function paymentCurveScene(input: PaymentCurve, width: number): Scene {
  const { curves, here, words } = input;
  const frame = frameFor(input, width);
  const at = round2(frame.x(here));
  const isRight = at > width / 2;
  const bottom = kTop + kPlot;
  const top = bottom + 58;
  const several = curves.length > 1 ? curves : [];
  return {
    width,
    height: several.length > 0 ? top + several.length * 20 - 14 : bottom + 42,
    title: words.title,
    description: words.description,
    note: words.note,
    marks: [
      ...axes(input, frame, width),
      { kind: 'line', role: 'marker', x1: at, x2: at, y1: kTop, y2: bottom },
      {
        kind: 'text',
        role: 'ink',
        x: isRight ? at - 6 : at + 6,
        y: kTop - 4,
        text: words.here,
        anchor: isRight ? 'end' : 'start',
      },
      ...curves.flatMap((curve) => curveMarks(curve, frame)),
      ...keys(several, top),
    ],
    table: { caption: words.caption, head: words.head, rows: input.rows },
  };
}
