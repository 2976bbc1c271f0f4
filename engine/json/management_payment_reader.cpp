// SPDX-License-Identifier: Apache-2.0
#include "json/management_payment_reader.h"

#include <algorithm>
#include <string>
#include <utility>

#include "json/pay_for_performance_reader.h"
#include "json/program_reader.h"
#include "json/sources.h"
#include "json/terms_or_program.h"
#include "programs/cpc_plus/resolve.h"

namespace gainshare::json {
namespace {

constexpr CountRange kTierCount{.low = 1, .high = 50};
constexpr CountRange kTitleLength{.low = 1, .high = 200};
constexpr WholeRange kMemberMonths{
    .noun = "a number of member months", .low = 0, .high = 12'000'000'000};

std::vector<CareTier> read_tiers(ObjectReader& terms) {
  std::vector<CareTier> tiers;
  const Node* const list = terms.list("tiers", Need::Required, kTierCount);
  if (list == nullptr) return tiers;
  const Place place{terms.place(), "tiers"};
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const Place item{place, i};
    ObjectReader reader{list->items[i], item, terms.issues()};
    CareTier tier;
    tier.id = read_id(reader).value_or("");
    tier.title = reader.text("title", Need::Required, kTitleLength).value_or("");
    tier.per_member_month = reader.cents("pmpm_cents", Need::Required, kAnyCents).value_or(Money{});
    tier.source = source_of(reader);
    reader.finish();
    const bool taken =
        !tier.id.empty() && std::any_of(tiers.begin(), tiers.end(),
                                        [&](const CareTier& other) { return other.id == tier.id; });
    if (taken) report_taken_id(tier.id, item, terms.issues());
    tiers.push_back(std::move(tier));
  }
  return tiers;
}

std::optional<PerformancePart> read_performance_part(ObjectReader& terms) {
  const Node* const node = terms.object("performance_part", Need::Optional);
  if (node == nullptr) return std::nullopt;
  const Place place{terms.place(), "performance_part"};
  ObjectReader reader{*node, place, terms.issues()};
  PerformancePart part;
  part.per_member_month = {
      .value = reader.cents("pmpm_cents", Need::Required, kPositiveCents).value_or(Money{}),
      .source = source_of(reader, "pmpm_cents")};
  part.kept = {.value = read_performance_effect(reader), .source = source_of(reader)};
  reader.finish();
  return part;
}

ManagementPaymentTerms read_terms(const Node& node, const Place& place, Issues& issues) {
  ManagementPaymentTerms terms;
  ObjectReader reader{node, place, issues};
  terms.tiers = read_tiers(reader);
  terms.performance_part = read_performance_part(reader);
  terms.advance = {.value = reader.truth("advance", Need::Optional).value_or(false),
                   .source = source_of(reader, "advance")};
  reader.finish();
  return terms;
}

void read_cpc_plus(const Node& node, const Place& place, Issues& issues, Stream& stream) {
  const std::size_t before = issues.size();
  ObjectReader reader{node, place, issues};
  read_program_name(reader, kCpcPlus);
  const auto year = reader.whole("performance_year", Need::Required,
                                 {.noun = "a year", .low = 1900, .high = 2199});
  const auto track = reader.text("track", Need::Required, {.low = 1, .high = 40});
  reader.finish();
  if (!year || !track) return;
  auto resolved = resolve_cpc_plus(static_cast<std::int32_t>(*year), *track);
  if (!resolved) add_issues_of_program(resolved.issues(), place, issues);
  if (issues.size() > before) return;
  stream.program = resolved.value().reference;
  stream.terms = resolved.value().terms;
}

}  // namespace

void read_management_payment(ObjectReader& reader, Stream& stream) {
  const TermsOrProgram found = read_terms_or_program(reader);
  if (found.terms != nullptr) {
    stream.terms = read_terms(*found.terms, Place{reader.place(), "terms"}, reader.issues());
  }
  if (found.program != nullptr) {
    read_cpc_plus(*found.program, Place{reader.place(), "program"}, reader.issues(), stream);
  }
}

MonthsByTier read_member_months_by_tier(ObjectReader& experience) {
  MonthsByTier months;
  const Node* const node = experience.object("member_months_by_tier", Need::Optional);
  if (node == nullptr) return months;
  const Place place{experience.place(), "member_months_by_tier"};
  ObjectReader reader{*node, place, experience.issues()};
  for (const Member& member : node->members) {
    const auto count = reader.whole(member.key, Need::Required, kMemberMonths);
    months.push_back({.tier = member.key, .member_months = count.value_or(0)});
  }
  return months;
}

}  // namespace gainshare::json
