// SPDX-License-Identifier: Apache-2.0
import type { Documents } from '../trace/grounds.js';
import type { DocumentName } from './any.js';
import { getAt } from './json.js';
import type { Settled } from './store.js';
import type { Catalogue, Settlement } from './wire.js';

// A settlement with what it was made from, for the check of its working.
export interface Evidence {
  settlement: Settlement;
  documents: Documents;
}

// The figures of every edition that the contract or a stream of it names, all together.
function editionsUsed(contract: unknown, { programs }: Catalogue): Documents['edition'] {
  const streams = getAt(contract, '/streams');
  const naming: readonly unknown[] = [contract, ...(Array.isArray(streams) ? streams : [])];
  const used = naming.flatMap((part) => {
    const chosen = getAt(part, '/program');
    const program = programs.find(({ program: name }) => name === getAt(chosen, '/name'));
    const year = getAt(chosen, '/performance_year');
    const edition = program?.editions.find(({ performance_year: of }) => of === year);
    if (!edition) return [];
    // The track is what one of the elections names, under whatever key; where none does, the
    // edition's terms hold for every one of them.
    const words: readonly unknown[] = Object.values(chosen as object);
    const elected = edition.tracks.filter(({ id }) => words.includes(id));
    const tracks = elected.length > 0 ? elected : edition.tracks;
    return [{ edition, parameters: tracks.flatMap(({ parameters }) => parameters) }];
  });
  if (used.length === 0) return null;
  return {
    parameters: used.flatMap(({ edition, parameters }) => [...edition.parameters, ...parameters]),
    size_table: used.flatMap(({ edition }) => edition.size_table),
  };
}

export function evidenceOf(
  {
    settlement,
    documents,
  }: { settlement: Settlement | null; documents: Pick<Settled['documents'], DocumentName> },
  catalogue: Catalogue,
): Evidence[] {
  if (!settlement) return [];
  const contract: unknown = JSON.parse(documents.contract);
  const experience: unknown = JSON.parse(documents.experience);
  const edition = editionsUsed(contract, catalogue);
  return [{ settlement, documents: { contract, experience, edition } }];
}
