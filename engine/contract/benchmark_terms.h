// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "contract/source.h"
#include "core/rate.h"

namespace gainshare {

// How much a base year counts. Weights need not add up to 1: 35 and 65, or 1, 1 and 1, will do.
struct BaseYearWeight {
  std::int32_t year = 0;
  Rate weight;  // > 0
};

// A benchmark made of what was spent before, each year brought to the performance year's level.
struct BenchmarkTerms {
  Term<std::vector<BaseYearWeight>> base_years;  // at least one, unique years
};

}  // namespace gainshare
