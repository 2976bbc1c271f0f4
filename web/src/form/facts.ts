// SPDX-License-Identifier: Apache-2.0
import { getAt } from '../model/json.js';
import type { Preset } from './part.js';
import { at, isBranch, isList, type Tree } from './tree.js';

// Which facts a contract settles on. No list of kinds says so: the examples show it. A fact is
// asked for where most examples of the same stream have it; every other one may be added.
type Uses = ReadonlyMap<string, readonly ReadonlySet<string>[]>;

const streamKey = (kind: unknown, program: unknown): string =>
  `${String(kind)} ${typeof program === 'string' ? program : ''}`;

function add<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  map.set(key, [...(map.get(key) ?? []), item]);
}

export function usesOf(presets: readonly Preset[]): Uses {
  const uses = new Map<string, ReadonlySet<string>[]>();
  for (const { contract, experience } of presets) {
    const streams = getAt(JSON.parse(contract), '/streams');
    // Of a contract of several streams nothing tells which stream asks for which fact.
    if (!Array.isArray(streams) || streams.length !== 1) continue;
    const facts = new Set(Object.keys(JSON.parse(experience) as object));
    facts.delete('format');
    const kind = getAt(streams[0], '/kind');
    add(uses, streamKey(kind, getAt(streams[0], '/program/name')), facts);
    add(uses, String(kind), facts);
  }
  return uses;
}

function usual(examples: readonly ReadonlySet<string>[]): string[] {
  const counts = new Map<string, number>();
  for (const facts of examples)
    for (const fact of facts) counts.set(fact, (counts.get(fact) ?? 0) + 1);
  return [...counts].flatMap(([fact, count]) => (2 * count > examples.length ? [fact] : []));
}

export function askedBy(contract: Tree, uses: Uses): ReadonlySet<string> {
  const streams = at(contract, '/streams');
  const asked = new Set<string>();
  for (const stream of isList(streams) ? streams : []) {
    if (!isBranch(stream)) continue;
    const kind = stream['kind'];
    const examples =
      uses.get(streamKey(kind, at(stream, '/program/name'))) ?? uses.get(String(kind));
    for (const fact of usual(examples ?? [])) asked.add(fact);
  }
  return asked;
}
