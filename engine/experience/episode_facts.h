// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/money.h"
#include "core/rate.h"

namespace gainshare {

// Episodes that share a price. Either the target price is known, or it is made from the historical
// price; either their spending in all is known, or that of each.
struct EpisodeGroup {
  std::string id;
  std::int64_t count = 0;                 // episodes, >= 1
  std::optional<Money> target_price;      // per episode, discount taken
  std::optional<Money> historical_price;  // per episode, the hospital's own
  std::optional<Money> regional_price;    // per episode, where prices are blended
  std::optional<Rate> case_mix;           // factor; 1 when absent
  std::optional<Rate> peer_trend;         // factor; 1 when absent
  std::optional<Money> actual;            // of all its episodes, as it counts
  std::vector<Money> costs;               // or of each; as many as count
  std::optional<Money> highest_cost;      // an episode counts at most this (CJR: mean + 2 SD)
};

// One measure of the composite score.
struct CompositeResult {
  std::string id;
  std::optional<Rate> percentile;  // 0 to 100
  std::int64_t improvement_deciles = 0;
  bool submitted = false;
};

struct EpisodeFacts {
  std::vector<EpisodeGroup> groups;        // at least one; unique ids
  std::optional<Rate> composite_score;     // on the scale of the bands
  std::vector<CompositeResult> composite;  // or what it is made of
};

}  // namespace gainshare
