// SPDX-License-Identifier: Apache-2.0

// A picture as data: marks in pixels of a given width, the words that describe it, and the same
// figures as a table. Pure functions make scenes; draw.ts turns a scene into SVG.
export type Role =
  | 'expected'
  | 'spent'
  | 'provider'
  | 'payer'
  | 'axis'
  | 'grid'
  | 'minimum'
  | 'step'
  | 'reached'
  | 'marker'
  | 'ink'
  | 'quiet'
  | 'on-provider'
  | 'paper';

export type Anchor = 'start' | 'middle' | 'end';

export type Mark =
  | { kind: 'rect'; role: Role; x: number; y: number; width: number; height: number }
  | { kind: 'path'; role: Role; d: string; filled?: boolean }
  | { kind: 'line'; role: Role; x1: number; y1: number; x2: number; y2: number; dashed?: boolean }
  | { kind: 'dot'; role: Role; x: number; y: number; radius: number }
  | {
      kind: 'text';
      role: Role;
      x: number;
      y: number;
      text: string;
      anchor: Anchor;
      strong?: boolean;
    };

export interface SceneTable {
  caption: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}
export interface Scene {
  width: number;
  height: number;
  title: string;
  description: string;
  note: string; // what the picture leaves out or breaks; '' for nothing
  marks: readonly Mark[];
  table: SceneTable;
}

export const kTextSize = 13;

// A generous guess: text must never overlap what stands beside it.
export const textWidth = (text: string): number => text.length * kTextSize * 0.62;

// About `count` round steps that cover a range: 1, 2 or 5 times a power of ten.
export function niceStep(range: number, count: number): number {
  const rough = range / Math.max(count, 1);
  if (!(rough > 0) || !Number.isFinite(rough)) return 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const times = [1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10;
  return times * power;
}

export const round2 = (value: number): number => Math.round(value * 100) / 100;
