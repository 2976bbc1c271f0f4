// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "contract/prefunded_bonus_terms.h"
#include "core/result.h"
#include "core/rounding.h"

namespace gainshare {

struct PrefundedBonusInput {
  Money claims_subject;
  Money benchmark;  // the target
  Money expenditure;
  std::optional<bool> quality_met;
  std::optional<Ratio> score = std::nullopt;  // where a minimum score decides instead
};

// Every dollar by name: savings = earned + payer keeps, prefund = paid from it + unearned.
struct PrefundedBonusOutcome {
  Money claims_subject;
  Money benchmark;
  Money expenditure;
  Amount prefund_exact;
  Money prefund;
  Money difference;  // target - actual spending, of any sign
  Money savings;     // never negative
  bool cost_trend_beaten = false;
  Ratio score;  // where a minimum score decides
  bool quality_met = false;
  bool goals_met = false;  // the target beaten, and quality where it is required
  Amount shared_savings;   // savings × share
  std::optional<Amount> maximum_of_claims;
  Amount limited_bonus;  // the smallest of shared savings, maximum and prefund
  bool limit_bound = false;
  Amount earned_exact;  // the limited bonus when the goals are met
  Money earned;
  Money paid_from_prefund;
  Money paid_on_top;  // only without the limit to the prefund
  Money unearned;     // prefund - paid from it
  Ratio part_of_year;
  Amount interest_exact;  // unearned × annual rate × days ÷ days of a year
  Money interest;
  Money returned;  // unearned + interest
  Money payer_keeps;
};

// Issues carry paths into the experience.
Issues check_prefunded_bonus_input(const PrefundedBonusTerms& terms,
                                   const PrefundedBonusInput& input);
Result<PrefundedBonusOutcome> settle_prefunded_bonus(const PrefundedBonusTerms& terms,
                                                     const PrefundedBonusInput& input,
                                                     Rounding rounding);

}  // namespace gainshare
