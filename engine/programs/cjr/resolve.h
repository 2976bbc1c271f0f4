// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "programs/parameters.h"

namespace gainshare {

inline constexpr std::string_view kCjr = "cjr";

struct ResolvedEpisodePayment {
  ProgramReference reference;
  EpisodePaymentTerms terms;
};

struct CjrElections {
  std::int32_t performance_year = 0;  // of the model: 1 to 8
  std::string hospital;  // "standard", "rural", "sole_community", … : decides the stop-loss
};

// 42 CFR 510.300, .305, .315; RULES.md section 8. Issues carry paths below the stream's "program".
Result<ResolvedEpisodePayment> resolve_cjr(
    const CjrElections& elections, std::span<const ProgramEdition> editions = program_editions());

}  // namespace gainshare
