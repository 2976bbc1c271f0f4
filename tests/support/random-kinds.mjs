// SPDX-License-Identifier: Apache-2.0
// Random streams of the kinds beside shared savings and scorecards, and the facts they ask for.
// A kind has `terms`, `program` and `facts`; the facts are those of all its streams together.
import { share } from './random.mjs';

const maybe = (random, percent, key, make) => (random.chance(percent) ? { [key]: make() } : {});
const some = (random, list) => {
  const picked = list.filter(() => random.chance(60));
  return picked.length > 0 ? picked : [random.pick(list)];
};
const unique = (list) => [...new Set(list)];
const small = (random) => random.pick([0, 0.01, '0.02', '2e-2', 0.05, '1/30', '0.1']);

const goals = (random) =>
  some(random, ['access', 'cost', 'quality']).map((id) => ({
    id,
    title: `Goal ${id}`,
    ...maybe(random, 50, 'weight', () => random.pick([1, 0.5, '1/3', '0.2'])),
  }));
const earning = (random) =>
  maybe(random, 50, 'earning', () => random.pick(['by_weight', 'all_or_nothing']));
const providerTypes = ['primary_care', 'specialists', 'hospitals', 'pharmacy', 'physical_therapy'];

const withhold = {
  terms: (random) => ({
    provider_types: some(random, providerTypes).map((id) => ({
      id,
      title: id,
      withhold_rate: share(random),
    })),
    annual_interest_rate: small(random),
    ...maybe(random, 50, 'compounding', () => random.pick(['monthly', 'none'])),
    goals: goals(random),
    ...earning(random),
  }),
  program: (random) => ({
    name: 'healthpartners',
    performance_year: 2024,
    withhold_rates: Object.fromEntries(
      some(random, providerTypes).map((type) => [type, share(random)]),
    ),
    annual_interest_rate: small(random),
    goals: goals(random),
    ...earning(random),
  }),
  facts(random, streams) {
    const types = unique(
      streams.flatMap(({ terms, program }) =>
        terms ? terms.provider_types.map(({ id }) => id) : Object.keys(program.withhold_rates),
      ),
    );
    const ids = streams.flatMap((stream) => (stream.terms ?? stream.program).goals);
    const payments = () => Object.fromEntries(types.map((type) => [type, random.below(1e10)]));
    return {
      withhold: random.chance(50)
        ? {
            monthly_payments_cents: payments(),
            ...maybe(random, 50, 'months_count', () => random.whole(1, 14)),
          }
        : {
            months: Array.from({ length: random.whole(1, 12) }, () => ({
              payments_cents: payments(),
            })),
          },
      goals: unique(ids.map(({ id }) => id)).map((id) => ({ id, met: random.chance(70) })),
    };
  },
};

const bonusLimits = (random) => ({
  ...maybe(random, 50, 'maximum_rate_of_claims', () => small(random)),
  ...maybe(random, 30, 'maximum_cents', () => random.below(1e9)),
  annual_interest_rate: small(random),
  interest_days: random.whole(0, 366),
});
const prefundedBonus = {
  terms: (random) => ({
    prefund_rate: small(random),
    share_of_savings: share(random),
    ...bonusLimits(random),
    ...maybe(random, 50, 'limit_to_prefund', () => random.chance(50)),
    quality_required: random.chance(50),
    ...maybe(random, 30, 'year_days', () => random.pick([360, 365, 366])),
  }),
  program: (random) => ({
    name: 'healthpartners',
    performance_year: 2024,
    ...bonusLimits(random),
  }),
  facts: (random) => ({ claims_subject_cents: random.below(1e12) }),
};

const areaIds = ['north', 'south', 'east', 'west'];
const splitOf = (random) =>
  maybe(random, 40, 'settlement_split', () =>
    areaIds.map((area, i) => ({ area, weight: i === 0 ? 1 : random.pick([0, 1, '1/3', 0.5]) })),
  );
const unclaimed = (random) =>
  maybe(random, 50, 'unclaimed', () => random.pick(['hold', 'return_to_savings']));
