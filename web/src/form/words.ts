// SPDX-License-Identifier: Apache-2.0
import { percent, plain } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import type { FieldKind } from '../model/parse.js';
import type { Catalogue } from '../model/wire.js';
import { compare, parseRational } from '../trace/rational.js';
import { resolved, type Part, type Parts } from './part.js';

// What the schema says, as people read it: no word with an underscore reaches the page, and
// amounts are typed in dollars whatever unit the documents have.
export const plainWords = (text: string): string =>
  text
    .replace(/\b[a-z0-9]+(?:_[a-z0-9]+)+\b/g, (word) =>
      word.replace(/_cents$/, '').replaceAll('_', ' '),
    )
    .replace(/\bWhole US cents\b/g, t.any.dollars);

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const nameOf = (part: Part, key: string): string => part.l ?? capital(plainWords(key));

// "Groups of episodes" has items that are each a "Group of episodes".
export function oneOf(list: string): string {
  const [head, ...rest] = list.split(/(?= (?:of|by|from|for|in|to|with|that) )/);
  const single = (head ?? '').replace(/ies$/, 'y').replace(/(?<!s)s$/, '');
  return `${single}${rest.join('')}`;
}

export const wordOf = (key: string, value: string): string =>
  t.options[`${key}=${value}`] ?? capital(plainWords(value));

// Figures that are shares of something are typed and shown in percent.
const kShare = /^(fraction|score|share|rate)\b/;

const within = (part: Part, low: string, high: string): boolean => {
  const [lo, hi] = [parseRational(part.lo ?? ''), parseRational(part.hi ?? '')];
  return (
    lo !== null &&
    hi !== null &&
    compare(lo, parseRational(low)!) >= 0 &&
    compare(hi, parseRational(high)!) <= 0
  );
};

// How a leaf is typed; nothing for a part that is no leaf.
export function kindOf(part: Part): FieldKind | null {
  switch (part.t) {
    case 'number':
      if (part.u === 'cents') return 'money';
      if (part.u === 'year') return 'year';
      if (part.int) return 'count';
      return kShare.test(part.u ?? '') || (!part.u && within(part, '-1', '1')) ? 'rate' : 'number';
    case 'flag':
      return 'flag';
    case 'choice':
      return 'choice';
    case 'date':
      return 'date';
    case 'text':
      return 'text';
    default:
      return null;
  }
}

function unitWords(part: Part, kind: FieldKind): string {
  const unit = part.u ?? '';
  if (kind === 'money' || kind === 'year' || unit === 'score' || unit === 'weight') return '';
  const words = plainWords(unit.replace(/^fraction ?/, ''));
  if (kind === 'rate') return words ? t.any.percentOf(words) : '';
  return words ? t.any.inUnit(words) : '';
}

// Limits are worth saying where they are not the usual ones: 0 % to 100 %, any amount, any count.
function limitWords(part: Part, kind: FieldKind): string {
  const { lo, hi } = part;
  if (lo === undefined || hi === undefined || kind === 'money') return '';
  const usual = kind === 'rate' && lo === '0' && hi === '1';
  const telling = kind === 'rate' ? within(part, '-1', '1') : within(part, '-100', '100');
  if (usual || !telling) return '';
  const shown = kind === 'rate' ? percent : plain;
  return t.any.limits(shown(lo), shown(hi));
}

export function helpOf(part: Part, kind: FieldKind | null): string {
  const said = part.d ? plainWords(part.d) : '';
  if (!kind) return said;
  return [said, unitWords(part, kind), limitWords(part, kind)].filter(Boolean).join(' ');
}

export const programTitle = (name: unknown, { programs }: Catalogue): string | undefined =>
  programs.find(({ program }) => program === name)?.title;

function programNames(part: Part, parts: Parts, catalogue: Catalogue): string {
  const name = part.p?.['name'] && resolved(part.p['name'], parts);
  const names = name?.e ?? (name?.v === undefined ? [] : [String(name.v)]);
  const titles = names.flatMap((one) => programTitle(one, catalogue) ?? []);
  return part.p?.['performance_year'] ? titles.join(t.any.or) : '';
}

// What an alternative is called in a list of them.
export function alternativeName(raw: Part, parts: Parts, catalogue: Catalogue): string {
  const part = resolved(raw, parts);
  if (part.t === 'const') return capital(plainWords(String(part.v)));
  if (part.t === 'null') return t.any.none;
  if (part.t !== 'object') return part.l ?? t.any.shapes[part.t] ?? '';
  const named = programNames(part, parts, catalogue);
  if (named) return named;
  if (part.d) return plainWords(part.d).replace(/\.$/, '');
  const [first, ...more] = (part.r ?? Object.keys(part.p ?? {})).map((key) =>
    nameOf(part.p?.[key] ?? part, key),
  );
  return [first, ...more.map((name) => name.charAt(0).toLowerCase() + name.slice(1))].join(', ');
}
