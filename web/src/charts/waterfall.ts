// SPDX-License-Identifier: Apache-2.0
import { max, nice } from 'd3-array';
import { cutTo, linear, round2, textWidth, type Mark, type Role, type Scene } from './scene.js';

// From the benchmark down to the payment, a bar a line. Every bar is what the engine says of its
// line; where one begins at the end of another, a dashed line leads from bar to bar.
export interface Fall {
  label: string;
  amount: string; // as the statement writes it
  from: number; // dollars, >= 0
  to: number; // >= from
  role: Extract<Role, 'expected' | 'spent' | 'reached' | 'payer' | 'provider'>;
}
export interface Waterfall {
  falls: readonly Fall[];
  words: {
    title: string;
    description: string;
    caption: string;
    what: string;
    amount: string;
    whole: string;
    broken: (to: string) => string;
  };
  dollars: (value: number) => string;
}

const kBar = 18;
const kRow = 46;
const kTorn = 16; // width of the torn end
const kMuch = 3; // bars so many times longer than the others are cut off

interface Axis {
  x: (value: number) => number;
  to: number;
  broken: boolean;
}

// The benchmark would press everything else to the edge: what is more than three times as long as
// the longest of the others is cut off, and the picture says so.
function axisFor({ falls }: Waterfall, width: number): Axis {
  const longest = max(falls, (fall) => fall.to) || 1;
  const others = max(
    falls.filter((fall) => fall.to * kMuch <= longest),
    (fall) => fall.to,
  );
  const broken = others !== undefined && others > 0;
  const end = width - 1 - (broken ? kTorn * 2 : 0);
  const to = broken ? nice(0, others * 1.05, 4)[1] : longest;
  return { x: linear([0, to], [0, end]), to, broken };
}

function bar({ from, to, role }: Fall, axis: Axis, y: number, width: number): Mark[] {
  const start = round2(axis.x(Math.min(from, axis.to)));
  if (to <= axis.to || !axis.broken) {
    const end = round2(axis.x(to));
    if (end <= start) return [];
    return [{ kind: 'rect', role, x: start, y, width: round2(end - start), height: kBar }];
  }
  const torn = width - kTorn * 1.5;
  const teeth = [0, 1, 2, 3].map((i) => `L${torn + (i % 2 ? 5 : 0)} ${y + (i * kBar) / 3}`).join('');
  const rest = [3, 2, 1, 0].map((i) => `L${torn + 6 + (i % 2 ? 5 : 0)} ${y + (i * kBar) / 3}`);
  return [
    { kind: 'path', role, filled: true, d: `M${start} ${y}${teeth}L${start} ${y + kBar}Z` },
    { kind: 'path', role, filled: true, d: `M${width - 1} ${y}V${y + kBar}${rest.join('')}Z` },
  ];
}

function row(fall: Fall, axis: Axis, top: number, width: number): Mark[] {
  const room = width - textWidth(fall.amount) - 14;
  const text = { kind: 'text', role: 'ink', y: top + 13 } as const;
  return [
    { ...text, x: 0, text: cutTo(fall.label, room), anchor: 'start' },
    { ...text, x: width, text: fall.amount, anchor: 'end', strong: true },
    ...bar(fall, axis, top + 20, width),
  ];
}

// Where a bar takes up what the one above leaves.
function connectors(falls: readonly Fall[], axis: Axis): Mark[] {
  return falls.slice(1).flatMap((fall, i): Mark[] => {
    const above = falls[i]!;
    const level = [fall.to, fall.from].find(
      (end) => end > 0 && end <= axis.to && (end === above.to || end === above.from),
    );
    if (level === undefined) return [];
    const x = round2(axis.x(level));
    const y1 = i * kRow + 20 + kBar;
    const line = { x1: x, x2: x, y1, y2: (i + 1) * kRow + 20 };
    return [{ kind: 'line', role: 'minimum', dashed: true, ...line }];
  });
}

export function waterfallScene(input: Waterfall, width: number): Scene {
  const { falls, words, dollars } = input;
  const axis = axisFor(input, width);
  return {
    width,
    height: falls.length * kRow,
    title: words.title,
    description: words.description,
    note: axis.broken ? words.broken(dollars(axis.to)) : words.whole,
    marks: [
      ...connectors(falls, axis),
      ...falls.flatMap((fall, i) => row(fall, axis, i * kRow, width)),
    ],
    table: {
      caption: words.caption,
      head: [words.what, words.amount],
      rows: falls.map(({ label, amount }) => [label, amount]),
    },
  };
}
