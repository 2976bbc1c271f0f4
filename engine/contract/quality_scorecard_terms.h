// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
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
  // 1 to 99: where `rate` stands among the compared providers; nothing: a cut point of its own.
  std::optional<std::int64_t> percentile;
  Rate rate;  // the measure's value there
  Rate points;
};
struct ImprovementStep {
  Rate from_change;  // by the measure's method, inclusive
  Rate points;
};

// maximum × (result - floor) ÷ (target - floor), within none and all; where lower is better the
// target is below the floor.
struct LinearTarget {
  Rate floor;
  Rate target;
};

// How far a result P2 is better than the one before, P1; where lower is better, the other way
// round. Relative: (P2 - P1) ÷ P1. Absolute: P2 - P1. Gap closure: (P2 - P1) ÷ (best - P1).
enum class ImprovementMethod : std::uint8_t { Relative, Absolute, GapClosure };
inline constexpr std::array kImprovementMethodNames{
    std::pair{ImprovementMethod::Relative, std::string_view{"relative"}},
    std::pair{ImprovementMethod::Absolute, std::string_view{"absolute"}},
    std::pair{ImprovementMethod::GapClosure, std::string_view{"gap_closure"}},
};

// What achievement and improvement make together. A sum is at most the maximum; weighted is
// achievement × weight + improvement × (1 - weight).
enum class Combination : std::uint8_t { BetterOf, Sum, Achievement, Improvement, Weighted };
inline constexpr std::array kCombinationNames{
    std::pair{Combination::BetterOf, std::string_view{"better_of"}},
    std::pair{Combination::Sum, std::string_view{"sum"}},
    std::pair{Combination::Achievement, std::string_view{"achievement"}},
    std::pair{Combination::Improvement, std::string_view{"improvement"}},
    std::pair{Combination::Weighted, std::string_view{"weighted"}},
};

// A measure earns points by achievement against others or a target, by improvement against itself,
// by both, or by being reported. RULES.md sections 3, 4 and 9.
struct QualityMeasure {
  std::string id;
  std::string title;
  Direction direction = Direction::HigherIsBetter;
  std::vector<AchievementStep> achievement;  // from the worst to the best; may be empty
  std::vector<ImprovementStep> improvement;  // ascending; may be empty
  Rate maximum_points;                       // > 0
  Rate weight = Rate::whole(1);              // > 0
  std::optional<LinearTarget> target;        // instead of achievement steps
  ImprovementMethod improvement_method = ImprovementMethod::Relative;
  std::optional<Rate> best_value;  // the gap is closed there; 1, or 0 where lower is better
  Combination combine = Combination::BetterOf;
  Rate achievement_weight;      // of a weighted combination, 0 to 1
  std::string domain;           // its id, where the scorecard has domains
  bool reporting_only = false;  // all points when reported, none when not; no scales
  std::optional<std::int64_t> minimum_denominator;  // fewer cases: not scored
  std::string parts;  // all or nothing: what a patient must meet, every part of it, to count
  Source source{"contract", Status::Contract, {}};  // of points and reporting
  Source weight_source{"contract", Status::Contract, {}};
  Source scale_source{};  // of the cut points; empty citation: the rule's
};

// Measures that are scored together; its weight counts however many of them there are.
struct QualityDomain {
  std::string id;
  std::string title;
  Rate weight = Rate::whole(1);  // > 0; they need not add up to 1
  Source source{"contract", Status::Contract, {}};
};

// A measure that is not scored (too few cases) leaves points and maximum, and the weight of a
// domain without a scored measure goes to the others in proportion; or it counts as full points.
enum class Unscored : std::uint8_t { Reweight, FullPoints };
inline constexpr std::array kUnscoredNames{
    std::pair{Unscored::Reweight, std::string_view{"reweight"}},
    std::pair{Unscored::FullPoints, std::string_view{"full_points"}},
};

struct QualityScorecardTerms {
  std::vector<QualityMeasure> measures;  // at least one; unique ids
  Source source;
  std::vector<QualityDomain> domains;  // may be empty; each has a measure; unique ids
  Term<Unscored> unscored;
  // Every scored domain must earn points, or the quality standard is not met.
  std::optional<Source> minimum_attainment;
};

}  // namespace gainshare
