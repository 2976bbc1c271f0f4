// SPDX-License-Identifier: Apache-2.0
import { kRiskKinds, type RiskKind } from '../engine/population-protocol.js';

// The tables of a risk model among the files that are dropped.

export const isRiskKind = (kind: string): kind is RiskKind =>
  (kRiskKinds as readonly string[]).includes(kind);

// Columns that only a table of that kind has together, by the names of public collections.
const kTells: readonly (readonly [RiskKind, readonly string[]])[] = [
  ['risk_interactions', ['variable', 'any_of']],
  ['risk_coefficients', ['variable', 'coefficient']],
  ['risk_coefficients', ['coefficient', 'value']],
  ['risk_diagnoses', ['diagnosis_code', 'cc']],
  ['risk_diagnoses', ['diagnosis_code', 'hcc']],
  ['risk_hierarchy', ['cc_parent', 'cc_child']],
  ['risk_eligible_codes', ['cpt_hcpcs_code']],
];

// Which table has these columns; nothing where it is none, or is named in another way.
export function riskKindOf(columns: readonly string[]): RiskKind | '' {
  const names = columns.map((column) => column.trim().toLowerCase());
  const found = kTells.find(([, tells]) => tells.every((name) => names.includes(name)));
  return found ? found[0] : '';
}
