// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "contract/withhold_terms.h"
#include "core/result.h"
#include "core/rounding.h"
#include "experience/withhold_facts.h"

namespace gainshare {

struct WithholdMonth {
  std::vector<Amount> withheld;  // by provider type, in the contract's order
  Amount deposit;                // Σ of them, at the start of the month
  Amount bearing;                // what bears interest this month: the deposit and what was there
  Amount interest;               // bearing × a twelfth of the annual rate
  Amount balance;                // at the end of the month
};

// Exact in the account; rounded where it is paid. deposits + interest = earned + returned.
struct WithholdOutcome {
  Ratio monthly_rate;
  std::vector<WithholdMonth> months;
  Amount deposits_exact;
  Amount balance_exact;
  Money deposits;
  Money balance;
  Money interest;  // balance - deposits
  std::vector<bool> goals_met;
  Ratio total_weight;
  Ratio met_weight;
  Ratio earned_share;  // met ÷ total weight; all or nothing: 1 or 0
  Amount earned_exact;
  Money earned;
  Money returned;  // balance - earned, to the payer
};

// Issues carry paths into the experience ("/withhold", "/goals").
Issues check_withhold_facts(const WithholdTerms& terms, const WithholdFacts& facts,
                            const std::vector<GoalResult>& goals);
Result<WithholdOutcome> settle_withhold(const WithholdTerms& terms, const WithholdFacts& facts,
                                        const std::vector<GoalResult>& goals, Rounding rounding);

// The payment to a type of provider in a month counted from 0; nothing paid when it is not there.
Money payment_to(const WithholdFacts& facts, std::size_t month, const std::string& provider_type);

}  // namespace gainshare
