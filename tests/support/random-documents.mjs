// SPDX-License-Identifier: Apache-2.0
// Random contracts and experiences from a seed. Boundaries come up often, since that is where two
// implementations part.
import { factsOfKinds, randomKind } from './random-kinds.mjs';
import { share } from './random.mjs';

const maybe = (random, percent, key, make) => (random.chance(percent) ? { [key]: make() } : {});

function quality(random, sharingRate) {
  const effect = random.pick(['fixed', 'escalator', 'tiers']);
  const terms = { ...maybe(random, 60, 'minimum_score', () => share(random)), effect };
  if (effect === 'escalator' && random.chance(50)) {
    terms.lowest_sharing_rate = random.chance(30) ? sharingRate : 0;
  }
  if (effect === 'tiers') {
    const cuts = [
      ...new Set(Array.from({ length: random.whole(0, 4) }, () => random.whole(1, 20))),
    ];
    const from = [0, ...cuts.sort((a, b) => a - b)];
    terms.tiers = from.map((cut) => ({ from_score: cut / 20, sharing_rate: share(random) }));
  }
  return terms;
}

function ownTerms(random) {
  const sides = random.pick(['one_sided', 'two_sided']);
  const basis = () => random.pick(['first_dollar', 'above_threshold']);
  const rate = () => share(random);
  const small = () => random.pick([0, 0.01, '0.02', '2e-2', 0.025, '1/50', 0.2]);
  const sharing = rate();
  const terms = {
    sides,
    minimum_savings_rate: small(),
    ...maybe(random, 50, 'savings_basis', basis),
    sharing_rate: sharing,
    ...maybe(random, 60, 'cap', () => ({ on: random.pick(['pool', 'payment']), rate: small() })),
    ...maybe(random, 60, 'quality', () => quality(random, sharing)),
    ...maybe(random, 40, 'sequestration_rate', () => random.pick([0, 0.02, '0.02', '1/3'])),
  };
  if (sides === 'two_sided') {
    Object.assign(terms, {
      minimum_loss_rate: small(),
      ...maybe(random, 50, 'loss_basis', basis),
      loss_sharing_rate: rate(),
      ...maybe(random, 60, 'loss_limit', () => ({
        amount_cents: random.below(1e9),
        ...maybe(random, 50, 'rate_of_benchmark', small),
        ...maybe(random, 50, 'rate_of_revenue', small),
      })),
    });
  }
  if (random.chance(30)) terms.clauses = { sharing_rate: '§4.2', sides: '§1 “Sides”' };
  return terms;
}

// Elections of a track that the year has. `editions` are those of describe().
function elections(random, editions) {
  const edition = random.pick(editions);
  const track = random.pick(edition.tracks);
  const value = (id) => track.parameters.find((parameter) => parameter.id === id)?.value;
  const chosen = { name: 'mssp', performance_year: edition.performance_year, track: track.id };
  if (value('minimum_rate_choice') === 'elected') {
    chosen.minimum_rate = random.pick(value('minimum_rate_options').split(' '));
  }
  if (track.id === 'track_2') chosen.track_year = random.whole(1, 6);
  if (random.chance(60)) {
    const year = random.whole(
      Math.max(2012, edition.performance_year - 4),
      edition.performance_year,
    );
    chosen.agreement_start = `${year}-${random.pick(['01-01', '07-01'])}`;
    if (chosen.track === 'track_2' && year < 2016) chosen.minimum_rate = 0.02;
  }
  if (random.chance(10) && !chosen.agreement_start) chosen.first_performance_year = true;
  if (random.chance(30) && edition.performance_year === 2019) chosen.six_month_year = true;
  return chosen;
}

// What improvement is and makes with achievement, where the measure has both.
function methods(random, scales) {
  if (!scales.improvement) return {};
  const method = random.pick(['relative', 'absolute', 'gap_closure']);
  const both = scales.achievement || scales.target;
  const combine = both ? random.pick(['better_of', 'sum', 'weighted']) : 'improvement';
  return {
    ...maybe(random, 60, 'improvement_method', () => method),
    ...maybe(random, 60, 'combine', () => combine),
  };
}

