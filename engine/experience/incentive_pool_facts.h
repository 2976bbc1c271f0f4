// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/money.h"
#include "core/rate.h"

namespace gainshare {

// What a measure counts in an area, cents or visits, and for how many member months. In a year in
// progress the claims paid so far are completed for run-out, and the months to come, with the
// members then attributed, run on at that level changed by the trend.
struct AreaTotals {
  std::int64_t prior_total = 0;  // >= 1
  std::int64_t prior_member_months = 0;
  std::int64_t total = 0;  // this year, or so far
  std::int64_t member_months = 0;
  Rate completion_factor = Rate::whole(1);              // part of the claims already paid
  Rate trend;                                           // of the months to come
  std::optional<std::int64_t> projected_member_months;  // of the whole year; nothing: it is over
};

// A measure of one area: its change from the prior year stated, by the two results, or by totals.
struct AreaResult {
  std::string measure;
  std::optional<Rate> change;   // -0.02: 2 % less; else both of:
  std::optional<Rate> prior;    // > 0
  std::optional<Rate> current;  // >= 0; or:
  std::optional<AreaTotals> totals;
};

struct AreaFacts {
  std::string id;
  std::string title;
  std::optional<std::int64_t> lives;
  std::vector<AreaResult> results;  // unique measures
};

struct IncentivePoolFacts {
  std::string stream;                    // whose program it is; empty: of the contract's one pool
  std::optional<Money> program_savings;  // of any sign; nothing: benchmark less spending
  std::vector<AreaFacts> areas;          // unique ids; their order breaks ties
};

// The facts of a stream's own program, else those that name no stream; nothing when there are none.
inline const IncentivePoolFacts* pool_facts_of(const std::vector<IncentivePoolFacts>& pools,
                                               const std::string& stream) {
  const IncentivePoolFacts* shared = nullptr;
  for (const IncentivePoolFacts& pool : pools) {
    if (pool.stream == stream) return &pool;
    if (pool.stream.empty()) shared = &pool;
  }
  return shared;
}

}  // namespace gainshare