function areaTotals(random) {
  const memberMonths = random.whole(1, 20_000);
  const priorMemberMonths = random.whole(1, 20_000);
  return {
    prior_total: priorMemberMonths * random.whole(10, 1000) + random.below(100),
    prior_member_months: priorMemberMonths,
    total: memberMonths * random.below(1000) + random.below(100),
    member_months: memberMonths,
    ...maybe(random, 60, 'completion_factor', () => random.pick([1, '0.97', '19/20'])),
    ...(random.chance(50)
      ? {
          projected_member_months: memberMonths + random.below(20_000),
          ...maybe(random, 70, 'trend', () => random.pick([0, '0.01', -0.02])),
        }
      : {}),
  };
}
function poolAreas(random, { terms, program }) {
  const measures = terms ? terms.measures.map(({ id }) => id) : ['pmpm', 'aedv'];
  const split = (terms ?? program).settlement_split;
  const lives = split === undefined && random.chance(50);
  const change = () => random.pick([0, '-0.02', 0.03, '1/7', -0.01, '0.004']);
  return areaIds.map((id) => {
    const stated = measures.filter(() => random.chance(50));
    const counted = measures.filter((measure) => !stated.includes(measure));
    const result = () =>
      random.chance(50)
        ? areaTotals(random)
        : { prior: random.pick([1, '400.5', 12]), current: random.pick([0, '390.25', 12.5]) };
    return {
      id,
      ...maybe(random, 50, 'title', () => `Área ${id}`),
      ...(lives ? { lives: random.whole(1, 10_000) } : {}),
      ...(stated.length > 0
        ? { changes: Object.fromEntries(stated.map((measure) => [measure, change()])) }
        : {}),
      ...(counted.length > 0
        ? { measures: Object.fromEntries(counted.map((measure) => [measure, result()])) }
        : {}),
    };
  });
}
const incentivePool = {
  terms(random) {
    const rate = random.pick(['0.1', 0.25, 0, 1]);
    return {
      pool_rate: rate,
      ...maybe(random, 30, 'settlement_rate', () => 1 - Number(rate)),
      measures: some(random, ['pmpm', 'aedv', 'visits']).map((id) => ({
        id,
        title: id,
        ...maybe(random, 40, 'direction', () =>
          random.pick(['lower_is_better', 'higher_is_better']),
        ),
      })),
      ...unclaimed(random),
      ...splitOf(random),
    };
  },
  program: (random) => ({
    name: 'onecare_pip',
    performance_year: 2021,
    ...unclaimed(random),
    ...splitOf(random),
  }),
  facts(random, streams) {
    const savings = () => random.below(1e11) - 1e9;
    if (streams.length === 1 && random.chance(70)) {
      return {
        ...maybe(random, 50, 'program_savings_cents', savings),
        areas: poolAreas(random, streams[0]),
      };
    }
    return {
      incentive_pools: streams.map((stream) => ({
        stream: stream.id,
        program_savings_cents: savings(),
        areas: poolAreas(random, stream),
      })),
    };
  },
};

function corridors(random) {
  const ends = unique(Array.from({ length: random.whole(1, 4) }, () => random.whole(1, 40)));
  const bands = ends.sort((a, b) => a - b).map((end) => ({ up_to: end / 100 }));
  if (random.chance(70)) bands.at(-1).up_to = null;
  return bands.map((band) => ({ ...band, share: share(random) }));
}
function nextGeneration(random) {
  const year = random.whole(2016, 2020);
  const parts = () => ({
    quality_discount: random.pick([0, '-0.01', '-0.0075']),
    regional_discount: random.pick([0, '-0.01', 0.01]),
    national_discount: random.pick([0, '-0.005', 0.005]),
  });
  const whole = () => ({ discount: random.pick([0.005, '0.0225', '0.045']) });
  return {
    name: 'ngaco',
    performance_year: year,
    risk_arrangement: random.pick(['partial_risk', 'full_risk']),
    cap: random.pick(['0.05', 0.1, '0.15']),
    ...(year < 2019 ? random.pick([parts, whole])() : {}),
  };
}
function directContracting(random) {
  const year = random.whole(2021, 2027);
  return {
    name: year < 2023 ? 'gpdc' : year < 2027 ? 'aco_reach' : 'lead',
    performance_year: year,
    risk_arrangement: random.pick(['global', 'professional']),
    ...(year < 2027
      ? maybe(random, 40, 'retention_withhold', () => random.chance(50))
      : { spending_level: random.pick(['low', 'high']) }),
  };
}
const riskCorridor = {
  terms: (random) => ({
    ...random.pick([
      {},
      { discount: small(random) },
      {
        discount_parts: [
          { id: 'standard', title: 'Standard', rate: 0.03 },
          { id: 'quality', title: 'Quality', rate: random.pick(['-0.01', 0, -0.03]) },
        ],
      },
    ]),
    ...maybe(random, 50, 'quality_withhold', () => small(random)),
    ...maybe(random, 30, 'retention_withhold', () => small(random)),
    ...maybe(random, 40, 'cap', () => random.pick(['0.05', 0.1, 1])),
    ...maybe(random, 70, 'corridors', () => corridors(random)),
    ...maybe(random, 30, 'loss_corridors', () => corridors(random)),
    ...maybe(random, 40, 'share', () => share(random)),
    ...maybe(random, 40, 'sequestration_rate', () => small(random)),
  }),
  program: (random) => random.pick([nextGeneration, directContracting])(random),
  facts: (random) => ({ risk_corridor: { retention_met: random.chance(60) } }),
};

const bands = (random) =>
  [0, 5, 6.9, 15].slice(0, random.whole(1, 4)).map((from, i) => ({
    id: `band_${i}`,
    from_score: from,
    ...(i === 3 ? { inclusive: false } : {}),
    ...maybe(random, 80, 'discount', () => small(random)),
    ...maybe(random, 40, 'repayment_discount', () => small(random)),
  }));
