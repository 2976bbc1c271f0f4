// SPDX-License-Identifier: Apache-2.0
// What the readers ask for and a JSON Schema cannot say. The list is closed: the differential test
// fails when the C++ reader and schema and these rules together disagree about any document.
// Each rule gets a document that the schema accepts and says whether the document breaks it.
import { editionsOf } from '../support/engine.mjs';
import { compare, exactRate } from '../support/exact.mjs';
import { distributionRules } from './distribution-rules.mjs';

const pairs = (list) => list.slice(1).map((item, i) => [list[i], item]);
const unique = (list) => new Set(list).size === list.length;
const rising = (list) => pairs(list).every(([a, b]) => compare(a, b) < 0);

const ownTerms = ({ streams = [] }) =>
  streams.filter(({ kind, terms }) => kind === 'shared_savings' && terms).map(({ terms }) => terms);
const elections = ({ streams = [] }) =>
  streams.flatMap(({ program }) => (program?.name === 'mssp' ? [program] : []));
const scorecardTerms = ({ streams = [] }) =>
  streams
    .filter(({ kind, terms }) => kind === 'quality_scorecard' && terms)
    .map(({ terms }) => terms);
const scorecards = (contract) => scorecardTerms(contract).map(({ measures }) => measures);
const measures = (contract) => scorecards(contract).flat();
const performance = ({ streams = [] }) =>
  streams.filter(({ kind }) => kind === 'pay_for_performance').map(({ terms }) => terms);
const changeOf = (step) => exactRate(step.from_change ?? step.from_relative_change);
const termsOf = (contract, kind) =>
  ofKind(contract, kind).map(({ terms, program }) => terms ?? program);
const programsOf = ({ streams = [] }, ...names) =>
  streams.flatMap(({ program }) => (names.includes(program?.name) ? [program] : []));
const within = (rate, low, high) =>
  compare(exactRate(rate), exactRate(low)) >= 0 && compare(exactRate(rate), exactRate(high)) <= 0;

const ofKind = ({ streams = [] }, kind) => streams.filter((stream) => stream.kind === kind);
const ids = (list = []) => list.map(({ id }) => id);

const sum = (rates) =>
  rates.reduce((a, b) => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d }), { n: 0n, d: 1n });
// Of one dollar, nobody can be paid more than the whole. One taker alone may have all of it.
const moreThanTheWhole = (shares) =>
  shares.length > 1 && compare(sum(shares), { n: 1n, d: 1n }) > 0;
const highest = (rates) => rates.reduce((a, b) => (compare(a, b) < 0 ? b : a));

// The highest share of the corridors, times the share of what they give.
function shareOfCorridors({ terms, program }, key, description) {
  const one = { n: 1n, d: 1n };
  if (program) {
    const value = parametersOf(description, program, program.risk_arrangement);
    const shares = [1, 2, 3, 4].map((band) => value(`band_${band}_share`)).filter(Boolean);
    return shares.length > 0 ? highest(shares.map(exactRate)) : exactRate(value('share'));
  }
  const bands = terms[key] ?? terms.corridors;
  const most = bands ? highest(bands.map(({ share: rate }) => exactRate(rate))) : one;
  const of = terms.share === undefined ? one : exactRate(terms.share);
  return { n: most.n * of.n, d: most.d * of.d };
}

