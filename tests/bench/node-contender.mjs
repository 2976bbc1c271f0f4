// SPDX-License-Identifier: Apache-2.0
// One contender in a node process of its own: node tests/bench/node-contender.mjs NAME PATHS, the
// paths as JSON. Prints what it measured as JSON. Loading a database or a module comes before the
// clock starts, as in the browser.
import { closeSync, openSync, readSync } from 'node:fs';
import { populationTerms } from '../support/claims-job.mjs';
import { loadWasm } from '../support/engine.mjs';
import { contest } from './page/contest.mjs';

const [, , name, json] = process.argv;
const paths = JSON.parse(json);
const kinds = ['roster', 'eligibility', 'claims'];

function eachPiece(path, take) {
  const bytes = new Uint8Array(1 << 20);
  const file = openSync(path, 'r');
  for (let read; (read = readSync(file, bytes)) > 0;) take(bytes.subarray(0, read));
  closeSync(file);
}

const contenders = {
  floor() {
    return () => {
      kinds.forEach((kind) => eachPiece(paths[kind], () => {}));
      return {};
    };
  },
  async gainshare() {
    const { candidates, openPopulation, take } = await import('../support/population-wasm.mjs');
    const module = await loadWasm();
    return () => {
      const population = openPopulation(module, populationTerms());
      for (const kind of kinds) {
        population.beginFile(kind, `${kind}.csv`, '');
        eachPiece(paths[kind], (piece) => take(module, population, piece));
        population.endFile();
      }
      const again = (terms) => {
        population.setTerms(JSON.stringify(populationTerms(terms)));
        return candidates(population);
      };
      return { csv: candidates(population), again };
    };
  },
  async duckdbWasm() {
    const { byDuckDbWasm, openDuckDbWasm } = await import('../support/claims-duckdb-wasm.mjs');
    const database = await openDuckDbWasm();
    return () => byDuckDbWasm(paths, { database });
  },
  async duckdb() {
    const { byDuckDb, openDuckDb } = await import('../support/claims-duckdb.mjs');
    const connection = await openDuckDb(2);
    return () => byDuckDb(paths, { connection });
  },
  async bytes() {
    const { ByteJob } = await import('../support/claims-bytes.mjs');
    return () => {
      const opinion = new ByteJob();
      for (const kind of kinds) {
        const reader = opinion.reader(kind);
        eachPiece(paths[kind], (piece) => reader.take(piece));
        reader.finish();
      }
      return { csv: opinion.answer(), again: (terms) => opinion.answer(terms) };
    };
  },
};

const contender = contest(await contenders[name]());
const before = process.cpuUsage();
const result = await contender.run();
const { user, system } = process.cpuUsage(before);
const measured = { ...result, ...(await contender.recompute()), cpu: (user + system) / 1000 };
process.stdout.write(
  JSON.stringify({ ...measured, memory: process.resourceUsage().maxRSS * 1024 }),
);