function complete(random, measure) {
  if (measure.combine === 'weighted') measure.achievement_weight = share(random);
  if (measure.improvement_method === 'gap_closure' && random.chance(50))
    measure.best_value = '0.99';
  const relative = [undefined, 'relative'].includes(measure.improvement_method);
  for (const step of measure.improvement ?? []) {
    if (relative && random.chance(50)) continue;
    step.from_change = step.from_relative_change;
    delete step.from_relative_change;
  }
  return measure;
}

function scorecard(random) {
  const count = random.whole(1, 4);
  const domains = random.chance(30) ? Math.min(count, 2) : 0;
  const measures = Array.from({ length: count }, (_, i) => {
    const direction = random.pick(['higher_is_better', 'lower_is_better']);
    const steps = random.whole(1, 6);
    const achievement = Array.from({ length: steps }, (_, step) => ({
      percentile: 10 + step * 10,
      rate: (direction === 'higher_is_better' ? step + 1 : 9 - step) / 10,
      points: String((step + 1) / 5),
    }));
    const improvement = Array.from({ length: random.whole(1, 4) }, (_, step) => ({
      from_relative_change: (step + 1) / 20,
      points: (step + 1) / 4,
    }));
    if (random.chance(20)) for (const step of achievement) delete step.percentile;
    const target =
      direction === 'higher_is_better'
        ? { floor: 0.2, target: '0.6' }
        : { floor: '0.6', target: 0.2 };
    const scales = random.pick([
      { achievement },
      { improvement },
      { achievement, improvement },
      { target },
      { target, improvement },
      { reporting_only: true },
    ]);
    const weight = maybe(random, 50, 'weight', () => random.pick([1, 0.5, '1/3', 2]));
    return complete(random, {
      id: `m${i}`,
      title: `Measure ${i}`,
      direction,
      ...scales,
      ...methods(random, scales),
      maximum_points: 2,
      ...weight,
      ...(domains > 0 ? { domain: `d${i % domains}` } : {}),
      ...maybe(random, 20, 'minimum_denominator', () => random.whole(1, 30)),
      ...maybe(random, 10, 'comparison_pool', () => 'All providers of the state'),
      ...maybe(random, 10, 'all_or_nothing', () => 'Tested; below the limit'),
    });
  });
  const domain = (_, i) => ({
    id: `d${i}`,
    title: 'Domain',
    ...maybe(random, 60, 'weight', () => 2),
  });
  return {
    ...maybe(random, 20, 'unscored', () => random.pick(['reweight', 'full_points'])),
    ...maybe(random, 10, 'comparison_pool', () => 'All providers'),
    ...(domains > 0
      ? {
          domains: Array.from({ length: domains }, domain),
          ...maybe(random, 40, 'minimum_attainment', () => random.chance(70)),
        }
      : {}),
    measures,
  };
}

function performance(random) {
  const effect = random.pick(['all_or_nothing', 'linear', 'tiers']);
  const terms = {
    form: random.pick(['bonus', 'withhold', 'penalty']),
    rate: share(random),
    effect,
  };
  if (effect === 'all_or_nothing') terms.threshold = share(random);
  if (effect === 'linear') {
    Object.assign(
      terms,
      maybe(random, 60, 'floor', () => random.pick([0, '0.3', 0.5])),
    );
    Object.assign(
      terms,
      maybe(random, 60, 'ceiling', () => random.pick([1, '0.9', 0.75])),
    );
  }
  if (effect === 'tiers') {
    terms.tiers = [0, 0.4, 0.8]
      .slice(0, random.whole(1, 3))
      .map((from) => ({ from_score: from, part: share(random) }));
  }
  return terms;
}

