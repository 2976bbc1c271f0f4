// SPDX-License-Identifier: Apache-2.0
// What the reader of a distribution asks for and a JSON Schema cannot say.
import { exactRate } from '../support/exact.mjs';

const kDeepest = 8;

const sumOf = (rates) =>
  rates
    .map(exactRate)
    .reduce(({ n, d }, rate) => ({ n: n * rate.d + rate.n * d, d: d * rate.d }), { n: 0n, d: 1n });
const isOne = ({ n, d }) => n === d;
const twice = (list) => new Set(list).size < list.length;

// Every holder of pools with its level, the pools, and the members.
function* holders(holder, level = 1) {
  yield { pools: holder.pools, level };
  for (const { members = [] } of holder.pools) {
    for (const member of members) if (member.pools) yield* holders(member, level + 1);
  }
}

function isBadPool({ by, members = [], earning }) {
  const isBadList = (list) =>
    twice(list.map(({ factor }) => factor)) || !isOne(sumOf(list.map(({ weight }) => weight)));
  const fixed = by?.some(({ factor }) => factor === 'fixed') ?? false;
  return (
    (by !== undefined && isBadList(by)) ||
    (earning !== undefined && isBadList(earning.by)) ||
    members.some((member) => (member.fixed_share !== undefined) !== fixed)
  );
}

function isBad({ distribution, streams }) {
  if (!distribution) return false;
  const paying = streams.filter(({ kind }) => kind !== 'quality_scorecard').map(({ id }) => id);
  const all = [...holders(distribution)];
  const pools = all.flatMap((holder) => holder.pools);
  const ids = pools.flatMap(({ id, members = [] }) => [id, ...members.map((member) => member.id)]);
  const tooMuch = all.some((holder) => {
    const { n, d } = sumOf(holder.pools.flatMap(({ share }) => share ?? []));
    return n > d;
  });
  return (
    paying.length === 0 ||
    (distribution.from_streams ?? []).some((id) => !paying.includes(id)) ||
    all.some(({ level }) => level > kDeepest) ||
    twice(ids) ||
    tooMuch ||
    pools.some(isBadPool)
  );
}

export const distributionRules = {
  'a distribution names each recipient once, its weights add up to 1 and its shares to no more':
    isBad,
};