// What a stream takes of the savings and of the losses at most.
function shareOfSavings(stream, description) {
  const { kind, terms, program } = stream;
  if (kind === 'risk_corridor') return [shareOfCorridors(stream, 'corridors', description)];
  if (kind === 'prefunded_bonus') {
    const own = terms?.share_of_savings;
    const value = own ?? parametersOf(description, program, 'shared_savings')('share_of_savings');
    return [exactRate(value)];
  }
  if (kind !== 'shared_savings') return [];
  if (program) return [exactRate(trackValue(program, 'sharing_rate', description))];
  const tiers = terms.quality?.effect === 'tiers' ? terms.quality.tiers : undefined;
  return [highest((tiers ?? [terms]).map(({ sharing_rate: rate }) => exactRate(rate)))];
}
function shareOfLosses(stream, description) {
  const { kind, terms, program } = stream;
  if (kind === 'risk_corridor') return [shareOfCorridors(stream, 'loss_corridors', description)];
  if (kind !== 'shared_savings') return [];
  const rate = program
    ? (trackValue(program, 'loss_rate', description) ??
      trackValue(program, 'loss_rate_highest', description))
    : terms.loss_sharing_rate;
  return rate === undefined ? [] : [exactRate(rate)];
}
const sharesSavings = ({ kind }) =>
  ['shared_savings', 'risk_corridor', 'prefunded_bonus', 'episode_payment'].includes(kind);

function trackValue(chosen, id, description) {
  const { editions } = description.programs.find(({ program }) => program === chosen.name);
  const edition = editions.find((e) => e.performance_year === chosen.performance_year);
  const track = edition?.tracks.find(({ id }) => id === (chosen.track ?? chosen.option));
  return track?.parameters.find((parameter) => parameter.id === id)?.value;
}

// Whether the quality score changes anything that a stream pays.
function usesScore({ kind, terms, program }, description) {
  if (kind === 'management_payment') return terms.performance_part !== undefined;
  // The Medicare Shared Savings Program may name a scorecard in years that do not use it.
  if (kind === 'pay_for_performance' || program?.name === 'mssp') return true;
  if (kind === 'prefunded_bonus') return (terms ?? program).minimum_quality_score !== undefined;
  if (kind === 'episode_payment') {
    return !terms || terms.quality !== undefined || terms.minimum_quality_score !== undefined;
  }
  if (kind === 'risk_corridor' && terms) return terms.quality_withhold !== undefined;
  if (kind === 'risk_corridor') {
    const value = parametersOf(description, program, program.risk_arrangement);
    return value('quality_withhold') !== undefined;
  }
  if (program) {
    const { editions } = description.programs.find((each) => each.program === program.name);
    const edition = editions.find((e) => e.performance_year === program.performance_year);
    const of = (id) => edition?.parameters.find((parameter) => parameter.id === id)?.value;
    return (
      of('quality_standard_minimum_score') !== undefined ||
      ['scaled_by_score', 'pass_fail_with_alternative'].includes(of('quality_effect')) ||
      trackValue(program, 'loss_rate_quality_factor', description) !== undefined
    );
  }
  const { minimum_score: minimum, effect } = terms.quality ?? {};
  return minimum !== undefined || ['escalator', 'tiers'].includes(effect);
}

const performanceParts = (contract) =>
  ofKind(contract, 'management_payment').flatMap(({ terms: { performance_part: part } }) =>
    part === undefined ? [] : [part],
  );

export function isDay(text) {
  const [year, month, day] = text.split('-').map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  const same = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return year >= 1900 && year <= 2199 && same;
}

// 42 CFR 425.600 to 425.610 as the editions state it: what can be elected, in which year.
function badElections(chosen, description) {
  const edition = editionsOf(description, 'mssp').find(
    (e) => e.performance_year === chosen.performance_year,
  );
  const track = edition?.tracks.find(({ id }) => id === chosen.track);
  if (!track) return true;
  const value = (id) => track.parameters.find((parameter) => parameter.id === id)?.value;
  const { minimum_rate: elected, agreement_start: start } = chosen;
  const is = (word) =>
    word === 'variable' || elected === 'variable'
      ? word === elected
      : compare(exactRate(elected), exactRate(word)) === 0;
  const before = value('fixed_minimum_rate_agreements_before');
  const choice = before && start && start < before ? 'fixed' : value('minimum_rate_choice');
  const allowed = {
    variable: () => elected === undefined || elected === 'variable',
    fixed: () => elected === undefined || is(value('fixed_minimum_rate')),
    elected: () => elected !== undefined && value('minimum_rate_options').split(' ').some(is),
  };
  const year = start ? Number(start.slice(0, 4)) : undefined;
  const halves = edition.parameters.some(({ id }) => id === 'six_month_year_fraction');
  return (
    !allowed[choice]() ||
    (year !== undefined && (year < 2012 || year > chosen.performance_year)) ||
    (year !== undefined &&
      chosen.first_performance_year &&
      Math.max(year, 2013) < chosen.performance_year) ||
    (chosen.six_month_year === true && !halves)
  );
}

