// SPDX-License-Identifier: Apache-2.0
#include "programs/aco_reach/resolve.h"

#include <utility>

#include "programs/edition_lookup.h"
#include "programs/track_lookup.h"

namespace gainshare {
namespace {

constexpr int kBands = 4;

// The bands of a track; the last has no end.
Corridors corridors_of(const TrackParameters& parameters) {
  Corridors corridors;
  for (int i = 1; i <= kBands; ++i) {
    const std::string prefix = "band_" + std::to_string(i);
    const Parameter* const up_to = parameters.find(prefix + "_up_to");
    const Parameter& share = parameters.at(prefix + "_share");
    CorridorBand& band = corridors.emplace_back();
    if (up_to != nullptr) band.up_to = rate_of(*up_to);
    band.share = rate_of(share);
    band.source = source_of({up_to, &share});
  }
  return corridors;
}

bool discounts_by_spending(const TrackParameters& parameters) {
  return parameters.find("discount_low_spending") != nullptr;
}

void check_spending_level(const TrackParameters& parameters, const ReachElections& elections,
                          Issues& issues) {
  const bool asked = discounts_by_spending(parameters);
  const auto& level = elections.spending_level;
  if (asked && !level) {
    issues.push_back({.path = "/spending_level",
                      .code = IssueCode::Missing,
                      .message = "The discount depends on whether spending is low or high, which "
                                 "is not given. Enter low or high.",
                      .params = {{"key", "spending_level"}}});
  } else if (asked && *level != "low" && *level != "high") {
    issues.push_back({.path = "/spending_level",
                      .code = IssueCode::UnknownChoice,
                      .message = "The spending level is \"" + *level + "\". Choose low or high.",
                      .params = {{"value", *level}, {"choices", "low, high"}}});
  } else if (!asked && level) {
    issues.push_back({.path = "/spending_level",
                      .code = IssueCode::NotApplicable,
                      .message = "The discount of this model does not depend on the spending "
                                 "level. Leave it out.",
                      .params = {}});
  }
}

void check_retention(const TrackParameters& parameters, const ReachElections& elections,
                     Issues& issues) {
  if (!elections.retention_withhold || parameters.find("retention_withhold") != nullptr) return;
  issues.push_back({.path = "/retention_withhold",
                    .code = IssueCode::NotApplicable,
                    .message = "No retention withhold of this model is known. Set it to false or "
                               "leave it out.",
                    .params = {}});
}

RiskCorridorTerms reach_terms(const TrackParameters& parameters, const ReachElections& elections) {
  RiskCorridorTerms terms;
  const Parameter* discount = parameters.find("discount");
  if (discounts_by_spending(parameters)) {
    discount = &parameters.at(elections.spending_level == "low" ? "discount_low_spending"
                                                                : "discount_high_spending");
  }
  if (discount != nullptr) {
    terms.discount = {{.id = "discount",
                       .title = "Discount",
                       .rate = rate_of(*discount),
                       .source = source_of(*discount)}};
  }
  terms.quality_withhold = rate_term(parameters.at("quality_withhold"));
  if (elections.retention_withhold) {
    terms.retention_withhold = rate_term(parameters.at("retention_withhold"));
  }
  terms.savings_corridors = corridors_of(parameters);
  terms.loss_corridors = terms.savings_corridors;
  if (const Parameter* rate = parameters.find("sequestration_rate")) {
    terms.sequestration = rate_term(*rate);
  }
  return terms;
}

}  // namespace

Result<ResolvedRiskCorridor> resolve_reach(const ReachElections& elections,
                                           std::span<const ProgramEdition> editions) {
  const auto edition = edition_or_issue(editions, elections.program, elections.performance_year);
  if (!edition) return edition.issues();
  constexpr ProgramTrack kNoTrack{.id = {}, .title = {}, .parameters = {}};
  const auto track =
      track_or_issue(*edition.value(), "/risk_arrangement", elections.risk_arrangement);
  const TrackParameters parameters{.edition = edition.value(),
                                   .track = track ? track.value() : &kNoTrack};
  Issues issues;
  if (!track) issues = track.issues();
  check_spending_level(parameters, elections, issues);
  check_retention(parameters, elections, issues);
  if (!issues.empty()) return issues;
  return ResolvedRiskCorridor{.reference = reference_of(*edition.value(), parameters.track),
                              .terms = reach_terms(parameters, elections)};
}

}  // namespace gainshare
