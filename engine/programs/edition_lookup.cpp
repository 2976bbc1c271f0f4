// SPDX-License-Identifier: Apache-2.0
#include "programs/edition_lookup.h"

#include <string>

namespace gainshare {

Result<const ProgramEdition*> edition_or_issue(std::span<const ProgramEdition> editions,
                                               std::string_view program, std::int32_t year) {
  std::string years;
  bool several = false;
  for (const ProgramEdition& edition : editions) {
    if (edition.program != program) continue;
    if (edition.performance_year == year) return &edition;
    several = !years.empty();
    if (several) years += ", ";
    years += std::to_string(edition.performance_year);
  }
  return Issue{.path = "/performance_year",
               .code = IssueCode::NoEdition,
               .message = "There is no edition for performance year " + std::to_string(year) +
                          ". Choose " + (several ? "a year from " : "") + years + ".",
               .params = {{"value", std::to_string(year)}, {"choices", years}}};
}

Term<bool> truth_term(const TrackParameters& parameters, std::string_view id) {
  const Parameter* const parameter = parameters.find(id);
  return {.value = holds(parameter),
          .source = parameter == nullptr ? Source{"contract", Status::Contract, {}}
                                         : source_of(*parameter)};
}

}  // namespace gainshare
