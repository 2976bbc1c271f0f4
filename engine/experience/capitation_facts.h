// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include "core/money.h"
#include "core/rate.h"

namespace gainshare {

// The members that a capitation pays for. Either their months in all are known, or their average
// number and the months; where both are, they agree. Neither: the population's member months.
struct CapitationFacts {
  std::optional<std::int64_t> member_months;
  std::optional<std::int64_t> members;  // with months, and never without
  std::optional<std::int64_t> months;
  std::optional<Money> premium_per_member_month;  // or:
  std::optional<Money> premium;                   // of all member months
  std::optional<Rate> risk_score;                 // > 0; 1 is average
};

}  // namespace gainshare
