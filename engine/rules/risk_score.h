// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "core/money.h"
#include "core/rate.h"

namespace gainshare {

// What makes a payment score of a raw one: 42 CFR 422.308(c), Social Security Act section
// 1853(a)(1)(C)(ii). RULES.md section 11.
struct PaymentScoreTerms {
  Rate coding_adjustment;               // 0 to below 1: 0.059 takes 5.9 % off
  Rate normalisation = Rate::whole(1);  // > 0: the factor that the score is divided by
  Rate frailty;                         // added at the end; may be negative
};

// raw × (1 - coding adjustment) ÷ normalisation + frailty. Raw 1.2 at 5.9 % and 1.146 is
// 1.1292/1.146 = 0.985340….
Ratio payment_score(const Ratio& raw, const PaymentScoreTerms& terms);

// One model's payment score and how much it counts.
struct BlendPart {
  Ratio score;
  Rate weight;  // the weights of a blend add up to 1
};

// 67 % of one model and 33 % of another: the sum of score × weight.
Ratio blended_score(std::span<const BlendPart> parts);

// A score and the months that it counts for.
struct WeightedScore {
  Ratio score;
  std::int64_t months = 0;
};

// Σ score × months ÷ Σ months; invalid without months.
Ratio mean_score(std::span<const WeightedScore> scores);

// The score as a multiple of a population's mean: the population's own mean becomes 1. MSSP
// renormalises to the national assignable mean of each enrolment type. Invalid of a mean of 0.
Ratio renormalised_score(const Ratio& score, const Ratio& mean);

// How far a risk ratio may be from 1; a side without a limit is free. 42 CFR 425.605(a)(1) has an
// upper one of 3 % alone.
struct RiskRatioCaps {
  std::optional<Rate> down;  // 0 to 1: at least 1 - down
  std::optional<Rate> up;    // >= 0: at most 1 + up
  friend bool operator==(const RiskRatioCaps&, const RiskRatioCaps&) = default;
};

struct RiskRatio {
  Ratio uncapped;  // performance year ÷ base
  Ratio capped;    // within the caps
  bool cap_bound = false;
};

// Both are invalid where the base score is 0.
RiskRatio risk_ratio(const Ratio& performance_year, const Ratio& base, const RiskRatioCaps& caps);

// Agreements to 1 January 2019, beneficiaries that stayed: demographic change alone, unless their
// HCC scores fell, which counts. 42 CFR 425.606(a)(1)-(2), .610(a).
Ratio continuously_assigned_ratio(const Ratio& hcc, const Ratio& demographic);

}  // namespace gainshare
