// SPDX-License-Identifier: Apache-2.0
import { extent } from 'd3-array';
import { linear, round2, textWidth, type Mark, type Scene } from './scene.js';

// Cost by quality: what is paid at each spending and each score. Each cell is a settlement.
export interface MapCell {
  amount: string; // as a figure: "$12.00"
  short: string; // as there is room for in a cell: "$12"
  value: number; // dollars; below zero is owed
}
export interface QualityMap {
  spending: readonly string[]; // columns, from left
  scores: readonly string[]; // rows, from the top
  cells: readonly (readonly MapCell[])[]; // by row
  here: { row: number; column: number } | null;
  words: {
    title: string;
    description: string;
    caption: string;
    spending: string;
    score: string;
    note: string;
  };
}

const kCell = 34;
const kHead = 40;
// Ink stays readable on the deepest shade, on paper and in the dark.
const kDeepest = 0.45;

const cellText = (text: string, x: number, y: number, strong: boolean): Mark => ({
  kind: 'text',
  role: 'ink',
  x: round2(x),
  y: y + kCell / 2 + 5,
  text,
  anchor: 'middle',
  strong,
});

export function qualityMapScene(map: QualityMap, width: number): Scene {
  const { cells, here, scores, spending, words } = map;
  const left = Math.max(...[...scores, words.score].map(textWidth)) + 8;
  const wide = (width - left - 1) / spending.length;
  const all = cells.flat().map(({ value }) => value);
  const [least = 0, most = 0] = extent(all);
  const shade = linear([0, Math.max(most, -least) || 1], [0, kDeepest]);
  const marks: Mark[] = cells.flatMap((row, i) =>
    row.flatMap(({ value, short }, j): Mark[] => {
      const [x, y] = [round2(left + j * wide), kHead + i * kCell];
      const role = value < 0 ? 'spent' : 'provider';
      const opacity = round2(shade(Math.abs(value)));
      const isHere = here?.row === i && here.column === j;
      const rect = { x, y, width: round2(wide), height: kCell };
      const fits = textWidth(short) <= wide - 4;
      return [
        { kind: 'rect', role, ...rect, opacity },
        ...(fits || isHere ? [cellText(fits ? short : '●', x + wide / 2, y, isHere)] : []),
      ];
    }),
  );
  if (here) marks.push(frame(left + here.column * wide, kHead + here.row * kCell, wide));
  return {
    width,
    height: kHead + scores.length * kCell + 4,
    title: words.title,
    description: words.description,
    note: words.note,
    marks: [...marks, ...heads(map, left, wide)],
    table: {
      caption: words.caption,
      head: [`${words.score} / ${words.spending}`, ...spending],
      rows: cells.map((row, i) => [scores[i]!, ...row.map(({ amount }) => amount)]),
    },
  };
}

const frame = (x: number, y: number, wide: number): Mark => ({
  kind: 'path',
  role: 'marker',
  d: `M${round2(x + 2)} ${y + 2}h${round2(wide - 4)}v${kCell - 4}h${round2(4 - wide)}Z`,
});

function heads({ scores, spending, words }: QualityMap, left: number, wide: number): Mark[] {
  const quiet = { kind: 'text', role: 'quiet' } as const;
  let free = left;
  const columns = spending.flatMap((text, j): Mark[] => {
    const x = left + (j + 0.5) * wide;
    const half = textWidth(text) / 2;
    if (x - half < free) return [];
    free = x + half + 6;
    return [{ ...quiet, x: round2(x), y: kHead - 6, text, anchor: 'middle' }];
  });
  return [
    { ...quiet, x: left, y: 13, text: words.spending, anchor: 'start' },
    { ...quiet, x: left - 8, y: kHead - 6, text: words.score, anchor: 'end' },
    ...columns,
    ...scores.map(
      (text, i): Mark => ({
        ...quiet,
        x: left - 8,
        y: kHead + i * kCell + kCell / 2 + 5,
        text,
        anchor: 'end',
      }),
    ),
  ];
}
