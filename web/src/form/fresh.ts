// SPDX-License-Identifier: Apache-2.0
import { read } from '../model/parse.js';
import { misfitOf } from './fit.js';
import { resolved, type Part, type Parts } from './part.js';
import { isBranch, isEmpty, isList, kChosen, Typed, type Branch, type Tree } from './tree.js';
import { kindOf, oneOf } from './words.js';

// What stands in a part that is added: what the kind fixes, and empty fields for what it needs.
const kDeepest = 8;

const empty = (): Typed => new Typed('', { state: 'empty' });

const snake = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, '_');

// Ids need only differ from their neighbours', so the form proposes one.
function freshId(key: string, taken: readonly string[]): string {
  const stem = snake(oneOf(key.replaceAll('_', ' '))).slice(0, 30) || 'item';
  for (let n = 1; ; n += 1) if (!taken.includes(`${stem}_${n}`)) return `${stem}_${n}`;
}

export interface Neighbours {
  key: string; // of the list
  ids: readonly string[];
}

function freshBranch(part: Part, parts: Parts, depth: number, near?: Neighbours): Branch {
  const members = (part.r ?? []).flatMap((key): [string, Tree][] => {
    const raw = part.p?.[key];
    if (!raw || depth > kDeepest) return [];
    const inner = resolved(raw, parts);
    if (key === 'id' && inner.t === 'text' && near) return [[key, freshId(near.key, near.ids)]];
    return [[key, freshOf(raw, parts, { key, ids: [] }, depth + 1)]];
  });
  return Object.fromEntries(members);
}

export function freshOf(raw: Part, parts: Parts, near?: Neighbours, depth = 0): Tree {
  const part = resolved(raw, parts);
  switch (part.t) {
    case 'object':
      return freshBranch(part, parts, depth, near);
    case 'list': {
      const item = part.i && resolved(part.i, parts);
      const isColumn = item && kindOf(item) !== null;
      if (!item || isColumn || !part.min || depth > kDeepest) return [];
      return [freshOf(part.i!, parts, { key: near?.key ?? 'item', ids: [] }, depth + 1)];
    }
    case 'any':
      return chosenOf(part.o ?? [], 0, undefined, parts, near, depth);
    case 'const':
      return typeof part.v === 'number' ? empty() : (part.v ?? null);
    case 'null':
      return null;
    case 'choice':
      return part.e?.[0] ?? empty();
    default:
      return empty();
  }
}

const carries = (value: Tree, to: Part | undefined, parts: Parts): boolean =>
  to !== undefined &&
  resolved(to, parts).t !== 'const' &&
  !isEmpty(value) &&
  misfitOf(to, value, parts) === 0;

// Another alternative in the place of what stood there, with what both have in common.
export function chosenOf(
  options: readonly Part[],
  chosen: number,
  before: Tree | undefined,
  parts: Parts,
  near?: Neighbours,
  depth = 0,
): Tree {
  const option = options[chosen];
  if (!option) return empty();
  const part = resolved(option, parts);
  const made = freshOf(option, parts, near, depth);
  if (!isBranch(made)) return made;
  const kept = Object.entries(isBranch(before) ? before : {}).filter(([key, value]) =>
    carries(value, part.p?.[key], parts),
  );
  return { ...made, ...Object.fromEntries(kept), [kChosen]: chosen } as Branch;
}

// A leaf as it is typed. What was a JSON number stays one where a decimal says the same.
export function typedLeaf(part: Part, text: string, asNumber = false): Tree {
  const kind = kindOf(part) ?? 'text';
  if (kind === 'choice') return text === '' ? empty() : text;
  if (asNumber) return new Typed(text, read('count', text));
  if (kind === 'flag') return text === '' ? empty() : text === 'yes';
  return new Typed(text, read(kind, text));
}

// The ids in a list, so that a new one differs.
export const idsIn = (list: Tree | undefined): string[] =>
  isList(list)
    ? list.flatMap((item) => {
        const id = isBranch(item) ? item['id'] : undefined;
        return id instanceof Typed ? [id.text] : typeof id === 'string' ? [id] : [];
      })
    : [];
