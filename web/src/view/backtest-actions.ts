// SPDX-License-Identifier: Apache-2.0
import { backtest } from '../engine/backtest.js';
import type { ResultsFile } from '../engine/module.js';
import { t } from '../i18n/index.js';
import { load } from '../model/load.js';
import { emptyBacktest, type BacktestState } from '../model/state.js';
import type { Store } from '../model/store.js';
import type { SettledRow } from '../model/wire.js';

// What the back-test view does: read files, recompute them, open one row on the page.
const kLargest = 64 * 1024 * 1024; // bytes of one file; CMS's are below half a megabyte

const change = (store: Store, part: Partial<BacktestState>): void =>
  store.set({ backtest: { ...store.state.backtest, ...part } });

async function bytesOf(file: File): Promise<ResultsFile> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

let latest = 0;

// Only the newest choice of files may show its result, and only whole.
export async function runFiles(
  store: Store,
  wasm: Uint8Array,
  chosen: readonly File[],
): Promise<void> {
  if (chosen.length === 0) return;
  const run = (latest += 1);
  const { year, sort } = store.state.backtest;
  const files = chosen.map(({ name }) => name);
  change(store, { ...emptyBacktest, year, sort, files, phase: 'running' });
  const tooLarge = chosen.find(({ size }) => size > kLargest);
  if (tooLarge) {
    const message = t.backtest.tooLarge(tooLarge.name, '64 MB');
    const issue = { path: tooLarge.name, code: 'too_large' as const, message };
    return change(store, { phase: 'refused', issues: [issue] });
  }
  try {
    const read = await Promise.all(chosen.map(bytesOf));
    const answer = await backtest(wasm, read, Number(year) || 0);
    if (run !== latest) return;
    if (answer.ok) change(store, { phase: 'done', report: answer, issues: answer.issues });
    else change(store, { phase: 'refused', issues: answer.issues });
  } catch (error) {
    if (run !== latest) return;
    change(store, { phase: 'failed', failure: error instanceof Error ? error.message : '' });
  }
}

// The row becomes the contract on the page.
export function openRow(store: Store, row: SettledRow): void {
  const { draft, unplaced } = load('check', row.contract, row.experience, store.catalogue);
  store.set({
    drafts: { ...store.state.drafts, check: draft },
    source: row,
    original: draft,
    unplaced,
  });
  location.hash = '#/check';
}
