// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include "core/money.h"

namespace gainshare {

// The payments that a part of is at stake: in all, or per member per month.
struct PayForPerformanceFacts {
  std::optional<Money> base;
  std::optional<Money> base_per_member_month;
  std::optional<std::int64_t> member_months;  // where they are not the population's
};

}  // namespace gainshare
