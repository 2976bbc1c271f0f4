// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/result.h"
#include "population/attribution.h"
#include "population/cost_category.h"
#include "population/population_terms.h"
#include "population/resolve.h"

namespace gainshare {

// A list by MemberIndex that is empty until somebody has a part in it.
template <class T>
using ByMember = std::vector<T>;

// Lines of the period that do not count as cost, or count though the member was not covered.
struct CostNotes {
  std::int64_t lines = 0;  // of the period
  std::int64_t after_run_out_lines = 0;
  std::int64_t after_run_out_cents = 0;
  std::int64_t outside_coverage_lines = 0;
  std::int64_t outside_coverage_cents = 0;
};

// One year of a population added up: all that attribution and cost need, so that a change of
// method, tie-break, threshold or factor asks for no line again.
struct PeriodTally {
  DaySpan period;
  AssignmentWindows windows;
  Candidates candidates;
  ServiceTallies services;
  // Cents by enrolment type on the day of the service (outside coverage: the nearest span's) and,
  // in the same sum, by category.
  std::array<ByMember<std::int64_t>, kEnrollmentTypeCount> cost;
  std::array<ByMember<std::int64_t>, kCostCategoryCount> cost_by_category;
  // Months with a day of coverage, by the type of the last span in the month.
  std::array<ByMember<std::uint8_t>, kEnrollmentTypeCount> months;
  CostNotes notes;

  std::int32_t months_of(MemberIndex member) const;
  std::int64_t cost_of(MemberIndex member) const;
};

// Issues have paths below /attribution.
Result<PeriodTally> tally_period(const Intake& intake, const ClaimsPopulation& population,
                                 const PopulationTerms& terms, DaySpan period);

}  // namespace gainshare
