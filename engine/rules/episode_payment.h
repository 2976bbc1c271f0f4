// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "contract/episode_payment_terms.h"
#include "core/result.h"
#include "core/rounding.h"
#include "experience/episode_facts.h"
#include "rules/composite_score.h"

namespace gainshare {

struct EpisodeInput {
  const EpisodeFacts& episodes;
  std::optional<Ratio> score;  // 0 to 1, for an adjustment by score
  // Of an earlier scorecard, for discounts by band: they count instead of a composite score.
  std::optional<Ratio> points = std::nullopt;
};

// The costs of one group within their bounds.
struct EpisodeCosts {
  std::optional<Money> low;  // by nearest rank
  std::optional<Money> high;
  std::vector<Money> counted;  // each cost within the percentiles and the highest cost
};

// Prices are per episode, totals for all of the group.
struct EpisodeGroupOutcome {
  std::string id;
  Amount own_part;          // historical price × (1 - regional share)
  Amount regional_part;     // regional price × regional share
  Amount historical_price;  // the sum of the two, or the price stated
  Amount benchmark_price;   // × case mix × peer trend; the target price where that is stated
  Amount target_price;      // × (1 - discount)
  Amount repayment_price;   // × (1 - repayment discount)
  Amount benchmark;         // benchmark price × episodes
  Amount target;            // target price × episodes
  Amount repayment_target;  // repayment price × episodes
  EpisodeCosts costs;
  Amount actual;
};

struct EpisodePaymentOutcome {
  std::optional<CompositeOutcome> composite;
  Ratio score;                     // 0 to 1, or on the bands' scale
  std::vector<bool> band_reached;  // one for each band
  Ratio discount;
  Ratio repayment_discount;
  bool meets_quality = true;  // a gain is paid
  std::vector<EpisodeGroupOutcome> groups;
  Amount benchmark;  // before the discount
  Amount target;
  Amount repayment_target;
  Amount actual;
  Amount reconciliation;  // target - actual
  Amount gain;            // at least 0
  Amount excess;          // actual - repayment target
  Amount loss;            // at least 0
  Ratio gain_factor;      // by quality
  Ratio loss_factor;
  Amount adjusted_gain;
  Amount adjusted_loss;
  std::optional<Amount> stop_gain;  // target × limit
  std::optional<Amount> stop_loss;  // repayment target × limit
  Amount limited_gain;
  Amount limited_loss;
  Amount payable;  // the limited gain where quality allows it
  Amount owed;     // the limited loss unless nothing is repaid
  Money payment;
  Money repayment;
  Amount payer_keeps;  // payment - repayment + payer keeps = benchmark - actual
  bool stop_gain_bound = false;
  bool stop_loss_bound = false;
};

// What the terms need and the facts lack, with paths into the experience ("/episodes/groups/0").
Issues check_episode_facts(const EpisodePaymentTerms& terms, const EpisodeInput& input);

// RULES.md section 8, BPCI Advanced and CJR. The input satisfies the check above.
Result<EpisodePaymentOutcome> settle_episodes(const EpisodePaymentTerms& terms,
                                              const EpisodeInput& input, Rounding rounding);

// The value at rank ⌈p × n⌉ (at least 1) of the costs in ascending order; none of none.
Money nearest_rank(std::vector<Money> costs, Rate percentile);

}  // namespace gainshare
