// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "contract/per_capita_benchmark_terms.h"
#include "core/money.h"
#include "experience/per_capita_facts.h"

namespace gainshare {

// How spending per capita moves between two years. 1.04 is 4 % more. What the method does not
// use is absent.
struct Growth {
  std::optional<Ratio> national;
  std::optional<Ratio> regional;
  std::optional<Ratio> control;
  std::optional<Ratio> blended;  // two-way
  std::optional<Ratio> fixed;
  Ratio factor = Ratio::whole(1);
  Amount added;  // a flat amount, after the factor
};

// weight × national + (1 - weight) × regional. 42 CFR 425.601(a)(5), (b); .652(a)(5).
Ratio two_way_growth(const Ratio& national, const Ratio& regional, const Ratio& national_weight);
// (1 - fixed weight) × two-way + fixed weight × fixed growth. 42 CFR 425.652(b)(4).
Ratio three_way_growth(const Ratio& two_way, const Ratio& fixed, const Ratio& fixed_weight);

// `from` and `to` hold what the method asks for: per capita of both years, or what is stated for
// the year that is not the last base year.
struct GrowthYears {
  const PerCapitaYear& from;
  const PerCapitaYear& to;
  const PerCapitaYear& stated;
};
// `own_weight` is the type's, where the contract states none.
Growth growth_between(const GrowthTerms& terms, const GrowthYears& years,
                      const std::optional<Rate>& own_weight);

// The weight of the national growth: the contract's, else the type's own.
Rate national_weight_of(const GrowthTerms& terms, const std::optional<Rate>& own_weight);

}  // namespace gainshare