// The parameters of a program's edition and track; nothing where it has no such edition or track.
function parametersOf(description, { name, performance_year: year }, track) {
  const edition = editionsOf(description, name).find((e) => e.performance_year === year);
  const own = edition?.tracks?.find(({ id }) => id === track);
  if (!own) return undefined;
  const all = [...own.parameters, ...edition.parameters];
  return (id) => all.find((parameter) => parameter.id === id)?.value;
}

// Next Generation: the cap is the ACO's choice within limits, the discount until 2018 either known
// or the sum of its parts, from 2019 on the arrangement's.
function badNextGeneration(chosen, description) {
  const value = parametersOf(description, chosen, chosen.risk_arrangement);
  if (!value || !within(chosen.cap, value('cap_lowest'), value('cap_highest'))) return true;
  const { discount } = chosen;
  const parts = ['quality', 'regional', 'national'].map((part) => chosen[`${part}_discount`]);
  const stated = parts.filter((part) => part !== undefined).length;
  if (value('standard_discount') === undefined) return discount !== undefined || stated > 0;
  if (discount !== undefined) {
    return stated > 0 || !within(discount, value('discount_lowest'), value('discount_highest'));
  }
  const [most, regional, national] = [
    value('quality_discount_most'),
    value('regional_discount_spread'),
    value('national_discount_spread'),
  ];
  return (
    stated < 3 ||
    !within(parts[0], `-${most}`, 0) ||
    !within(parts[1], `-${regional}`, regional) ||
    !within(parts[2], `-${national}`, national)
  );
}

const corridorsOf = (contract) =>
  termsOf(contract, 'risk_corridor').flatMap(({ corridors, loss_corridors: losses }) =>
    [corridors, losses].filter(Boolean),
  );
const bandsOf = (contract) =>
  termsOf(contract, 'episode_payment').flatMap(({ quality }) =>
    quality?.bands ? [quality.bands] : [],
  );
const splitsOf = (contract) =>
  termsOf(contract, 'incentive_pool').flatMap(({ settlement_split: split }) =>
    split ? [split] : [],
  );
// A band begins above the one before; at the same score only where it excludes it and that one not.
function bandFollows(before, band) {
  const order = compare(exactRate(band.from_score), exactRate(before.from_score));
  return order > 0 || (order === 0 && before.inclusive !== false && band.inclusive === false);
}