const episodePayment = {
  terms: (random) => ({
    ...random.pick([
      { discount: small(random) },
      {
        discount: small(random),
        quality: { form: 'bpci_advanced', maximum_adjustment: share(random) },
        ...maybe(random, 30, 'minimum_quality_score', () => share(random)),
      },
      { quality: { form: 'discount_by_band', bands: bands(random) } },
    ]),
    ...maybe(random, 30, 'regional_share', () => random.pick([0, '1/3', 1])),
    ...maybe(random, 60, 'stop_gain', () => small(random)),
    ...maybe(random, 60, 'stop_loss', () => small(random)),
    ...maybe(random, 30, 'repayment', () => random.chance(50)),
    ...maybe(random, 40, 'winsorise', () => ({ low: '0.01', high: random.pick([0.99, '0.5']) })),
  }),
  program: (random) =>
    random.chance(60)
      ? {
          name: 'cjr',
          performance_year: random.whole(1, 8),
          ...maybe(random, 50, 'hospital', () => random.pick(['standard', 'rural'])),
        }
      : { name: 'bpci_advanced', performance_year: random.whole(2018, 2025) },
  facts(random, streams) {
    const cjr = ({ program }) => program?.name === 'cjr';
    const blends = streams.some((s) => cjr(s) || s.terms?.regional_share !== undefined);
    const byBand = (s) => cjr(s) || s.terms?.quality?.form === 'discount_by_band';
    const composite = () => ({
      composite: [
        { id: 'complications', percentile: random.whole(0, 100) },
        { id: 'hcahps', ...maybe(random, 50, 'improvement_deciles', () => random.whole(-9, 9)) },
        { id: 'pro', submitted: random.chance(50) },
      ],
    });
    const price = () => random.whole(1, 5_000_000);
    const group = (_, i) => ({
      id: `group_${i}`,
      ...(random.chance(40)
        ? { target_price_cents: price() }
        : {
            historical_price_cents: price(),
            ...(blends ? { regional_price_cents: price() } : {}),
            ...maybe(random, 50, 'case_mix', () => random.pick([1, '1.04', '0.97'])),
            ...maybe(random, 50, 'peer_trend', () => random.pick([1, 1.02, '99/100'])),
          }),
      ...(random.chance(50)
        ? { count: random.whole(1, 200), actual_cents: random.below(1e9) }
        : {
            episode_costs_cents: Array.from({ length: random.whole(1, 12) }, price),
            ...maybe(random, 40, 'highest_cost_cents', price),
          }),
    });
    return {
      episodes: {
        ...(streams.every(cjr) && random.chance(50)
          ? composite()
          : streams.some(byBand)
            ? { composite_score: random.pick([0, '4.99', 5, 6.9, 15, '15.01', 20]) }
            : {}),
        groups: Array.from({ length: random.whole(1, 3) }, group),
      },
    };
  },
};

const costSide = (random) => ({
  ...(random.chance(50)
    ? { paid_pmpm_cents: random.whole(1, 100_000), resources_pmpm_cents: random.whole(1, 100_000) }
    : { paid_cents: random.whole(1, 1e11), resources_cents: random.whole(1, 1e11) }),
  member_months: random.whole(1, 1_000_000),
  illness_burden: random.pick([1, '1.05', '0.97', 1.2, '7/6']),
});
const totalCostIndex = {
  terms: (random) => ({
    ...maybe(random, 50, 'members', () => ({
      ...maybe(random, 50, 'youngest_age', () => random.whole(0, 18)),
      ...maybe(random, 50, 'oldest_age', () => random.whole(18, 64)),
      ...maybe(random, 50, 'minimum_months', () => random.whole(0, 12)),
      ...maybe(random, 50, 'truncation_cents', () => random.whole(1, 1e8)),
    })),
    ...maybe(random, 50, 'minimum_members', () => random.whole(0, 600)),
    ...maybe(random, 50, 'decimals', () => random.whole(0, 6)),
  }),
  facts: (random) => ({
    total_cost_index: {
      group: costSide(random),
      peers: costSide(random),
      members: random.whole(500, 700),
    },
  }),
};

const kinds = {
  withhold,
  prefunded_bonus: prefundedBonus,
  incentive_pool: incentivePool,
  risk_corridor: riskCorridor,
  episode_payment: episodePayment,
  total_cost_index: totalCostIndex,
};

const pioneer = (random) => ({
  name: 'pioneer',
  performance_year: random.whole(1, 2),
  option: random.pick(['core', 'option_a', 'option_b']),
});

export function randomKind(random, id) {
  if (random.chance(10)) return { id, kind: 'shared_savings', program: pioneer(random) };
  const kind = random.pick(Object.keys(kinds));
  const part = kinds[kind].program && random.chance(40) ? 'program' : 'terms';
  return { id, kind, [part]: kinds[kind][part](random) };
}

// The facts that these kinds ask for, each once for all streams of its kind.
export function factsOfKinds(random, contract) {
  const facts = {};
  for (const [kind, { facts: make }] of Object.entries(kinds)) {
    const streams = contract.streams.filter((stream) => stream.kind === kind);
    if (streams.length > 0) Object.assign(facts, make(random, streams));
  }
  return facts;
}
