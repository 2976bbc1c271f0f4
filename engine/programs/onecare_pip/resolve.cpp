// SPDX-License-Identifier: Apache-2.0
#include "programs/onecare_pip/resolve.h"

#include <array>
#include <string>
#include <utility>

#include "core/enum_name.h"
#include "programs/edition_lookup.h"

namespace gainshare {
namespace {

constexpr std::array kMeasureTitles{
    std::pair{std::string_view{"pmpm"}, std::string_view{"Spending per member per month"}},
    std::pair{std::string_view{"aedv"}, std::string_view{"Avoidable emergency department visits"}},
};

std::vector<PoolMeasure> measures_of(const Parameter& parameter) {
  std::vector<PoolMeasure> measures;
  for (const std::string_view id : words_of(parameter)) {
    PoolMeasure& measure = measures.emplace_back();
    measure.id = measure.title = id;
    for (const auto& [known, title] : kMeasureTitles) {
      if (known == id) measure.title = title;
    }
  }
  return measures;
}

}  // namespace

Result<ResolvedIncentivePool> resolve_onecare_pool(const OneCareElections& elections,
                                                   std::span<const ProgramEdition> editions) {
  const auto found = edition_or_issue(editions, kOneCarePool, elections.performance_year);
  if (!found) return found.issues();
  const ProgramEdition& edition = *found.value();
  // The procedure has no tracks: everything stands in the edition.
  constexpr ProgramTrack kNoTrack{.id = {}, .title = {}, .parameters = {}};
  const TrackParameters parameters{.edition = &edition, .track = &kNoTrack};
  const Parameter& measures = parameters.at("measures");
  const Parameter& unclaimed = parameters.at("unclaimed");
  const Term<UnclaimedPool> convention{
      .value = from_name(kUnclaimedPoolNames, unclaimed.value).value_or(UnclaimedPool::Hold),
      .source = source_of(unclaimed)};
  return ResolvedIncentivePool{
      .reference = {.program = std::string{edition.program},
                    .performance_year = edition.performance_year,
                    .edition = std::string{edition.edition},
                    .title = std::string{edition.title} + ", " +
                             std::to_string(edition.performance_year)},
      .terms = {.pool_rate = rate_term(parameters.at("pool_rate")),
                .measures = {.value = measures_of(measures), .source = source_of(measures)},
                .unclaimed = elections.unclaimed.value_or(convention),
                .settlement_split = elections.settlement_split}};
}

}  // namespace gainshare
