// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "programs/cjr/resolve.h"
#include "programs/parameters.h"

namespace gainshare {

inline constexpr std::string_view kBpciAdvanced = "bpci_advanced";

// RULES.md section 8, from memory. Issues carry paths below the stream's "program".
Result<ResolvedEpisodePayment> resolve_bpci_advanced(
    std::int32_t performance_year, std::span<const ProgramEdition> editions = program_editions());

}  // namespace gainshare
