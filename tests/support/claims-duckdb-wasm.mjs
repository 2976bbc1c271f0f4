// SPDX-License-Identifier: Apache-2.0
// The reference job by DuckDB in WebAssembly, in node. The page of the benchmarks does the same in
// Chromium (tests/bench/page/duckdb.mjs).
import { createRequire } from 'node:module';
import { answer } from './claims-job.mjs';
import { described } from './claims-duckdb.mjs';
import { intake, result } from './claims-sql.mjs';

const require = createRequire(import.meta.url);

// Rows of an Arrow table as [candidate, members, months, cost].
export const rowsOf = (table) =>
  table.toArray().map((row) => [row.candidate, row.members, row.months, row.cost]);

// One database for the process: compiling 34 MB of WebAssembly takes seconds.
let opened;
export async function openDuckDbWasm() {
  const duckdb = require('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs');
  const module = (kind) => require.resolve(`@duckdb/duckdb-wasm/dist/duckdb-${kind}.wasm`);
  const bundles = { mvp: { mainModule: module('mvp') }, eh: { mainModule: module('eh') } };
  const database = await duckdb.createDuckDB(bundles, new duckdb.VoidLogger(), duckdb.NODE_RUNTIME);
  await database.instantiate(() => {});
  database.open({});
  return database;
}

export async function byDuckDbWasm(paths, { distinct = false, database } = {}) {
  if (!database) opened ??= openDuckDbWasm();
  const connection = (database ?? (await opened)).connect();
  for (const statement of intake(described(paths), { distinct })) connection.query(statement);
  const again = (terms) => answer(rowsOf(connection.query(result(terms))));
  return { csv: again(), again };
}
