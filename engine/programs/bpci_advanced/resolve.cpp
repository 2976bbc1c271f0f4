// SPDX-License-Identifier: Apache-2.0
#include "programs/bpci_advanced/resolve.h"

#include <utility>

#include "programs/edition_lookup.h"
#include "programs/track_lookup.h"

namespace gainshare {

Result<ResolvedEpisodePayment> resolve_bpci_advanced(std::int32_t performance_year,
                                                     std::span<const ProgramEdition> editions) {
  const auto edition = edition_or_issue(editions, kBpciAdvanced, performance_year);
  if (!edition) return edition.issues();
  // Every participant has the same figures: there are no tracks.
  constexpr ProgramTrack kNoTrack{.id = {}, .title = {}, .parameters = {}};
  const TrackParameters parameters{.edition = edition.value(), .track = &kNoTrack};
  const Parameter& most = parameters.at("maximum_adjustment");
  const Parameter& low = parameters.at("winsor_low");
  const Parameter& high = parameters.at("winsor_high");
  EpisodePaymentTerms terms;
  terms.discount = rate_term(parameters.at("discount"));
  terms.quality = {.value = ScoreAdjustment{.most = rate_of(most)}, .source = source_of(most)};
  terms.stop_gain = rate_term(parameters.at("stop_gain"));
  terms.stop_loss = rate_term(parameters.at("stop_loss"));
  terms.winsorise = Term<Winsorisation>{.value = {.low = rate_of(low), .high = rate_of(high)},
                                        .source = source_of({&low, &high})};
  return ResolvedEpisodePayment{.reference = reference_of(*edition.value(), nullptr),
                                .terms = std::move(terms)};
}

}  // namespace gainshare
