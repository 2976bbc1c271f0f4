// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "experience/experience.h"
#include "population/tables.h"

namespace gainshare {

// What a settlement takes of a population: assigned members and their months, the performance
// year's spending, that of the base years as the terms' benchmark_facts say, each participant with
// its members, and, where risk is measured, the mean score. Spending is completed (× the completion
// factor) and rounded half up to the cent once a year.
Experience experience_of(const PopulationResult& result);

}  // namespace gainshare
