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

export async function openDuckDb(threads = 2) {
  const instance = await DuckDBInstance.create(':memory:', { threads: String(threads) });
  return instance.connect();
}

export async function byDuckDb(paths, { distinct = false, connection } = {}) {
  const database = connection ?? (await openDuckDb());
  for (const statement of intake(described(paths), { distinct })) await database.run(statement);
  const rows = async (query) => (await database.runAndReadAll(query)).getRows();
  const again = async (terms) => answer(await rows(result(terms)));
  return { csv: await again(), again, ties: async () => (await rows(ties))[0] };
}
