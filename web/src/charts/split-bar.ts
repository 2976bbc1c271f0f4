// SPDX-License-Identifier: Apache-2.0
import {
  niceStep,
  round2,
  textWidth,
  type Mark,
  type Role,
  type Scene,
  type SceneTable,
} from './scene.js';

// Expected spending as one bar, actual spending as another; what lies between them is divided
// into the provider's and the payer's part. Positions come from numbers, every written figure is
// a text that the engine's result gave.
export interface Share {
  name: string; // "Provider"
  amount: string; // "$10.00"
  value: number; // dollars, >= 0
}
export interface SplitBar {
  expected: { label: string; amount: string; value: number };
  spent: { label: string; amount: string; value: number };
  provider: Share;
  payer: Share;
  minimum: { name: string; label: string; amount: string; value: number } | null; // dollars of difference, from expected
  words: {
    title: string;
    description: string;
    broken: (from: string) => string;
    whole: string;
    caption: string;
    what: string;
    amount: string;
  };
  dollars: (value: number) => string; // for the axis
}

const kBar = 40;
const kFirst = 22; // top of the first bar
const kSecond = kFirst + kBar + 34;
const kBreak = 14; // width of the zigzag

interface Axis {
  from: number;
  to: number;
  broken: boolean;
  x: (value: number) => number;
  step: number;
}

// The difference takes about half of the width. Where that leaves out the way from zero, the
// axis is broken, and says so.
function axisFor(bar: SplitBar, width: number): Axis {
  const high = Math.max(bar.expected.value, bar.spent.value);
  const low = Math.min(bar.expected.value, bar.spent.value);
  const difference = Math.max(high - low, bar.minimum?.value ?? 0, high * 1e-6);
  const step = niceStep(difference * 2, Math.max(2, Math.floor(width / 110)));
  const wished = Math.floor((high - difference * 2) / step) * step;
  const broken = wished > 0;
  const from = broken ? wished : 0;
  const left = broken ? kBreak : 0;
  const scale = (width - 1 - left) / (high - from || 1);
  return { from, to: high, broken, step, x: (value) => round2(left + (value - from) * scale) };
}

// A bar from zero: with a torn edge where the axis is broken.
function bar(role: Role, axis: Axis, y: number, to: number): Mark {
  const end = axis.x(to);
  if (!axis.broken) return { kind: 'rect', role, x: 0, y, width: end, height: kBar };
  const teeth = [0, 1, 2, 3, 4].map((i) => `L${i % 2 ? kBreak : kBreak - 7} ${y + kBar - i * 10}`);
  return {
    kind: 'path',
    role,
    filled: true,
    d: `M${end} ${y}V${y + kBar}${teeth.join('')}Z`,
  };
}

function stub(role: Role, axis: Axis, y: number): Mark[] {
  if (!axis.broken) return [];
  const teeth = [0, 1, 2, 3, 4].map((i) => `L${i % 2 ? 9 : 2} ${y + kBar - i * 10}`);
  return [{ kind: 'path', role, filled: true, d: `M0 ${y}V${y + kBar}${teeth.join('')}Z` }];
}

function axisMarks(axis: Axis, y: number, width: number, dollars: SplitBar['dollars']): Mark[] {
  const marks: Mark[] = [{ kind: 'line', role: 'axis', x1: 0, y1: y, x2: width, y2: y }];
  let free = 0;
  for (let value = axis.from; value <= axis.to + axis.step * 1e-9; value += axis.step) {
    const x = axis.x(value);
    const text = dollars(value);
    const half = textWidth(text) / 2;
    const at = Math.min(Math.max(x, half), width - half);
    marks.push({ kind: 'line', role: 'axis', x1: x, y1: y, x2: x, y2: y + 5 });
    if (at - half < free) continue;
    marks.push({ kind: 'text', role: 'quiet', x: at, y: y + 19, text, anchor: 'middle' });
    free = at + half + 10;
  }
  return marks;
}

const fits = (share: Share, width: number): boolean =>
  width >= Math.max(textWidth(share.name), textWidth(share.amount)) + 10;

function shareMarks(share: Share, role: Role, text: Role, x: number, width: number): Mark[] {
  const marks: Mark[] = [{ kind: 'rect', role, x, y: kSecond, width, height: kBar }];
  const middle = x + width / 2;
  if (!fits(share, width)) return marks;
  const line = (y: number, words: string, strong: boolean): Mark => ({
    kind: 'text',
    role: text,
    x: middle,
    y: kSecond + y,
    text: words,
    anchor: 'middle',
    strong,
  });
  return [...marks, line(17, share.name, false), line(33, share.amount, true)];
}

