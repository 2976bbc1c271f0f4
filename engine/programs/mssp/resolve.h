// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "programs/parameters.h"

namespace gainshare {

// resolve_mssp() over any editions, so that what an edition says can be varied.
Result<ResolvedProgram> resolve_mssp(const MsspElections& elections,
                                     std::span<const ProgramEdition> editions);

// Where the minimum savings and loss rate of a track comes from. 42 CFR 425.604(b), 425.605(b),
// 425.606(b), 425.610(b).
enum class MinimumRateOrigin : std::uint8_t {
  BySize,   // one-sided: by assigned beneficiaries
  Elected,  // two-sided: a rate or the size table, elected for the agreement
  Fixed,    // Track 2 agreements that began before 2016
};
MinimumRateOrigin minimum_rate_origin(const TrackParameters& parameters,
                                      const MsspElections& elections);

// What is wrong with the elections for a track that the edition has; empty when nothing is.
Issues check_track_elections(const TrackParameters& parameters, const MsspElections& elections);

// The terms that sound elections stand for.
SharedSavingsTerms mssp_terms(const TrackParameters& parameters, const MsspElections& elections);

}  // namespace gainshare
