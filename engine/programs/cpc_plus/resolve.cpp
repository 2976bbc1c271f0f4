// SPDX-License-Identifier: Apache-2.0
#include "programs/cpc_plus/resolve.h"

#include <array>
#include <string>
#include <utility>

#include "programs/edition_lookup.h"
#include "programs/track_lookup.h"

namespace gainshare {
namespace {

// The tiers by risk; a track states the fees of those that it has.
struct KnownTier {
  std::string_view id;
  std::string_view title;
  std::string_view parameter;
};
constexpr std::array kTiers{
    KnownTier{"tier_1", "Risk tier 1", "tier_1_fee"},
    KnownTier{"tier_2", "Risk tier 2", "tier_2_fee"},
    KnownTier{"tier_3", "Risk tier 3", "tier_3_fee"},
    KnownTier{"tier_4", "Risk tier 4", "tier_4_fee"},
    KnownTier{"complex", "Complex tier", "complex_tier_fee"},
};

Money money_of(const Parameter& parameter) { return Money::cents(count_of(parameter)); }

}  // namespace

Result<ResolvedManagementPayment> resolve_cpc_plus(std::int32_t performance_year,
                                                   std::string_view track,
                                                   std::span<const ProgramEdition> editions) {
  const auto edition = edition_or_issue(editions, kCpcPlus, performance_year);
  if (!edition) return edition.issues();
  const auto found = track_or_issue(*edition.value(), "/track", track);
  if (!found) return found.issues();
  const TrackParameters parameters{.edition = edition.value(), .track = found.value()};
  ManagementPaymentTerms terms;
  for (const KnownTier& tier : kTiers) {
    const Parameter* const fee = parameters.find(tier.parameter);
    if (fee == nullptr) continue;
    terms.tiers.push_back({.id = std::string{tier.id},
                           .title = std::string{tier.title},
                           .per_member_month = money_of(*fee),
                           .source = source_of(*fee)});
  }
  const Parameter& incentive = parameters.at("performance_payment");
  const Parameter& floor = parameters.at("performance_floor");
  const Parameter& ceiling = parameters.at("performance_ceiling");
  terms.performance_part = PerformancePart{
      .per_member_month = {.value = money_of(incentive), .source = source_of(incentive)},
      .kept = {.value = LinearPart{.floor = rate_of(floor),
                                   .ceiling = rate_of(ceiling),
                                   .floor_source = source_of(floor),
                                   .ceiling_source = source_of(ceiling)},
               .source = source_of({&floor, &ceiling})}};
  terms.advance = {.value = false, .source = source_of(incentive)};
  return ResolvedManagementPayment{.reference = reference_of(*edition.value(), found.value()),
                                   .terms = std::move(terms)};
}

}  // namespace gainshare
