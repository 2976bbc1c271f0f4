// SPDX-License-Identifier: Apache-2.0
#include "programs/cms_hcc/resolve.h"

#include "programs/edition_lookup.h"
#include "programs/track_lookup.h"

namespace gainshare {

Result<CmsHccScoring> resolve_cms_hcc(std::int32_t performance_year,
                                      std::span<const ProgramEdition> editions) {
  const auto found = edition_or_issue(editions, kCmsHcc, performance_year);
  if (!found) return found.issues();
  const ProgramEdition& edition = *found.value();
  CmsHccScoring scoring{.reference = reference_of(edition, nullptr)};
  for (const ProgramTrack& track : edition.tracks) {
    const TrackParameters parameters{.edition = &edition, .track = &track};
    // It is the edition's, whichever track is asked.
    scoring.coding_adjustment = rate_term(parameters.at("coding_adjustment"));
    scoring.models.push_back({.id = std::string{track.id},
                              .title = std::string{track.title},
                              .normalisation = rate_term(parameters.at("normalisation")),
                              .weight = rate_term(parameters.at("blend_weight"))});
  }
  return scoring;
}

}  // namespace gainshare
