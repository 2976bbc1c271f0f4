// SPDX-License-Identifier: Apache-2.0
import type { Engine } from '../engine/module.js';
import { money, moneyInWords, percent, plain } from '../i18n/format.js';
import type { In, Language } from '../i18n/language.js';
import { getAt, NumberText, setAt, writeJson, type Json } from '../model/json.js';
import { read, type FieldKind } from '../model/parse.js';
import type { Issue, Settlement } from '../model/wire.js';
import { parseRational } from '../trace/rational.js';
import { visitsAnswer } from './visits.js';

// A lesson is data: documents, which of their figures it talks about, one that is varied, a
// puzzle, and texts with the figures' names in braces. No result stands in it; each comes from the
// engine, which settles the lesson's documents.
export type Unit = 'money' | 'rate' | 'count' | 'points' | 'flag' | 'word';

// Where a figure stands, in the documents or below "/settlement" in what they settle to.
export interface Figure {
  at: string;
  unit: Unit;
  label: In<string>;
}
export type Figures = Readonly<Record<string, Figure>>;

// Figures that a sheet of a class set draws: whole steps of cents, percent or ones.
export interface Draw {
  from: number;
  to: number;
  step: number;
}
export interface Task {
  given: string; // name of the figure that is changed
  to: Json; // for a puzzle: one answer, which the engine turns into the goal
  asks: string; // name of the result that is asked for
  draw: Draw | readonly Json[];
}
export interface LessonTexts {
  title: string;
  hook: string;
  example: string;
  vary: string;
  why: string;
  puzzle: string;
}
export type LessonPicture = 'split' | 'waterfall' | 'scale' | 'flows' | 'map' | 'none';
export interface Lesson {
  id: string;
  documents: { readonly [name: string]: Json };
  figures: Figures;
  givens: readonly string[];
  results: readonly string[];
  picture: LessonPicture;
  vary: Task;
  puzzle: Task;
  draws: Readonly<Record<string, Draw>>; // of the example, for a class set
  // Results without which a drawn example would not tell the lesson's story: above zero, and where
  // two are named, not the same.
  story: { positive?: readonly string[]; differ?: readonly [string, string] };
  texts: In<LessonTexts>;
}

export type Changes = Readonly<Record<string, Json>>; // by the names of figures

// What a lesson's documents say and settle to: one tree, in which every figure has its place.
export interface Case {
  lesson: Lesson;
  texts: { contract: string; experience: string }; // '' where the lesson has no contract
  tree: { readonly [name: string]: unknown };
  settlement: Settlement | null; // null where it is no contract that is settled, or refused
  issues: readonly Issue[];
}

export function documentsOf({ documents, figures }: Lesson, changes: Changes): Lesson['documents'] {
  const tree = structuredClone(documents) as { [name: string]: Json };
  for (const [name, value] of Object.entries(changes)) setAt(tree, figures[name]!.at, value);
  return tree;
}

export function settleCase(engine: Engine, lesson: Lesson, changes: Changes = {}): Case {
  const documents = documentsOf(lesson, changes);
  const plainly = JSON.parse(writeJson(documents)) as { [name: string]: unknown };
  const { contract, experience } = documents;
  const isContract = contract !== undefined && experience !== undefined;
  const texts = isContract
    ? { contract: writeJson(contract), experience: writeJson(experience) }
    : { contract: '', experience: '' };
  const answer = isContract
    ? engine.settle(texts.contract, texts.experience)
    : visitsAnswer(engine, plainly);
  return {
    lesson,
    texts,
    tree: { ...plainly, settlement: answer },
    settlement: isContract && answer.ok ? (answer as Settlement) : null,
    issues: answer.ok ? [] : answer.issues,
  };
}

// The exact text of a figure, as the documents or the engine wrote it; '' where there is none.
export function exact({ lesson, tree }: Case, name: string): string {
  const value = getAt(tree, lesson.figures[name]!.at);
  return value === undefined || value === null ? '' : String(value);
}

const kTrue: In<readonly [string, string]> = { en: ['yes', 'no'], es: ['sí', 'no'] };
const kWords: Readonly<Record<string, In<string>>> = {
  plurality_of_visits: { en: 'most visits', es: 'más visitas' },
  plurality_of_allowed_charges: { en: 'most allowed charges', es: 'más cargos permitidos' },
};

export function shown(unit: Unit, value: string, language: Language, inWords = false): string {
  if (unit === 'money') return inWords ? moneyInWords(value) : money(value);
  if (unit === 'rate') return percent(value);
  if (unit === 'flag') return kTrue[language][value === 'true' ? 0 : 1];
  return unit === 'word' ? (kWords[value]?.[language] ?? value) : plain(value);
}

export const figureIn = (one: Case, name: string, language: Language, inWords = false): string =>
  shown(one.lesson.figures[name]!.unit, exact(one, name), language, inWords);

// What a person typed, as the documents hold it; undefined where it cannot be read as that.
const kReadAs: Readonly<Record<Unit, FieldKind>> = {
  money: 'money',
  rate: 'rate',
  count: 'number',
  points: 'number',
  flag: 'text',
  word: 'text',
};
export function typedAs(unit: Unit, typed: string): Json | undefined {
  const reading = read(kReadAs[unit], typed);
  if (reading.state !== 'read') return undefined;
  if (unit !== 'flag') return reading.json;
  const word = typed.trim().toLowerCase();
  return ['yes', 'sí', 'si'].includes(word) ? true : word === 'no' ? false : undefined;
}

export const textOf = (value: Json): string =>
  value instanceof NumberText ? value.text : String(value);

// Two exact texts that mean the same: "0.5" and "0.50", "North" and "north".
export function same(one: string, other: string): boolean {
  const [a, b] = [parseRational(one), parseRational(other)];
  if (a && b) return a.numerator === b.numerator && a.denominator === b.denominator;
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

// The engine's verdict on an answer: what it settles to, and whether that is the goal.
export interface Verdict {
  right: boolean;
  result: Case;
}
export function tried(engine: Engine, lesson: Lesson, answer: Json, base: Changes = {}): Verdict {
  const { given, to, asks } = lesson.puzzle;
  const goal = settleCase(engine, lesson, { ...base, [given]: to });
  const result = settleCase(engine, lesson, { ...base, [given]: answer });
  const right = result.issues.length === 0 && same(exact(result, asks), exact(goal, asks));
  return { right, result };
}

// Fills {name} from a case; {old.name} and {goal.name} from the other cases that are given.
export function filled(
  text: string,
  cases: Readonly<Record<string, Case>>,
  language: Language,
): string {
  return text.replace(/\{(?:(\w+)\.)?(\w+)\}/g, (_, from: string | undefined, name: string) =>
    figureIn(cases[from ?? 'now']!, name, language, true),
  );
}
