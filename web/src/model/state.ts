// SPDX-License-Identifier: Apache-2.0
import type { AnyDraft } from './any.js';
import type { ClaimsState } from './claims.js';
import type { Draft } from './fields.js';
import type { SheetId } from './sheets.js';
import type { BacktestReport, BacktestRow, Issue, Verdict } from './wire.js';

export const kViews = ['idea', 'learn', 'quality', 'check', 'any', 'claims', 'backtest'] as const;
export type View = (typeof kViews)[number];

export type SortColumn =
  | 'aco_name'
  | 'performance_year'
  | 'track'
  | 'beneficiaries'
  | 'benchmark_cents'
  | 'expenditure_cents'
  | 'savings_cents'
  | 'minimum_rate'
  | 'sharing_rate'
  | 'computed_generated_cents'
  | 'published_generated_cents'
  | 'computed_earned_cents'
  | 'published_earned_cents'
  | 'difference_cents'
  | 'verdict';

export interface BacktestState {
  phase: 'empty' | 'running' | 'done' | 'refused' | 'failed';
  files: readonly string[]; // names, for the progress note
  report: BacktestReport | null;
  issues: readonly Issue[];
  failure: string;
  year: string; // as typed; '' tells the year from the file
  sort: { column: SortColumn; descending: boolean };
  verdict: Verdict | '';
  performanceYear: string; // filter; '' is all
  page: number;
}

export interface State {
  view: View;
  drafts: Readonly<Record<SheetId, Draft>>;
  // The published row that the contract to check was taken from.
  source: BacktestRow | null;
  original: Draft | null; // what that row put into the fields
  unplaced: readonly string[];
  date: string; // as typed, for the print
  any: AnyDraft | null; // nothing until the forms are unpacked
  claims: ClaimsState;
  backtest: BacktestState;
}

export const emptyBacktest: BacktestState = {
  phase: 'empty',
  files: [],
  report: null,
  issues: [],
  failure: '',
  year: '',
  sort: { column: 'verdict', descending: false },
  verdict: '',
  performanceYear: '',
  page: 0,
};