// Now and then the score of an earlier scorecard, where the stream uses a score.
function scoreFrom(random, streams) {
  const cards = streams.filter(({ kind }) => kind === 'quality_scorecard');
  for (const stream of streams) {
    const { kind, terms } = stream;
    const used = kind === 'pay_for_performance' || terms?.quality?.minimum_score !== undefined;
    const before = cards.filter((card) => streams.indexOf(card) < streams.indexOf(stream));
    if (used && before.length > 0 && random.chance(60)) stream.score_from = random.pick(before).id;
  }
  return streams;
}

// The result of a measure, in one of its forms.
function result(random, { id, reporting_only: reporting, minimum_denominator: least }) {
  if (random.chance(5)) return { id, not_scored: true };
  if (reporting && random.chance(60)) return { id, reported: random.chance(70) };
  const prior = maybe(random, 70, 'prior', () => share(random));
  if (random.chance(20)) {
    const denominator = random.whole(1, 300);
    return { id, ...prior, numerator: random.below(denominator), denominator };
  }
  const cases = least || random.chance(10) ? { denominator: random.whole(0, 60) } : {};
  if (random.chance(10)) return { id, ...prior, observed: 120, expected: '150.5', ...cases };
  return { id, ...prior, current: share(random), ...cases };
}

function benchmarkOfYears(random) {
  const years = [2021, 2022, 2023].slice(0, random.whole(1, 3));
  const weight = () => random.pick([1, 35, 65, '0.1', '1/3', 0.6]);
  return { base_years: years.map((year) => ({ year, weight: weight() })) };
}

// Base years around a benchmark, in its place.
function inBaseYears(random, spending, { base_years: years }) {
  const { benchmark_cents: benchmark, ...rest } = spending;
  const factor = () => random.pick([1, 1.05, '0.97', '22/21']);
  const base = years.map(({ year }) => ({
    year,
    expenditure_cents: random.below(2 * benchmark) + 1,
    ...maybe(random, 70, 'update_factor', factor),
  }));
  return { ...rest, base_years: base };
}

const factor = (random) => random.pick([1, '1.02', 0.98, '11/10', 2.5, '1e2']);

function capitation(random) {
  const byRate = random.chance(50);
  return {
    ...(byRate
      ? { form: 'per_member_per_month', rate_cents: random.whole(1, 100_000) }
      : { form: 'percent_of_premium', premium_share: random.pick([1, 0.85, '0.15', '1/7', 0.3]) }),
    ...maybe(random, 40, 'trend_factor', () => factor(random)),
    ...maybe(random, 50, 'risk_adjusted', () => random.chance(70)),
    ...maybe(random, 70, 'carve_out', () => random.pick(['Transplants', 'Arzneimittel “§3”'])),
  };
}

function feeForService(random) {
  const types = Array.from({ length: random.whole(1, 3) }, (_, i) => ({
    id: `type_${i}`,
    title: `Type ${i}`,
    ...maybe(random, 50, 'rate_of_schedule', () => factor(random)),
  }));
  return {
    ...maybe(random, 50, 'rate_of_schedule', () => factor(random)),
    ...maybe(random, 50, 'provider_types', () => types),
  };
}

function grant(random) {
  const milestones = Array.from({ length: random.whole(1, 3) }, (_, i) => ({
    id: `milestone_${i}`,
    title: `Milestone ${i}`,
    amount_cents: random.whole(1, 1e8),
  }));
  return { milestones, ...maybe(random, 60, 'advance', () => random.chance(60)) };
}

function performancePart(random) {
  const effect = random.pick(['linear', 'all_or_nothing', 'tiers']);
  const forms = {
    linear: () => ({
      ...maybe(random, 50, 'floor', () => random.pick([0, '0.4', 0.5])),
      ...maybe(random, 50, 'ceiling', () => random.pick([1, '0.9', 0.75])),
    }),
    all_or_nothing: () => ({ threshold: share(random) }),
    tiers: () => ({
      tiers: [0, '0.5', 0.8].slice(0, random.whole(1, 3)).map((from) => ({
        from_score: from,
        part: share(random),
      })),
    }),
  };
  return { pmpm_cents: random.whole(1, 1000), effect, ...forms[effect]() };
}

