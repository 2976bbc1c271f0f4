// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "core/rounding.h"
#include "experience/experience.h"

namespace gainshare {

// A year in progress carried to its end. Exact; the projected expenditure is rounded to the
// cent once, because a settlement starts from money.
struct ProjectionOutcome {
  Amount completed;  // expenditure ÷ completion factor
  Ratio unit_count;  // months so far, or member months so far
  Amount completed_per_unit;
  Ratio trend_factor;  // 1 + trend
  Ratio remaining_units;
  Amount remaining;  // completed per unit × trend factor × remaining units
  Amount projected_exact;
  Money projected;
};

Result<ProjectionOutcome> project_year_end(const YearToDate& so_far);

}  // namespace gainshare