// Where the picture has no room for words, they stand beneath the bars with a sample.
function shareKey([share, role]: readonly [Share, Role], y: number): Mark[] {
  return [
    { kind: 'rect', role, x: 0, y, width: 14, height: 14 },
    keyText(`${share.name} ${share.amount}`, y),
  ];
}
const keyText = (text: string, y: number): Mark => ({
  kind: 'text',
  role: 'ink',
  x: 22,
  y: y + 12,
  text,
  anchor: 'start',
});
function minimumKey(label: string, y: number): Mark[] {
  const line = { x1: 7, y1: y, x2: 7, y2: y + 15 };
  return [{ kind: 'line', role: 'minimum', dashed: true, ...line }, keyText(label, y)];
}

interface MinimumMarks {
  line: Mark[];
  label: Mark[]; // empty where it would run into the words beside it
}

function minimumMarks({ expected, spent, minimum }: SplitBar, axis: Axis): MinimumMarks {
  if (!minimum || minimum.value <= 0 || expected.value - minimum.value < axis.from)
    return { line: [], label: [] };
  const x = axis.x(expected.value - minimum.value);
  const words = textWidth(minimum.label);
  const taken = textWidth(`${spent.label} ${spent.amount}`) + 12;
  const onLeft = x + 6 + words > axis.x(axis.to);
  const fitsThere = (onLeft ? x - 6 - words : x) > taken;
  const top = kFirst + kBar + 6;
  const line = { x1: x, y1: top, x2: x, y2: kSecond + kBar + 6 };
  const label: Mark = {
    kind: 'text',
    role: 'quiet',
    x: onLeft ? x - 6 : x + 6,
    y: kSecond - 8,
    text: minimum.label,
    anchor: onLeft ? 'end' : 'start',
  };
  return {
    line: [{ kind: 'line', role: 'minimum', dashed: true, ...line }],
    label: fitsThere ? [label] : [],
  };
}

// The parts side by side, in the ratio of their amounts; named inside where there is room.
function splitMarks(
  { provider, payer }: SplitBar,
  start: number,
  whole: number,
): { marks: Mark[]; named: boolean } {
  const total = provider.value + payer.value;
  if (!(total > 0)) return { marks: [], named: true };
  const first = round2((whole * provider.value) / total);
  const rest = round2(whole - first);
  const named =
    (provider.value === 0 || fits(provider, first)) && (payer.value === 0 || fits(payer, rest));
  const marks = [
    ...(first > 0 ? shareMarks(provider, 'provider', 'on-provider', start, first) : []),
    ...(rest > 0 ? shareMarks(payer, 'payer', 'ink', start + first, rest) : []),
  ];
  return { marks, named };
}

export function splitBarScene(input: SplitBar, width: number): Scene {
  const { expected, spent, provider, payer, minimum, words, dollars } = input;
  const axis = axisFor(input, width);
  const low = Math.min(expected.value, spent.value);
  const start = axis.x(low);
  const split = splitMarks(input, start, axis.x(Math.max(expected.value, spent.value)) - start);
  const least = minimumMarks(input, axis);
  const axisY = kSecond + kBar + 12;
  const keys: ((y: number) => Mark[])[] = [];
  if (!split.named) {
    keys.push((y) => shareKey([provider, 'provider'], y));
    keys.push((y) => shareKey([payer, 'payer'], y));
  }
  if (minimum && least.line.length > 0 && least.label.length === 0)
    keys.push((y) => minimumKey(minimum.label, y));
  const label = (y: number, name: string, amount: string): Mark => ({
    kind: 'text',
    role: 'ink',
    x: 0,
    y,
    text: `${name} ${amount}`,
    anchor: 'start',
  });
  return {
    width,
    height: axisY + (keys.length > 0 ? 34 + keys.length * 22 : 24),
    title: words.title,
    description: words.description,
    note: axis.broken ? words.broken(dollars(axis.from)) : words.whole,
    marks: [
      label(kFirst - 8, expected.label, expected.amount),
      bar('expected', axis, kFirst, expected.value),
      ...stub('expected', axis, kFirst),
      label(kSecond - 8, spent.label, spent.amount),
      bar('spent', axis, kSecond, low),
      ...stub('spent', axis, kSecond),
      ...split.marks,
      ...least.line,
      ...least.label,
      ...axisMarks(axis, axisY, width, dollars),
      ...keys.flatMap((key, i) => key(axisY + 34 + i * 22)),
    ],
    table: tableOf(input),
  };
}

function tableOf({ expected, spent, provider, payer, minimum, words }: SplitBar): SceneTable {
  const named = [expected, spent].map(({ label, amount }) => [label, amount]);
  const shares = [provider, payer].map(({ name, amount }) => [name, amount]);
  const least = minimum ? [[minimum.name, minimum.amount]] : [];
  return {
    caption: words.caption,
    head: [words.what, words.amount],
    rows: [...named, ...least, ...shares],
  };
}