function management(random) {
  const tiers = Array.from({ length: random.whole(1, 4) }, (_, i) => ({
    id: `tier_${i}`,
    title: `Tier ${i}`,
    pmpm_cents: random.below(5000),
  }));
  return {
    tiers,
    ...maybe(random, 60, 'performance_part', () => performancePart(random)),
    ...maybe(random, 30, 'advance', () => random.chance(30)),
  };
}

// Streams that pay for something else than savings.
const otherPayments = {
  capitation,
  fee_for_service: feeForService,
  infrastructure_grant: grant,
  management_payment: management,
};

// Of every kind when asked: without, none that the page's sliders could not stand beside.
export function randomContract(random, editions, { every = false } = {}) {
  const count = random.chance(70) ? 1 : random.whole(2, 3);
  const streams = Array.from({ length: count }, (_, i) => {
    const id = `stream_${i}`;
    if (every && random.chance(40)) return randomKind(random, id);
    const kind = random.below(14);
    if (kind >= 10) {
      const other = random.pick(Object.keys(otherPayments));
      const terms = otherPayments[other](random);
      const scored = terms.performance_part && i > 0 && random.chance(50);
      return { id, kind: other, ...(scored ? { score_from: `stream_${i - 1}` } : {}), terms };
    }
    if (kind < 5) return { id, kind: 'shared_savings', terms: ownTerms(random) };
    if (kind < 7) {
      return { id, kind: 'shared_savings', program: elections(random, editions) };
    }
    if (kind < 8) return { id, kind: 'pay_for_performance', terms: performance(random) };
    return { id, kind: 'quality_scorecard', terms: scorecard(random) };
  });
  const rounding = () => ({
    mode: random.pick(['half_up', 'half_even', 'down', 'up']),
    place: random.pick(['cent', 'dollar']),
  });
  return {
    format: 'gainshare-contract-1',
    title: random.pick(['Contract', 'Vertrag “A/B”', 'Contrato año', 'C\\D\u0001', '契約']),
    ...maybe(random, 50, 'rounding', rounding),
    ...maybe(random, 10, 'benchmark', () => benchmarkOfYears(random)),
    streams: scoreFrom(random, streams),
  };
}

function spending(random, inProgress, perMember) {
  const scale = 10 ** random.whole(perMember ? 4 : 5, perMember ? 6 : 13);
  const benchmark = random.whole(Math.floor(scale / 10), scale) + 1;
  // Near the benchmark and on round parts of it: minimum rates are met exactly now and then.
  const part = random.pick([0.8, 0.9, 0.95, 0.975, 0.98, 0.99, 1, 1.01, 1.02, 1.05, 1.2]);
  const expenditure = random.chance(30)
    ? random.below(2 * benchmark)
    : Math.floor(benchmark * part) + random.whole(-1, 1) * random.below(2);
  return {
    ...(perMember ? { basis: 'per_member_per_month' } : {}),
    benchmark_cents: benchmark,
    ...(inProgress ? {} : { expenditure_cents: Math.max(0, expenditure) }),
    ...maybe(random, 40, 'participant_revenue_cents', () => random.below(benchmark)),
    ...maybe(random, 40, 'low_revenue', () => random.chance(50)),
  };
}

