// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "core/result.h"
#include "json/place.h"
#include "population/intake/columns.h"
#include "population/intake/intake_report.h"
#include "population/population_terms.h"

namespace gainshare::json {

// A whole document of population terms (schema/population.schema.json). Nothing when an issue was
// added.
std::optional<PopulationTerms> read_population_terms(std::string_view text, const Place& top,
                                                     Issues& issues);

// Column mappings by kind of file: {"claims": {"columns": {…}, "constants": {…}}, "eligibility":
// …}. An empty text maps nothing. Gives that of one kind; which fields there are is checked against
// the file (population/intake/columns.h).
std::optional<ColumnMapping> read_mapping(std::string_view text, FileKind kind, const Place& top,
                                          Issues& issues);

}  // namespace gainshare::json
