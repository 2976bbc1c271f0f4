// SPDX-License-Identifier: Apache-2.0
import type { FieldKind } from '../model/parse.js';
import { money, percent, plain } from './format.js';

// One sentence or two per issue: what is wrong, what is allowed, how to mend it. The engine's own
// message serves where the page has nothing better to say.
export type Params = Readonly<Record<string, string>>;

export const shownAs = (kind: FieldKind, value: string | undefined): string => {
  if (value === undefined) return '';
  if (kind === 'year') return value;
  const written = kind === 'money' ? money(value) : kind === 'rate' ? percent(value) : plain(value);
  return written || value;
};

const examples: Partial<Record<FieldKind, string>> = {
  money: 'Write it like $1,250.50.',
  rate: 'Write it like 50% or .5.',
  count: 'Write a whole number like 12,500.',
  year: 'Write it like 2024.',
  number: 'Write a number like 1.8.',
  date: 'Write it like 2024-01-31.',
};

const range = (kind: FieldKind, { low, high }: Params): string => {
  if (low !== undefined && high !== undefined)
    return `Enter a figure from ${shownAs(kind, low)} to ${shownAs(kind, high)}.`;
  if (low !== undefined) return `Enter ${shownAs(kind, low)} or more.`;
  return high === undefined ? '' : `Enter ${shownAs(kind, high)} or less.`;
};

export function issueSentence(
  code: string,
  label: string,
  kind: FieldKind,
  params: Params,
  typed: string,
): string | null {
  switch (code) {
    case 'missing':
      return kind === 'choice' || kind === 'flag'
        ? `${label}: choose one.`
        : `${label} is missing. ${examples[kind] ?? ''}`.trim();
    case 'unreadable':
    case 'not_a_number':
    case 'wrong_type':
      return `${label}: “${typed.trim()}” cannot be read. ${examples[kind] ?? ''}`.trim();
    case 'out_of_range': {
      const allowed = range(kind, params);
      if (!allowed) return null;
      return `${label} is ${shownAs(kind, params['value']) || `“${typed.trim()}”`}. ${allowed}`;
    }
    case 'bad_date':
      return `${label}: “${typed.trim()}” is not a date. ${examples.date}`;
    default:
      return null;
  }
}

export const issues = {
  title: (count: number) =>
    count === 1 ? 'One entry needs mending' : `${count} entries need mending`,
  noResult: 'No result is shown until this is mended.',
  elsewhere: (path: string) => `In ${path}`,
  prefix: 'Error:',
} as const;
