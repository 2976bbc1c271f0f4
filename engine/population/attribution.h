// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/result.h"
#include "population/attribution_terms.h"
#include "population/measure.h"
#include "population/population.h"
#include "population/services.h"
#include "population/two_step_rules.h"

namespace gainshare {

inline constexpr CandidateIndex kNoCandidate = std::numeric_limits<CandidateIndex>::max();
inline constexpr std::uint8_t kNoMethod = std::numeric_limits<std::uint8_t>::max();

// Those who compete for members, by CandidateIndex.
struct Candidates {
  std::vector<std::string> ids;
  std::vector<std::uint8_t> participant;  // 1 or 0, as long as `ids`
  // Other names for them: the NPIs of a TIN, say, as designations may give them. Ids need no entry.
  std::vector<std::pair<std::string, CandidateIndex>> names;
};

// What separated the winner from the best of the others.
enum class DecidedBy : std::uint8_t { Nothing, Designation, Amount, MostRecent, LowestId, County };
inline constexpr std::array kDecidedByNames{
    std::pair{DecidedBy::Nothing, std::string_view{"nothing"}},
    std::pair{DecidedBy::Designation, std::string_view{"designation"}},
    std::pair{DecidedBy::Amount, std::string_view{"amount"}},
    std::pair{DecidedBy::MostRecent, std::string_view{"most_recent"}},
    std::pair{DecidedBy::LowestId, std::string_view{"lowest_id"}},
    std::pair{DecidedBy::County, std::string_view{"county"}},
};

struct Assignment {
  // Whom the member belongs to; kNoCandidate: nobody. Where the participants won as one, the one
  // of them that leads.
  CandidateIndex candidate = kNoCandidate;
  std::uint8_t method = kNoMethod;  // the place of the method that decided
  std::uint8_t step = 0;            // of the two-step method: 1, 2, 3
  DecidedBy decided_by = DecidedBy::Nothing;
  bool as_one = false;  // the participants together
  friend bool operator==(const Assignment&, const Assignment&) = default;
};

// Terms made ready for 100,000 members: everything that is the same for each is worked out once.
struct PreparedMethod {
  AssignmentMethod method = AssignmentMethod::PluralityOfAllowedCharges;
  bool as_one = false;
  std::vector<TieBreak> tie_breaks;
  // By step of the two-step method; the first is that of a plurality.
  std::array<Measure, 4> measures;
  std::int64_t weight_divisor = 1;  // a measure's weight divided by it is that of the terms
  TwoStepRules two_step;
  std::vector<std::pair<std::string, CandidateIndex>> counties;  // by county
};
struct AttributionPlan {
  std::vector<PreparedMethod> methods;
  std::vector<std::uint8_t> participant;
  std::vector<std::uint32_t> rank;  // by CandidateIndex: its place among the ids in order
  std::vector<std::pair<std::string, CandidateIndex>> names;  // ids and other names, in order
};

// Issues have paths below the terms ("/methods/0/counties/1/candidate").
Result<AttributionPlan> prepare_attribution(const AttributionTerms& terms,
                                            const Candidates& candidates);

// `tallies` are those of the member, ascending by candidate, window, class.
Assignment assign(const AttributionPlan& plan, const Member& member,
                  std::span<const ServiceTally> tallies);

// One assignment for each member; `tallies` are those of all, ascending by member as well.
std::vector<Assignment> assign_all(const AttributionPlan& plan, std::span<const Member> members,
                                   std::span<const ServiceTally> tallies);

}  // namespace gainshare
