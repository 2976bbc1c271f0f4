// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

#include "population/attribution.h"
#include "population/race.h"

namespace gainshare {

// Why a method decided, or did not.
enum class MethodReason : std::uint8_t {
  Decided,
  NotDesignated,      // the member or the insurer named nobody
  UnknownDesignated,  // named somebody whom neither roster nor claims know
  NoService,          // nothing that counts was furnished
  NoPreStepService,   // of a physician of the participants
  Tied,               // and no tie-break separates them
  NoCounty,           // the member's county is not in the terms
};
inline constexpr std::array kMethodReasonNames{
    std::pair{MethodReason::Decided, std::string_view{"decided"}},
    std::pair{MethodReason::NotDesignated, std::string_view{"not_designated"}},
    std::pair{MethodReason::UnknownDesignated, std::string_view{"unknown_designated"}},
    std::pair{MethodReason::NoService, std::string_view{"no_service"}},
    std::pair{MethodReason::NoPreStepService, std::string_view{"no_pre_step_service"}},
    std::pair{MethodReason::Tied, std::string_view{"tied"}},
    std::pair{MethodReason::NoCounty, std::string_view{"no_county"}},
};

// What one method makes of one member. `step` and `measure` say what was compared, where anything
// was, so that an explanation can show the amounts of the very comparison that decided. The measure
// is the plan's own.
struct MethodOutcome {
  MethodReason reason = MethodReason::NoService;
  Assignment assignment;  // without its method
  std::uint8_t step = 0;
  const Measure* measure = nullptr;
};
MethodOutcome try_method(const AttributionPlan& plan, const PreparedMethod& method,
                         const Member& member, std::span<const ServiceTally> tallies);

// Whoever bears that name or id.
std::optional<CandidateIndex> candidate_named(const AttributionPlan& plan, std::string_view name);

}  // namespace gainshare