// The facts of the payments that are not shared savings.
function paymentFacts(random, contract) {
  const members = random.whole(1, 50_000);
  const types = contract.streams.flatMap(({ kind, terms }) =>
    kind === 'fee_for_service' ? (terms.provider_types ?? []) : [],
  );
  const byType = types.length > 0 || random.chance(30);
  const names = [...new Set(types.length > 0 ? types.map(({ id }) => id) : ['type_0', 'type_1'])];
  const tiers = contract.streams.flatMap(({ kind, terms }) =>
    kind === 'management_payment' ? terms.tiers : [],
  );
  const milestones = contract.streams.flatMap(({ terms }) => terms?.milestones ?? []);
  const premium = random.chance(60)
    ? { premium_pmpm_cents: random.whole(1, 100_000) }
    : { premium_cents: random.whole(1, 1e11) };
  return {
    capitation: {
      ...(random.chance(60) ? { members, months: 12 } : { member_months: members * 12 }),
      ...maybe(random, 30, 'member_months', () => members * 12),
      ...premium,
      risk_score: factor(random),
    },
    fee_for_service: byType
      ? {
          payments_by_provider_type_cents: Object.fromEntries(
            names.map((name) => [name, random.below(1e10)]),
          ),
        }
      : { payments_cents: random.below(1e10) },
    ...(tiers.length > 0
      ? {
          member_months_by_tier: Object.fromEntries(
            tiers.map(({ id }) => [id, random.below(100_000)]),
          ),
        }
      : {}),
    ...(milestones.length > 0
      ? {
          milestones: [...new Set(milestones.map(({ id }) => id))].map((id) => ({
            id,
            met: random.chance(60),
          })),
        }
      : {}),
  };
}

// What a contract's streams ask for, and now and then something none of them has.
export function randomExperience(random, contract) {
  const programs = contract.streams.flatMap(({ program }) => (program ? [program] : []));
  const measures = contract.streams.flatMap(({ terms }) => terms?.measures ?? []);
  const inProgress = random.chance(10);
  const perMember = random.chance(10);
  const months = random.whole(1, 11);
  const experience = {
    format: 'gainshare-experience-1',
    population: {
      assigned_beneficiaries:
        random.pick([499, 500, 4999, 5000, 10000, 59999, 60000]) +
        (random.chance(50) ? random.below(3000) : 0),
      ...(perMember ? { member_months: random.whole(1, 10_000_000) } : {}),
    },
    spending: spending(random, inProgress, perMember),
    quality: { score: share(random), met_standard: random.chance(70) },
  };
  // Spending per person-year comes with the golden cases, whose experiences are changed as well.
  const ofBaseYears = contract.benchmark && !contract.benchmark.form;
  if (Array.isArray(contract.benchmark?.base_years) && ofBaseYears && !random.chance(5)) {
    experience.spending = inBaseYears(random, experience.spending, contract.benchmark);
  }
  const pays = contract.streams.some(({ kind }) => kind in otherPayments);
  if (pays) Object.assign(experience, paymentFacts(random, contract));
  if (inProgress) {
    experience.year_to_date = {
      months,
      expenditure_cents: random.below(1e11),
      completion_factor: random.pick([1, 0.95, '19/20', 0.5]),
      trend: random.pick([0, 0.01, '-0.02', 1]),
      ...(random.chance(40) ? { member_months: 600, projected_member_months: 600 + months } : {}),
    };
  }
  const disastrous = programs.length === contract.streams.length && random.chance(20);
  const reduces = programs.every(
    ({ performance_year: year, track }) => year > 2017 && track?.startsWith('enh'),
  );
  if (disastrous && reduces) {
    experience.disaster = random.chance(50)
      ? { reduction_cents: random.below(1e8) }
      : { affected_months: random.whole(0, 12), affected_share: share(random) };
  }
  if (programs.some(({ performance_year: year }) => year >= 2023)) {
    experience.quality.met_alternative_standard = random.chance(50);
  }
  if (measures.length > 0) {
    const byId = new Map(measures.map((measure) => [measure.id, measure]));
    experience.quality.measures = [...byId.values()].map((measure) => result(random, measure));
  }
  if (contract.streams.some(({ kind }) => kind === 'pay_for_performance')) {
    experience.pay_for_performance = random.chance(60)
      ? { base_cents: random.below(1e11) }
      : {
          base_per_member_month_cents: random.below(1e6),
          ...maybe(random, perMember ? 50 : 100, 'member_months', () => random.whole(1, 1e6)),
        };
  }
  return Object.assign(experience, factsOfKinds(random, contract));
}
