// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "programs/parameters.h"

namespace gainshare {

inline constexpr std::string_view kOneCarePool = "onecare_pip";

// What a contract adds to OneCare Vermont's procedure.
struct OneCareElections {
  std::int32_t performance_year = 0;
  std::optional<Term<UnclaimedPool>> unclaimed;    // instead of the convention
  std::vector<SettlementWeight> settlement_split;  // of the other 90 %; may be empty
};
struct ResolvedIncentivePool {
  ProgramReference reference;
  IncentivePoolTerms terms;
};

// RULES.md section 7. Issues carry paths below the stream's "program" object.
Result<ResolvedIncentivePool> resolve_onecare_pool(
    const OneCareElections& elections,
    std::span<const ProgramEdition> editions = program_editions());

}  // namespace gainshare
