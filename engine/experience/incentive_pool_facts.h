// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/money.h"
#include "core/rate.h"

namespace gainshare {

// A measure of one area: its change from the prior year, stated or by the two results.
struct AreaResult {
  std::string measure;
  std::optional<Rate> change;   // -0.02: 2 % less; else both of:
  std::optional<Rate> prior;    // > 0
  std::optional<Rate> current;  // >= 0
};

struct AreaFacts {
  std::string id;
  std::string title;
  std::optional<std::int64_t> lives;
  std::vector<AreaResult> results;  // unique measures
};

struct IncentivePoolFacts {
  std::optional<Money> program_savings;  // of any sign; nothing: benchmark less spending
  std::vector<AreaFacts> areas;          // unique ids; their order breaks ties
};

}  // namespace gainshare
