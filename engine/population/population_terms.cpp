// SPDX-License-Identifier: Apache-2.0
#include "population/population_terms.h"

namespace gainshare {
namespace {

bool windows_alike(const PopulationTerms& a, const PopulationTerms& b) {
  const AssignmentWindows of_a = windows_of(a.attribution, a.year);
  const AssignmentWindows of_b = windows_of(b.attribution, b.year);
  return of_a.current == of_b.current && of_a.older == of_b.older;
}

}  // namespace

bool tally_alike(const PopulationTerms& a, const PopulationTerms& b) {
  return a.year == b.year && a.base_years == b.base_years && windows_alike(a, b) &&
         a.attribution.unit == b.attribution.unit &&
         a.attribution.services == b.attribution.services && a.cost.amount == b.cost.amount &&
         a.cost.run_out_months == b.cost.run_out_months;
}

}  // namespace gainshare
