// SPDX-License-Identifier: Apache-2.0
// Reads engine/programs/<program>/<year>.json, the hand-checked editions of each program, and
// writes engine/programs/editions.generated.cpp, the same figures as constant tables. The native
// build uses the checked-in file and needs no node.
//
//   node scripts/generate/programs.mjs           writes the file
//   node scripts/generate/programs.mjs --check   exits 1 when the file on disk differs
//
// Everything is checked before anything is written: an edition with an error leaves no table.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const kProjectRoot = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const kSource = 'engine/programs';
const kTarget = 'engine/programs/editions.generated.cpp';

// The words of kStatusNames in engine/contract/source.h that a published figure can have.
const kStatuses = {
  source_document: 'SourceDocument',
  verified: 'Verified',
  reproduced: 'Reproduced',
  convention: 'Convention',
  not_settled: 'NotSettled',
  unverified: 'Unverified',
};

// What a value of each unit looks like. A fraction is a decimal of 0 to 1, never a percent.
const kFraction = /^(0|1|0\.[0-9]{1,9})$/;
const kUnits = {
  'fraction of savings': kFraction,
  'fraction of earned savings': kFraction,
  'fraction of losses': kFraction,
  'fraction of losses per unit of score': kFraction,
  'fraction of benchmark': kFraction,
  'fraction of participant revenue': kFraction,
  'fraction of population spending': kFraction,
  'fraction of the sharing rate': kFraction,
  'fraction of a year': kFraction,
  score: kFraction,
  beneficiaries: /^[1-9][0-9]{0,8}$/,
  date: /^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/,
  truth: /^true$/, // what does not hold is left out, not stated as false
  choice: /^[a-z0-9_]+$/,
  choices: /^[a-z0-9_.]+( [a-z0-9_.]+)*$/,
  'fraction of claims': kFraction,
  days: /^[1-9][0-9]{0,2}$/,
  'cents per member per month': /^[1-9][0-9]{0,5}$/,
  'fraction of discounted benchmark': kFraction,
  'fraction of adjusted benchmark': kFraction,
  'fraction of savings after the share': kFraction,
  'fraction of savings or losses in the band': kFraction,
  'fraction of the price': /^(0|1|0\.[0-9]{1,9}|[1-9]\/[2-9])$/,
  'fraction of the target': kFraction,
  'fraction of the amount': kFraction,
  'fraction of the points': kFraction,
  'percentile as a fraction': kFraction,
  percentile: /^[1-9][0-9]?$/,
  deciles: /^[1-9]$/,
  points: /^(0|[1-9][0-9]*)(\.[0-9]{1,3})?$/,
  // "0:0 30:5.5": from the 30th percentile on, 5.5 points.
  'points by percentile': /^0:[0-9.]+( [1-9][0-9]?:[0-9.]+)*$/,
  'values by percentile': /^[1-9][0-9]?:[0-9.]+( [1-9][0-9]?:[0-9.]+)*$/,
  'points by change': /^0?[0-9.]+:[0-9.]+( 0?[0-9.]+:[0-9.]+)*$/,
  'fraction of the score': kFraction,
  'divisor of the score': /^[0-9]\.[0-9]{1,6}$/,
  text: /^[ -~]+$/,
  // "99201-99215 G0402": ranges and single codes.
  'HCPCS codes': /^[A-Z0-9]{5}(-[A-Z0-9]{5})?( [A-Z0-9]{5}(-[A-Z0-9]{5})?)*$/,
  'revenue center codes': /^[0-9]{4}( [0-9]{4})*$/,
  'revenue center prefixes': /^[0-9]{3}( [0-9]{3})*$/,
  'bill types': /^[0-9]{2}( [0-9]{2})*$/,
  'specialty codes': /^[A-Z0-9]{2}( [A-Z0-9]{2})*$/,
  months: /^[1-9][0-9]?$/,
};

