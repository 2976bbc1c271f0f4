// SPDX-License-Identifier: Apache-2.0
import type { Step } from '../trace/step.js';
import type * as generated from './types.generated.js';

// The engine's answers under the names that the page uses. Their shape comes from the schemas.
export type {
  Describe as Catalogue,
  BreakPoint,
  BreaksAnswer,
  BreaksRequest,
  Edition,
  Parameter,
  ProgramReference,
  ProgramTrack as Track,
  MeasureOutcome as MeasureResult,
  QualityScorecardOutcome as ScorecardResult,
  RuleChange,
  SeekAnswer,
  SeekRequest,
  SharedSavingsOutcome as SharedSavingsResult,
  StatementLine as Line,
  TornadoAnswer,
  TornadoRequest,
  YearTotals as BacktestTotals,
} from './types.generated.js';

// The page adds one kind of issue of its own: text that is no figure.
export interface Issue {
  path: string;
  code: generated.IssueCode | 'unreadable';
  message: string;
  params?: Readonly<Record<string, string>>;
}
export type Refusal = generated.Issues;

// The page always asks for the working.
export type Settlement = Omit<generated.Settlement, 'trace' | 'flows'> & {
  trace: Step[];
  flows?: readonly Flow[];
};
// Money that goes from one party to another.
export interface Flow {
  from: string;
  to: string;
  purpose: string;
  amount_cents: number;
  step?: string;
}
export type SettleAnswer = Settlement | Refusal;

export type SettledRow = generated.SettledRow;
export type BacktestRow = generated.SettledRow | generated.UnreadableRow;
export type BacktestReport = generated.Backtest;
export type BacktestAnswer = BacktestReport | Refusal;
export type Verdict = BacktestRow['verdict'];
