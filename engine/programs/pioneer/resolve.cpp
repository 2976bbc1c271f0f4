// SPDX-License-Identifier: Apache-2.0
#include "programs/pioneer/resolve.h"

#include "core/enum_name.h"
#include "programs/edition_lookup.h"
#include "programs/track_lookup.h"

namespace gainshare {
namespace {

Term<Basis> basis_term(const Parameter& parameter) {
  return {.value = from_name(kBasisNames, parameter.value).value_or(Basis::FirstDollar),
          .source = source_of(parameter)};
}

SharedSavingsTerms pioneer_terms(const TrackParameters& parameters) {
  const Parameter& minimum = parameters.at("minimum_rate");
  const Parameter& limit = parameters.at("payment_limit_rate");
  const Parameter& effect = parameters.at("quality_effect");
  const Parameter& loss_rate = parameters.at("loss_rate");
  const Term<MinimumRate> minimum_rate{.value = {.fixed = rate_of(minimum)},
                                       .source = source_of(minimum)};
  SharedSavingsTerms terms;
  terms.sides = {.value = Sides::TwoSided, .source = source_of(loss_rate)};
  terms.minimum_savings_rate = minimum_rate;
  terms.savings_basis = basis_term(parameters.at("savings_basis"));
  terms.sharing_rate = rate_term(parameters.at("sharing_rate"));
  terms.cap = Term<Cap>{.value = {.on = CapOn::Payment, .rate = rate_of(limit)},
                        .source = source_of(limit)};
  terms.quality.effect.source = source_of(effect);
  terms.quality.effect.value = FullShare{};
  if (effect.value == "scaled_by_score") terms.quality.effect.value = ShareEscalator{};
  LossTerms loss;
  loss.minimum_rate = minimum_rate;
  loss.basis = basis_term(parameters.at("loss_basis"));
  loss.share = {.value = rate_of(loss_rate), .source = source_of(loss_rate)};
  loss.limit.of_benchmark = rate_term(parameters.at("loss_limit_of_benchmark"));
  terms.loss = loss;
  return terms;
}

}  // namespace

Result<ResolvedProgram> resolve_pioneer(const PioneerElections& elections,
                                        std::span<const ProgramEdition> editions) {
  const auto edition = edition_or_issue(editions, kPioneer, elections.performance_year);
  if (!edition) return edition.issues();
  const auto track = track_or_issue(*edition.value(), "/option", elections.option);
  if (!track) return track.issues();
  const TrackParameters parameters{.edition = edition.value(), .track = track.value()};
  return ResolvedProgram{.reference = reference_of(*edition.value(), track.value()),
                         .terms = pioneer_terms(parameters)};
}

}  // namespace gainshare