// The parameters that engine/programs/mssp reads: the unit of each, its words where it is a choice,
// and the level at which it stands. `always` ones are in every edition or track.
const kMsspParameters = {
  edition: {
    sequestration_rate: { unit: 'fraction of earned savings', always: true },
    savings_basis: { unit: 'choice', words: ['first_dollar', 'above_threshold'], always: true },
    loss_basis: { unit: 'choice', words: ['first_dollar', 'above_threshold'], always: true },
    quality_effect: {
      unit: 'choice',
      words: ['reporting', 'scaled_by_score', 'pass_fail', 'pass_fail_with_alternative'],
      always: true,
    },
    quality_standard_stated_by_experience: { unit: 'truth' },
    quality_standard_minimum_score: { unit: 'score' },
    first_performance_year_quality: {
      unit: 'choice',
      words: ['score_counts_as_one', 'standard_met_by_reporting'],
    },
    disaster_reduction: { unit: 'truth' },
    losses_forgiven: { unit: 'truth' },
    six_month_year_fraction: { unit: 'fraction of a year' },
    reduced_sharing_factor: { unit: 'fraction of the sharing rate' },
    reduced_sharing_tracks: { unit: 'choices', needed_by: 'reduced_sharing_factor' },
    reduced_sharing_agreements_from: { unit: 'date', needed_by: 'reduced_sharing_factor' },
    reduced_sharing_minimum_beneficiaries: {
      unit: 'beneficiaries',
      needed_by: 'reduced_sharing_factor',
    },
    reduced_sharing_low_revenue_only: { unit: 'truth', needed_by: 'reduced_sharing_factor' },
    low_revenue_threshold: {
      unit: 'fraction of population spending',
      needed_by: 'reduced_sharing_factor',
    },
    guardrail_agreements_from: { unit: 'date' },
    advance_payment_recoupment: { unit: 'truth' },
    prepaid_savings_recoupment: { unit: 'truth' },
  },
  track: {
    sides: { unit: 'choice', words: ['one_sided', 'two_sided'], always: true },
    sharing_rate: { unit: 'fraction of savings', always: true },
    payment_limit_rate: { unit: 'fraction of benchmark', always: true },
    minimum_rate_choice: {
      unit: 'choice',
      words: ['variable', 'elected', 'fixed'],
      always: true,
    },
    minimum_rate_options: { unit: 'choices' },
    fixed_minimum_rate: { unit: 'fraction of benchmark' },
    fixed_minimum_rate_agreements_before: { unit: 'date' },
    fixed_election_minimum_beneficiaries: { unit: 'beneficiaries' },
    loss_rate: { unit: 'fraction of losses' },
    loss_rate_quality_factor: { unit: 'fraction of losses per unit of score' },
    loss_rate_lowest: { unit: 'fraction of losses', needed_by: 'loss_rate_quality_factor' },
    loss_rate_highest: { unit: 'fraction of losses', needed_by: 'loss_rate_quality_factor' },
    loss_limit_of_benchmark: { unit: 'fraction of benchmark' },
    loss_limit_of_benchmark_year_1: { unit: 'fraction of benchmark' },
    loss_limit_of_benchmark_year_2: {
      unit: 'fraction of benchmark',
      needed_by: 'loss_limit_of_benchmark_year_1',
    },
    loss_limit_of_benchmark_year_3: {
      unit: 'fraction of benchmark',
      needed_by: 'loss_limit_of_benchmark_year_1',
    },
    loss_limit_of_revenue: { unit: 'fraction of participant revenue' },
    loss_limit_of_revenue_low_revenue_only: { unit: 'truth' },
  },
};

// HealthPartners: its two programs are the tracks, each with figures of its own.
const kHealthPartnersParameters = {
  edition: {},
  tracks: {
    partners_in_progress: {
      provider_types: { unit: 'choices', always: true },
      compounding: { unit: 'choice', words: ['monthly', 'none'], always: true },
    },
    shared_savings: {
      prefund_rate: { unit: 'fraction of claims', always: true },
      share_of_savings: { unit: 'fraction of savings', always: true },
      quality_required: { unit: 'truth' },
      limit_to_prefund: { unit: 'truth' },
      interest_year_days: { unit: 'days', always: true },
    },
  },
};

// OneCare Vermont's Performance Incentive Pool: one procedure, no tracks.
const kOneCareParameters = {
  edition: {
    pool_rate: { unit: 'fraction of savings', always: true },
    measures: { unit: 'choices', always: true },
    unclaimed: { unit: 'choice', words: ['hold', 'return_to_savings'], always: true },
  },
};

// Pioneer: shared savings terms, one track for each option.
const kPioneerParameters = {
  edition: {
    savings_basis: { unit: 'choice', words: ['first_dollar', 'above_threshold'], always: true },
    loss_basis: { unit: 'choice', words: ['first_dollar', 'above_threshold'], always: true },
    quality_effect: { unit: 'choice', words: ['scaled_by_score'], always: true },
  },
  track: {
    sharing_rate: { unit: 'fraction of savings', always: true },
    loss_rate: { unit: 'fraction of losses', always: true },
    payment_limit_rate: { unit: 'fraction of benchmark', always: true },
    loss_limit_of_benchmark: { unit: 'fraction of benchmark', always: true },
    minimum_rate: { unit: 'fraction of benchmark', always: true },
  },
};

