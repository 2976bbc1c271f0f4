// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "contract/contract.h"
#include "core/result.h"
#include "experience/experience.h"

namespace gainshare {

// The figures a shared-savings stream settles on, after projection and per-member totals.
struct SharedSavingsFacts {
  Money benchmark;    // > 0, total
  Money expenditure;  // >= 0, total
  Population population;
  std::optional<Money> participant_revenue;
  std::optional<bool> low_revenue;
  GuardrailFacts guardrail;
  QualityResult quality;
  std::optional<Disaster> disaster;
  // Of an earlier scorecard: counts instead of the experience's.
  std::optional<Ratio> scorecard_score = std::nullopt;
  // That scorecard's minimum attainment, where the experience does not state the standard.
  std::optional<bool> scorecard_standard = std::nullopt;

  std::optional<bool> met_standard() const {
    return quality.met_standard ? quality.met_standard : scorecard_standard;
  }
  std::optional<Ratio> score() const {
    return scorecard_score ? scorecard_score : std::optional<Ratio>{quality.score};
  }
};

// Every intermediate amount, in the order in which a contract states them. Exact where it is an
// Amount or Ratio; Money where a rounding made it payable. What a contract does not have stays
// empty.
struct SharedSavingsOutcome {
  // The benchmark that decides, and the difference it makes.
  Money benchmark;
  Money expenditure;
  std::optional<Money> three_way_excess;  // expenditure - benchmark as stated
  std::optional<Money> guardrail_excess;  // expenditure - two-way benchmark
  Amount guardrail_minimum;               // benchmark as stated × minimum rate
  bool guardrail_reached = false;         // the excess over the benchmark is at the minimum
  bool guardrail_used = false;            // the two-way benchmark decided
  bool guardrail_neither = false;         // neither savings nor loss
  Money savings;                          // benchmark - expenditure; negative: a loss
  Ratio savings_rate;                     // savings ÷ benchmark

  // Savings side.
  bool has_savings = false;  // savings > 0 and the guardrail leaves them
  Ratio minimum_savings_rate;
  Amount minimum_savings;
  bool meets_minimum_savings = false;
  std::optional<Amount> low_revenue_limit;  // expenditure × threshold, where revenue decides
  bool low_revenue = false;
  bool reduced_sharing_used = false;
  bool shares_savings = false;    // met, or reduced sharing
  Amount savings_less_minimum;    // savings - minimum savings
  Amount savings_beyond_minimum;  // that, or nothing: reduced sharing may start below the minimum
  Amount pool_before_cap;
  std::optional<Amount> pool_cap;
  Amount pool;
  Ratio score;  // that counts; 1 in a reporting year
  bool meets_quality = false;
  bool meets_alternative = false;
  Ratio escalator_range;      // sharing rate - lowest
  Ratio escalator_part;       // that range × score
  Ratio rate_at_score;        // when the standard is met
  Ratio rate_at_alternative;  // when only the alternative one is
  Ratio sharing_rate_by_quality;
  Ratio reduced_rate;  // that × the factor of reduced sharing
  Ratio final_sharing_rate;
  Amount share_of_pool;  // before sequestration and payment cap
  Amount sequestered;
  Amount after_sequestration;
  std::optional<Amount> payment_limit;
  Amount limited_payment;
  Amount payable;  // for the part of the year that is settled
  Money payment;   // payable, rounded once

  // Loss side.
  bool has_loss = false;  // two-sided, savings < 0
  Amount loss;            // -savings
  Ratio minimum_loss_rate;
  Amount minimum_loss;
  bool meets_minimum_loss = false;
  Amount loss_beyond_minimum;  // loss - minimum loss
  Amount loss_base;
  Ratio loss_rate_relief;         // factor × score
  Ratio unlimited_loss_rate;      // 1 - relief
  Ratio loss_rate_within_limits;  // not below the lowest, not above the highest
  Ratio loss_rate;
  Amount loss_before_limit;
  std::optional<Amount> loss_limit_of_benchmark;
  std::optional<Amount> loss_limit_of_revenue;
  std::optional<Amount> loss_limit;
  bool revenue_limit_not_applied = false;  // there is such a leg, but the revenue is unknown
  Amount loss_after_limit;
  Ratio affected_part_of_year;  // months ÷ 12
  Amount disaster_reduction;
  Amount loss_after_disaster;
  Amount loss_owed_exact;  // for the part of the year that is settled
  Money loss_owed;

  // Who has what. payment - loss_owed + payer_keeps = savings, to the cent.
  Amount payer_share_of_pool;
  Amount withheld_by_cap_or_sequestration;
  Money payer_keeps;

  // What a reader should be told beside the amounts (RULES.md 0.6).
  bool below_minimum_rate = false;
  bool cap_bound = false;
  bool quality_failed = false;
  bool loss_cap_bound = false;
  bool loss_forgiven = false;
};

// RULES.md sections 1 and 2.1. The facts satisfy what `check_shared_savings_facts` asks.
Result<SharedSavingsOutcome> settle_shared_savings(const SharedSavingsTerms& terms,
                                                   const SharedSavingsFacts& facts,
                                                   Rounding rounding);

// What the terms need and the facts lack, with paths into the experience ("/quality/score").
Issues check_shared_savings_facts(const SharedSavingsTerms& terms, const SharedSavingsFacts& facts);

// The minimum rate that applies to a population: the fixed rate, or the table's.
Ratio minimum_rate(const MinimumRate& rate, std::optional<std::int64_t> beneficiaries);

}  // namespace gainshare
