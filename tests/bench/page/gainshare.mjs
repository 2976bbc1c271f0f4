// SPDX-License-Identifier: Apache-2.0
// The engine as the page runs it: WebAssembly in a worker, fed piece by piece.
import { populationTerms } from '../../support/claims-job.mjs';
import { candidates, openPopulation, take } from '../../support/population-wasm.mjs';
import { contend, eachPiece } from './contest.mjs';

const { default: create } = await import(new URL('engine/gainshare.mjs', self.location.href).href);
const wasmBinary = await (await fetch('engine/gainshare.wasm')).arrayBuffer();
const module = await create({ wasmBinary });

contend(async (files) => {
  const population = openPopulation(module, populationTerms());
  for (const kind of ['roster', 'eligibility', 'claims']) {
    population.beginFile(kind, files[kind].name, '');
    await eachPiece(files[kind], (piece) => take(module, population, piece));
    population.endFile();
  }
  return {
    csv: candidates(population),
    again(terms) {
      population.setTerms(JSON.stringify(populationTerms(terms)));
      return candidates(population);
    },
  };
});
