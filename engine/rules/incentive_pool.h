// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "contract/incentive_pool_terms.h"
#include "core/result.h"
#include "core/rounding.h"
#include "experience/incentive_pool_facts.h"

namespace gainshare {

struct AreaMeasureOutcome {
  Ratio change;  // (current - prior) ÷ prior, or as stated
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

// savings (when positive) = settlement + awarded pool + held pool, and the shares of the areas
// add up to the awarded pool and, where it is split, to the settlement, to the cent.
struct IncentivePoolOutcome {
  Money savings;        // of any sign
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
