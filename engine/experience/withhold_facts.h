// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/money.h"

namespace gainshare {

// What was paid to one type of provider in a month, before anything was withheld.
struct ProviderPayment {
  std::string provider_type;
  Money amount;
};
using MonthPayments = std::vector<ProviderPayment>;  // unique types

// The payments that a withhold takes its part of, month by month from the first.
struct WithholdFacts {
  std::vector<MonthPayments> months;  // one entry for each month, or one for all of them
  std::int64_t month_count = 12;      // 1 to 60

  bool all_months_alike() const { return months.size() == 1; }
};

// Whether a goal of the contract was met. RULES.md section 6.
struct GoalResult {
  std::string id;
  bool met = false;
};

}  // namespace gainshare
