// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "programs/parameters.h"

namespace gainshare {

inline constexpr std::string_view kHealthPartners = "healthpartners";

// What a Partners in Progress contract states itself.
struct WithholdRate {
  std::string provider_type;
  Rate rate;
};
struct PartnersInProgressElections {
  std::int32_t performance_year = 0;
  std::vector<WithholdRate> withhold_rates;  // of some of the program's provider types
  WithholdTerms stated;                      // interest, goals, earning
};
struct ResolvedWithhold {
  ProgramReference reference;
  WithholdTerms terms;
};
struct ResolvedPrefundedBonus {
  ProgramReference reference;
  PrefundedBonusTerms terms;
};

// HealthPartners' two programs. RULES.md section 6. Issues carry paths below the stream's
// "program" object.
Result<ResolvedWithhold> resolve_partners_in_progress(
    const PartnersInProgressElections& elections,
    std::span<const ProgramEdition> editions = program_editions());

// `stated` has the maximum and the interest, which the program leaves to the contract.
Result<ResolvedPrefundedBonus> resolve_prefunded_bonus(
    std::int32_t performance_year, const PrefundedBonusTerms& stated,
    std::span<const ProgramEdition> editions = program_editions());

}  // namespace gainshare
