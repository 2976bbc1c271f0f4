// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "programs/parameters.h"

namespace gainshare {

// The track of an edition that an election names, or an issue at `path` ("/risk_arrangement") that
// lists those there are.
Result<const ProgramTrack*> track_or_issue(const ProgramEdition& edition, std::string_view path,
                                           std::string_view id);

// "Next Generation ACO Model, 2017, Full performance risk"; without the track where there is none.
ProgramReference reference_of(const ProgramEdition& edition, const ProgramTrack* track);

}  // namespace gainshare
