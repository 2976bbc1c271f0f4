// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace gainshare {

// Member months of the members of one tier.
struct TierMonths {
  std::string tier;
  std::int64_t member_months = 0;
};
using MonthsByTier = std::vector<TierMonths>;  // unique tiers

}  // namespace gainshare
