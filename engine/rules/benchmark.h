// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "contract/benchmark_terms.h"
#include "core/result.h"
#include "core/rounding.h"
#include "experience/experience.h"

namespace gainshare {

struct BaseYearOutcome {
  Ratio weight;     // of all weights: they add up to 1
  Amount updated;   // expenditure × update factor
  Amount weighted;  // updated × weight
};

// A benchmark of base years. Exact; rounded to the cent once, because a settlement starts from
// money.
struct BenchmarkOutcome {
  Ratio total_weight;
  std::vector<BaseYearOutcome> base_years;  // in the contract's order
  Amount exact;                             // the sum of what is weighted, on the spending's basis
  Amount total;                             // of the year: times the member months where by them
  Money benchmark;                          // the total, > 0
};

// `experience` has spending. Issues carry paths into the experience. RULES.md section 2.6 for the
// form with weights.
Result<BenchmarkOutcome> benchmark_of_base_years(const BenchmarkTerms& terms,
                                                 const Experience& experience);

}  // namespace gainshare
