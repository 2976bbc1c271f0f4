// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "programs/parameters.h"

namespace gainshare {

inline constexpr std::string_view kPioneer = "pioneer";

struct PioneerElections {
  std::int32_t performance_year = 0;  // of the model: 1, 2, 3
  std::string option;                 // "core", "option_a", "option_b"
};

// RULES.md section 5: payment = min(savings × share × score, limit × benchmark), first dollar,
// losses at the same share within the same limit. Issues carry paths below the stream's "program".
Result<ResolvedProgram> resolve_pioneer(
    const PioneerElections& elections,
    std::span<const ProgramEdition> editions = program_editions());

}  // namespace gainshare
