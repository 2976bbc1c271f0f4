// SPDX-License-Identifier: Apache-2.0

// Terms to start from.
export interface TermsPreset {
  id: string;
  terms: { readonly [key: string]: unknown };
}

const yearOf = (number: number) => ({ begin: `${number}-01-01`, end: `${number}-12-31` });
const year = yearOf(2024);

export const presets: readonly TermsPreset[] = [
  {
    id: 'mssp_two_step',
    terms: {
      title: 'Shared Savings Program, two steps',
      year,
      attribution: {
        unit: 'tin',
        timing: 'retrospective',
        services: { edition: 2024 },
        methods: [{ method: 'two_step', participants_as_one: true, tie_breaks: ['most_recent'] }],
      },
      cost: { amount: 'paid', run_out_months: 3 },
    },
  },
  {
    id: 'mssp_base_years',
    terms: {
      title: 'Shared Savings Program, three base years',
      year,
      base_years: [2021, 2022, 2023].map(yearOf),
      benchmark_facts: 'per_capita',
      attribution: {
        unit: 'tin',
        timing: 'retrospective',
        services: { edition: 2024 },
        methods: [{ method: 'two_step', participants_as_one: true, tie_breaks: ['most_recent'] }],
      },
      cost: { amount: 'paid', run_out_months: 3 },
      risk: { method: 'given' },
    },
  },
  {
    id: 'plurality_of_visits',
    terms: {
      title: 'Most primary care visits',
      year,
      attribution: {
        unit: 'group',
        timing: 'retrospective',
        services: { edition: 2024 },
        methods: [{ method: 'plurality_of_visits', tie_breaks: ['most_recent', 'lowest_id'] }],
      },
      cost: { amount: 'allowed', run_out_months: 3 },
    },
  },
  {
    id: 'allowed_charges_by_tin',
    terms: {
      title: 'Most allowed primary care charges by TIN',
      year,
      attribution: {
        unit: 'tin',
        timing: 'retrospective',
        services: { edition: 2024 },
        methods: [
          { method: 'plurality_of_allowed_charges', tie_breaks: ['most_recent', 'lowest_id'] },
        ],
      },
      cost: { amount: 'paid', run_out_months: 3, truncation: { annual_amount_cents: 10000000 } },
    },
  },
];
