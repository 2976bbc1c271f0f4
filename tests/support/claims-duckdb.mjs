// SPDX-License-Identifier: Apache-2.0
// The reference job by native DuckDB.
import { closeSync, openSync, readSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { answer } from './claims-job.mjs';
import { intake, result, ties } from './claims-sql.mjs';

// The names of a file's columns, from its first line.
export function columnsOf(path) {
  const bytes = Buffer.alloc(32 << 10);
  const file = openSync(path, 'r');
  const read = readSync(file, bytes, 0, bytes.length, 0);
  closeSync(file);
  const [line] = bytes.toString('utf8', 0, read).split(/\r?\n/, 1);
  return line.split(',').map((name) => name.replace(/^"|"$/g, ''));
}

// `{claims, eligibility, roster}` as paths, with the columns of each.
export function described(paths) {
  const kinds = ['claims', 'eligibility', 'roster'];
  return Object.fromEntries(
    kinds.map((kind) => [kind, { path: paths[kind], columns: columnsOf(paths[kind]) }]),
  );
}

export async function byDuckDb(paths, { threads = 2, distinct = false } = {}) {
  const instance = await DuckDBInstance.create(':memory:', { threads: String(threads) });
  const connection = await instance.connect();
  const begin = performance.now();
  for (const statement of intake(described(paths), { distinct })) await connection.run(statement);
  const read = performance.now();
  const rows = (await connection.runAndReadAll(result())).getRows();
  const csv = answer(rows);
  const end = performance.now();
  const [[byDate, byId]] = (await connection.runAndReadAll(ties)).getRows();
  connection.closeSync();
  instance.closeSync();
  return { csv, milliseconds: end - begin, recompute: end - read, ties: { byDate, byId } };
}
