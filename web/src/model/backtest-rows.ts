// SPDX-License-Identifier: Apache-2.0
import { compare, parseRational } from '../trace/rational.js';
import type { BacktestState, SortColumn } from './state.js';
import type { BacktestRow, Verdict } from './wire.js';

// Which rows of a report are shown, in which order and on which page.
export const kRowsPerPage = 50;

// What needs a look comes first.
export const kVerdicts: readonly Verdict[] = [
  'differs',
  'unreadable',
  'limited_by_unpublished_revenue',
  'within_rounding',
  'exact',
];

const kWords: ReadonlySet<SortColumn> = new Set(['aco_name', 'track']);

function compareValues(column: SortColumn, a: BacktestRow, b: BacktestRow): number {
  if (column === 'verdict') return kVerdicts.indexOf(a.verdict) - kVerdicts.indexOf(b.verdict);
  const x = String(a[column]);
  const y = String(b[column]);
  if (kWords.has(column)) return x < y ? -1 : x > y ? 1 : 0;
  if (typeof a[column] === 'number' && typeof b[column] === 'number')
    return (a[column] as number) - (b[column] as number);
  const left = parseRational(x);
  const right = parseRational(y);
  return left && right ? compare(left, right) : 0;
}

export function shownRows(state: BacktestState): BacktestRow[] {
  const { report, verdict, performanceYear, sort } = state;
  const rows = (report?.rows ?? []).filter(
    (row) =>
      (verdict === '' || row.verdict === verdict) &&
      (performanceYear === '' || String(row.performance_year) === performanceYear),
  );
  const direction = sort.descending ? -1 : 1;
  const { column } = sort;
  // Rows without the figure stand last whichever way it is sorted.
  return rows.sort((a, b) => {
    const none = Number(a[column] === null) - Number(b[column] === null);
    return none !== 0 ? none : compareValues(column, a, b) * direction;
  });
}

export const pageCount = (rows: number): number => Math.max(1, Math.ceil(rows / kRowsPerPage));
