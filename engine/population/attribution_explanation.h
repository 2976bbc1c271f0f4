// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/rational.h"
#include "population/attribution.h"
#include "population/method_outcome.h"

namespace gainshare {

// One competitor in one comparison: a candidate, or the participants as one.
struct ComparedAmount {
  CandidateIndex candidate = kNoCandidate;
  bool participant = false;
  Rational amount;  // visits or cents, times the weights where there are any
  Day latest = kNoDay;
};

// A method that was tried, and what came of it.
struct MethodAttempt {
  std::uint8_t method = kNoMethod;  // its place in the terms
  AssignmentMethod kind = AssignmentMethod::PluralityOfAllowedCharges;
  MethodReason reason = MethodReason::Decided;
  std::uint8_t step = 0;  // of the two-step method
  std::string named;      // whom the member or the insurer named, or the member's county
  // Highest first, in the order of the tie-breaks; empty where nothing was compared.
  std::vector<ComparedAmount> compared;
  bool as_one = false;
  ComparedAmount participants;  // as one: their sum
};

// All that one candidate did for the member, of every class and window.
struct CandidateServices {
  CandidateIndex candidate = kNoCandidate;
  bool participant = false;
  std::int64_t visits = 0;
  std::int64_t allowed_cents = 0;
  Day latest = kNoDay;
  std::span<const ServiceTally> tallies;
};

struct AssignmentExplanation {
  Assignment assignment;  // that of assign()
  std::vector<MethodAttempt> attempts;
  std::vector<CandidateServices> candidates;  // by id
};

// Points into `tallies`, which must outlive it.
AssignmentExplanation explain_assignment(const AttributionPlan& plan, const Member& member,
                                         std::span<const ServiceTally> tallies);

}  // namespace gainshare
