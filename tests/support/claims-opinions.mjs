// SPDX-License-Identifier: Apache-2.0
// The opinions on the reference job that run in node, each as (paths, options) → answer; and the
// engine's own, by the command.
import { createReadStream, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ByteJob } from './claims-bytes.mjs';
import { byDuckDb } from './claims-duckdb.mjs';
import { byDuckDbWasm } from './claims-duckdb-wasm.mjs';
import { populationTerms } from './claims-job.mjs';
import { byPapaParse } from './claims-papaparse.mjs';
import { command, run } from './engine.mjs';

const kinds = ['roster', 'eligibility', 'claims'];

// By hand, in pieces of an odd length, so that rows lie across them.
function byBytes(paths) {
  const opinion = new ByteJob();
  for (const kind of kinds) {
    const reader = opinion.reader(kind);
    const bytes = readFileSync(paths[kind]);
    for (let at = 0; at < bytes.length; at += 65_521) reader.take(bytes.subarray(at, at + 65_521));
    reader.finish();
  }
  return { csv: opinion.answer() };
}

const papaParse = (paths, options) =>
  byPapaParse(
    Object.fromEntries(kinds.map((kind) => [kind, createReadStream(paths[kind])])),
    options,
  );

export const opinions = {
  'native DuckDB': byDuckDb,
  'DuckDB-WASM': byDuckDbWasm,
  'bytes in JavaScript': byBytes,
  'PapaParse and a Map': papaParse,
};

// Whether the command that was built can do the job at all.
export const hasPopulation =
  existsSync(command) && /finish/.test(run(['population', '--help']).stdout);

// The terms as a file beside the claims.
export function termsFile(paths, terms = populationTerms()) {
  const path = join(dirname(paths.claims), 'terms.json');
  writeFileSync(path, JSON.stringify(terms));
  return path;
}

// Arguments that name the files of a population, one or several of each kind.
export const filesOf = (paths) =>
  kinds.flatMap((kind) => [paths[kind] ?? []].flat().flatMap((path) => [`--${kind}`, path]));

// What `gainshare population …` prints; a refusal is an error.
export function population(...args) {
  const { status, stdout, stderr } = run(['population', ...args]);
  if (status !== 0) throw new Error(`population ${args[0]} ended with ${status}: ${stderr}`);
  return stdout;
}

// A table of the engine's result on files of the reference job.
export function byEngine(paths, { table = 'candidates', terms } = {}) {
  return population('run', termsFile(paths, terms), ...filesOf(paths), '--table', table);
}
