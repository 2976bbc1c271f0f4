// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "population/intake/intake.h"
#include "population/population.h"
#include "population/repeats.h"

namespace gainshare {

// An intake made sense of: one set of facts for each member, one provider for each NPI, and which
// lines count. Nothing in it depends on the order in which the rows came.
struct ClaimsPopulation {
  std::vector<Member> members;             // by MemberIndex
  std::vector<MemberIndex> by_id;          // all of them in the order of their ids
  std::vector<CoverageSpan> coverage;      // ascending by member, then by first and last day
  std::vector<std::uint32_t> coverage_of;  // where a member's spans begin; one more than members
  std::vector<Provider> providers;         // by their number in the intake
  std::int64_t conflicting_providers = 0;  // NPIs that the roster gives differently
  Repeats repeats;

  std::span<const CoverageSpan> coverage_of_member(MemberIndex member) const {
    return std::span{coverage}.subspan(coverage_of[member],
                                       coverage_of[member + 1] - coverage_of[member]);
  }
};
ClaimsPopulation resolve(const Intake& intake);

}  // namespace gainshare
