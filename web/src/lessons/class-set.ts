// SPDX-License-Identifier: Apache-2.0
import type { Engine } from '../engine/module.js';
import type { Json } from '../model/json.js';
import { parseRational } from '../trace/rational.js';
import {
  exact,
  same,
  settleCase,
  type Case,
  type Changes,
  type Draw,
  type Lesson,
  type Task,
  type Unit,
} from './lesson.js';

// Sheets of one lesson with different figures, the same for the same seed everywhere: whole steps,
// drawn with whole numbers, and kept only where the engine finds that each question has a point.
export interface Sheet {
  number: number;
  example: Case;
  varied: Case;
  solved: Case; // the puzzle, at the answer that gives its goal
}

// FNV-1a over the seed's characters, then mulberry32: whole numbers of 32 bits alone.
export function generator(seed: string): (below: number) => number {
  let state = 0x811c9dc5;
  for (const character of seed)
    state = Math.imul(state ^ character.codePointAt(0)!, 0x01000193) >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

// Whole percent as a decimal: its digits are moved, not divided.
const fraction = (percent: number): string =>
  `${Math.trunc(percent / 100)}.${String(percent % 100).padStart(2, '0')}`;

function drawn(draw: Task['draw'], unit: Unit, random: (below: number) => number): Json {
  if (isList(draw)) return draw[random(draw.length)]!;
  const value = draw.from + draw.step * random((draw.to - draw.from) / draw.step + 1);
  return unit === 'rate' ? fraction(value) : value;
}
const isList = (draw: Task['draw']): draw is readonly Json[] => Array.isArray(draw);

const isNothing = (text: string): boolean => parseRational(text)?.numerator === 0n;
const isPositive = (text: string): boolean => (parseRational(text)?.numerator ?? 0n) > 0n;

function tellsTheStory(example: Case, { story: { positive = [], differ } }: Lesson): boolean {
  const [one, other] = differ ?? [];
  const areDifferent = !one || !other || !same(exact(example, one), exact(example, other));
  return areDifferent && positive.every((name) => isPositive(exact(example, name)));
}

// The answers differ from what was already seen, and the puzzle asks for something.
function hasAPoint({ example, varied, solved }: Sheet, lesson: Lesson): boolean {
  const { vary, puzzle } = lesson;
  if ([example, varied, solved].some(({ issues }) => issues.length > 0)) return false;
  const goal = exact(solved, puzzle.asks);
  return (
    tellsTheStory(example, lesson) &&
    !same(exact(example, vary.asks), exact(varied, vary.asks)) &&
    !same(exact(example, puzzle.asks), goal) &&
    !isNothing(goal)
  );
}

const kTries = 400;

function sheetOf(engine: Engine, lesson: Lesson, seed: string, number: number): Sheet {
  const random = generator(`${lesson.id} ${seed} ${number}`);
  const draw = (from: Task['draw'] | Draw, name: string): Json =>
    drawn(from, lesson.figures[name]!.unit, random);
  for (let i = 0; i < kTries; i += 1) {
    const changes: Changes = Object.fromEntries(
      Object.entries(lesson.draws).map(([name, from]) => [name, draw(from, name)]),
    );
    const settled = (task: Task): Case =>
      settleCase(engine, lesson, { ...changes, [task.given]: draw(task.draw, task.given) });
    const sheet = {
      number,
      example: settleCase(engine, lesson, changes),
      varied: settled(lesson.vary),
      solved: settled(lesson.puzzle),
    };
    if (hasAPoint(sheet, lesson)) return sheet;
  }
  throw new RangeError(`${lesson.id}: no figures with a point among ${kTries}`);
}

export const kMostSheets = 60;

export function classSet(engine: Engine, lesson: Lesson, seed: string, count: number): Sheet[] {
  const sheets = Math.min(Math.max(Math.trunc(count) || 1, 1), kMostSheets);
  return Array.from({ length: sheets }, (_, i) => sheetOf(engine, lesson, seed, i + 1));
}

// The lesson's own figures as a sheet: the handout.
export const handout = (engine: Engine, lesson: Lesson): Sheet => ({
  number: 0,
  example: settleCase(engine, lesson),
  varied: settleCase(engine, lesson, { [lesson.vary.given]: lesson.vary.to }),
  solved: settleCase(engine, lesson, { [lesson.puzzle.given]: lesson.puzzle.to }),
});
