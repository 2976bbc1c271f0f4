// SPDX-License-Identifier: Apache-2.0
// Changes to documents: any change anywhere, and the slips that a schema cannot see.

const strange = (random) =>
  random.pick([
    null,
    true,
    false,
    '',
    'x',
    'zzz',
    -1,
    0,
    1,
    1.5,
    2,
    50,
    1e21,
    1e-7,
    1e-20,
    0.1234567890123456,
    [],
    {},
    '0.5',
    '1/3',
    '2/1',
    '1/0',
    '-1/3',
    '0.1234567890123456789',
    '50%',
    ' 0.5',
    '.5',
    'one_sided',
    'two_sided',
    'variable',
    'tiers',
    'fixed',
    'escalator',
    'track_2',
    'basic_e',
    'per_member_per_month',
    'projection',
    'distribution',
    9007199254740991,
    9007199254740992,
    2012,
    2013,
    2024,
    2027,
    '2024-02-30',
    '2015-01-01',
    '2024-01-01',
    'é'.repeat(200),
    'x'.repeat(201),
    'A',
    'a'.repeat(41),
  ]);

// Every place in a document: [container, key].
function places(node, found = []) {
  if (node === null || typeof node !== 'object') return found;
  for (const key of Object.keys(node)) {
    found.push([node, key]);
    places(node[key], found);
  }
  return found;
}

// Changes one thing somewhere. Some changes leave a good document good.
export function mutate(random, document) {
  const all = places(document);
  if (all.length === 0) return;
  const [container, key] = random.pick(all);
  const value = container[key];
  switch (random.below(7)) {
    case 0:
      if (Array.isArray(container)) container.splice(Number(key), 1);
      else delete container[key];
      break;
    case 1:
      if (Array.isArray(container)) container.push(structuredClone(value));
      else
        container[random.pick(['extra', `${key}s`, 'sharing_rat', 'terms', 'tiers', 'cap'])] =
          strange(random);
      break;
    case 2:
      if (Array.isArray(value)) value.reverse();
      else container[key] = strange(random);
      break;
    case 3:
      container[key] = typeof value === 'number' ? String(value) : value;
      break;
    case 4:
      if (typeof value === 'number') container[key] = random.pick([-value, value + 1, value / 2]);
      else container[key] = strange(random);
      break;
    case 5: {
      const [, from] = random.pick(all);
      container[key] = structuredClone(random.pick(all)[0][from] ?? strange(random));
      break;
    }
    default:
      container[key] = strange(random);
  }
}

const each = (document, kind) => (document.streams ?? []).filter((stream) => stream?.kind === kind);
const scales = (document, scale) =>
  each(document, 'quality_scorecard').flatMap(({ terms }) =>
    (terms?.measures ?? []).flatMap((measure) => (measure?.[scale] ? [measure[scale]] : [])),
  );

// Slips of the kind that a schema cannot see. Each works on a good document and may find nothing.
const slips = [
  ({ streams = [] }) => streams.forEach((stream) => Object.assign(stream, { id: 'same' })),
  (document) =>
    each(document, 'quality_scorecard').forEach(({ terms }) =>
      terms.measures.push(terms.measures[0]),
    ),
  (document) =>
    each(document, 'shared_savings').forEach(({ terms }) => {
      if (terms)
        terms.quality = {
          effect: 'escalator',
          lowest_sharing_rate: '0.5',
          sharing_rate: undefined,
        };
      if (terms) terms.sharing_rate = 0.25;
    }),
  (document) =>
    each(document, 'shared_savings').forEach(({ terms }) => terms?.quality?.tiers?.reverse()),
  (document) =>
    each(document, 'shared_savings').forEach(({ terms }) => terms?.quality?.tiers?.shift()),
  (document) =>
    scales(document, 'achievement').forEach((steps) => {
      steps[0].percentile = 99;
    }),
  (document) =>
    scales(document, 'achievement').forEach((steps) => {
      steps.at(-1).rate = steps.length % 2;
    }),
  (document) => scales(document, 'improvement').forEach((steps) => steps.reverse()),
  (document) =>
    scales(document, 'target').forEach((target) => {
      [target.floor, target.target] = [target.target, target.floor];
    }),
  (document) =>
    each(document, 'quality_scorecard').forEach(({ terms }) => {
      if (terms?.domains) terms.measures[0].domain = 'elsewhere';
      else if (terms) terms.measures[0].domain = 'd0';
    }),
  (document) =>
    each(document, 'pay_for_performance').forEach(({ terms }) => {
      if (terms?.effect === 'linear') terms.floor = terms.ceiling ?? 1;
      terms?.tiers?.reverse();
    }),
  ({ streams = [] }) =>
    streams.forEach((stream, i) => {
      if (stream.score_from || stream.kind === 'pay_for_performance') {
        stream.score_from = streams[(i + 1) % streams.length].id;
      }
    }),
  (document) =>
    each(document, 'shared_savings').forEach((stream) => {
      if (stream.score_from && stream.terms) stream.terms.quality = { effect: 'fixed' };
    }),
  (document) =>
    scales(document, 'improvement').forEach((steps) => {
      steps[0].points = '2.5';
    }),
  (document) =>
    each(document, 'shared_savings').forEach(({ program }) => {
      if (program) program.agreement_start = '2014-02-30';
    }),
  (document) =>
    each(document, 'shared_savings').forEach(({ program }) => {
      if (program) program.performance_year = 2014;
    }),
  (document) =>
    each(document, 'shared_savings').forEach(({ program }) => {
      if (program) program.minimum_rate = 0.011;
    }),
  (document) => {
    if (document.year_to_date)
      Object.assign(document.year_to_date, { member_months: 12, projected_member_months: 11 });
  },
  ({ quality }) => quality?.measures?.push(quality.measures[0]),
  (document) =>
    each(document, 'infrastructure_grant').forEach(({ terms }) =>
      terms.milestones?.push(terms.milestones[0]),
    ),
  (document) =>
    each(document, 'infrastructure_grant').forEach(({ terms }) => {
      terms.advance = true;
    }),
  (document) =>
    each(document, 'fee_for_service').forEach(({ terms }) =>
      terms.provider_types?.push(terms.provider_types[0]),
    ),
  (document) =>
    each(document, 'total_cost_index').forEach(({ terms }) => {
      if (terms.members) Object.assign(terms.members, { youngest_age: 20, oldest_age: 19 });
    }),
  (document) =>
    each(document, 'capitation').forEach(({ terms }) => {
      delete terms.carve_out;
      if (terms.premium_share !== undefined) terms.premium_share = '0.9';
    }),
  (document) =>
    each(document, 'management_payment').forEach(({ terms }) => {
      const part = terms.performance_part;
      if (part?.effect === 'linear') part.ceiling = part.floor ?? 0;
      part?.tiers?.reverse();
      if (part === undefined) terms.tiers.push(terms.tiers[0]);
    }),
  (document) =>
    (document.streams ?? []).forEach((stream, i) => {
      if (['shared_savings', 'management_payment'].includes(stream?.kind)) {
        stream.score_from = `stream_${i - 1}`;
      }
    }),
  // A stream twice, under another id.
  ({ streams = [] }) => {
    if (streams.length > 0 && streams.length < 20) {
      streams.push({ ...structuredClone(streams[0]), id: 'another' });
    }
  },
  ({ capitation }) => {
    if (capitation?.months) capitation.member_months = capitation.members * capitation.months + 1;
  },
  ({ milestones }) => milestones?.push(milestones[0]),
];

