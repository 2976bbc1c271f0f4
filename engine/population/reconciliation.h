// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

#include "population/assignment_windows.h"
#include "population/attribution_terms.h"
#include "population/population.h"

namespace gainshare {

// What became, by the end of the year, of a member who was assigned before it began.
enum class Reconciled : std::uint8_t { Kept, DiedBefore, LostCoverage, MovedAway };
inline constexpr std::array kReconciledNames{
    std::pair{Reconciled::Kept, std::string_view{"kept"}},
    std::pair{Reconciled::DiedBefore, std::string_view{"died_before"}},
    std::pair{Reconciled::LostCoverage, std::string_view{"lost_coverage"}},
    std::pair{Reconciled::MovedAway, std::string_view{"moved_away"}},
};

// Who was assigned prospectively leaves for want of eligibility alone, not for going elsewhere: a
// month without coverage, or life outside the area. Who dies in the year stays, with the months
// lived; a death before the year leaves nothing to keep. `coverage` are the member's spans, in any
// order. 42 CFR 425.401(b); RULES.md section 10.
Reconciled reconcile(const ReconciliationTerms& terms, const Member& member,
                     std::span<const CoverageSpan> coverage, DaySpan year);

}  // namespace gainshare
