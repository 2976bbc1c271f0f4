// SPDX-License-Identifier: Apache-2.0
// From claims of two years to a settlement whose benchmark is historical, by type of enrolment and
// adjusted for risk: figures worked out by hand.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { hasPopulation, population } from '../support/claims-opinions.mjs';

const folder = mkdtempSync(join(tmpdir(), 'gainshare-per-capita-'));
after(() => rmSync(folder, { recursive: true }));
const skip = hasPopulation ? false : 'the command has no population yet';

function file(name, text) {
  const path = join(folder, name);
  writeFileSync(path, typeof text === 'string' ? text : JSON.stringify(text));
  return path;
}

const claims = file(
  'claims.csv',
  `claim_id,claim_type,person_id,claim_start_date,hcpcs_code,rendering_npi,paid_amount
1,professional,P1,2023-08-01,99213,N1,6000
2,professional,P2,2023-08-01,99213,N1,3000
3,professional,P3,2023-08-01,99213,N1,9000
4,professional,P1,2024-08-01,99213,N1,5000
5,professional,P2,2024-08-01,99213,N1,6000
6,professional,P3,2024-08-01,99213,N1,8000
`,
);
const eligibility = file(
  'eligibility.csv',
  `person_id,enrollment_start_date,enrollment_end_date,dual_status_code,original_reason_entitlement_code,risk_score
P1,2023-01-01,2023-12-31,00,0,1
P2,2023-07-01,2023-12-31,00,0,1.3
P3,2023-01-01,2023-12-31,02,0,1.5
P1,2024-01-01,2024-12-31,00,0,1.1
P2,2024-01-01,2024-12-31,00,0,1.32
P3,2024-01-01,2024-09-30,02,0,1.5
`,
);
const roster = file('roster.csv', 'npi,tin,participant\nN1,T1,yes\n');
const terms = file('terms.json', {
  title: 'By type',
  year: { begin: '2024-01-01', end: '2024-12-31' },
  base_years: [{ begin: '2023-01-01', end: '2023-12-31' }],
  benchmark_facts: 'per_capita',
  attribution: { methods: [{ method: 'plurality_of_visits' }] },
  risk: { method: 'given' },
});
const contract = file('contract.json', {
  format: 'gainshare-contract-1',
  title: 'Historical benchmark',
  benchmark: {
    form: 'per_capita',
    base_years: [{ year: 2023, weight: 1 }],
    trend: { method: 'none' },
    risk_adjustment: { ratio: 'scores' },
    update: { method: 'inflator', inflator: '1.05' },
  },
  streams: [
    {
      id: 'savings',
      kind: 'shared_savings',
      terms: { sides: 'one_sided', minimum_savings_rate: '0', sharing_rate: '0.5' },
    },
  ],
});
const args = ['--claims', claims, '--eligibility', eligibility, '--roster', roster];

// Aged, not dual: 9,000 in 1.5 person-years is 6,000; (12 × 1 + 6 × 1.3) ÷ 18 = 1.1, then 1.21.
test('the experience has spending, person-years and scores by type', { skip }, () => {
  const { experience, risk } = JSON.parse(population('run', terms, ...args));
  assert.deepEqual(experience.spending, {
    per_capita: {
      types: [
        {
          id: 'aged_dual',
          base_years: [
            { year: 2023, per_capita_cents: 900_000, risk_score: '1.5', person_years: '1' },
          ],
          performance_year: { risk_score: '1.5', person_years: '0.75' },
        },
        {
          id: 'aged_non_dual',
          base_years: [
            { year: 2023, per_capita_cents: 600_000, risk_score: '1.1', person_years: '1.5' },
          ],
          performance_year: { risk_score: '1.21', person_years: '2' },
        },
      ],
    },
    expenditure_cents: 1_900_000,
  });
  // Over both types 1.26 in 2023, and (24 × 1.21 + 9 × 1.5) ÷ 33 in 2024.
  assert.equal(risk.ratio.capped, '709/693');
});

// 6,000 × 1.21/1.1 × 1.05 × 2 + 9,000 × 1.05 × 0.75 = 20,947.50; less 19,000; half of it.
test('a contract with a historical benchmark settles from claims alone', { skip }, () => {
  const settled = JSON.parse(population('run', terms, ...args, '--contract', contract));
  assert.equal(settled.payment_cents, 97_375);
});

// The terms give spending in all; the contract's benchmark says that it takes it by type.
test('the contract says which facts of base years it takes, whatever the terms say', { skip }, () => {
  const ofTerms = JSON.parse(readFileSync(terms, 'utf8'));
  const total = file('total.json', { ...ofTerms, benchmark_facts: 'total' });
  const settled = JSON.parse(population('run', total, ...args, '--contract', contract));
  assert.equal(settled.payment_cents, 97_375);
});

// 33 member months at $100.
test('a contract without a benchmark has no use for base years, and settles', { skip }, () => {
  const capitation = file('capitation.json', {
    format: 'gainshare-contract-1',
    title: 'Capitation',
    streams: [
      {
        id: 'capitation',
        kind: 'capitation',
        terms: { form: 'per_member_per_month', rate_cents: 10_000 },
      },
    ],
  });
  const settled = JSON.parse(population('run', terms, ...args, '--contract', capitation));
  assert.equal(settled.payment_cents, 330_000);
});

test('a limit that is a percentile of the members at hand says so', { skip }, () => {
  const basisOf = (truncation) => {
    const cut = { ...JSON.parse(readFileSync(terms, 'utf8')), cost: { truncation } };
    const { years } = JSON.parse(population('run', file('cut.json', cut), ...args));
    return years[1].truncated_at.map(({ basis }) => basis);
  };
  const own = 'percentile_of_these_members';
  assert.deepEqual(basisOf({ percentile: '0.99' }), [own, own]);
  assert.ok(basisOf({ annual_amount_cents: 1 }).every((basis) => basis === 'stated'));
});
