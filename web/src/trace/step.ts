// SPDX-License-Identifier: Apache-2.0

// A settlement's working, as the engine writes it. Kept apart from the generated types so that
// the replayer stands alone.
export const kOps = [
  'given',
  'subtract',
  'add',
  'multiply',
  'divide',
  'complement',
  'minimum',
  'maximum',
  'at_least',
  'more_than',
  'all',
  'any',
  'not',
  'when',
  'interpolate',
  'tier',
  'nearest_rank',
  'round',
  'carry',
  'apportion',
] as const;
export type Op = (typeof kOps)[number];

export const kUnits = ['cents', 'fraction', 'count', 'points', 'truth'] as const;
export type Unit = (typeof kUnits)[number];

export type Status =
  | 'contract'
  | 'source_document'
  | 'verified'
  | 'reproduced'
  | 'convention'
  | 'not_settled'
  | 'unverified';

export interface Step {
  id: string;
  label: string;
  op: Op;
  inputs: string[];
  value: string | boolean;
  unit: Unit;
  rounding?: { mode: string; place: string };
  table?: (string | null)[][];
  source: { citation: string; status: Status; clause?: string };
  assumed?: boolean;
}
