// SPDX-License-Identifier: Apache-2.0
#include "core/enum_name.h"
#include "programs/edition_lookup.h"
#include "programs/scorecards.h"
#include "programs/track_lookup.h"

namespace gainshare {
namespace {

constexpr ProgramTrack kNoTrack{.id = {}, .title = {}, .parameters = {}};

using Pairs = std::vector<std::pair<Rate, Rate>>;

// The steps of the scale that earn points: 0 to the first percentile earn none.
Pairs steps_of(const Parameter& parameter) {
  Pairs pairs = pairs_of(parameter);
  if (!pairs.empty() && pairs.front().second == Rate{}) pairs.erase(pairs.begin());
  return pairs;
}

QualityMeasure measure_of(const MinnesotaMeasure& stated, const TrackParameters& parameters) {
  const Parameter& achievement = parameters.at("achievement_points");
  const Parameter& improvement = parameters.at("improvement_points");
  const Parameter& method = parameters.at("improvement_method");
  const Parameter& combine = parameters.at("combine");
  QualityMeasure measure = stated.stated;
  const Pairs steps = steps_of(achievement);
  for (std::size_t i = 0; i < steps.size() && i < stated.cut_points.size(); ++i) {
    const auto& [percentile, points] = steps[i];
    measure.achievement.push_back({.percentile = percentile.numerator() / percentile.denominator(),
                                   .rate = stated.cut_points[i],
                                   .points = points});
    measure.maximum_points = points;  // the last is the most
  }
  for (const auto& [change, points] : pairs_of(improvement)) {
    measure.improvement.push_back({.from_change = change, .points = points});
  }
  measure.improvement_method =
      from_name(kImprovementMethodNames, method.value).value_or(ImprovementMethod::Relative);
  measure.combine = from_name(kCombinationNames, combine.value).value_or(Combination::BetterOf);
  measure.scale_source = source_of({&achievement, &improvement, &method, &combine});
  return measure;
}

Issue wrong_count(std::size_t measure, std::size_t expected) {
  return {.path = "/measures/" + std::to_string(measure) + "/cut_points",
          .code = IssueCode::OutOfRange,
          .message = "The scale has " + std::to_string(expected) +
                     " percentiles. Enter the rate of each, in their order.",
          .params = {{"expected", std::to_string(expected)}}};
}

SharedSavingsTerms settlement_terms(const TrackParameters& parameters,
                                    const MinnesotaElections& elections) {
  const Source contract{"contract", Status::Contract, {}};
  const Parameter& minimum = parameters.at("minimum_rate");
  const Parameter& basis = parameters.at("savings_basis");
  const Parameter& share = parameters.at("sharing_rate");
  const Parameter& certain = parameters.at("certain_of_maximum");
  SharedSavingsTerms terms;
  terms.sides = {
      .value = from_name(kSidesNames, parameters.at("sides").value).value_or(Sides::OneSided),
      .source = source_of(parameters.at("sides"))};
  terms.minimum_savings_rate = {.value = {.fixed = rate_of(minimum)}, .source = source_of(minimum)};
  terms.savings_basis = {.value = from_name(kBasisNames, basis.value).value_or(Basis::FirstDollar),
                         .source = source_of(basis)};
  terms.sharing_rate = rate_term(share);
  // S × share × ((1 - q) + q × score) is an escalator from share × (1 - q) to share.
  const Ratio lowest = Ratio{rate_of(share)} * Ratio{rate_of(certain)};
  terms.quality.effect = {
      .value = ShareEscalator{Rate::from_text(lowest.exact().to_text()).value_or(Rate{})},
      .source = source_of({&share, &certain})};
  if (elections.payment_limit) {
    terms.cap = Term<Cap>{.value = {.on = CapOn::Payment, .rate = *elections.payment_limit},
                          .source = contract};
  }
  if (terms.sides.value == Sides::OneSided) return terms;
  LossTerms loss;
  loss.minimum_rate = terms.minimum_savings_rate;
  loss.basis = terms.savings_basis;
  const Parameter& loss_rate = parameters.at("loss_rate");
  loss.share = {.value = rate_of(loss_rate), .source = source_of(loss_rate)};
  if (elections.loss_limit) {
    loss.limit.of_benchmark = Term<Rate>{.value = *elections.loss_limit, .source = contract};
  }
  terms.loss = loss;
  return terms;
}

}  // namespace

Result<ResolvedScorecard> resolve_minnesota_quality(const MinnesotaQualityElections& elections,
                                                    std::span<const ProgramEdition> editions) {
  const auto edition = edition_or_issue(editions, kMinnesota, elections.performance_year);
  if (!edition) return edition.issues();
  const TrackParameters parameters{.edition = edition.value(), .track = &kNoTrack};
  const std::size_t expected = steps_of(parameters.at("achievement_points")).size();
  Issues issues;
  QualityScorecardTerms terms;
  terms.source = source_of(parameters.at("achievement_points"));
  for (std::size_t i = 0; i < elections.measures.size(); ++i) {
    const MinnesotaMeasure& measure = elections.measures[i];
    if (measure.cut_points.size() != expected) issues.push_back(wrong_count(i, expected));
    terms.measures.push_back(measure_of(measure, parameters));
  }
  if (!issues.empty()) return issues;
  return ResolvedScorecard{.reference = reference_of(*edition.value(), nullptr),
                           .terms = std::move(terms)};
}

Result<ResolvedProgram> resolve_minnesota(const MinnesotaElections& elections,
                                          std::span<const ProgramEdition> editions) {
  const auto edition = edition_or_issue(editions, kMinnesota, elections.performance_year);
  if (!edition) return edition.issues();
  const auto track = track_or_issue(*edition.value(), "/model", elections.model);
  if (!track) return track.issues();
  const TrackParameters parameters{.edition = edition.value(), .track = track.value()};
  SharedSavingsTerms terms = settlement_terms(parameters, elections);
  if (elections.loss_limit && !terms.loss) {
    return Issue{.path = "/loss_limit",
                 .code = IssueCode::NotApplicable,
                 .message = "This model owes no loss in this year. Leave the loss limit out.",
                 .params = {}};
  }
  return ResolvedProgram{.reference = reference_of(*edition.value(), track.value()),
                         .terms = std::move(terms)};
}

}  // namespace gainshare
