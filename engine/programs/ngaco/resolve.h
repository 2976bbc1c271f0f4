// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>

#include "programs/parameters.h"

namespace gainshare {

inline constexpr std::string_view kNextGeneration = "ngaco";

struct ResolvedRiskCorridor {
  ProgramReference reference;
  RiskCorridorTerms terms;
};

// 2016 to 2018 the discount is the ACO's own: as a whole, or by what is added to the standard one.
struct NextGenerationDiscount {
  std::optional<Rate> whole;
  std::optional<Rate> quality;   // 0 or below
  std::optional<Rate> regional;  // either sign
  std::optional<Rate> national;
};

struct NextGenerationElections {
  std::int32_t performance_year = 0;
  std::string risk_arrangement;  // "partial_risk" (80 or 85 %), "full_risk" (100 %)
  std::optional<Rate> cap;       // of the benchmark, on gross savings and losses
  NextGenerationDiscount discount;
};

// RULES.md section 5. Issues carry paths below the stream's "program".
Result<ResolvedRiskCorridor> resolve_next_generation(
    const NextGenerationElections& elections,
    std::span<const ProgramEdition> editions = program_editions());

}  // namespace gainshare
