// SPDX-License-Identifier: Apache-2.0
#include "programs/programs.h"

namespace gainshare {

const ProgramEdition* find_edition(std::string_view program, std::int32_t performance_year) {
  for (const ProgramEdition& edition : program_editions()) {
    if (edition.program == program && edition.performance_year == performance_year) {
      return &edition;
    }
  }
  return nullptr;
}

}  // namespace gainshare
