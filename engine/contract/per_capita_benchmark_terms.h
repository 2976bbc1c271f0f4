// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "contract/benchmark_terms.h"
#include "contract/source.h"
#include "core/rate.h"

namespace gainshare {

// What brings spending per capita from one year to another.
enum class GrowthMethod : std::uint8_t {
  None,
  Stated,        // factors by type, as the experience states them
  Inflator,      // one factor, as the contract states it
  FlatAmount,    // a national amount per capita is added
  National,      // growth of the nation's per capita
  Regional,      // growth of the region's per capita
  Blended,       // weight × national + (1 - weight) × regional: the two-way factor
  ThreeWay,      // (1 - fixed weight) × blended + fixed weight × a growth fixed in advance
  ControlGroup,  // growth of the control group: difference in differences
};
inline constexpr std::array kTrendMethodNames{
    std::pair{GrowthMethod::None, std::string_view{"none"}},
    std::pair{GrowthMethod::Stated, std::string_view{"stated"}},
    std::pair{GrowthMethod::National, std::string_view{"national"}},
    std::pair{GrowthMethod::Regional, std::string_view{"regional"}},
    std::pair{GrowthMethod::Blended, std::string_view{"blended"}},
    std::pair{GrowthMethod::ControlGroup, std::string_view{"control_group"}},
};
inline constexpr std::array kUpdateMethodNames{
    std::pair{GrowthMethod::None, std::string_view{"none"}},
    std::pair{GrowthMethod::Stated, std::string_view{"stated"}},
    std::pair{GrowthMethod::Inflator, std::string_view{"inflator"}},
    std::pair{GrowthMethod::FlatAmount, std::string_view{"flat_amount"}},
    std::pair{GrowthMethod::National, std::string_view{"national"}},
    std::pair{GrowthMethod::Regional, std::string_view{"regional"}},
    std::pair{GrowthMethod::Blended, std::string_view{"blended"}},
    std::pair{GrowthMethod::ThreeWay, std::string_view{"three_way"}},
    std::pair{GrowthMethod::ControlGroup, std::string_view{"control_group"}},
};

// Who is compared with: only the name differs, the facts give the figures.
enum class ControlGroup : std::uint8_t { Region, Network, Matched };
inline constexpr std::array kControlGroupNames{
    std::pair{ControlGroup::Region, std::string_view{"region"}},
    std::pair{ControlGroup::Network, std::string_view{"network"}},
    std::pair{ControlGroup::Matched, std::string_view{"matched"}},
};

struct GrowthTerms {
  Term<GrowthMethod> method;
  // Blended and three-way; nothing: each type's own weight is a fact.
  std::optional<Term<Rate>> national_weight;
  std::optional<Term<Rate>> fixed_weight;           // three-way
  std::optional<Term<Rate>> inflator;               // > 0
  std::optional<Term<ControlGroup>> control_group;  // whose growth
};

// What the performance year's risk is compared by.
enum class RiskRatioBasis : std::uint8_t { Scores, Stated };
inline constexpr std::array kRiskRatioBasisNames{
    std::pair{RiskRatioBasis::Scores, std::string_view{"scores"}},
    std::pair{RiskRatioBasis::Stated, std::string_view{"stated"}},
};
enum class RiskCapTest : std::uint8_t { ByType, Aggregate };
inline constexpr std::array kRiskCapTestNames{
    std::pair{RiskCapTest::ByType, std::string_view{"by_type"}},
    std::pair{RiskCapTest::Aggregate, std::string_view{"aggregate"}},
};

// Base years are brought to the risk of the last of them, and the benchmark to the risk of the
// performance year: by its ratio, at most 1 + up and at least 1 - down. Tested on the aggregate,
// the cap is 1 + up + the aggregate demographic growth, and types are held to it only where the
// aggregate exceeds it. 42 CFR 425.605(a)(1).
struct RiskRatioTerms {
  Term<RiskRatioBasis> ratio;
  std::optional<Term<Rate>> up;
  std::optional<Term<Rate>> down;
  Term<RiskCapTest> test;
};

// weight × (region at the group's risk - historical benchmark), by type. 42 CFR 425.601(a)(8),
// .656.
struct RegionalAdjustmentTerms {
  Term<Rate> weight_below;  // the group spends less than its region
  Term<Rate> weight_above;
  std::optional<Term<Rate>> cap_up;    // of the national per capita of the type
  std::optional<Term<Rate>> cap_down;  // as a positive number
  Term<bool> offset_negative;          // negative × (1 - clamp(dual share + risk - 1, 0, 1))
  Term<bool> drop_negative;            // one that is negative over all types does not count
};

// The lesser of scale × the average of earlier years' savings per capita and cap × the national
// per capita. 42 CFR 425.658.
struct PriorSavingsTerms {
  Term<Rate> scale;
  Term<Rate> cap;
};

// (rate × national per capita - the higher of the other two adjustments, not below 0) × the share
// of members with low income, where that share is large enough. 42 CFR 425.662.
struct EquityAdjustmentTerms {
  Term<Rate> rate;
  Term<Rate> minimum_share;
};

// A benchmark by type of enrolment, from spending per person-year: historical, or, without base
// years, the control group's own per capita at the group's risk. The parts are what a contract
// states; RULES.md section 2.6 for their order.
struct PerCapitaBenchmarkTerms {
  Term<std::vector<BaseYearWeight>> base_years;
  std::optional<Term<ControlGroup>> control_group;  // exactly without base years
  GrowthTerms trend;                                // to the last base year
  GrowthTerms update;                               // from there to the performance year
  std::optional<RiskRatioTerms> risk;
  std::optional<RegionalAdjustmentTerms> regional_adjustment;
  std::optional<PriorSavingsTerms> prior_savings;
  std::optional<EquityAdjustmentTerms> equity_adjustment;
};

// The latest of the base years, whatever their order; 0 without any.
inline std::int32_t last_base_year(const PerCapitaBenchmarkTerms& terms) {
  std::int32_t last = 0;
  for (const BaseYearWeight& each : terms.base_years.value) {
    if (each.year > last) last = each.year;
  }
  return last;
}

}  // namespace gainshare
