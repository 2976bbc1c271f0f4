// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "contract/management_payment_terms.h"
#include "programs/parameters.h"

namespace gainshare {

inline constexpr std::string_view kCpcPlus = "cpc_plus";

// The terms of Comprehensive Primary Care Plus. Issues carry paths below the stream's "program"
// ("/track"). RULES.md section 8.
struct ResolvedManagementPayment {
  ProgramReference reference;
  ManagementPaymentTerms terms;
};
Result<ResolvedManagementPayment> resolve_cpc_plus(
    std::int32_t performance_year, std::string_view track,
    std::span<const ProgramEdition> editions = program_editions());

}  // namespace gainshare