const kindRules = {
  'provider types and goals of a withhold have their own ids': (contract) =>
    termsOf(contract, 'withhold').some(
      ({ provider_types: types, goals }) => !unique(ids(types)) || !unique(ids(goals)),
    ),
  'measures of a pool have their own ids': (contract) =>
    termsOf(contract, 'incentive_pool').some(({ measures: list }) => !unique(ids(list))),
  'areas of a settlement split are its own, and one has a weight': (contract) =>
    splitsOf(contract).some(
      (split) =>
        !unique(split.map(({ area }) => area)) ||
        split.every(({ weight }) => exactRate(weight).n === 0n),
    ),
  'the settlement rate is what the pool leaves': (contract) =>
    termsOf(contract, 'incentive_pool').some(
      ({ pool_rate: pool, settlement_rate: rest }) =>
        rest !== undefined &&
        compare(sum([exactRate(pool), exactRate(rest)]), { n: 1n, d: 1n }) !== 0,
    ),
  'parts of a discount have their own ids and add up to a discount': (contract) =>
    termsOf(contract, 'risk_corridor').some(({ discount_parts: parts }) => {
      if (parts === undefined) return false;
      const total = sum(parts.map(({ rate }) => exactRate(rate)));
      return !unique(ids(parts)) || total.n < 0n || 2n * total.n > total.d;
    }),
  'corridors ascend, and only the last has no end': (contract) =>
    corridorsOf(contract).some((bands) => {
      const ends = bands.map(({ up_to: end }) => end ?? null);
      if (ends.slice(0, -1).includes(null)) return true;
      return !rising(ends.filter((end) => end !== null).map(exactRate));
    }),
  'quality bands ascend from 0 and have their own ids': (contract) =>
    bandsOf(contract).some(
      ([first, ...rest]) =>
        exactRate(first.from_score).n !== 0n ||
        first.inclusive === false ||
        !unique(ids([first, ...rest])) ||
        !pairs([first, ...rest]).every(([a, b]) => bandFollows(a, b)),
    ),
  'the high percentile is at least the low one': (contract) =>
    termsOf(contract, 'episode_payment').some(
      ({ winsorise }) =>
        winsorise && compare(exactRate(winsorise.high), exactRate(winsorise.low)) < 0,
    ),
  'Next Generation has these elections in this year': (contract, description) =>
    programsOf(contract, 'ngaco').some((chosen) => badNextGeneration(chosen, description)),
  'the program has an edition for the year': (contract, description) =>
    programsOf(contract, 'gpdc', 'aco_reach', 'lead').some(
      (chosen) => !parametersOf(description, chosen, chosen.risk_arrangement),
    ),
  'Pioneer has the option in this year': (contract, description) =>
    programsOf(contract, 'pioneer').some(
      (chosen) => !parametersOf(description, chosen, chosen.option),
    ),
};