// Next Generation: one track for each risk arrangement.
const kNextGenerationParameters = {
  edition: {
    cap_lowest: { unit: 'fraction of benchmark', always: true },
    cap_highest: { unit: 'fraction of benchmark', always: true },
    sequestration_rate: { unit: 'fraction of savings after the share', always: true },
    discount_lowest: { unit: 'fraction of benchmark', needed_by: 'standard_discount' },
    discount_highest: { unit: 'fraction of benchmark', needed_by: 'standard_discount' },
    standard_discount: { unit: 'fraction of benchmark' },
    quality_discount_most: { unit: 'fraction of benchmark', needed_by: 'standard_discount' },
    regional_discount_spread: { unit: 'fraction of benchmark', needed_by: 'standard_discount' },
    national_discount_spread: { unit: 'fraction of benchmark', needed_by: 'standard_discount' },
    quality_withhold: { unit: 'fraction of discounted benchmark' },
  },
  track: {
    share: { unit: 'fraction of savings', always: true },
    discount: { unit: 'fraction of benchmark' },
  },
};

// Direct Contracting, REACH and LEAD: one track for each risk arrangement, with four bands.
const kBand = { unit: 'fraction of adjusted benchmark', always: true };
const kBandShare = { unit: 'fraction of savings or losses in the band', always: true };
const kCorridorParameters = {
  edition: {
    quality_withhold: { unit: 'fraction of discounted benchmark', always: true },
    retention_withhold: { unit: 'fraction of discounted benchmark' },
    discount_low_spending: { unit: 'fraction of benchmark' },
    discount_high_spending: {
      unit: 'fraction of benchmark',
      needed_by: 'discount_low_spending',
    },
    sequestration_rate: { unit: 'fraction of savings after the share' },
  },
  track: {
    discount: { unit: 'fraction of benchmark' },
    band_1_up_to: kBand,
    band_1_share: kBandShare,
    band_2_up_to: kBand,
    band_2_share: kBandShare,
    band_3_up_to: kBand,
    band_3_share: kBandShare,
    band_4_share: kBandShare,
  },
};

// CJR: the years are those of the model, 1 to 8; one track for each kind of hospital.
const kCjrParameters = {
  edition: {
    acceptable_from: { unit: 'points', always: true },
    good_from: { unit: 'points', always: true },
    excellent_above: { unit: 'points', always: true },
    discount_acceptable: { unit: 'fraction of the price', always: true },
    discount_good: { unit: 'fraction of the price', always: true },
    discount_excellent: { unit: 'fraction of the price', always: true },
    no_repayment: { unit: 'truth' },
    repayment_discount_below: { unit: 'fraction of the price' },
    repayment_discount_acceptable: {
      unit: 'fraction of the price',
      needed_by: 'repayment_discount_below',
    },
    repayment_discount_good: {
      unit: 'fraction of the price',
      needed_by: 'repayment_discount_below',
    },
    repayment_discount_excellent: {
      unit: 'fraction of the price',
      needed_by: 'repayment_discount_below',
    },
    stop_gain: { unit: 'fraction of the target', always: true },
    regional_share: { unit: 'fraction of the price', always: true },
    composite_maximum: { unit: 'points', always: true },
    complications_points: { unit: 'points by percentile', always: true },
    hcahps_points: { unit: 'points by percentile', always: true },
    pro_points: { unit: 'points', always: true },
    improvement_deciles: { unit: 'deciles', always: true },
    improvement_of_maximum: { unit: 'fraction of the points', always: true },
    missing_percentile: { unit: 'percentile', always: true },
  },
  track: { stop_loss: { unit: 'fraction of the target', always: true } },
};

// Fees by risk tier, and what performance keeps of the payment in advance.
const kCpcPlusTrack = {
  tier_1_fee: { unit: 'cents per member per month', always: true },
  tier_2_fee: { unit: 'cents per member per month', always: true },
  tier_3_fee: { unit: 'cents per member per month', always: true },
  tier_4_fee: { unit: 'cents per member per month', always: true },
  performance_payment: { unit: 'cents per member per month', always: true },
  performance_floor: { unit: 'score', always: true },
  performance_ceiling: { unit: 'score', always: true },
};
const kCpcPlusParameters = {
  edition: {},
  tracks: {
    track_1: kCpcPlusTrack,
    track_2: {
      ...kCpcPlusTrack,
      complex_tier_fee: { unit: 'cents per member per month', always: true },
    },
  },
};

