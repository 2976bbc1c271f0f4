// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "experience/per_capita_facts.h"
#include "population/tables.h"

namespace gainshare {

// The contract's spending per person-year by type of enrolment, in each base year that has members
// of the type, with person-years and, where risk is measured, mean scores; of the types that the
// performance year has members of. Spending is completed and rounded half up to the cent; trends
// and regional figures are not in claims, and stay for the contract to ask for.
PerCapitaFacts per_capita_of(const PopulationResult& result);

}  // namespace gainshare
