// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include "core/money.h"
#include "core/rate.h"

namespace gainshare {

// What members cost: per member per month, or in all with their months.
struct MonthlyCost {
  std::optional<Money> per_member_month;  // >= 0, or:
  std::optional<Money> total;             // with the side's member months
};

// A group or its peers. Resources are total care relative resource values (TCRRV): what was used,
// at one fixed price for every provider.
struct CostIndexSide {
  MonthlyCost paid;
  std::optional<MonthlyCost> resources;
  std::optional<std::int64_t> member_months;  // > 0
  Rate illness_burden;                        // adjusted clinical group (ACG) score; > 0
};

struct TotalCostIndexFacts {
  CostIndexSide group;
  CostIndexSide peers;
  std::optional<std::int64_t> members;  // of the group
};

}  // namespace gainshare
