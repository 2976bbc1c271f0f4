// SPDX-License-Identifier: Apache-2.0
#include "population/coverage.h"

#include <algorithm>

namespace gainshare {
namespace {

// The last day of the month in which `day` is.
Day end_of_month(Day day) {
  const Date date = date_of(day);
  const int next = date.month == 12 ? 1 : date.month + 1;
  return day_of(date.month == 12 ? date.year + 1 : date.year, next, 1) - 1;
}

}  // namespace

bool covers(std::span<const CoverageSpan> coverage, DaySpan days) {
  return std::any_of(coverage.begin(), coverage.end(), [days](const CoverageSpan& span) {
    return span.first <= days.last && span.last >= days.first;
  });
}

bool covers_every_month(std::span<const CoverageSpan> coverage, DaySpan days) {
  for (Day first = days.first; first <= days.last;) {
    const Day last = std::min(end_of_month(first), days.last);
    if (!covers(coverage, {.first = first, .last = last})) return false;
    first = last + 1;
  }
  return true;
}

}  // namespace gainshare
