// SPDX-License-Identifier: Apache-2.0
#include "rules/benchmark_risk.h"

namespace gainshare {

Ratio capped_risk_ratio(const Ratio& ratio, const std::optional<Ratio>& up,
                        const std::optional<Ratio>& down) {
  Ratio capped = ratio;
  if (up) capped = minimum(capped, Ratio::whole(1) + *up);
  if (down) capped = maximum(capped, Ratio::whole(1) - *down);
  return capped;
}

AggregateRisk aggregate_risk(const std::vector<RiskOfType>& types, const Ratio& up,
                             const Ratio& demographic_growth) {
  AggregateRisk out;
  for (const RiskOfType& type : types) {
    const Amount expenditure = type.historical * Ratio{type.person_years};
    out.expenditure = out.expenditure + expenditure;
    out.risk_adjusted = out.risk_adjusted + expenditure * type.ratio;
  }
  const bool spent = out.expenditure.sign() != 0;
  out.ratio = spent ? out.risk_adjusted / out.expenditure : Ratio::whole(1);
  out.limit = Ratio::whole(1) + up + demographic_growth;
  out.exceeded = out.ratio > out.limit;
  return out;
}

}  // namespace gainshare
