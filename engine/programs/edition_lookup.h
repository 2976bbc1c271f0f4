// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "programs/parameters.h"

namespace gainshare {

// The edition of a program for a year, or an issue at "/performance_year" that lists the years
// there are: the nearest is never taken instead.
Result<const ProgramEdition*> edition_or_issue(std::span<const ProgramEdition> editions,
                                               std::string_view program, std::int32_t year);

// A parameter that holds where it is stated; what does not hold is left out of an edition.
Term<bool> truth_term(const TrackParameters& parameters, std::string_view id);

}  // namespace gainshare
