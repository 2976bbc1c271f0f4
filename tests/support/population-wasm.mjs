// SPDX-License-Identifier: Apache-2.0
// The Population class of the WebAssembly module, as a worker and node alike use it.

function accepted(refusal) {
  if (refusal) throw new Error(`refused: ${refusal}`);
}

export function openPopulation(module, terms) {
  const population = module.Population.open(JSON.stringify(terms));
  if (typeof population === 'string') throw new Error(`refused: ${population}`);
  return {
    beginFile: (...args) => accepted(population.beginFile(...args)),
    endFile: () => {
      const answer = population.endFile();
      const { ok, file } = JSON.parse(answer);
      if (!ok) throw new Error(`refused: ${answer}`);
      return file;
    },
    setTerms: (text) => accepted(population.setTerms(text)),
    chunkAddress: () => population.chunkAddress(),
    chunkCapacity: () => population.chunkCapacity(),
    take: (bytes) => population.take(bytes),
    partial: () => population.partial(),
    merge: (bytes) => accepted(population.merge(bytes)),
    finish: () => JSON.parse(population.finish()),
    table: (name) => population.table(name, 'csv'),
    delete: () => population.delete(),
  };
}

// Bytes of the file that was begun, in as many pieces as the engine's buffer asks for.
export function take(module, population, bytes) {
  const capacity = population.chunkCapacity();
  for (let at = 0; at < bytes.length; at += capacity) {
    const piece = bytes.subarray(at, at + capacity);
    // The memory may have grown since the last piece, which makes another HEAPU8.
    module.HEAPU8.set(piece, population.chunkAddress());
    if (!population.take(piece.length)) throw new Error('the file is refused');
  }
}

// The table of candidates as text.
export function candidates(population) {
  const table = population.table('candidates');
  if (typeof table === 'string') throw new Error(`refused: ${table}`);
  return new TextDecoder().decode(table);
}