const kBpciParameters = {
  edition: {
    discount: { unit: 'fraction of the price', always: true },
    maximum_adjustment: { unit: 'fraction of the amount', always: true },
    stop_gain: { unit: 'fraction of the target', always: true },
    stop_loss: { unit: 'fraction of the target', always: true },
    winsor_low: { unit: 'percentile as a fraction', always: true },
    winsor_high: { unit: 'percentile as a fraction', always: true },
  },
};

// MSSP quality scoring: one track for each measure that is scored.
const kMsspQualityParameters = {
  edition: {
    phases: { unit: 'choices', always: true },
    domains: { unit: 'choices', always: true },
    domain_weight: { unit: 'fraction of the score', always: true },
    maximum_points: { unit: 'points', always: true },
    points_by_percentile: { unit: 'points by percentile', always: true },
    unscored: { unit: 'choice', words: ['reweight', 'full_points'], always: true },
    minimum_attainment: { unit: 'truth' },
  },
  track: {
    domain: { unit: 'choice', always: true },
    direction: { unit: 'choice', words: ['lower_is_better'] },
    maximum_points: { unit: 'points' },
    parts: { unit: 'text' },
    reporting_phases: { unit: 'choices' },
    benchmarks: { unit: 'values by percentile' },
  },
};

// MSSP beneficiary assignment: lists of codes by the year from which they count, cumulative.
const kMsspAssignmentParameters = {
  edition: {
    codes_2012: { unit: 'HCPCS codes', always: true },
    codes_2016: { unit: 'HCPCS codes' },
    codes_2019: { unit: 'HCPCS codes' },
    codes_2021: { unit: 'HCPCS codes' },
    codes_2022: { unit: 'HCPCS codes' },
    codes_2023: { unit: 'HCPCS codes' },
    codes_2024: { unit: 'HCPCS codes' },
    codes_2025: { unit: 'HCPCS codes' },
    emergency_codes: { unit: 'HCPCS codes' },
    emergency_from: { unit: 'date', needed_by: 'emergency_codes' },
    emergency_to: { unit: 'date', needed_by: 'emergency_codes' },
    home_codes: { unit: 'HCPCS codes' },
    nursing_codes: { unit: 'HCPCS codes' },
    nursing_excluded: {
      unit: 'choice',
      words: ['place_31', 'snf_stay', 'snf_stay_and_health_centers'],
      needed_by: 'nursing_codes',
    },
    inpatient_excluded_codes: { unit: 'HCPCS codes' },
    base_code_needed: { unit: 'HCPCS codes' },
    clinic_revenue_codes: { unit: 'revenue center codes' },
    health_center_services: { unit: 'choice', words: ['listed', 'all'], always: true },
    clinic_bill_types: { unit: 'bill types', always: true },
    health_center_bill_types: { unit: 'bill types', always: true },
    teaching_hospital_bill_types: { unit: 'bill types' },
    teaching_hospital_codes: {
      unit: 'HCPCS codes',
      needed_by: 'teaching_hospital_bill_types',
    },
    method_two_bill_types: { unit: 'bill types', always: true },
    method_two_revenue_centers: { unit: 'revenue center prefixes', always: true },
    primary_care_specialties: { unit: 'specialty codes', always: true },
    non_physician_specialties: { unit: 'specialty codes', always: true },
    step_two_specialties: { unit: 'specialty codes' },
    pre_step: { unit: 'choices', always: true },
    step_one: { unit: 'choices', always: true },
    step_two: { unit: 'choices', always: true },
    step_three: { unit: 'choices' },
    step_three_recent: { unit: 'choices', needed_by: 'step_three' },
    tie: { unit: 'choice', words: ['none', 'most_recent'], always: true },
    voluntary_alignment: { unit: 'truth' },
    prospective_gap: { unit: 'months', always: true },
  },
};

// Minnesota's Integrated Health Partnerships: quality and settlement; the years are the contract's.
const kMinnesotaParameters = {
  edition: {
    achievement_points: { unit: 'points by percentile', always: true },
    improvement_points: { unit: 'points by change', always: true },
    improvement_method: { unit: 'choice', words: ['relative'], always: true },
    combine: { unit: 'choice', words: ['better_of'], always: true },
    minimum_rate: { unit: 'fraction of benchmark', always: true },
    savings_basis: { unit: 'choice', words: ['first_dollar', 'above_threshold'], always: true },
    certain_of_maximum: { unit: 'fraction of the sharing rate', always: true },
  },
  track: {
    sides: { unit: 'choice', words: ['one_sided', 'two_sided'], always: true },
    sharing_rate: { unit: 'fraction of savings', always: true },
    loss_rate: { unit: 'fraction of losses' },
  },
};

