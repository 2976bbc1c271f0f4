// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "contract/episode_payment_terms.h"
#include "core/result.h"
#include "experience/episode_facts.h"

namespace gainshare {

struct CompositeMeasureOutcome {
  std::string id;
  std::optional<Ratio> percentile;  // the one that counts; nothing by submission
  bool assumed_percentile = false;  // the hospital has no value
  bool submitted = false;
  std::int64_t improvement_deciles = 0;
  bool improved = false;
  Ratio performance_points;
  Ratio improvement_points;
};

struct CompositeOutcome {
  std::vector<CompositeMeasureOutcome> measures;
  Ratio points;  // Σ performance and improvement points
  Ratio score;   // at most the maximum
};

// 42 CFR 510.315(c)-(e): points by percentile, improvement of so many deciles, the stand-in
// percentile of a measure without a value.
CompositeOutcome score_composite(const CompositeScore& terms,
                                 const std::vector<CompositeResult>& results);

// Results that no measure asks for, and measures without result or stand-in; paths into the
// experience.
Issues check_composite(const CompositeScore& terms, const std::vector<CompositeResult>& results);

}  // namespace gainshare
