// SPDX-License-Identifier: Apache-2.0
import { multiply, parseRational, rational, toText, type Rational } from './rational.js';
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
const kDays = rational(365n);
const kOne = rational(1n);
const kMillion = rational(1_000_000n);

// Every figure in a document, at whatever depth, and how many items each of its lists has. A
// parameter may state several figures in one text: "30:4.4 40:5".
function figuresIn(node: unknown, found: Rational[] = []): Rational[] {
  if (Array.isArray(node)) found.push(rational(BigInt(node.length)));
  if (typeof node === 'object' && node !== null) {
    for (const item of Object.values(node)) figuresIn(item, found);
  } else if (typeof node === 'number' || typeof node === 'string') {
    for (const text of String(node).split(/[\s:]+/)) {
      const value = parseRational(text);
      if (value) found.push(value);
    }
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

// Lists at whatever depth under a name or its plural.
function listsIn(node: unknown, name: string, found: unknown[][] = []): unknown[][] {
  if (typeof node !== 'object' || node === null) return found;
  for (const [key, item] of Object.entries(node)) {
    if (Array.isArray(item) && (key === name || key === `${name}s`)) found.push(item);
    listsIn(item, name, found);
  }
  return found;
}
const idOf = (item: unknown): unknown => (item as { id?: unknown } | null)?.id;

// "goal_2_met": what is said of the second goal. Where the contract lists the goals, what happened
// to each is found by its id.
function saysOfItem(name: string, { contract, experience }: Documents): boolean | undefined {
  const [, list = '', index = '', key = ''] = /^(.*?)_(\d+)_(.+)$/.exec(name) ?? [];
  const nth = (lists: unknown[][]): unknown[] =>
    lists.flatMap((items) => items[Number(index) - 1] ?? []);
  const ids = nth(listsIn(contract, list)).map(idOf);
  const results = listsIn(experience, list).flat();
  const named = results.filter((item) => idOf(item) !== undefined && ids.includes(idOf(item)));
  const items = named.length > 0 ? named : nth(listsIn(experience, list));
  return items.map((item) => says(item, [key])).find((found) => found !== undefined);
}

// What the edition says under the step's own name; or, where a parameter with the step's citation
// says it under another, that it may be either.
function editionTruth(step: Step, name: string, edition: EditionFigures): boolean | undefined {
  const own = edition.parameters.find(({ id }) => id === name);
  if (own) return own.value === 'true';
  const cited = step.source.citation.split('; ');
  return edition.parameters.some(({ citation }) => cited.includes(citation))
    ? (step.value as boolean)
    : undefined;
}

// A truth is given as true exactly when its source says so; what is not stated is false.
function truthStands(step: Step, documents: Documents): boolean {
  const { contract, experience, edition } = documents;
  const name = step.id.slice(step.id.lastIndexOf('.') + 1);
  const keys = /^(meets_quality|quality_met)$/.test(name) ? ['met_standard'] : [name];
  const stated =
    saysOfItem(name, documents) ??
    says(experience, keys) ??
    says(contract, keys) ??
    ((name === 'meets_quality' && isReportingYear(documents)) ||
      (edition !== null && editionTruth(step, name, edition)) ||
      false);
  return step.value === stated;
}

// What is a part of another figure of its edition is given as the product.
function partsOfFigures(edition: EditionFigures): Rational[] {
  const figures = figuresIn(edition.parameters.map(({ value }) => value));
  return edition.parameters
    .filter(({ id }) => id.endsWith('_of_maximum'))
    .flatMap(({ value }) => parseRational(value) ?? [])
    .flatMap((part) => figures.map((figure) => multiply(part, figure)));
}

// A parameter of an edition that is a whole contract may be a part of it, as JSON.
const partOfContract = (value: string): unknown =>
  /^[[{]/.test(value) ? JSON.parse(value) : value;

function editionFigures(documents: Documents): Rational[] {
  const { edition } = documents;
  if (!edition) return [];
  const figures = figuresIn([
    edition.parameters.map(({ value }) => partOfContract(value)),
    edition.size_table,
  ]);
  return [...figures, ...partsOfFigures(edition), kZero, kOne];
}

// What a name defines: zero, one, a thousand, a million, or the months of a year. One is also the
// risk of the average, of what has not changed, and the weight of a single type.
const kOnes = /^(one|everything$|average_risk$|risk_unchanged$|weighing_person_years$)/;
const kThousand = rational(1000n);
function definition(step: Step): Rational {
  const name = step.id.slice(step.id.lastIndexOf('.') + 1);
  if (name.endsWith('of_year')) return kTwelve;
  if (name.endsWith('year_days')) return kDays;
  if (name === 'million') return kMillion;
  if (name === 'reporting_scale') return kThousand;
  return kOnes.test(name) ? kOne : kZero;
}

function candidates(step: Step, documents: Documents): Rational[] {
  const { contract, experience } = documents;
  const { citation } = step.source;
  if (citation === 'definition') return [definition(step)];
  // What is not stated of what happened counts as none, or as it is: once.
  if (citation === 'experience') return [...figuresIn(experience), kZero, kOne];
  // A contract that names a program says what the program's edition says.
  if (citation === 'contract') return [...figuresIn(contract), ...editionFigures(documents)];
  if (citation.startsWith('contract')) return [kZero, kOne];
  const agreed = citation.startsWith('Convention') ? [definition(step)] : [];
  return [
    ...agreed,
    ...editionFigures(documents),
    ...figuresIn(contract),
    ...figuresIn(experience),
  ];
}

// The figures of documents by citation, looked up once: thousands of participants state theirs.
class Figures {
  readonly #byCitation = new Map<string, ReadonlySet<string>>();
  constructor(readonly documents: Documents) {}

  has(step: Step, value: Rational): boolean {
    const { citation } = step.source;
    const isOfStep = citation === 'definition' || citation.startsWith('Convention');
    const key = isOfStep ? `${citation} ${step.id}` : citation;
    let figures = this.#byCitation.get(key);
    if (!figures) {
      figures = new Set(candidates(step, this.documents).map(toText));
      this.#byCitation.set(key, figures);
    }
    return figures.has(toText(value));
  }
}

function stands(step: Step, figures: Figures): boolean {
  if (typeof step.value === 'boolean') return truthStands(step, figures.documents);
  const value = parseRational(step.value);
  return value !== null && figures.has(step, value);
}

export function unfounded(trace: readonly Step[], documents: Documents): Failure[] {
  const figures = new Figures(documents);
  return trace
    .filter((step) => step.op === 'given' && !stands(step, figures))
    .map((step) => ({
      id: step.id,
      reason: 'no_source',
      found: String(step.value),
      expected: step.source.citation,
    }));
}
