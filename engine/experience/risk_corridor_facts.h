// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

namespace gainshare {

// What a risk corridor asks beside spending and quality.
struct RiskCorridorFacts {
  // Whether the provider stays in the model as long as the retention withhold asks.
  std::optional<bool> retention_met;
};

}  // namespace gainshare