// CMS-HCC risk scores: one track for each model that counts in the year.
const kCmsHccParameters = {
  edition: { coding_adjustment: { unit: 'fraction of the score', always: true } },
  track: {
    normalisation: { unit: 'divisor of the score', always: true },
    blend_weight: { unit: 'fraction of the score', always: true },
  },
};

// What an edition of each program holds: `track` is the same for every track, `tracks` says the
// tracks there are and what each holds; a program with neither has none.
const kPrograms = {
  aco_reach: kCorridorParameters,
  bpci_advanced: kBpciParameters,
  cjr: kCjrParameters,
  cms_hcc: kCmsHccParameters,
  cpc_plus: kCpcPlusParameters,
  gpdc: kCorridorParameters,
  healthpartners: kHealthPartnersParameters,
  minnesota_ihp: kMinnesotaParameters,
  mssp: { ...kMsspParameters, sizeTable: true },
  mssp_assignment: kMsspAssignmentParameters,
  mssp_quality: kMsspQualityParameters,
  lead: kCorridorParameters,
  ngaco: kNextGenerationParameters,
  onecare_pip: kOneCareParameters,
  pioneer: kPioneerParameters,
};

// ---------------------------------------------------------------------------------------------
// Checking

// JSON.parse keeps the last of two equal keys and says nothing; this names the first repeat.
export function repeatedKey(text) {
  const keysOfOpenObjects = [];
  const tokens = text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g);
  for (const [token, colon] of tokens) {
    if (token === '{') keysOfOpenObjects.push(new Set());
    else if (token === '[') keysOfOpenObjects.push(null);
    else if (token === '}' || token === ']') keysOfOpenObjects.pop();
    else if (colon) {
      const key = JSON.parse(token.slice(0, token.length - colon.length));
      const keys = keysOfOpenObjects.at(-1);
      if (keys?.has(key)) return key;
      keys?.add(key);
    }
  }
  return undefined;
}

class Checker {
  constructor(file, errors) {
    this.file = file;
    this.errors = errors;
  }
  error(place, message) {
    this.errors.push(`${this.file}${place}: ${message}`);
  }
  // True when `value` is an object with exactly the keys it must and may have.
  object(place, value, required, optional = []) {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) {
      this.error(place, 'must be an object');
      return false;
    }
    for (const key of Object.keys(value)) {
      if (!required.includes(key) && !optional.includes(key)) {
        this.error(`${place}/${key}`, 'unknown key');
      }
    }
    const missing = required.filter((key) => !(key in value));
    for (const key of missing) this.error(place, `lacks "${key}"`);
    return missing.length === 0;
  }
  text(place, value, { empty = false } = {}) {
    if (typeof value !== 'string' || (!empty && value.trim() === '')) {
      this.error(place, 'must be a text that is not empty');
    } else if (!/^[\x20-\x7e]*$/.test(value)) {
      this.error(place, 'may hold printable ASCII only');
    }
  }
  status(place, value) {
    if (!Object.hasOwn(kStatuses, value)) {
      this.error(place, `must be one of ${Object.keys(kStatuses).join(', ')}`);
    }
  }
  list(place, value) {
    if (Array.isArray(value) && value.length > 0) return true;
    this.error(place, 'must be a list that is not empty');
    return false;
  }
}

function checkParameter(check, place, parameter, spec) {
  const keys = ['id', 'value', 'unit', 'citation', 'status'];
  if (!check.object(place, parameter, keys, ['note'])) return;
  check.text(`${place}/citation`, parameter.citation);
  check.status(`${place}/status`, parameter.status);
  if ('note' in parameter) check.text(`${place}/note`, parameter.note);
  if (!spec) {
    check.error(`${place}/id`, `nothing reads a parameter "${parameter.id}" at this level`);
    return;
  }
  if (parameter.unit !== spec.unit) check.error(`${place}/unit`, `must be "${spec.unit}"`);
  const { value } = parameter;
  if (typeof value !== 'string' || !kUnits[spec.unit].test(value)) {
    check.error(`${place}/value`, `is no ${spec.unit}: ${JSON.stringify(value)}`);
  } else if (spec.words && !spec.words.includes(value)) {
    check.error(`${place}/value`, `must be one of ${spec.words.join(', ')}`);
  }
}

