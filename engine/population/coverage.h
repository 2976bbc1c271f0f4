// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "population/assignment_windows.h"
#include "population/population.h"

namespace gainshare {

// Whether any day of `days` is covered. The spans are one member's, in any order.
bool covers(std::span<const CoverageSpan> coverage, DaySpan days);

// A month counts as covered with any day of coverage, as member months do.
bool covers_every_month(std::span<const CoverageSpan> coverage, DaySpan days);

}  // namespace gainshare
