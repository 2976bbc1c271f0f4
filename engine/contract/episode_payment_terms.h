// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "contract/source.h"
#include "core/rate.h"

namespace gainshare {

// BPCI Advanced: a gain × (1 - most × (1 - score)), a loss × (1 - most × score); score 0 to 1.
struct ScoreAdjustment {
  Rate most;  // "maximum_adjustment", 0 to 1
};

// CJR: the composite score decides the discount. A band begins at its score or just above it.
struct DiscountBand {
  std::string id;  // "acceptable"
  std::string title;
  Rate from_score;
  bool inclusive = true;                   // false: only scores above from_score
  std::optional<Rate> discount;            // nothing: no reconciliation payment in this band
  std::optional<Rate> repayment_discount;  // nothing: the same discount, or none
  Source source;
};
struct DiscountBands {
  std::vector<DiscountBand> bands;  // ascending, the first from 0 inclusive
};
struct NoQuality {};
using EpisodeQuality = std::variant<NoQuality, ScoreAdjustment, DiscountBands>;

// Costs below the low and above the high percentile of their group count as the cost there.
struct Winsorisation {
  Rate low;
  Rate high;
};

// A measure of the composite score: points by percentile, or all of them by submitting data.
struct PercentilePoints {
  Rate from_percentile;  // inclusive, 0 to 100
  Rate points;
};
struct CompositeMeasure {
  std::string id;
  std::string title;
  Rate maximum_points;
  std::vector<PercentilePoints> points;    // ascending; empty: by submission
  std::int64_t improvement_deciles = 0;    // a rise of this many deciles earns improvement points
  Rate improvement_points;                 // 0: none
  std::optional<Rate> missing_percentile;  // stands in where the hospital has no value
  Source source;
};
struct CompositeScore {
  Rate maximum;  // the score is at most this
  std::vector<CompositeMeasure> measures;
  Source source;
};

// A target price per episode, compared with what was spent. RULES.md section 8.
struct EpisodePaymentTerms {
  std::optional<Term<Rate>> discount;  // off the price; the bands state it instead
  Term<EpisodeQuality> quality;
  std::optional<CompositeScore> composite;
  std::optional<Term<Rate>> minimum_score;   // below it nothing is paid; losses are owed
  std::optional<Term<Rate>> regional_share;  // of the price: the rest is the hospital's own
  std::optional<Term<Rate>> stop_gain;       // of the total target
  std::optional<Term<Rate>> stop_loss;
  std::optional<Source> no_repayment;  // losses are not owed (the first year of CJR)
  std::optional<Term<Winsorisation>> winsorise;
};

}  // namespace gainshare