function checkParameters(check, place, parameters, specs) {
  if (Object.keys(specs).length === 0 && parameters?.length === 0) return new Map();
  if (!check.list(place, parameters)) return new Map();
  const byId = new Map();
  parameters.forEach((parameter, i) => {
    const id = parameter?.id;
    const spec = Object.hasOwn(specs, id) ? specs[id] : undefined;
    checkParameter(check, `${place}/${i}`, parameter, spec);
    if (byId.has(id)) check.error(`${place}/${i}/id`, `"${id}" stands twice`);
    byId.set(id, parameter);
  });
  for (const [id, spec] of Object.entries(specs)) {
    const needed = spec.always || byId.has(spec.needed_by);
    if (needed && !byId.has(id)) check.error(place, `lacks the parameter "${id}"`);
    if (spec.needed_by && byId.has(id) && !byId.has(spec.needed_by)) {
      check.error(place, `"${id}" means nothing without "${spec.needed_by}"`);
    }
  }
  return byId;
}

// Which parameters go together on a track, beyond what the table above says.
function checkTrackTogether(check, place, byId) {
  const choice = byId.get('minimum_rate_choice')?.value;
  const options = byId.has('minimum_rate_options');
  const twoSided = byId.get('sides')?.value === 'two_sided';
  if ((choice === 'elected') !== options) {
    check.error(place, '"minimum_rate_options" goes with "minimum_rate_choice" elected');
  }
  if (choice === 'fixed' && !byId.has('fixed_minimum_rate')) {
    check.error(place, '"minimum_rate_choice" fixed needs "fixed_minimum_rate"');
  }
  const before = byId.has('fixed_minimum_rate_agreements_before');
  if (byId.has('fixed_minimum_rate') && choice !== 'fixed' && !before) {
    check.error(place, '"fixed_minimum_rate" needs "fixed_minimum_rate_agreements_before"');
  }
  const lossRates = ['loss_rate', 'loss_rate_quality_factor'].filter((id) => byId.has(id));
  if (lossRates.length !== (twoSided ? 1 : 0)) {
    check.error(place, 'a two-sided track has one loss rate, a one-sided one none');
  }
  if (!twoSided && choice !== 'variable') {
    check.error(place, 'a one-sided track takes its minimum rate from the size table');
  }
}

function checkSizeTable(check, place, table) {
  if (!check.list(place, table)) return;
  let next = 0;
  table.forEach((band, i) => {
    const at = `${place}/${i}`;
    const keys = ['from', 'to', 'start', 'end', 'unit', 'citation', 'status'];
    if (!check.object(at, band, keys)) return;
    const last = i === table.length - 1;
    if (band.from !== next) check.error(`${at}/from`, `must be ${next}: no gap, no overlap`);
    if (last !== (band.to === null)) check.error(`${at}/to`, 'null stands in the last band alone');
    if (!last && !(Number.isSafeInteger(band.to) && band.to > band.from)) {
      check.error(`${at}/to`, 'must be a whole number above "from"');
    }
    for (const key of ['start', 'end']) {
      if (!kFraction.test(band[key])) check.error(`${at}/${key}`, 'is no fraction of benchmark');
    }
    if (last && band.start !== band.end) check.error(`${at}/end`, 'the last band is flat');
    if (i > 0 && band.start !== table[i - 1].end) {
      check.error(`${at}/start`, 'must be where the band before ends');
    }
    if (band.unit !== 'fraction of benchmark') {
      check.error(`${at}/unit`, 'must be "fraction of benchmark"');
    }
    check.text(`${at}/citation`, band.citation);
    check.status(`${at}/status`, band.status);
    next = band.to + 1;
  });
}

function checkTracks(check, tracks, specs) {
  if (!check.list('/tracks', tracks)) return new Set();
  const ids = new Set();
  tracks.forEach((track, i) => {
    const at = `/tracks/${i}`;
    if (!check.object(at, track, ['id', 'title', 'parameters'])) return;
    if (!/^[a-z][a-z0-9_]*$/.test(track.id)) check.error(`${at}/id`, 'must be a snake_case word');
    if (ids.has(track.id)) check.error(`${at}/id`, `"${track.id}" stands twice`);
    ids.add(track.id);
    check.text(`${at}/title`, track.title);
    const own = specs.track ?? specs.tracks[track.id];
    if (!own) {
      check.error(`${at}/id`, `nothing reads a track "${track.id}"`);
      return;
    }
    const byId = checkParameters(check, `${at}/parameters`, track.parameters, own);
    if (specs.sizeTable) checkTrackTogether(check, `${at}/parameters`, byId);
  });
  for (const id of Object.keys(specs.tracks ?? {})) {
    if (!ids.has(id)) check.error('/tracks', `lacks the track "${id}"`);
  }
  return ids;
}

