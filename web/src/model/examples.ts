// SPDX-License-Identifier: Apache-2.0
import { kProgram, kSpending, kTerms, type Draft } from './fields.js';
import { kMeasure, kMeasureResult } from './scorecard.js';

// What stands in the fields when the page opens: the worked examples of the value-based payment
// slides from Connecticut's State Innovation Model. Inputs only; every result is the engine's.

const kOther: Draft = {
  [`${kTerms}/savings_basis`]: 'first_dollar',
  [`${kTerms}/cap/on`]: 'pool',
  [`${kTerms}/quality/effect`]: '',
  '/contract/rounding/mode': 'half_up',
  '/contract/rounding/place': 'cent',
  [`${kSpending}/basis`]: 'total',
  '@year': 'complete',
  '@tiers': '2',
};

export const kDeckSpending = [
  { id: 'above', benchmark: '$500', expenditure: '$480' },
  { id: 'below', benchmark: '$500', expenditure: '$495' },
] as const;

const kDeckExperience: Draft = {
  [`${kSpending}/benchmark_cents`]: kDeckSpending[0].benchmark,
  [`${kSpending}/expenditure_cents`]: kDeckSpending[0].expenditure,
};

export const oneSidedDraft: Draft = {
  ...kOther,
  ...kDeckExperience,
  [`${kTerms}/sides`]: 'one_sided',
  [`${kTerms}/minimum_savings_rate`]: '2%',
  [`${kTerms}/sharing_rate`]: '50%',
  [`${kTerms}/cap/rate`]: '10%',
};

// The slides show the two-sided example with savings only. For losses: the same minimum and
// share, and the cap, which "limits upside and protects provider against downside", as limit.
export const twoSidedDraft: Draft = {
  ...kOther,
  ...kDeckExperience,
  [`${kTerms}/sides`]: 'two_sided',
  [`${kTerms}/minimum_savings_rate`]: '2%',
  [`${kTerms}/sharing_rate`]: '60%',
  [`${kTerms}/cap/rate`]: '15%',
  [`${kTerms}/minimum_loss_rate`]: '2%',
  [`${kTerms}/loss_basis`]: 'first_dollar',
  [`${kTerms}/loss_sharing_rate`]: '60%',
  [`${kTerms}/loss_limit/rate_of_benchmark`]: '15%',
};

// A contract to check starts as a Medicare programme with a year in round figures.
export const checkDraft: Draft = {
  ...oneSidedDraft,
  '@terms': 'program',
  [`${kProgram}/performance_year`]: '2024',
  [`${kProgram}/track`]: 'basic_e',
  [`${kProgram}/minimum_rate`]: '0.02',
  [`${kProgram}/agreement_start`]: '2024-01-01',
  [`${kSpending}/benchmark_cents`]: '$120,000,000',
  [`${kSpending}/expenditure_cents`]: '$115,000,000',
  [`${kSpending}/low_revenue`]: 'yes',
  '/experience/population/assigned_beneficiaries': '10,000',
  '/experience/quality/score': '85%',
};

const kAchievement = [
  ['30', '20%', '1.0'],
  ['40', '30%', '1.2'],
  ['50', '35%', '1.4'],
  ['60', '40%', '1.6'],
  ['70', '45%', '1.8'],
  ['80', '55%', '2.0'],
] as const;
const kImprovement = [
  ['5%', '1.0'],
  ['6%', '1.2'],
  ['7%', '1.4'],
  ['8%', '1.6'],
  ['9%', '1.8'],
  ['10%', '2.0'],
] as const;

export const scorecardDraft: Draft = {
  [`${kMeasureResult}/prior`]: '40%',
  [`${kMeasureResult}/current`]: '45%',
  [`${kMeasure}/direction`]: 'higher_is_better',
  [`${kMeasure}/maximum_points`]: '2.0',
  '@achievement': `${kAchievement.length}`,
  '@improvement': `${kImprovement.length}`,
  ...Object.fromEntries(
    kAchievement.flatMap(([percentile, rate, points], i) => [
      [`${kMeasure}/achievement/${i}/percentile`, percentile],
      [`${kMeasure}/achievement/${i}/rate`, rate],
      [`${kMeasure}/achievement/${i}/points`, points],
    ]),
  ),
  ...Object.fromEntries(
    kImprovement.flatMap(([from, points], i) => [
      [`${kMeasure}/improvement/${i}/from_relative_change`, from],
      [`${kMeasure}/improvement/${i}/points`, points],
    ]),
  ),
};
