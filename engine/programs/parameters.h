// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "contract/shared_savings_terms.h"
#include "core/date.h"
#include "programs/programs.h"

namespace gainshare {

// The figures in force for one track in one year: the track's own, then those of its edition.
// Nothing else of an edition is read when terms are resolved, so a test that changes one figure
// and sees no term change has found a figure that nothing uses.
struct TrackParameters {
  const ProgramEdition* edition = nullptr;
  const ProgramTrack* track = nullptr;

  const Parameter* find(std::string_view id) const;
  // One that scripts/generate/programs.mjs makes every such edition or track state; an empty one
  // where it does not.
  const Parameter& at(std::string_view id) const;
};

const ProgramTrack* find_track(const ProgramEdition& edition, std::string_view id);

// The generator holds every value to the form that its unit asks for, so these do not fail on a
// table it wrote; of any other text they make zero, false or 1900-01-01.
Rate rate_of(const Parameter& parameter);
std::int64_t count_of(const Parameter& parameter);
Date date_of(const Parameter& parameter);
bool holds(const Parameter* parameter);  // stated, and true
std::vector<std::string_view> words_of(const Parameter& parameter);

// Where a term that rests on several figures comes from: each citation once, in order, and the
// least certain status. Figures that are not stated are passed over.
Source source_of(std::initializer_list<const Parameter*> parameters);
Source source_of(const Parameter& parameter);

Term<Rate> rate_term(const Parameter& parameter);

}  // namespace gainshare