export const contractRules = {
  'a contract that names a program says nothing of its own': ({ program, streams, benchmark }) =>
    program !== undefined && (streams !== undefined || benchmark !== undefined),
  'the program of a contract has an edition for the year': ({ program }, description) =>
    program !== undefined &&
    !description.programs.some(
      ({ program: name, whole_contract: whole, editions }) =>
        whole &&
        name === program.name &&
        editions.some(({ performance_year: year }) => year === program.performance_year),
    ),
  'stream ids are unique': ({ streams = [] }) => !unique(streams.map(({ id }) => id)),
  'base years have one weight each': ({ benchmark }) =>
    !unique((benchmark?.base_years ?? []).map(({ year }) => year)),
  'measure ids are unique in a scorecard': (contract) =>
    scorecards(contract).some((list) => !unique(list.map(({ id }) => id))),
  'tiers ascend from 0': (contract) =>
    ownTerms(contract)
      .flatMap(({ quality }) => (quality?.tiers ? [quality.tiers] : []))
      .concat(performance(contract).flatMap(({ tiers }) => (tiers ? [tiers] : [])))
      .map((tiers) => tiers.map(({ from_score: from }) => exactRate(from)))
      .some((from) => from[0].n !== 0n || !rising(from)),
  'the lowest sharing rate is at most the sharing rate': (contract) =>
    ownTerms(contract).some(
      ({ quality, sharing_rate: rate }) =>
        quality?.lowest_sharing_rate !== undefined &&
        compare(exactRate(quality.lowest_sharing_rate), exactRate(rate)) > 0,
    ),
  'percentiles ascend': (contract) =>
    measures(contract).some(({ achievement = [] }) =>
      pairs(achievement).some(([{ percentile: before }, { percentile }]) => before >= percentile),
    ),
  'cut points follow the percentiles in the direction of the measure': (contract) =>
    measures(contract).some(({ achievement = [], direction }) =>
      pairs(achievement).some(([before, step]) => {
        const by = compare(exactRate(step.rate), exactRate(before.rate));
        const ahead = direction === 'lower_is_better' ? -by : by;
        const bothStand = before.percentile !== undefined && step.percentile !== undefined;
        return ahead < 0 || (ahead === 0 && !bothStand);
      }),
    ),
  'changes ascend': (contract) =>
    measures(contract).some(({ improvement = [] }) => !rising(improvement.map(changeOf))),
  'a target is better than its floor': (contract) =>
    measures(contract).some(({ target, direction }) => {
      if (!target) return false;
      const by = compare(exactRate(target.target), exactRate(target.floor));
      return direction === 'lower_is_better' ? by >= 0 : by <= 0;
    }),
  'domains are unique, each has a measure, and each measure is in one': (contract) =>
    scorecardTerms(contract).some(({ domains = [], measures: all }) => {
      const ids = domains.map(({ id }) => id);
      const named = all.map(({ domain }) => domain);
      if (ids.length === 0) return named.some((domain) => domain !== undefined);
      return (
        !unique(ids) ||
        named.some((domain) => !ids.includes(domain)) ||
        ids.some((id) => !named.includes(id))
      );
    }),
  'a ceiling is above its floor': (contract) =>
    performance(contract).some(
      ({ effect, floor = 0, ceiling = 1 }) =>
        effect === 'linear' && compare(exactRate(floor), exactRate(ceiling)) >= 0,
    ),
  'no step has more points than the measure': (contract) =>
    measures(contract).some(({ achievement = [], improvement = [], maximum_points: most }) =>
      [...achievement, ...improvement].some(
        ({ points }) => compare(exactRate(points), exactRate(most)) > 0,
      ),
    ),
  'the program has these elections in this year': (contract, description) =>
    elections(contract).some((chosen) => badElections(chosen, description)),
  'dates are in the calendar': (contract) =>
    elections(contract).some(({ agreement_start: start }) => start !== undefined && !isDay(start)),
  ...kindRules,
  'milestone ids are unique in a grant': (contract) =>
    ofKind(contract, 'infrastructure_grant').some(({ terms }) => !unique(ids(terms.milestones))),
  'provider type ids are unique in a fee schedule': (contract) =>
    ofKind(contract, 'fee_for_service').some(({ terms }) => !unique(ids(terms.provider_types))),
  'tier ids are unique in a management payment': (contract) =>
    ofKind(contract, 'management_payment').some(({ terms }) => !unique(ids(terms.tiers))),
  'the ceiling of what performance keeps is above the floor': (contract) =>
    performanceParts(contract).some(
      ({ effect, floor = 0, ceiling = 1 }) =>
        effect === 'linear' && compare(exactRate(floor), exactRate(ceiling)) >= 0,
    ),
  'tiers of what performance keeps ascend from 0': (contract) =>
    performanceParts(contract)
      .flatMap(({ tiers }) => (tiers ? [tiers.map(({ from_score: from }) => exactRate(from))] : []))
      .some((from) => from[0].n !== 0n || !rising(from)),
  'a score comes from an earlier scorecard, to a stream that uses it': (
    { streams = [] },
    description,
  ) =>
    streams.some(
      (stream, i) =>
        stream.score_from !== undefined &&
        (!streams
          .slice(0, i)
          .some(({ id, kind }) => kind === 'quality_scorecard' && id === stream.score_from) ||
          !usesScore(stream, description)),
    ),
  // Streams that cannot stand together: engine/contract/mixes.h.
  'a capitation beside fee-for-service says what it leaves out': (contract) =>
    ofKind(contract, 'fee_for_service').length > 0 &&
    ofKind(contract, 'capitation').some(({ terms }) => terms.carve_out === undefined),
  'the ages of an index are in order': (contract) =>
    ofKind(contract, 'total_cost_index').some(
      ({ terms: { members: { youngest_age: youngest = 0, oldest_age: oldest } = {} } }) =>
        oldest < youngest,
    ),
  'the same bills are paid once': (contract) => ofKind(contract, 'fee_for_service').length > 1,
  'capitations take at most the whole premium': (contract) =>
    moreThanTheWhole(
      ofKind(contract, 'capitation').flatMap(({ terms: { premium_share: share } }) =>
        share === undefined ? [] : [exactRate(share)],
      ),
    ),
  'streams take at most the whole savings': ({ streams = [] }, description) =>
    moreThanTheWhole(streams.flatMap((stream) => shareOfSavings(stream, description))),
  'streams take at most the whole losses': ({ streams = [] }, description) =>
    moreThanTheWhole(streams.flatMap((stream) => shareOfLosses(stream, description))),
  'an advance has a stream after it that can pay it back': ({ streams = [] }) =>
    streams.some(
      ({ terms }, i) => terms?.advance === true && !streams.slice(i + 1).some(sharesSavings),
    ),
  ...distributionRules,
};

