// SPDX-License-Identifier: Apache-2.0
// Contracts of every shape with what happened, for tests that look at their working.
export interface Case {
  name: string;
  contract: Record<string, unknown>;
  experience: Record<string, unknown>;
}

const contract = (stream: Record<string, unknown>, more: Record<string, unknown> = {}) => ({
  format: 'gainshare-contract-1',
  title: 'Case',
  ...more,
  streams: [{ id: 'shared_savings', kind: 'shared_savings', ...stream }],
});
const experience = (parts: Record<string, unknown>) => ({
  format: 'gainshare-experience-1',
  ...parts,
});
const spending = (benchmark_cents: number, expenditure_cents: number, more = {}) => ({
  spending: { benchmark_cents, expenditure_cents, ...more },
});

const oneSided = {
  sides: 'one_sided',
  minimum_savings_rate: '0.02',
  sharing_rate: '0.5',
  cap: { on: 'pool', rate: '0.1' },
};
const twoSided = {
  sides: 'two_sided',
  minimum_savings_rate: '0.02',
  sharing_rate: '0.6',
  cap: { on: 'pool', rate: '0.15' },
  minimum_loss_rate: '0.03',
  loss_sharing_rate: '0.7',
  loss_limit: { rate_of_benchmark: '0.1', rate_of_revenue: '0.35', amount_cents: 4321 },
};
const mssp = (performance_year: number, track: string, more = {}) => ({
  program: { name: 'mssp', performance_year, track, ...more },
});
const medicare = (more = {}) => ({
  population: { assigned_beneficiaries: 12345 },
  ...spending(12_000_000_000, 11_500_000_000, more),
  quality: { score: '0.87', met_standard: true },
});

const measure = {
  id: 'measure',
  title: 'Measure',
  maximum_points: '2',
  weight: '3',
  achievement: [
    { percentile: 30, rate: '0.20', points: '1.0' },
    { percentile: 70, rate: '0.45', points: '1.8' },
  ],
  improvement: [
    { from_relative_change: '0.05', points: '1.1' },
    { from_relative_change: '0.1', points: '1.9' },
  ],
};

