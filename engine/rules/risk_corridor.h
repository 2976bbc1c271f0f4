// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "contract/risk_corridor_terms.h"
#include "core/result.h"
#include "core/rounding.h"

namespace gainshare {

// What a risk corridor settles on: totals of the year, and what decides the withholds.
struct RiskCorridorInput {
  Money benchmark;  // > 0
  Money expenditure;
  std::optional<Ratio> score;  // 0 to 1; needed where quality is withheld
  std::optional<bool> retention_met;
};

// One band of one side. reached = min(to share, limit); within = reached - reached before.
struct CorridorSlice {
  std::optional<Amount> limit;  // up_to × adjusted benchmark
  Amount reached;
  Amount within;
  Amount shared;  // within × share
};

// Savings or losses: `to_share` is never below zero, and one of the two sides has none.
struct CorridorSide {
  Amount to_share;
  std::vector<CorridorSlice> slices;
  Amount by_corridors;  // Σ shared
  Amount shared;        // by corridors × share
};

// Every amount in the order in which the contract states it.
struct RiskCorridorOutcome {
  Money benchmark;
  Money expenditure;
  Money savings;  // benchmark - expenditure
  Ratio discount_rate;
  Amount discount;              // benchmark × rate
  Amount discounted_benchmark;  // benchmark - discount
  Ratio score;
  Amount quality_withheld;     // discounted benchmark × withhold
  Amount quality_earned_back;  // × score
  Amount quality_forfeited;    // withheld - earned back
  Amount retention_withheld;   // discounted benchmark × retention withhold
  Amount retention_forfeited;  // all of it when the provider leaves, else none
  Amount adjusted_benchmark;   // discounted - quality forfeited - retention forfeited
  Amount gross;                // adjusted benchmark - expenditure; below 0: a loss
  std::optional<Amount> cap;   // discounted benchmark × cap
  Amount capped_gross;         // within ± cap
  Ratio rate;                  // capped gross ÷ adjusted benchmark
  CorridorSide savings_side;
  CorridorSide loss_side;
  Ratio shared_rate;  // (savings shared - losses shared) ÷ adjusted benchmark
  Amount sequestered;
  Amount after_sequestration;
  Money payment;
  Money loss_owed;
  Money payer_keeps;  // payment - loss owed + payer keeps = savings, to the cent
  bool cap_bound = false;
};

// What the terms need and the facts lack, with paths into the experience.
Issues check_risk_corridor_input(const RiskCorridorTerms& terms, const RiskCorridorInput& input);

// RULES.md section 5. The input satisfies the check above.
Result<RiskCorridorOutcome> settle_risk_corridor(const RiskCorridorTerms& terms,
                                                 const RiskCorridorInput& input, Rounding rounding);

// The provider's share of a difference, slice by slice; `to_share` >= 0.
std::vector<CorridorSlice> slice(const Corridors& corridors, const Amount& to_share,
                                 const Amount& adjusted_benchmark);

}  // namespace gainshare
