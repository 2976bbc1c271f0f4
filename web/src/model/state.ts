// SPDX-License-Identifier: Apache-2.0
import type { AnyDraft } from './any.js';
import type { ClaimsState } from './claims.js';
import type { Draft } from './fields.js';
import type { PayerFigures } from './payer.js';
import type { ScenarioDifference } from './scenario.js';
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

// What is said about a scenario that came from a link or a file.
export interface Notice {
  problems: readonly string[];
  notes: readonly string[];
  engine: string; // that recorded the result
  differences: readonly ScenarioDifference[];
}

// The payer's statement beside the page's own; nothing while they are not compared.
export interface PayerState {
  figures: PayerFigures;
  unplaced: readonly string[]; // rows of a pasted table that no line has
  tooLong: boolean; // the pasted table is no statement
}
export type ComparedView = 'check' | 'any' | 'claims';

export interface State {
  view: View;
  drafts: Readonly<Record<SheetId, Draft>>;
  // The published row that the contract to check was taken from.
  source: BacktestRow | null;
  original: Draft | null; // what that row put into the fields
  unplaced: readonly string[];
  date: string; // as typed, for the print
  notice: Notice | null;
  payer: Readonly<Record<ComparedView, PayerState | null>>;
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
