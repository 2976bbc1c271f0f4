// SPDX-License-Identifier: Apache-2.0
import type { Engine } from '../engine/module.js';
import type { Refusal } from '../model/wire.js';

// One invented patient's visits to two clinics, as the files that a payer would send, and whom the
// engine's population says the patient belongs to.
interface Visits {
  terms: unknown;
  clinics: readonly { id: string; visits: number; charge: string }[];
}

const kPatient = 'patient';
const kHeads = {
  claims:
    'claim_id,claim_line_number,claim_type,person_id,claim_start_date,claim_end_date,' +
    'hcpcs_code,rendering_npi,billing_tin,paid_amount,allowed_amount',
  eligibility: 'person_id,birth_date,gender,enrollment_start_date,enrollment_end_date',
  roster: 'npi,tin,group,specialty,participant',
} as const;

const csv = (head: string, rows: readonly (readonly unknown[])[]): string =>
  `${[head, ...rows.map((row) => row.join(','))].join('\n')}\n`;

const kMost = 28; // visits to one clinic: one a day of its month

// The clinics' months follow one another, so that the last clinic was seen last.
function claimRows({ clinics }: Visits): unknown[][] {
  return clinics.flatMap(({ visits, charge }, clinic) =>
    Array.from({ length: Math.min(visits, kMost) }, (_, i) => {
      const day = `2024-0${clinic + 3}-${String(i + 1).padStart(2, '0')}`;
      const [npi, tin] = [clinic + 1, (clinic + 1) * 10];
      return [`${npi}-${i}`, 1, 'professional', kPatient, day, day, 99213, npi, tin, charge, charge];
    }),
  );
}

export function visitsAnswer(
  engine: Engine,
  documents: { readonly [name: string]: unknown },
): { ok: true } | Refusal {
  const visits = documents['population'] as Visits;
  const roster = visits.clinics.map(({ id }, i) => [i + 1, (i + 1) * 10, id, '08', 1]);
  const member = [kPatient, '1957-06-01', 'female', '2024-01-01', '2024-12-31'];
  const files = [
    { kind: 'roster', text: csv(kHeads.roster, roster) },
    { kind: 'eligibility', text: csv(kHeads.eligibility, [member]) },
    { kind: 'claims', text: csv(kHeads.claims, claimRows(visits)) },
  ] as const;
  const answer = engine.member(JSON.stringify(visits.terms), files, kPatient);
  return JSON.parse(answer) as { ok: true } | Refusal;
}
