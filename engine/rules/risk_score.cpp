// SPDX-License-Identifier: Apache-2.0
#include "rules/risk_score.h"

namespace gainshare {

Ratio payment_score(const Ratio& raw, const PaymentScoreTerms& terms) {
  const Ratio coded = raw * (Ratio::whole(1) - Ratio{terms.coding_adjustment});
  return coded / Ratio{terms.normalisation} + Ratio{terms.frailty};
}

Ratio blended_score(std::span<const BlendPart> parts) {
  Ratio blend;
  for (const BlendPart& part : parts) blend = blend + part.score * Ratio{part.weight};
  return blend;
}

Ratio mean_score(std::span<const WeightedScore> scores) {
  Ratio sum;
  Ratio months;
  for (const WeightedScore& each : scores) {
    sum = sum + each.score * Ratio::whole(each.months);
    months = months + Ratio::whole(each.months);
  }
  return sum / months;
}

Ratio renormalised_score(const Ratio& score, const Ratio& mean) { return score / mean; }

RiskRatio risk_ratio(const Ratio& performance_year, const Ratio& base, const RiskRatioCaps& caps) {
  RiskRatio out;
  out.uncapped = out.capped = performance_year / base;
  const Ratio one = Ratio::whole(1);
  if (caps.down) out.capped = maximum(out.capped, one - Ratio{*caps.down});
  if (caps.up) out.capped = minimum(out.capped, one + Ratio{*caps.up});
  // Exactly at a limit nothing was taken away, so it did not bind.
  out.cap_bound = out.uncapped.valid() && out.capped != out.uncapped;
  return out;
}

Ratio continuously_assigned_ratio(const Ratio& hcc, const Ratio& demographic) {
  return hcc < Ratio::whole(1) ? hcc : demographic;
}

}  // namespace gainshare
