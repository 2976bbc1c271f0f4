// SPDX-License-Identifier: Apache-2.0
import type { FileKind } from '../engine/population-protocol.js';
import type { Issue } from './wire.js';

// What the engine answers about a population. Amounts are whole cents, exact figures are texts.

export interface FileReport {
  kind: FileKind;
  name: string;
  bytes: number;
  rows_read: number;
  rows_kept: number;
  rows_blank: number;
  rejected: readonly RejectedRows[];
  notes: readonly { note: string; count: number }[];
}
export interface RejectedRows {
  reason: string;
  count: number;
  places: readonly { line: number; column?: string; text?: string }[];
}
// Lines that say the same claim and line number again: exactly, or otherwise than the one taken.
export interface RepeatedLines {
  count: number;
  first: readonly { person_id: string; line: number; date: string; paid_cents: number }[];
}
export interface Intake {
  files: readonly FileReport[];
  duplicate_lines: RepeatedLines;
  superseded_lines: RepeatedLines;
  conflicting_providers: number;
  claims: number;
  lines: number;
}

export interface GroupTotals {
  members: number;
  member_months: number;
  cost_cents: number;
  pmpm_cents: number;
  truncated_cents: number;
}
export interface CandidateRow extends GroupTotals {
  id: string;
  participant: boolean;
}
export interface CategoryRow {
  category: string;
  contract_cents: number;
  contract_pmpm_cents: number;
  all_cents: number;
}
export interface TypeRow {
  enrollment_type: string;
  member_months: number;
  person_years: string;
  cost_cents: number;
  pmpm_cents: number;
}
export interface GroupRisk {
  scored_members: number;
  unscored_members: number;
  mean_score?: string;
  by_type: readonly TypeRisk[];
}
export interface TypeRisk {
  enrollment_type: string;
  member_months: number;
  mean_score: string;
}
// What became by the end of the year of those who were assigned before it.
export interface Reconciliation {
  assigned_before: number;
  kept: number;
  died_before: number;
  lost_coverage: number;
  moved_away: number;
}
// The contract's members are the participants'; where nobody is one, everybody's.
export interface YearResult {
  begin: string;
  end: string;
  window: { begin: string; end: string };
  all: GroupTotals;
  contract: GroupTotals;
  unassigned: GroupTotals;
  by_type: readonly TypeRow[];
  reconciliation?: Reconciliation;
  risk?: {
    contract: GroupRisk;
    all: GroupRisk;
    diagnoses?: { begin: string; end: string };
    new_enrollees?: number;
    unreadable_scores?: number;
  };
  truncated_at: readonly {
    enrollment_type: string;
    annual_amount_cents: string;
    basis: 'stated' | 'percentile_of_these_members';
  }[];
  lines: {
    in_year: number;
    after_run_out: number;
    after_run_out_cents: number;
    outside_coverage: number;
    outside_coverage_cents: number;
  };
}

export interface PopulationResult {
  ok: true;
  title: string;
  assignment: {
    assigned: number;
    unassigned: number;
    by_method: readonly { method: string; members: number }[];
  };
  candidates: readonly CandidateRow[]; // the largest first
  candidate_count: number;
  categories: readonly CategoryRow[];
  years: readonly YearResult[]; // the performance year last
  risk?: {
    models?: readonly { name: string; unused_variables: readonly string[] }[];
    ratio?: { uncapped: string; capped: string }; // of the contract's, to the last base year
  };
  experience: { readonly capitation?: { risk_score?: string }; readonly [key: string]: unknown };
  intake: Intake;
}
export type PopulationAnswer = PopulationResult | { ok?: false; issues: readonly Issue[] };

export const performanceYear = ({ years }: PopulationResult): YearResult => years.at(-1)!;

export interface Explanation {
  ok: true;
  person_id: string;
  member_months: number;
  counted: boolean;
  cost_before_truncation_cents: number;
  cost_cents: number;
  risk?: ScoreExplained;
  reconciled?: string;
  assignment: AssignmentExplained;
}
// The models' weighted scores, plus frailty, divided by the population's mean and by the mean of
// the member's enrolment type. Numbers are exact texts.
export interface ScoreExplained {
  method: 'given' | 'demographic' | 'hcc';
  age?: number;
  models: readonly ModelExplained[];
  coding_adjustment: string;
  frailty: string;
  divisor: string;
  means: readonly { enrollment_type: string; member_months: number; mean: string }[];
  score?: string;
}
export interface ModelExplained {
  name: string;
  raw?: string;
  normalisation: string;
  weight: string;
  weighted?: string;
  segment?: string;
  parts?: readonly ScorePart[];
  dropped?: readonly { category: string; by: string }[];
  without_coefficient?: readonly string[];
}
export interface ScorePart {
  part: string;
  variable: string;
  coefficient: string;
  category?: string;
  diagnoses?: readonly string[];
}
export interface AssignmentExplained {
  candidate: string | null;
  method?: string;
  step?: number;
  as_one?: boolean;
  decided_by: string;
  candidates: readonly CandidateServices[];
  steps: readonly MethodAttempt[]; // the methods in the order of the terms, up to the one that decided
}
// All that one candidate did for the member.
export interface CandidateServices {
  id: string;
  participant: boolean;
  visits: number;
  allowed_cents: number;
  latest?: string;
}
export interface MethodAttempt {
  method: string;
  reason: string;
  step?: number;
  named?: string;
  compares?: 'visits' | 'allowed_cents';
  participants?: ComparedAmount | null; // as one
  compared?: readonly ComparedAmount[]; // highest first
}
export interface ComparedAmount {
  id: string;
  participant: boolean;
  amount: string; // exact
  latest?: string;
}
export type ExplanationAnswer = Explanation | { ok?: false; issues: readonly Issue[] };
