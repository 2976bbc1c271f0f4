// SPDX-License-Identifier: Apache-2.0
// Every ACO that CMS has published: its working is recomputed step by step, and on the page it
// becomes a contract that settles to the very same answer.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { documents } from '../../web/src/model/documents.js';
import { load } from '../../web/src/model/load.js';
import { sheetConstants, sheetGroups } from '../../web/src/model/sheets.js';
import type { BacktestReport } from '../../web/src/model/wire.js';
import { unfounded } from '../../web/src/trace/grounds.js';
import { replay, replayStatement } from '../../web/src/trace/replay.js';
import type { Case } from './cases.js';
import { evidence, startEngine } from './engine.js';

const folder = process.env.GAINSHARE_CMS_DATA ?? '../shared/data/cms-mssp';
const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.csv')) : [];
const skip =
  names.length > 0
    ? false
    : 'CMS results are not here: download "Performance Year Financial and Quality Results" from ' +
      'data.cms.gov and set GAINSHARE_CMS_DATA';

const engine = await startEngine();
const catalogue = engine.describe();

function published(): Case[] {
  const files = names.map((name) => ({
    name,
    bytes: new Uint8Array(readFileSync(join(folder, name))),
  }));
  const report = JSON.parse(engine.backtest(files, 0)) as BacktestReport;
  assert.ok(report.ok);
  return report.rows.flatMap((row) =>
    row.verdict === 'unreadable'
      ? []
      : ([{ ...row, name: `${row.file}:${row.line}` }] as unknown as Case[]),
  );
}

test('the working of every published ACO is recomputed', { skip }, () => {
  const rows = published();
  const wrong = rows.flatMap((row) => {
    const { settlement, documents: from } = evidence(engine, row);
    const failures = [
      ...replay(settlement.trace).failures,
      ...unfounded(settlement.trace, from),
      ...replayStatement(settlement.statement, settlement.trace),
    ];
    return failures.map((failure) => `${row.name} ${JSON.stringify(failure)}`);
  });
  assert.deepEqual(wrong.slice(0, 10), []);
  assert.ok(rows.length > 0);
});

test('every published ACO becomes a contract on the page that settles the same', { skip }, () => {
  const wrong = published().flatMap((row) => {
    const { draft, unplaced } = load('check', row.contract, row.experience, catalogue);
    if (unplaced.length > 0) return [`${row.name} has no field for ${unplaced.join(', ')}`];
    const groups = sheetGroups('check', draft, catalogue);
    const title = draft['/contract/title'] ?? '';
    const made = documents(draft, groups, sheetConstants('check', draft, title));
    const before = engine.settle(JSON.stringify(row.contract), JSON.stringify(row.experience));
    const after = engine.settle(made.contract, made.experience);
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [`${row.name} settles otherwise`];
  });
  assert.deepEqual(wrong.slice(0, 10), []);
});
