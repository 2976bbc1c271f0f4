// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include "contract/source.h"
#include "core/money.h"

namespace gainshare {

// Whose cost counts in the indices, and how much of it. The members are counted where the claims
// are; the settlement compares what came of it. RULES.md section 6.
struct CostIndexMembers {
  std::int64_t youngest_age = 0;           // at the end of the period
  std::optional<std::int64_t> oldest_age;  // inclusive
  std::int64_t minimum_months = 0;         // enrolled in the period, 0 to 12
  std::optional<Money> truncation;         // a member's cost counts up to this; > 0
  friend bool operator==(const CostIndexMembers&, const CostIndexMembers&) = default;
};

// A group's cost against its peers', adjusted for illness burden: it compares and pays nothing.
struct TotalCostIndexTerms {
  Term<CostIndexMembers> members;
  Term<std::int64_t> minimum_members;  // below it the indices are not reported; 0: none
  Term<std::int64_t> decimals;         // of the reported indices, 0 to 6; exact inside
};

}  // namespace gainshare
