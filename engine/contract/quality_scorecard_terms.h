// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "contract/source.h"
#include "core/rate.h"

namespace gainshare {

enum class Direction : std::uint8_t { HigherIsBetter, LowerIsBetter };
inline constexpr std::array kDirectionNames{
    std::pair{Direction::HigherIsBetter, std::string_view{"higher_is_better"}},
    std::pair{Direction::LowerIsBetter, std::string_view{"lower_is_better"}},
};

// One step of a scale: from this value on, so many points. Below the first step: none.
struct AchievementStep {
  std::int64_t percentile = 0;  // 1 to 99: where `rate` stands among the compared providers
  Rate rate;                    // the measure's value at that percentile
  Rate points;
};
struct ImprovementStep {
  Rate from_relative_change;  // (current - prior) ÷ prior, inclusive
  Rate points;
};

// A measure earns points by achievement against others, by improvement against itself, or by
// the better of the two. RULES.md sections 4 and 9.
struct QualityMeasure {
  std::string id;
  std::string title;
  Direction direction = Direction::HigherIsBetter;
  std::vector<AchievementStep> achievement;  // in the order of ascending percentile; may be empty
  std::vector<ImprovementStep> improvement;  // ascending; may be empty, but not both
  Rate maximum_points;                       // > 0
  Rate weight = Rate::whole(1);              // > 0
};

struct QualityScorecardTerms {
  std::vector<QualityMeasure> measures;  // at least one; unique ids
  Source source;
};

}  // namespace gainshare
