// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "contract/per_capita_benchmark_terms.h"
#include "core/money.h"

namespace gainshare {

// Adjustments to a historical benchmark, per capita. RULES.md section 2.6, 2 to 4.

// One type as a regional adjustment sees it, all of the last base year.
struct RegionalFacts {
  Amount historical;
  Money regional;
  Ratio relative_risk;  // the group's risk over its region's; 1 without risk adjustment
  Money national;
  Ratio proportion;  // of the person-years over all types
};

struct RegionalPart {
  Amount at_own_risk;             // the region's per capita at the group's risk
  Amount difference;              // from the historical benchmark
  Amount weighted;                // difference × weight
  std::optional<Amount> ceiling;  // cap × national
  std::optional<Amount> floor;
  Amount capped;
  Amount after_offset;  // carried: the type's adjustment
};

struct RegionalOutcome {
  std::vector<RegionalPart> types;
  Amount difference;  // over all types: >= 0 where the group spends no more than its region
  bool spends_less = false;
  Ratio weight;
  Amount overall;  // the adjustment as one number
  bool dropped = false;
};

// `offset` is a part of 1 that negative adjustments are reduced by.
RegionalOutcome regional_adjustment(const RegionalAdjustmentTerms& terms,
                                    const std::vector<RegionalFacts>& types, const Ratio& offset);

// clamp(dual share + risk - 1, 0, 1), the risk weighted by spending. 42 CFR 425.656(c).
Ratio negative_offset(const Ratio& dual_share, const Ratio& risk);

struct PriorSavingsOutcome {
  Amount average;
  Amount prorated;
  Amount scaled;
  Amount cap;
  Amount adjustment;  // 0 where the average is not above 0
};
// `years` is not empty. 42 CFR 425.658.
PriorSavingsOutcome prior_savings_adjustment(const PriorSavingsTerms& terms,
                                             const std::vector<Money>& years,
                                             const Ratio& proration, const Amount& national);

struct EquityOutcome {
  Amount highest;  // of the other two adjustments and 0
  Amount ceiling;  // rate × national
  Amount scaler;   // ceiling - highest
  bool eligible = false;
  Amount adjustment;  // 0 where the share is too small or nothing is left to scale
};
// 42 CFR 425.662.
EquityOutcome equity_adjustment(const EquityAdjustmentTerms& terms, const Ratio& low_income_share,
                                const Amount& national, const Amount& highest_other);

enum class BenchmarkAdjustment : std::uint8_t { None, Regional, PriorSavings, Equity };
inline constexpr std::array kBenchmarkAdjustmentNames{
    std::pair{BenchmarkAdjustment::None, std::string_view{"none"}},
    std::pair{BenchmarkAdjustment::Regional, std::string_view{"regional"}},
    std::pair{BenchmarkAdjustment::PriorSavings, std::string_view{"prior_savings"}},
    std::pair{BenchmarkAdjustment::Equity, std::string_view{"equity"}},
};
// The highest counts. Of equal ones prior savings goes before regional (reproduced for 2024), and
// either before the equity adjustment (convention). Nothing: the contract has no such adjustment.
// Prior savings or equity of 0 are no adjustment.
BenchmarkAdjustment chosen_adjustment(const std::optional<RegionalOutcome>& regional,
                                      const std::optional<PriorSavingsOutcome>& prior,
                                      const std::optional<EquityOutcome>& equity);

}  // namespace gainshare
