// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "contract/per_capita_benchmark_terms.h"
#include "core/money.h"

namespace gainshare {

// Within 1 - down and 1 + up, where they are stated. 42 CFR 425.605(a)(1)(i): at most 1.03, and
// no floor.
Ratio capped_risk_ratio(const Ratio& ratio, const std::optional<Ratio>& up,
                        const std::optional<Ratio>& down);

// One type, as the aggregate test sees it.
struct RiskOfType {
  Amount historical;  // per capita
  Rate person_years;  // of the performance year
  Ratio ratio;        // performance year to last base year
};

// 42 CFR 425.605(a)(1)(ii): the ratios weighted by benchmark × person-years against the cap and
// the aggregate demographic growth.
struct AggregateRisk {
  Amount expenditure;    // the sum of the weights
  Amount risk_adjusted;  // each weight × its ratio
  Ratio ratio;
  Ratio limit;
  bool exceeded = false;  // strictly
};
// Where nothing was spent the ratio is 1.
AggregateRisk aggregate_risk(const std::vector<RiskOfType>& types, const Ratio& up,
                             const Ratio& demographic_growth);

}  // namespace gainshare