const allAreas = ({ areas = [], incentive_pools: pools = [] }) => [
  areas,
  ...pools.map((pool) => pool.areas),
];
const episodes = ({ episodes: facts }) => facts ?? { groups: [] };

export const experienceRules = {
  'measure ids are unique': ({ quality }) => !unique((quality?.measures ?? []).map(({ id }) => id)),
  'base years are unique': ({ spending }) =>
    !unique((spending?.base_years ?? []).map(({ year }) => year)),
  'types of enrolment are unique, and so are their base years': ({ spending }) => {
    const types = spending?.per_capita?.types ?? [];
    return (
      !unique(ids(types)) ||
      types.some(({ base_years: years = [] }) => !unique(years.map(({ year }) => year)))
    );
  },
  'member months of the year are at least those so far': ({ year_to_date: year }) =>
    year?.member_months !== undefined && year.projected_member_months < year.member_months,
  'members in their months are the member months': ({ capitation }) =>
    capitation?.members !== undefined &&
    capitation.member_months !== undefined &&
    capitation.members * capitation.months !== capitation.member_months,
  'milestone and participant ids are unique': ({ milestones, participants }) =>
    !unique(ids(milestones)) || !unique(ids(participants)),
  'goals have their own ids': ({ goals }) => !unique(ids(goals)),
  'areas have their own ids, and pools their own streams': (experience) =>
    allAreas(experience).some((areas) => !unique(ids(areas))) ||
    !unique((experience.incentive_pools ?? []).map(({ stream }) => stream)),
  'a measure of an area is told once': (experience) =>
    allAreas(experience)
      .flat()
      .some(({ changes = {}, measures: results = {} }) =>
        Object.keys(changes).some((key) => key in results),
      ),
  'member months of the year of an area are at least those so far': (experience) =>
    allAreas(experience)
      .flat()
      .flatMap(({ measures: results = {} }) => Object.values(results))
      .some(
        ({ member_months: months, projected_member_months: year }) =>
          year !== undefined && year < months,
      ),
  'episode groups and measures of the composite score have their own ids': (experience) =>
    !unique(ids(episodes(experience).groups)) || !unique(ids(episodes(experience).composite)),
  'as many episodes are counted as costs are listed': (experience) =>
    episodes(experience).groups.some(
      ({ count, episode_costs_cents: costs }) =>
        count !== undefined && costs && costs.length !== count,
    ),
};

// A rule of its own, since the schema says where it holds: a value with "x-range" is exact, and
// within the range also where it is given as text.
export const rangeRule =
  'rates are within their range, as text too, and have no more digits than are kept';
export function withinRange({ low, high, above_low: aboveLow }, value) {
  const exact = exactRate(value);
  if (exact === null) return false;
  const toLow = compare(exact, exactRate(low));
  return (aboveLow ? toLow > 0 : toLow >= 0) && compare(exact, exactRate(high)) <= 0;
}