// Every error in one edition, each with its file and JSON Pointer; none when it is sound.
export function checkEdition(file, program, year, text) {
  const errors = [];
  const check = new Checker(file, errors);
  let edition;
  try {
    edition = JSON.parse(text);
  } catch (error) {
    check.error('', `is not JSON: ${error.message}`);
    return { errors };
  }
  const repeated = repeatedKey(text);
  if (repeated !== undefined) check.error('', `the key "${repeated}" stands twice in one object`);
  const keys = ['program', 'title', 'performance_year', 'edition', 'law', 'note'];
  const specs = kPrograms[program] ?? {};
  const isContract = !(program in kPrograms);
  keys.push(...(isContract ? ['contract', 'citations'] : ['parameters']));
  if (specs.sizeTable) keys.push('size_table');
  if (specs.track ?? specs.tracks) keys.push('tracks');
  if (!check.object('', edition, keys)) return { errors };
  if (edition.program !== program) check.error('/program', `must be "${program}", as its folder`);
  if (edition.performance_year !== year) {
    check.error('/performance_year', `must be ${year}, as its file name`);
  }
  check.text('/title', edition.title);
  check.text('/note', edition.note, { empty: true });
  if (!new RegExp(`^${year}-[1-9][0-9]*$`).test(edition.edition)) {
    check.error('/edition', `must be "${year}-1", "${year}-2" and so on`);
  }
  if (!['settled', 'not_settled'].includes(edition.law)) {
    check.error('/law', 'must be settled or not_settled');
  }
  if (edition.law === 'not_settled' && edition.note === '') {
    check.error('/note', 'must say what is not settled');
  }
  if (isContract) {
    checkCitations(check, edition);
    return { edition, errors };
  }
  const byId = checkParameters(check, '/parameters', edition.parameters, specs.edition);
  if (specs.sizeTable) checkSizeTable(check, '/size_table', edition.size_table);
  const tracks = keys.includes('tracks') ? checkTracks(check, edition.tracks, specs) : new Set();
  for (const track of byId.get('reduced_sharing_tracks')?.value?.split(' ') ?? []) {
    if (tracks.has(track)) continue;
    check.error('/parameters', `reduced_sharing_tracks names no track: "${track}"`);
  }
  return { edition, errors };
}

// ---------------------------------------------------------------------------------------------
// Editions that are a whole contract

// What names a thing and is no figure or choice, so needs no citation.
const kNames = new Set(['id', 'title', 'kind', 'score_from']);

const escapeless = /^(\/[a-z0-9_]+)+$/;
const resolved = (root, pointer) =>
  pointer
    .slice(1)
    .split('/')
    .reduce((value, token) => value?.[token], root);

function uncited(value, pointer, pointers, found) {
  if (pointers.some((cited) => pointer === cited || pointer.startsWith(`${cited}/`))) return;
  if (value !== null && typeof value === 'object') {
    for (const [key, part] of Object.entries(value)) {
      if (!kNames.has(key)) uncited(part, `${pointer}/${key}`, pointers, found);
    }
  } else {
    found.push(pointer);
  }
}

// Every figure and choice of the contract has a citation, at itself or at what it stands in.
function checkCitations(check, { contract, citations }) {
  const pointers = Object.keys(citations ?? {});
  if (pointers.length === 0) check.error('/citations', 'must cite a source for every figure');
  for (const pointer of pointers) {
    const at = `/citations/${pointer.replaceAll('/', '~1')}`;
    const cited = citations[pointer];
    if (!check.object(at, cited, ['unit', 'citation', 'status'], ['note'])) continue;
    if (!escapeless.test(pointer) || resolved(contract, pointer) === undefined) {
      check.error(at, 'points at nothing in the contract');
    }
    for (const key of ['unit', 'citation']) check.text(`${at}/${key}`, cited[key]);
    check.text(`${at}/note`, cited.note ?? '', { empty: true });
    check.status(`${at}/status`, cited.status);
  }
  const found = [];
  uncited(contract, '', pointers, found);
  for (const pointer of found) check.error(`/contract${pointer}`, 'has no citation');
}

// The longer of two pointers comes later: the reader lets it have the last word.
const citationParameters = ({ contract, citations }) =>
  Object.keys(citations)
    .sort()
    .map((id) => {
      const value = resolved(contract, id);
      const text = typeof value === 'string' ? value : JSON.stringify(value);
      return { id, value: text, ...citations[id] };
    });

// ---------------------------------------------------------------------------------------------
// Writing

const quoted = (text) => JSON.stringify(text); // printable ASCII: the escapes are those of C++

function parameterRow(p) {
  const texts = [p.id, p.value, p.unit, p.citation].map(quoted).join(', ');
  return `    {${texts},\n     Status::${kStatuses[p.status]}, ${quoted(p.note ?? '')}},\n`;
}

