// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "contract/incentive_pool_terms.h"
#include "core/result.h"
#include "core/rounding.h"
#include "experience/incentive_pool_facts.h"
#include "rules/projection.h"

namespace gainshare {

// Changes from totals are rounded to whole millionths.
inline constexpr std::int64_t kMillionths = 1'000'000;

// A change from totals. What is counted for each member month is compared with the prior year:
// so far, with run-out, and for the year.
struct AreaTotalsOutcome {
  Ratio prior;                    // prior total ÷ prior member months
  Ratio completed;                // total ÷ completion factor
  Ratio to_date;                  // completed ÷ member months
  Ratio change_to_date;           // (to date - prior) ÷ prior
  Ratio remaining_member_months;  // of the year less those so far
  Ratio trend_change;             // to date × trend
  Ratio remaining_level;          // to date + trend change
  Ratio remaining;                // remaining level × remaining member months
  Ratio year_total;               // completed + remaining
  Ratio current;                  // year total ÷ member months of the year
  Ratio change_exact;             // (current - prior) ÷ prior
  Money millionths;  // change exact × 1,000,000, rounded: exact ones have no common denominator
};

struct AreaMeasureOutcome {
  Ratio change;  // (current - prior) ÷ prior, by totals, or as stated
  std::optional<AreaTotalsOutcome> totals;
  bool beats_average = false;
  Ratio points;  // 1 or 0
};

struct AreaOutcome {
  std::string area_id;
  std::string title;
  std::vector<AreaMeasureOutcome> measures;  // in the contract's order
  Ratio points;
  Amount pool_share_exact;
  Money pool_share;
  Ratio settlement_weight;
  Amount settlement_share_exact;
  Money settlement_share;
};

// Where the year is in progress: savings so far, before any projection.
struct SavingsToDate {
  Ratio part_of_year;  // months or member months so far ÷ those of the year
  Amount benchmark;    // benchmark × part of year
  Amount savings;      // benchmark to date - spending so far with run-out; of any sign
};
SavingsToDate savings_to_date(Money benchmark, const ProjectionOutcome& projection);

// savings (when positive) = settlement + awarded pool + held pool, and the shares of the areas
// add up to the awarded pool and, where it is split, to the settlement, to the cent.
struct IncentivePoolOutcome {
  Money savings;  // of any sign
  std::optional<SavingsToDate> to_date;
  Money to_distribute;  // never negative
  Amount pool_exact;    // to distribute × pool rate
  Money pool_rounded;
  Money pool;                   // the rounded one, never more than there is to distribute
  std::vector<Ratio> sums;      // of the areas' changes, by measure
  std::vector<Ratio> averages;  // simple means: every area counts the same
  std::vector<AreaOutcome> areas;
  Ratio total_points;
  bool claimed = false;  // some area has a point
  Money awarded;         // the pool when it is claimed
  Money held;
  Money settlement;  // the savings less awarded and held pool
  bool settlement_is_split = false;
};

// Issues carry paths into the experience ("/areas").
Issues check_incentive_pool_facts(const IncentivePoolTerms& terms, const IncentivePoolFacts& facts);
Result<IncentivePoolOutcome> settle_incentive_pool(const IncentivePoolTerms& terms,
                                                   const IncentivePoolFacts& facts, Money savings,
                                                   Rounding rounding);

const AreaResult* find_result(const AreaFacts& area, const std::string& measure);

}  // namespace gainshare
