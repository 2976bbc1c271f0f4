// SPDX-License-Identifier: Apache-2.0
#include "population/reconciliation.h"

#include <algorithm>

#include "population/coverage.h"

namespace gainshare {

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
