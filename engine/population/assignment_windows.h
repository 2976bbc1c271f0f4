// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include "core/date.h"
#include "population/attribution_terms.h"

namespace gainshare {

// From a day to a day, both within.
struct DaySpan {
  Day first = kNoDay;
  Day last = kNoDay;
  bool holds(Day day) const { return day >= first && day <= last; }
  friend bool operator==(const DaySpan&, const DaySpan&) = default;
};

// When a service must have been furnished to count. ServiceTally.window 0 is `current`, 1 is
// `older`.
struct AssignmentWindows {
  DaySpan current;
  std::optional<DaySpan> older;  // the twelve months before, where the terms look back at them
};

DaySpan twelve_months_before(Day day);

// Retrospective: the year itself. Prospective: the twelve months that end `gap_months` before the
// year begins; with three, 1 October to 30 September. 42 CFR 425.20 (assignment window).
AssignmentWindows windows_of(const AttributionTerms& terms, DaySpan year);

}  // namespace gainshare
