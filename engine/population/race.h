// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

#include "population/attribution.h"
#include "population/measure.h"

namespace gainshare {

// How one competitor stands.
struct Standing {
  CandidateIndex candidate = kNoCandidate;
  Score score = 0;
  Day latest = kNoDay;
};

// Calls `visit(Standing)` for each candidate with a tally that counts.
template <class Visit>
void for_each_standing(std::span<const ServiceTally> tallies, const Measure& measure,
                       const Visit& visit) {
  const ServiceTally* tally = tallies.data();
  const ServiceTally* const end = tally + tallies.size();
  while (tally != end) {
    Standing standing{.candidate = tally->candidate};
    std::uint32_t any = 0;
    do {
      const std::uint32_t counts = measure.counts(*tally);
      standing.score += measure.score_of(*tally, counts);
      const Day latest = tally->latest & -static_cast<Day>(counts);
      standing.latest = std::max(standing.latest, latest);
      any |= counts;
      ++tally;
    } while (tally != end && tally->candidate == standing.candidate);
    if (any != 0) visit(standing);
  }
}

// How two standings compare: 0 when nothing separates them. `level` is what does: 0 the score, 1
// the first tie-break, and so on.
struct Comparison {
  int sign = 0;
  std::size_t level = 0;
};
Comparison compare(const Standing& a, const Standing& b, std::span<const TieBreak> tie_breaks,
                   std::span<const std::uint32_t> rank);

// The best of any number of standings, in one pass and without memory. The order in which they
// enter does not matter: it is that of the scores and then of each tie-break.
struct Race {
  Standing best;
  bool tied = false;      // another stands exactly as the best does
  std::size_t level = 0;  // what separated the best from the next

  bool empty() const { return best.candidate == kNoCandidate; }
  bool won() const { return !empty() && !tied; }
  // Only what is above nothing competes. Whoever lost to the best before lost at the same level or
  // an earlier one to the new best, who beat that one at `level`; so the new level stands for all.
  void enter(const Standing& standing, std::span<const TieBreak> tie_breaks,
             std::span<const std::uint32_t> rank) {
    if (standing.score < best.score || standing.score <= 0) return;
    if (standing.score > best.score) {
      best = standing;
      tied = false;
      level = 0;
      return;
    }
    const Comparison against = compare(standing, best, tie_breaks, rank);
    if (against.sign > 0) best = standing;
    tied = against.sign == 0 || (tied && against.sign < 0);
    level = against.sign > 0 ? against.level : std::max(level, against.level);
  }
};

// The participants as one against each of the others.
struct RaceAsOne {
  Standing participants;  // `candidate` is the one with the lowest id, for a tie by id
  Race within;            // who of them leads
  Race others;
};
RaceAsOne race_as_one(const AttributionPlan& plan, const PreparedMethod& method,
                      const Measure& measure, std::span<const ServiceTally> tallies);

// Positive: the participants win; negative: the others are ahead; 0: a tie, or nobody competes.
Comparison result_of(const RaceAsOne& race, const AttributionPlan& plan,
                     const PreparedMethod& method);

DecidedBy decided_by(std::span<const TieBreak> tie_breaks, std::size_t level);

}  // namespace gainshare
