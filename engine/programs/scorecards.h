// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "programs/parameters.h"

namespace gainshare {

inline constexpr std::string_view kMsspQuality = "mssp_quality";
inline constexpr std::string_view kMinnesota = "minnesota_ihp";

struct ResolvedScorecard {
  ProgramReference reference;
  QualityScorecardTerms terms;
};

// The 33 measures of the Medicare Shared Savings Program. RULES.md section 3.
struct MsspQualityElections {
  std::int32_t performance_year = 0;
  std::string phase;  // "py1": the first performance year of the agreement
};
Result<ResolvedScorecard> resolve_mssp_quality(
    const MsspQualityElections& elections,
    std::span<const ProgramEdition> editions = program_editions());

// Minnesota's scales for measures whose cut points and weights the contract states: the rate of
// each percentile of the scale, in order. RULES.md section 4.
struct MinnesotaMeasure {
  QualityMeasure stated;  // id, title, direction, weight, domain, cases needed
  std::vector<Rate> cut_points;
};
struct MinnesotaQualityElections {
  std::int32_t performance_year = 0;  // of the contract: 1, 2, 3
  std::vector<MinnesotaMeasure> measures;
};
Result<ResolvedScorecard> resolve_minnesota_quality(
    const MinnesotaQualityElections& elections,
    std::span<const ProgramEdition> editions = program_editions());

// payment = savings × share × ((1 - q) + q × score), and losses after the first year.
struct MinnesotaElections {
  std::int32_t performance_year = 0;
  std::string model;                  // "integrated", "virtual"
  std::optional<Rate> payment_limit;  // negotiated, of the benchmark
  std::optional<Rate> loss_limit;
};
Result<ResolvedProgram> resolve_minnesota(
    const MinnesotaElections& elections,
    std::span<const ProgramEdition> editions = program_editions());

// "30:1.1 40:1.25" as pairs of figures.
std::vector<std::pair<Rate, Rate>> pairs_of(const Parameter& parameter);

}  // namespace gainshare