const twice = (list) => list?.push(structuredClone(list[0]));
const changeEach = (document, kind, change) =>
  each(document, kind).forEach(({ terms, program }) => change(terms ?? program));
const areasOf = ({ areas = [], incentive_pools: pools = [] }) => [
  ...areas,
  ...pools.flatMap((pool) => pool.areas),
];
const counted = (document) =>
  areasOf(document).flatMap(({ measures }) => Object.values(measures ?? {}));

// The same for one kind each: nothing is changed where a document has none of it.
const kindSlips = [
  (document) =>
    changeEach(document, 'withhold', (terms) => twice(terms.provider_types ?? terms.goals)),
  (document) => changeEach(document, 'incentive_pool', (terms) => twice(terms.measures)),
  (document) => changeEach(document, 'incentive_pool', (terms) => twice(terms.settlement_split)),
  (document) =>
    changeEach(document, 'incentive_pool', ({ settlement_split: split = [] }) =>
      split.forEach((part) => Object.assign(part, { weight: 0 })),
    ),
  (document) =>
    changeEach(document, 'incentive_pool', (terms) =>
      Object.assign(terms, { settlement_rate: '0.91' }),
    ),
  (document) =>
    changeEach(document, 'risk_corridor', ({ discount_parts: parts }) => {
      if (parts) Object.assign(parts[0], { rate: '-0.5' });
    }),
  (document) => changeEach(document, 'risk_corridor', (terms) => twice(terms.discount_parts)),
  (document) => changeEach(document, 'risk_corridor', (terms) => terms.corridors?.reverse()),
  (document) =>
    changeEach(document, 'risk_corridor', (terms) => {
      if (terms.cap !== undefined) terms.cap = '0.16';
    }),
  (document) =>
    changeEach(document, 'risk_corridor', (terms) => {
      if (terms.name === 'aco_reach') terms.performance_year = 2022;
    }),
  (document) =>
    changeEach(document, 'shared_savings', (terms) => {
      if (terms.name === 'pioneer')
        Object.assign(terms, { option: 'option_b', performance_year: 3 });
    }),
  (document) => changeEach(document, 'episode_payment', ({ quality }) => quality?.bands?.reverse()),
  (document) => changeEach(document, 'episode_payment', ({ quality }) => twice(quality?.bands)),
  (document) =>
    changeEach(document, 'episode_payment', ({ winsorise }) => {
      if (winsorise) winsorise.low = 1;
    }),
  ({ goals }) => twice(goals),
  ({ areas, incentive_pools: pools }) => twice(areas ?? pools),
  (document) =>
    areasOf(document).forEach((area) => {
      if (area.measures) area.changes = { [Object.keys(area.measures)[0]]: 0 };
    }),
  (document) =>
    counted(document).forEach((result) => {
      if (result.total !== undefined) result.projected_member_months = 1;
    }),
  ({ spending }) => twice(spending?.per_capita?.types),
  ({ spending }) => twice(spending?.per_capita?.types?.[0]?.base_years),
  ({ episodes }) => twice(episodes?.groups),
  ({ episodes }) => twice(episodes?.composite),
  ({ episodes }) =>
    episodes?.groups?.forEach((group) => {
      if (group.episode_costs_cents) group.count = 13;
    }),
];

// Most slips find nothing in most documents: another is tried until one does.
export function slip(random, document) {
  const all = random.chance(50) ? slips : kindSlips;
  const before = JSON.stringify(document);
  for (let i = 0; i < 20 && JSON.stringify(document) === before; i += 1) {
    random.pick(all)(document);
  }
}
