// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "population/attribution.h"

namespace gainshare {

// Visits or cents times whole weights: 128 bits hold any sum of them.
__extension__ using Score = __int128;

// What of a tally is compared.
struct Measure {
  bool visits = false;  // else allowed charges
  ServiceClassSet classes = 0;
  std::int64_t recent_weight = 1;
  std::int64_t older_weight = 0;

  bool counts(const ServiceTally& tally) const {
    return has(classes, tally.service_class) && weight_of(tally) != 0;
  }
  std::int64_t weight_of(const ServiceTally& tally) const {
    return tally.window == 0 ? recent_weight : older_weight;
  }
  Score score_of(const ServiceTally& tally) const {
    const std::int64_t amount = visits ? tally.visits : tally.allowed_cents;
    const std::int64_t weight = weight_of(tally);
    return weight == 1 ? Score{amount} : Score{amount} * weight;
  }
};

// How one competitor stands.
struct Standing {
  CandidateIndex candidate = kNoCandidate;
  Score score = 0;
  Day latest = kNoDay;

  void add(const Measure& measure, const ServiceTally& tally) {
    score += measure.score_of(tally);
    if (tally.latest > latest) latest = tally.latest;
  }
};

// Calls `visit(Standing)` for each candidate with a tally that counts.
template <class Visit>
void for_each_standing(std::span<const ServiceTally> tallies, const Measure& measure,
                       const Visit& visit) {
  std::size_t i = 0;
  while (i < tallies.size()) {
    Standing standing{.candidate = tallies[i].candidate};
    bool counts = false;
    for (; i < tallies.size() && tallies[i].candidate == standing.candidate; ++i) {
      if (!measure.counts(tallies[i])) continue;
      standing.add(measure, tallies[i]);
      counts = true;
    }
    if (counts) visit(standing);
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
  // Only what is above nothing competes.
  void enter(const Standing& standing, std::span<const TieBreak> tie_breaks,
             std::span<const std::uint32_t> rank);
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