function bandRow(b) {
  const texts = [b.start, b.end, b.citation].map(quoted).join(', ');
  return `    {${b.from}, ${b.to ?? 0}, ${texts}, Status::${kStatuses[b.status]}},\n`;
}

const table = (type, name, rows) =>
  `constexpr std::array<${type}, ${rows.length}> ${name}{{\n${rows.join('')}}};\n`;

// Names each different table once: tracks and size tables mostly stay as they are for years.
class Tables {
  constructor() {
    this.names = new Map();
    this.text = '';
  }
  add(type, suggestedName, rows) {
    if (rows.length === 0) return '{}';
    const body = rows.join('');
    const key = type + body;
    if (!this.names.has(key)) {
      this.names.set(key, suggestedName);
      this.text += table(type, suggestedName, rows) + '\n';
    }
    return this.names.get(key);
  }
}

// Strings of C++ may be no longer than 65,535 characters: far beyond any contract.
const contractText = ({ contract }) =>
  contract ? `,\n     ${quoted(JSON.stringify(contract))}` : '';

const pascal = (id) => id.replace(/(^|_)([a-z0-9])/g, (_, __, letter) => letter.toUpperCase());

export function render(editions) {
  const tables = new Tables();
  const rows = editions.map((e) => {
    const stem = pascal(e.program) + e.performance_year;
    const own = (e.contract ? citationParameters(e) : e.parameters).map(parameterRow);
    const parameters = tables.add('Parameter', `k${stem}Parameters`, own);
    const sizes = tables.add(
      'SizeBandParameter',
      `k${stem}SizeTable`,
      (e.size_table ?? []).map(bandRow),
    );
    const tracks = (e.tracks ?? []).map((t) => {
      const name = `k${stem}${pascal(t.id)}`;
      const figures = tables.add('Parameter', name, t.parameters.map(parameterRow));
      return `    {${quoted(t.id)}, ${quoted(t.title)}, ${figures}},\n`;
    });
    const trackTable = tables.add('ProgramTrack', `k${stem}Tracks`, tracks);
    const texts = [e.edition, e.law, e.note].map(quoted).join(', ');
    return (
      `    {${quoted(e.program)}, ${quoted(e.title)}, ${e.performance_year}, ${texts},\n` +
      `     ${parameters}, ${sizes}, ${trackTable}${contractText(e)}},\n`
    );
  });
  return `// SPDX-License-Identifier: Apache-2.0
// clang-format off
// Generated by scripts/generate/programs.mjs from engine/programs/*/*.json. Do not edit: change an
// edition there (a published one is never changed, a correction is a new edition) and run it again.
#include <array>

#include "programs/programs.h"

namespace gainshare {
namespace {

${tables.text}${table('ProgramEdition', 'kEditions', rows)}
}  // namespace

std::span<const ProgramEdition> program_editions() { return kEditions; }

}  // namespace gainshare
`;
}

// Every edition on disk by program and year, and every error in them.
function readEditions(root) {
  const editions = [];
  const errors = [];
  const folders = readdirSync(join(root, kSource), { withFileTypes: true });
  const programs = folders.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  for (const program of programs.sort()) {
    for (const name of readdirSync(join(root, kSource, program)).sort()) {
      if (!name.endsWith('.json')) continue;
      const file = `${kSource}/${program}/${name}`;
      const year = /^([1-9]|20[0-9]{2})\.json$/.exec(name)?.[1];
      if (!year) {
        errors.push(`${file}: an edition is named by its year, such as 2024.json`);
        continue;
      }
      const text = readFileSync(join(root, file), 'utf8');
      const checked = checkEdition(file, program, Number(year), text);
      errors.push(...checked.errors);
      editions.push(checked.edition);
    }
  }
  return { editions, errors };
}

function main(args) {
  const unknown = args.filter((arg) => arg !== '--check');
  if (unknown.length > 0) {
    console.error(`usage: programs.mjs [--check]; unknown: ${unknown.join(' ')}`);
    return 2;
  }
  const { editions, errors } = readEditions(kProjectRoot);
  if (errors.length > 0) {
    for (const error of errors) console.error(error);
    return 1;
  }
  const text = render(editions);
  const target = join(kProjectRoot, kTarget);
  if (!args.includes('--check')) {
    writeFileSync(target, text);
    return 0;
  }
  let onDisk = '';
  try {
    onDisk = readFileSync(target, 'utf8');
  } catch {
    // A missing file differs, which is what is said below.
  }
  if (onDisk === text) return 0;
  console.error(`${kTarget} is not what its editions say. Run: node scripts/generate/programs.mjs`);
  return 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = main(process.argv.slice(2));
}
