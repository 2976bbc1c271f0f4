// SPDX-License-Identifier: Apache-2.0
import { compare, parseRational, rational, type Rational } from './rational.js';
import type { Failure } from './replay.js';
import type { Step } from './step.js';

// What a working starts from: each given figure must stand where its source says, in the
// contract, in the experience, or among the parameters of the edition that was used. Replaying
// the steps cannot see a wrong figure that decides nothing; this can.
export interface EditionFigures {
  parameters: readonly { id: string; value: string; citation: string }[];
  size_table: readonly { from: number; to: number | null; start: string; end: string }[];
}
export interface Documents {
  contract: unknown;
  experience: unknown;
  edition: EditionFigures | null;
}

const kZero = rational(0n);
const kTwelve = rational(12n);
const kOne = rational(1n);

// Every figure in a document, at whatever depth.
function figuresIn(node: unknown, found: Rational[] = []): Rational[] {
  if (typeof node === 'object' && node !== null) {
    for (const item of Object.values(node)) figuresIn(item, found);
  } else if (typeof node === 'number' || typeof node === 'string') {
    const value = parseRational(String(node));
    if (value) found.push(value);
  }
  return found;
}

// The truth that a document states under one of these keys, at whatever depth.
function says(node: unknown, keys: readonly string[]): boolean | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  for (const [key, item] of Object.entries(node)) {
    const found = typeof item === 'boolean' && keys.includes(key) ? item : says(item, keys);
    if (found !== undefined) return found;
  }
  return undefined;
}

// Where complete reporting pays, it meets the standard and counts as the full score: in a first
// performance year, and for everyone in a year of reporting.
const isReportingYear = ({ contract, edition }: Documents): boolean =>
  says(contract, ['first_performance_year']) === true ||
  (edition?.parameters.some(({ value }) => value === 'reporting') ?? false);

// A truth is given as true exactly when its source says so; what is not stated is false.
function truthStands(step: Step, documents: Documents): boolean {
  const { contract, experience, edition } = documents;
  const name = step.id.slice(step.id.lastIndexOf('.') + 1);
  const keys = ['meets_quality', 'quality_met'].includes(name) ? ['met_standard'] : [name];
  const stated =
    says(experience, keys) ??
    says(contract, keys) ??
    ((name === 'meets_quality' && isReportingYear(documents)) ||
      (edition?.parameters.some(({ id, value }) => id === name && value === 'true') ?? false));
  return step.value === stated;
}

function editionFigures(documents: Documents): Rational[] {
  const { edition } = documents;
  if (!edition) return [];
  const figures = figuresIn([edition.parameters.map(({ value }) => value), edition.size_table]);
  return isReportingYear(documents) ? [...figures, kOne] : figures;
}

// What a name defines: zero, one, or the months of a year.
function definition(step: Step): Rational {
  const name = step.id.slice(step.id.lastIndexOf('.') + 1);
  if (name.endsWith('of_year')) return kTwelve;
  return name.startsWith('one') || name === 'everything' ? kOne : kZero;
}

function candidates(step: Step, documents: Documents): Rational[] {
  const { contract, experience } = documents;
  const { citation } = step.source;
  if (citation === 'definition') return [definition(step)];
  if (citation === 'experience') return figuresIn(experience);
  if (citation === 'contract') return figuresIn(contract);
  if (citation.startsWith('contract')) return [kZero, kOne];
  return [...editionFigures(documents), ...figuresIn(contract), ...figuresIn(experience)];
}

function stands(step: Step, documents: Documents): boolean {
  if (typeof step.value === 'boolean') return truthStands(step, documents);
  const value = parseRational(step.value);
  return (
    value !== null &&
    candidates(step, documents).some((candidate) => compare(candidate, value) === 0)
  );
}

export function unfounded(trace: readonly Step[], documents: Documents): Failure[] {
  return trace
    .filter((step) => step.op === 'given' && !stands(step, documents))
    .map((step) => ({
      id: step.id,
      reason: 'no_source',
      found: String(step.value),
      expected: step.source.citation,
    }));
}
