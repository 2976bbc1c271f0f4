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
  | {
      kind: 'rect';
      role: Role;
      x: number;
      y: number;
      width: number;
      height: number;
      opacity?: number; // shades of one colour; 1 where not stated
    }
  | { kind: 'path'; role: Role; d: string; filled?: boolean; dashed?: boolean }
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

// As much of the text as there is room for; the table twin has all of it.
export function cutTo(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  const most = Math.max(Math.floor(width / (kTextSize * 0.62)) - 1, 1);
  return `${text.slice(0, most).trimEnd()}\u2026`;
}

// A linear scale: where a value stands within a range of pixels.
export function linear(
  [from, to]: readonly [number, number],
  [start, end]: readonly [number, number],
): (value: number) => number {
  const slope = (end - start) / (to - from || 1);
  return (value) => start + (value - from) * slope;
}

// About `count` round steps that cover a range: 1, 2 or 5 times a power of ten.
export function niceStep(range: number, count: number): number {
  const rough = range / Math.max(count, 1);
  if (!(rough > 0) || !Number.isFinite(rough)) return 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const times = [1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10;
  return times * power;
}

export const round2 = (value: number): number => Math.round(value * 100) / 100;
