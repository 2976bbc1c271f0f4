// SPDX-License-Identifier: Apache-2.0
import type { Status, Step } from '../trace/step.js';

// The engine's answers, as far as the page reads them.
export interface Issue {
  path: string;
  code: string;
  message: string;
  params?: Record<string, string>;
}
export interface Refusal {
  ok: false;
  engine_version: string;
  issues: Issue[];
}

export interface SharedSavingsResult {
  id: string;
  kind: 'shared_savings';
  benchmark_cents: number;
  expenditure_cents: number;
  savings_cents: number;
  savings_rate: string;
  minimum_savings_rate: string;
  minimum_savings_exact: string;
  pool_exact: string;
  final_sharing_rate: string;
  share_of_pool_exact: string;
  payer_share_of_pool_exact: string;
  withheld_by_cap_or_sequestration_exact: string;
  payment_cents: number;
  payer_keeps_cents: number;
  loss_owed_cents: number;
  loss_rate: string;
  recouped_cents: number;
  net_payment_cents: number;
  flags: string[];
}
export interface MeasureResult {
  id: string;
  achievement_points: string;
  improvement_points: string;
  relative_change?: string | null;
  points: string;
}
export interface ScorecardResult {
  id: string;
  kind: 'quality_scorecard';
  points: string;
  maximum_points: string;
  score: string;
  measures: MeasureResult[];
}
export type StreamResult = SharedSavingsResult | ScorecardResult;

export interface Line {
  step: string;
  emphasis: 'given' | 'amount' | 'result';
  amount_cents?: number;
  rounded?: boolean;
}
export interface ProgramReference {
  stream: string;
  program: string;
  performance_year: number;
  edition: string;
  title: string;
  law: string;
}
export interface Settlement {
  ok: true;
  engine_version: string;
  title: string;
  rounding: { mode: string; place: string };
  programs: ProgramReference[];
  payment_cents: number;
  loss_owed_cents: number;
  net_payment_cents: number;
  projection?: { projected_expenditure_cents: number };
  streams: StreamResult[];
  statement: Line[];
  marked: { step: string; status: Status; citation: string }[];
  trace: Step[];
}
export type SettleAnswer = Settlement | Refusal;

export interface Parameter {
  id: string;
  value: string;
  unit: string;
  citation: string;
  status: Status;
  note?: string;
}
export interface Track {
  id: string;
  title: string;
  parameters: Parameter[];
}
export interface Edition {
  performance_year: number;
  edition: string;
  law: string;
  note?: string;
  parameters: Parameter[];
  size_table: {
    from: number;
    to: number | null;
    start: string;
    end: string;
    citation: string;
    status: Status;
  }[];
  tracks: Track[];
}
export interface Catalogue {
  engine_version: string;
  contract_format: string;
  experience_format: string;
  programs: { program: string; title: string; editions: Edition[] }[];
}

export type Verdict =
  | 'exact'
  | 'within_rounding'
  | 'limited_by_unpublished_revenue'
  | 'differs'
  | 'unreadable';
export interface BacktestRow {
  file: string;
  line: number;
  performance_year: number | null;
  aco_id: string | null;
  aco_name: string | null;
  track: string | null;
  beneficiaries: number | null;
  benchmark_cents: number | null;
  expenditure_cents: number | null;
  savings_cents: number | null;
  minimum_rate: string | null;
  sharing_rate: string | null;
  computed_generated_cents: number | null;
  published_generated_cents: number | null;
  computed_earned_cents: number | null;
  published_earned_cents: number | null;
  difference_cents: number | null;
  verdict: Verdict;
  reason: string;
  contract?: unknown;
  experience?: unknown;
  issues?: Issue[];
}
export interface BacktestTotals {
  performance_year: number;
  rows: number;
  exact: number;
  within_rounding: number;
  limited_by_unpublished_revenue: number;
  differs: number;
  unreadable: number;
  computed_earned_cents: number | null;
  published_earned_cents: number | null;
}
export interface BacktestReport {
  ok: true;
  engine_version: string;
  rows: BacktestRow[];
  totals: BacktestTotals[];
  issues: Issue[];
}
export type BacktestAnswer = BacktestReport | Refusal;
