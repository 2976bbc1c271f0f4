// SPDX-License-Identifier: Apache-2.0
#include "programs/healthpartners/resolve.h"

#include <algorithm>

#include "core/enum_name.h"
#include "programs/edition_lookup.h"

namespace gainshare {
namespace {

// "physical_therapy" as people read it: "physical therapy".
std::string title_of(std::string_view id) {
  std::string title{id};
  std::replace(title.begin(), title.end(), '_', ' ');
  return title;
}

std::string listed(const std::vector<std::string_view>& words) {
  std::string list;
  for (const std::string_view word : words) {
    if (!list.empty()) list += ", ";
    list += word;
  }
  return list;
}

Issues check_withhold_rates(const PartnersInProgressElections& elections,
                            const std::vector<std::string_view>& types) {
  Issues issues;
  if (elections.withhold_rates.empty()) {
    issues.push_back({.path = "/withhold_rates",
                      .code = IssueCode::Missing,
                      .message = "No provider type has a withhold rate. Enter a rate for at least "
                                 "one of " +
                                 listed(types) + ".",
                      .params = {{"choices", listed(types)}}});
  }
  for (const WithholdRate& rate : elections.withhold_rates) {
    if (std::find(types.begin(), types.end(), rate.provider_type) != types.end()) continue;
    issues.push_back({.path = "/withhold_rates",
                      .code = IssueCode::UnknownChoice,
                      .message = "The program has no provider type \"" + rate.provider_type +
                                 "\". Use " + listed(types) + ".",
                      .params = {{"value", rate.provider_type}, {"choices", listed(types)}}});
  }
  return issues;
}

TrackParameters parameters_of(const ProgramEdition& edition, std::string_view track) {
  return {.edition = &edition, .track = find_track(edition, track)};
}

ProgramReference reference_to(const TrackParameters& parameters) {
  const ProgramEdition& edition = *parameters.edition;
  return {.program = std::string{edition.program},
          .performance_year = edition.performance_year,
          .edition = std::string{edition.edition},
          .title = std::string{edition.title} + ", " + std::to_string(edition.performance_year) +
                   ", " + std::string{parameters.track->title}};
}

}  // namespace

Result<ResolvedWithhold> resolve_partners_in_progress(const PartnersInProgressElections& elections,
                                                      std::span<const ProgramEdition> editions) {
  const auto edition = edition_or_issue(editions, kHealthPartners, elections.performance_year);
  if (!edition) return edition.issues();
  const TrackParameters parameters = parameters_of(*edition.value(), "partners_in_progress");
  const Parameter& types = parameters.at("provider_types");
  Issues issues = check_withhold_rates(elections, words_of(types));
  if (!issues.empty()) return issues;
  WithholdTerms terms = elections.stated;
  terms.provider_types.source = source_of(types);
  // In the program's order, whatever the contract's.
  for (const std::string_view type : words_of(types)) {
    for (const WithholdRate& rate : elections.withhold_rates) {
      if (rate.provider_type != type) continue;
      terms.provider_types.value.push_back(
          {.id = std::string{type}, .title = title_of(type), .withhold_rate = rate.rate});
    }
  }
  const Parameter& compounding = parameters.at("compounding");
  terms.compounding = {
      .value = from_name(kCompoundingNames, compounding.value).value_or(Compounding::Monthly),
      .source = source_of(compounding)};
  return ResolvedWithhold{.reference = reference_to(parameters), .terms = std::move(terms)};
}

Result<ResolvedPrefundedBonus> resolve_prefunded_bonus(std::int32_t performance_year,
                                                       const PrefundedBonusTerms& stated,
                                                       std::span<const ProgramEdition> editions) {
  const auto edition = edition_or_issue(editions, kHealthPartners, performance_year);
  if (!edition) return edition.issues();
  const TrackParameters parameters = parameters_of(*edition.value(), "shared_savings");
  PrefundedBonusTerms terms = stated;
  terms.prefund_rate = rate_term(parameters.at("prefund_rate"));
  terms.share_of_savings = rate_term(parameters.at("share_of_savings"));
  terms.quality_required = truth_term(parameters, "quality_required");
  terms.limit_to_prefund = truth_term(parameters, "limit_to_prefund");
  const Parameter& days = parameters.at("interest_year_days");
  terms.year_days = {.value = count_of(days), .source = source_of(days)};
  return ResolvedPrefundedBonus{.reference = reference_to(parameters), .terms = std::move(terms)};
}

}  // namespace gainshare
