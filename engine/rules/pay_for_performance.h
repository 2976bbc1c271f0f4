// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "contract/pay_for_performance_terms.h"
#include "core/result.h"
#include "core/rounding.h"
#include "experience/pay_for_performance_facts.h"

namespace gainshare {

struct PayForPerformanceInput {
  std::optional<PayForPerformanceFacts> facts;
  std::optional<std::int64_t> member_months;  // of the population
  std::optional<Ratio> score;                 // 0 to 1
};

// at stake = payment + not earned (bonus, withhold), and a penalty is what is not earned. The
// example of RULES.md section 8: 3 % of $1,000,000 withheld at .85 gives 25,500 back.
struct PayForPerformanceOutcome {
  PerformanceForm form = PerformanceForm::Bonus;
  std::int64_t member_months = 0;  // where the base is per member per month
  Amount base;
  Amount at_stake_exact;  // base × rate
  Money at_stake;         // rounded: of a withhold what is kept back
  Ratio score;
  bool reaches_threshold = false;  // all or nothing
  Ratio above_floor;               // linear: score - floor
  Ratio range;                     // ceiling - floor
  Ratio position;                  // above the floor ÷ range
  Ratio position_from_below;       // at least 0
  Ratio earned_part;               // 0 to 1
  Ratio lost_part;                 // 1 - earned part
  Amount payable;                  // exact: at stake × earned part; of a penalty: × lost part
  Money payment;                   // the bonus, or what is returned of the withhold
  Money penalty;
  Money not_earned;  // at stake - payment; of a penalty the penalty itself
};

// Issues carry paths into the experience.
Issues check_pay_for_performance(const PayForPerformanceInput& input);
Result<PayForPerformanceOutcome> settle_pay_for_performance(const PayForPerformanceTerms& terms,
                                                            const PayForPerformanceInput& input,
                                                            Rounding rounding);

}  // namespace gainshare
