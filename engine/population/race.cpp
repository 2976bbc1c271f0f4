// SPDX-License-Identifier: Apache-2.0
#include "population/race.h"

#include <algorithm>
#include <array>

namespace gainshare {
namespace {

// Which participant leads the others of its side is no term: somebody must, so it never ties.
constexpr std::array kWithin{TieBreak::MostRecent, TieBreak::LowestId};

template <class T>
int sign_of(T a, T b) {
  return a > b ? 1 : (a < b ? -1 : 0);
}

}  // namespace

Comparison compare(const Standing& a, const Standing& b, std::span<const TieBreak> tie_breaks,
                   std::span<const std::uint32_t> rank) {
  const int by_score = sign_of(a.score, b.score);
  if (by_score != 0) return {.sign = by_score, .level = 0};
  for (std::size_t i = 0; i < tie_breaks.size(); ++i) {
    if (tie_breaks[i] == TieBreak::None) break;
    const int sign = tie_breaks[i] == TieBreak::MostRecent
                         ? sign_of(a.latest, b.latest)
                         : sign_of(rank[b.candidate], rank[a.candidate]);
    if (sign != 0) return {.sign = sign, .level = i + 1};
  }
  return {};
}

RaceAsOne race_as_one(const AttributionPlan& plan, const PreparedMethod& method,
                      const Measure& measure, std::span<const ServiceTally> tallies) {
  RaceAsOne race;
  Standing& together = race.participants;
  for_each_standing(tallies, measure, [&](const Standing& standing) {
    if (plan.participant[standing.candidate] == 0) {
      race.others.enter(standing, method.tie_breaks, plan.rank);
      return;
    }
    race.within.enter(standing, kWithin, plan.rank);
    together.score += standing.score;
    together.latest = std::max(together.latest, standing.latest);
    const bool lower = together.candidate == kNoCandidate ||
                       plan.rank[standing.candidate] < plan.rank[together.candidate];
    if (lower) together.candidate = standing.candidate;
  });
  return race;
}

Comparison result_of(const RaceAsOne& race, const AttributionPlan& plan,
                     const PreparedMethod& method) {
  const bool competes = race.participants.score > 0;
  if (race.others.empty()) return {.sign = competes ? 1 : 0, .level = 0};
  if (!competes) return {.sign = -1, .level = race.others.level};
  return compare(race.participants, race.others.best, method.tie_breaks, plan.rank);
}

DecidedBy decided_by(std::span<const TieBreak> tie_breaks, std::size_t level) {
  if (level == 0) return DecidedBy::Amount;
  return tie_breaks[level - 1] == TieBreak::MostRecent ? DecidedBy::MostRecent
                                                       : DecidedBy::LowestId;
}

}  // namespace gainshare
