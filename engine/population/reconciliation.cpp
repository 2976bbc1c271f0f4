// SPDX-License-Identifier: Apache-2.0
#include "population/reconciliation.h"

#include <algorithm>

namespace gainshare {
namespace {

// The last day of the month in which `day` is.
Day end_of_month(Day day) {
  const Date date = date_of(day);
  const int next = date.month == 12 ? 1 : date.month + 1;
  return day_of(date.month == 12 ? date.year + 1 : date.year, next, 1) - 1;
}

bool covers(std::span<const CoverageSpan> coverage, DaySpan days) {
  return std::any_of(coverage.begin(), coverage.end(), [days](const CoverageSpan& span) {
    return span.first <= days.last && span.last >= days.first;
  });
}

// A month counts as covered with any day of coverage, as member months do.
bool covers_every_month(std::span<const CoverageSpan> coverage, DaySpan days) {
  for (Day first = days.first; first <= days.last;) {
    const Day last = std::min(end_of_month(first), days.last);
    if (!covers(coverage, {.first = first, .last = last})) return false;
    first = last + 1;
  }
  return true;
}

}  // namespace

Reconciled reconcile(const ReconciliationTerms& terms, const Member& member,
                     std::span<const CoverageSpan> coverage, DaySpan year) {
  if (member.died != kNoDay && member.died < year.first) return Reconciled::DiedBefore;
  DaySpan alive = year;
  if (member.died != kNoDay) alive.last = std::min(alive.last, member.died);
  const bool covered = terms.coverage == CoverageKept::EveryMonth
                           ? covers_every_month(coverage, alive)
                           : covers(coverage, alive);
  if (!covered) return Reconciled::LostCoverage;
  const bool lives_there = terms.counties.empty() ||
                           std::find(terms.counties.begin(), terms.counties.end(), member.county) !=
                               terms.counties.end();
  return lives_there ? Reconciled::Kept : Reconciled::MovedAway;
}

}  // namespace gainshare
