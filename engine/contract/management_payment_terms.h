// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "contract/pay_for_performance_terms.h"
#include "contract/source.h"
#include "core/money.h"

namespace gainshare {

// Members of one risk, and what is paid for each of their months.
struct CareTier {
  std::string id;
  std::string title;
  Money per_member_month;
  Source source;
};

// Paid in advance for every member month; what the score does not earn is paid back.
struct PerformancePart {
  Term<Money> per_member_month;
  Term<PerformanceEffect> kept;
};

// Care management, paid by member months and never taken back, and a part that performance keeps.
// RULES.md section 8.
struct ManagementPaymentTerms {
  std::vector<CareTier> tiers;  // at least one; unique ids
  std::optional<PerformancePart> performance_part;
  Term<bool> advance;  // later streams that share savings recoup what is kept of it
};

}  // namespace gainshare