export const cases: Case[] = [
  {
    name: 'one-sided, savings shared',
    contract: contract({ terms: oneSided }),
    experience: experience(spending(50000, 48000)),
  },
  {
    name: 'one-sided, below the minimum',
    contract: contract({ terms: oneSided }),
    experience: experience(spending(50000, 49500)),
  },
  {
    name: 'two-sided, a loss at its limit',
    contract: contract({ terms: twoSided }),
    experience: experience(spending(50000, 65000, { participant_revenue_cents: 44444 })),
  },
  {
    name: 'shares above the threshold, by an escalator, sequestered, rounded to the dollar',
    contract: contract(
      {
        terms: {
          ...oneSided,
          savings_basis: 'above_threshold',
          sharing_rate: '2/3',
          cap: { on: 'payment', rate: '0.011' },
          quality: { minimum_score: '0.7', effect: 'escalator', lowest_sharing_rate: '0.21' },
          sequestration_rate: '0.02',
        },
      },
      { rounding: { mode: 'half_even', place: 'dollar' } },
    ),
    experience: experience({ ...spending(50000, 47777), quality: { score: '0.83' } }),
  },
  {
    name: 'tiers per member per month',
    contract: contract({
      terms: {
        ...oneSided,
        quality: {
          effect: 'tiers',
          tiers: [
            { from_score: '0', sharing_rate: '0' },
            { from_score: '0.5', sharing_rate: '0.22' },
            { from_score: '0.7', sharing_rate: '0.44' },
          ],
        },
      },
    }),
    experience: experience({
      ...spending(50000, 47000, { basis: 'per_member_per_month' }),
      population: { member_months: 125007 },
      quality: { score: '0.7' },
    }),
  },
  {
    name: 'a year in progress with changing membership',
    contract: contract({ terms: oneSided }),
    experience: experience({
      spending: { benchmark_cents: 12_000_000 },
      year_to_date: {
        months: 7,
        expenditure_cents: 5_500_000,
        completion_factor: '0.93',
        trend: '0.011',
        member_months: 7013,
        projected_member_months: 12071,
      },
    }),
  },
  {
    name: 'Medicare 2015, Track 1, scored',
    contract: contract(mssp(2015, 'track_1')),
    experience: experience(medicare()),
  },
  {
    name: 'Medicare 2019, BASIC E, six months, a loss with a disaster',
    contract: contract(mssp(2019, 'basic_e', { minimum_rate: '0.005', six_month_year: true })),
    experience: experience({
      population: { assigned_beneficiaries: 6543 },
      ...spending(11_500_000_000, 12_300_000_000, { participant_revenue_cents: 3_210_000_000 }),
      quality: { score: '0.87', met_standard: true },
      disaster: { affected_months: 5, affected_share: '0.37' },
    }),
  },
  {
    name: 'Medicare 2021, ENHANCED, losses forgiven',
    contract: contract(mssp(2021, 'enhanced', { minimum_rate: '0.02' })),
    experience: experience({
      ...medicare(),
      ...spending(11_500_000_000, 12_300_000_000),
    }),
  },
  {
    name: 'Medicare 2023, the alternative standard',
    contract: contract(mssp(2023, 'basic_b')),
    experience: experience({
      ...medicare(),
      quality: { score: '0.31', met_standard: false, met_alternative_standard: true },
    }),
  },
  {
    name: 'Medicare 2024, reduced sharing and an advance to recoup',
    contract: contract(
      mssp(2024, 'basic_e', { minimum_rate: 'variable', agreement_start: '2024-01-01' }),
    ),
    experience: experience({
      ...medicare(),
      ...spending(12_000_000_000, 11_900_000_001, {
        low_revenue: true,
        advance_payment_balance_cents: 1_234_567,
      }),
    }),
  },
  {
    name: 'Medicare 2024, the guardrail decides',
    contract: contract(
      mssp(2024, 'enhanced', { minimum_rate: '0.01', agreement_start: '2024-01-01' }),
    ),
    experience: experience({
      ...medicare(),
      ...spending(11_000_000_000, 11_500_000_000, { two_way_benchmark_cents: 11_450_000_000 }),
    }),
  },
  {
    name: 'Medicare 2026, not settled',
    contract: contract(mssp(2026, 'basic_a')),
    experience: experience(medicare({ low_revenue: false })),
  },
  {
    name: 'a quality scorecard',
    contract: {
      format: 'gainshare-contract-1',
      title: 'Case',
      streams: [
        {
          id: 'quality',
          kind: 'quality_scorecard',
          terms: {
            measures: [
              measure,
              {
                ...measure,
                id: 'second',
                weight: '1',
                direction: 'lower_is_better',
                achievement: [
                  { percentile: 30, rate: '0.45', points: '1.0' },
                  { percentile: 70, rate: '0.20', points: '1.8' },
                ],
              },
            ],
          },
        },
      ],
    },
    experience: experience({
      quality: {
        measures: [
          { id: 'measure', prior: '0.40', current: '0.45' },
          { id: 'second', prior: '0.40', current: '0.33' },
        ],
      },
    }),
  },
  ...[
    { form: 'bonus', rate: '0.03', effect: 'linear', floor: '0.21', ceiling: '0.93' },
    { form: 'withhold', rate: '0.03', effect: 'all_or_nothing', threshold: '0.61' },
    {
      form: 'penalty',
      rate: '0.03',
      effect: 'tiers',
      tiers: [
        { from_score: '0', part: '0.11' },
        { from_score: '0.5', part: '0.57' },
      ],
    },
  ].map((terms) => ({
    name: `a scorecard whose score decides savings and a ${terms.form}`,
    contract: {
      format: 'gainshare-contract-1',
      title: 'Case',
      streams: [
        { id: 'scorecard', kind: 'quality_scorecard', terms: { measures: [measure] } },
        {
          id: 'shared_savings',
          kind: 'shared_savings',
          score_from: 'scorecard',
          terms: { ...oneSided, quality: { minimum_score: '0.44', effect: 'escalator' } },
        },
        { id: 'performance', kind: 'pay_for_performance', score_from: 'scorecard', terms },
      ],
    },
    experience: experience({
      ...spending(50000, 47777),
      population: { member_months: 1237 },
      pay_for_performance: { base_per_member_month_cents: 4519 },
      quality: { measures: [{ id: 'measure', prior: '0.40', current: '0.42' }] },
    }),
  })),
  {
    name: 'fees, a capitation, care management and a grant in advance beside savings',
    contract: {
      format: 'gainshare-contract-1',
      title: 'Case',
      streams: [
        { id: 'fees', kind: 'fee_for_service', terms: { rate_of_schedule: '1.07' } },
        {
          id: 'capitation',
          kind: 'capitation',
          terms: {
            form: 'percent_of_premium',
            premium_share: '0.13',
            trend_factor: '1.03',
            risk_adjusted: true,
            carve_out: 'Everything but primary care',
          },
        },
        {
          id: 'care',
          kind: 'management_payment',
          terms: {
            tiers: [
              { id: 'low', title: 'Low risk', pmpm_cents: 311 },
              { id: 'high', title: 'High risk', pmpm_cents: 1507 },
            ],
            performance_part: { pmpm_cents: 127, effect: 'linear', floor: '0.3', ceiling: '0.9' },
            advance: true,
          },
        },
        {
          id: 'grant',
          kind: 'infrastructure_grant',
          terms: {
            milestones: [
              { id: 'registry', title: 'Registry', amount_cents: 5003 },
              { id: 'staff', title: 'Staff', amount_cents: 7013 },
            ],
            advance: true,
          },
        },
        { id: 'shared_savings', kind: 'shared_savings', terms: oneSided },
      ],
    },
    experience: experience({
      ...spending(5_000_000, 4_777_777),
      capitation: { members: 101, months: 12, premium_pmpm_cents: 45_007, risk_score: '0.983' },
      fee_for_service: {
        payments_by_provider_type_cents: { primary_care: 100_003, hospitals: 200_029 },
      },
      member_months_by_tier: { low: 31, high: 17 },
      milestones: [
        { id: 'registry', met: true },
        { id: 'staff', met: false },
      ],
      quality: { score: '0.61' },
    }),
  },
];
