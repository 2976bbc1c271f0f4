// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>

#include "programs/ngaco/resolve.h"
#include "programs/parameters.h"

namespace gainshare {

// Direct Contracting, its successor REACH, and LEAD have the same form and different figures.
inline constexpr std::string_view kDirectContracting = "gpdc";
inline constexpr std::string_view kReach = "aco_reach";
inline constexpr std::string_view kLead = "lead";

struct ReachElections {
  std::string program;  // one of the three
  std::int32_t performance_year = 0;
  std::string risk_arrangement;               // "global", "professional"
  bool retention_withhold = false;            // a year in which it applies
  std::optional<std::string> spending_level;  // LEAD: "low" or "high", decides the discount
};

// RULES.md section 5. Issues carry paths below the stream's "program".
Result<ResolvedRiskCorridor> resolve_reach(
    const ReachElections& elections, std::span<const ProgramEdition> editions = program_editions());

}  // namespace gainshare
