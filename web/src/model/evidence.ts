// SPDX-License-Identifier: Apache-2.0
import type { Documents } from '../trace/grounds.js';
import { getAt } from './json.js';
import type { Settled } from './store.js';
import type { Catalogue, Settlement } from './wire.js';

// A settlement with what it was made from, for the check of its working.
export interface Evidence {
  settlement: Settlement;
  documents: Documents;
}

function editionUsed(contract: unknown, { programs }: Catalogue): Documents['edition'] {
  const chosen = '/streams/0/program';
  const program = programs.find(({ program: name }) => name === getAt(contract, `${chosen}/name`));
  const year = getAt(contract, `${chosen}/performance_year`);
  const edition = program?.editions.find(({ performance_year: of }) => of === year);
  const track = edition?.tracks.find(({ id }) => id === getAt(contract, `${chosen}/track`));
  if (!edition) return null;
  return {
    parameters: [...edition.parameters, ...(track?.parameters ?? [])],
    size_table: edition.size_table,
  };
}

export function evidenceOf(settled: Settled, catalogue: Catalogue): Evidence[] {
  const { settlement, documents } = settled;
  if (!settlement) return [];
  const contract: unknown = JSON.parse(documents.contract);
  const experience: unknown = JSON.parse(documents.experience);
  const edition = editionUsed(contract, catalogue);
  return [{ settlement, documents: { contract, experience, edition } }];
}
