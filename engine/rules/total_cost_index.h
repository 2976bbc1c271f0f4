// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "contract/total_cost_index_terms.h"
#include "core/result.h"
#include "experience/total_cost_index_facts.h"

namespace gainshare {

// One index: the group's monthly cost and its peers', each divided by its illness burden, and the
// first divided by the second.
struct CostIndex {
  Amount group_monthly;  // per member month
  Amount peers_monthly;
  Amount group_adjusted;  // ÷ illness burden
  Amount peers_adjusted;
  Ratio index;  // 1 is as the peers
};

// Exact; the reported figures are rounded once, half away from zero, at the terms' decimals.
struct TotalCostIndexOutcome {
  bool enough_members = true;
  CostIndex cost;                      // total cost index, TCI
  std::optional<CostIndex> resources;  // resource use index, RUI
  std::optional<Ratio> price;          // price index, PI: TCI ÷ RUI
  // Nothing below the minimum of members.
  std::optional<Ratio> reported_cost;
  std::optional<Ratio> reported_resources;
  std::optional<Ratio> reported_price;
};

// Whether a member's cost counts: by age at the end of the period, and months enrolled in it.
bool counts_in_cost_index(const CostIndexMembers& members, std::int64_t age, std::int64_t months);

// What the terms need and the facts lack, with paths into the experience ("/total_cost_index").
Issues check_total_cost_index_facts(const TotalCostIndexTerms& terms,
                                    const TotalCostIndexFacts& facts);

// HealthPartners Total Cost of Care. RULES.md section 6. The facts satisfy the check above.
Result<TotalCostIndexOutcome> total_cost_index(const TotalCostIndexTerms& terms,
                                               const TotalCostIndexFacts& facts);

// 10^decimals, what an index is multiplied by so that it rounds to a whole number.
Ratio decimal_scale(std::int64_t decimals);

}  // namespace gainshare
