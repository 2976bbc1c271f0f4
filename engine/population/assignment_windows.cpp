// SPDX-License-Identifier: Apache-2.0
#include "population/assignment_windows.h"

#include <algorithm>

#include "population/assignment_edition.h"

namespace gainshare {
namespace {

constexpr int kMonthsOfWindow = 12;

// The same day of the month that many months before; the month's last where it has no such day.
Day months_before(Day day, int months) {
  const Date date = date_of(day);
  const int month = date.year * 12 + (date.month - 1) - months;
  for (int d = date.day; d > 28; --d) {
    const Day before = day_of(month / 12, month % 12 + 1, d);
    if (before != kNoDay) return before;
  }
  return day_of(month / 12, month % 12 + 1, std::min<int>(date.day, 28));
}

// Whether any method compares what was furnished in the twelve months before the window.
bool looks_back(const AttributionTerms& terms) {
  return std::any_of(terms.methods.begin(), terms.methods.end(), [&](const MethodTerms& method) {
    if (method.weights) return true;
    if (method.method != AssignmentMethod::TwoStep || !terms.services.edition) return false;
    const auto edition = assignment_edition(*terms.services.edition);
    return edition.ok() && edition.value().two_step.step_three != 0;
  });
}

}  // namespace

DaySpan twelve_months_before(Day day) {
  return {.first = months_before(day, kMonthsOfWindow), .last = day - 1};
}

AssignmentWindows windows_of(const AttributionTerms& terms, DaySpan year) {
  AssignmentWindows windows{.current = year, .older = std::nullopt};
  if (terms.timing == AssignmentTiming::Prospective) {
    windows.current.last = months_before(year.first, terms.gap_months) - 1;
    windows.current.first = months_before(year.first, terms.gap_months + kMonthsOfWindow);
  }
  if (looks_back(terms)) {
    windows.older = twelve_months_before(windows.current.first);
  }
  return windows;
}

}  // namespace gainshare
