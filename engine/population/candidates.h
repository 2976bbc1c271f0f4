// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "population/attribution.h"
#include "population/resolve.h"

namespace gainshare {

// Who competes for members, and which of them each line of a claim belongs to. The roster says the
// TIN and group of an NPI. A line of an NPI that the roster lacks belongs to the TIN that the claim
// says; where it says none, to the NPI itself.
class CandidateFinder {
 public:
  CandidateFinder(const Intake& intake, const ClaimsPopulation& population, CandidateUnit unit);

  // kNoCandidate where the line names neither provider nor TIN.
  CandidateIndex candidate_of(const ClaimLine& line) {
    const CandidateIndex known = of_provider_[line.provider];
    return known != kNoCandidate ? known : candidate_by_claim(line);
  }
  Candidates take() { return std::move(candidates_); }

 private:
  CandidateIndex candidate_by_claim(const ClaimLine& line);
  CandidateIndex index_of(const std::string& id);

  const Intake& intake_;
  CandidateUnit unit_;
  Candidates candidates_;
  std::unordered_map<std::string, CandidateIndex> indices_;
  std::vector<CandidateIndex> of_provider_;  // of those on the roster
};

}  // namespace gainshare
