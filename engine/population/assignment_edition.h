// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

#include "core/result.h"
#include "population/attribution_terms.h"
#include "population/service_lists.h"
#include "population/two_step_rules.h"
#include "programs/programs.h"

namespace gainshare {

inline constexpr std::string_view kMsspAssignment = "mssp_assignment";

// What an edition of the program says: lists of services, the steps, and what a contract that
// follows it need not say itself.
struct AssignmentEdition {
  ServiceLists lists;
  TwoStepRules two_step;
  TieBreak tie = TieBreak::None;
  bool voluntary_alignment = false;  // a designation by the patient goes before the claims
  std::int32_t gap_months = 0;
};

// An issue at "/edition" lists the years there are; the nearest is never taken instead.
Result<AssignmentEdition> assignment_edition(
    std::int32_t performance_year, std::span<const ProgramEdition> editions = program_editions());

}  // namespace gainshare
