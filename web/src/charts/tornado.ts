// SPDX-License-Identifier: Apache-2.0
import { extent } from 'd3-array';
import { cutTo, linear, round2, textWidth, type Mark, type Scene } from './scene.js';

// One input after another lower and higher by the same part: a bar each from the present result to
// what comes of it, the widest first.
export interface TornadoRow {
  label: string;
  low: number; // result with the input lower
  high: number;
  swing: string; // as the engine states it
  row: readonly string[]; // of the table twin
}
export interface Tornado {
  present: number;
  bars: readonly TornadoRow[]; // the widest first
  words: {
    title: string;
    description: string;
    flat: string; // where no input changes anything
    some: (shown: string, all: string) => string;
    lower: string;
    higher: string;
    head: readonly string[];
  };
}

const kMost = 10;
const kBar = 16;
const kRow = 44;
const kKeys = 26;

type Scale = (value: number) => number;

function bars({ low, high }: TornadoRow, present: number, x: Scale, top: number): Mark[] {
  const bar = (to: number, y: number, role: 'payer' | 'provider'): Mark[] => {
    const [start, end] = [x(Math.min(present, to)), x(Math.max(present, to))];
    if (end <= start) return [];
    const at = { x: round2(start), y, width: round2(end - start), height: kBar / 2 };
    return [{ kind: 'rect', role, ...at }];
  };
  // One above the other: both may lie on the same side.
  return [...bar(low, top + 20, 'payer'), ...bar(high, top + 20 + kBar / 2, 'provider')];
}

function row(one: TornadoRow, present: number, x: Scale, top: number, width: number): Mark[] {
  const room = width - textWidth(one.swing) - 14;
  const text = { kind: 'text', role: 'ink', y: top + 13 } as const;
  return [
    { ...text, x: 0, text: cutTo(one.label, room), anchor: 'start' },
    { ...text, x: width, text: one.swing, anchor: 'end', strong: true },
    ...bars(one, present, x, top),
  ];
}

// Which half of a bar is which.
function keys({ words }: Tornado, top: number, width: number): Mark[] {
  const key = (x: number, role: 'payer' | 'provider', text: string): Mark[] => [
    { kind: 'rect', role, x: round2(x) + 1, y: top - 9, width: 16, height: kBar / 2 },
    { kind: 'text', role: 'ink', x: x + 24, y: top, text, anchor: 'start' },
  ];
  return [
    ...key(0, 'payer', words.lower),
    ...key(Math.min(width / 2, textWidth(words.lower) + 44), 'provider', words.higher),
  ];
}

export function tornadoScene(input: Tornado, width: number): Scene {
  const { present, words } = input;
  const moving = input.bars.filter(({ low, high }) => low !== present || high !== present);
  const drawn = moving.slice(0, kMost);
  const ends = drawn.flatMap(({ low, high }) => [low, high]);
  const [least = present, most = present] = extent([present, ...ends]);
  const x = linear([least, most], [1, width - 1]);
  const bottom = kKeys + drawn.length * kRow;
  const here = round2(x(present));
  const cut = drawn.length < moving.length;
  return {
    width,
    height: drawn.length > 0 ? bottom : 1,
    title: words.title,
    description: words.description,
    note:
      drawn.length === 0
        ? words.flat
        : cut
          ? words.some(`${drawn.length}`, `${input.bars.length}`)
          : words.description,
    marks:
      drawn.length === 0
        ? []
        : [
            ...keys(input, 13, width),
            ...drawn.flatMap((one, i) => row(one, present, x, kKeys + i * kRow, width)),
            ...drawn.map((_, i): Mark => {
              const y1 = kKeys + i * kRow + 17;
              return { kind: 'line', role: 'marker', x1: here, x2: here, y1, y2: y1 + kBar + 6 };
            }),
          ],
    table: { caption: words.title, head: words.head, rows: input.bars.map((one) => one.row) },
  };
}
