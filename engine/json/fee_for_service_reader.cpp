// SPDX-License-Identifier: Apache-2.0
#include "json/fee_for_service_reader.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "json/sources.h"

namespace gainshare::json {
namespace {

constexpr CountRange kTitleLength{.low = 1, .high = 200};
constexpr CountRange kTypeCount{.low = 1, .high = 50};
constexpr RateRange kRateOfSchedule{
    .noun = "a rate", .low = {}, .high = Rate::whole(100), .above_low = true};
constexpr std::string_view kByType = "payments_by_provider_type_cents";

std::vector<FeeProviderType> read_types(ObjectReader& terms) {
  std::vector<FeeProviderType> types;
  const Node* const list = terms.list("provider_types", Need::Optional, kTypeCount);
  if (list == nullptr) return types;
  const Place place{terms.place(), "provider_types"};
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const Place item{place, i};
    ObjectReader reader{list->items[i], item, terms.issues()};
    FeeProviderType type;
    type.id = read_id(reader).value_or("");
    type.title = reader.text("title", Need::Required, kTitleLength).value_or("");
    type.rate_of_schedule = reader.rate("rate_of_schedule", Need::Optional, kRateOfSchedule);
    reader.finish();
    const bool taken = !type.id.empty() &&
                       std::any_of(types.begin(), types.end(), [&](const FeeProviderType& other) {
                         return other.id == type.id;
                       });
    if (taken) report_taken_id(type.id, item, terms.issues());
    types.push_back(std::move(type));
  }
  return types;
}

MonthPayments read_by_type(ObjectReader& facts) {
  MonthPayments payments;
  const Node* const node = facts.object(kByType, Need::Optional);
  if (node == nullptr) return payments;
  const Place place{facts.place(), kByType};
  ObjectReader reader{*node, place, facts.issues()};
  if (node->members.empty()) {
    reader.report({}, IssueCode::Missing,
                  "No provider type is there. Enter the payments of at least one.");
  }
  for (const Member& member : node->members) {
    const auto amount = reader.cents(member.key, Need::Required, kAnyCents);
    payments.push_back({.provider_type = member.key, .amount = amount.value_or(Money{})});
  }
  return payments;
}

}  // namespace

void read_fee_for_service(ObjectReader& stream, Stream& out) {
  const Node* const node = stream.object("terms", Need::Required);
  if (node == nullptr) return;
  const Place place{stream.place(), "terms"};
  ObjectReader reader{*node, place, stream.issues()};
  FeeForServiceTerms terms;
  const auto rate = reader.rate("rate_of_schedule", Need::Optional, kRateOfSchedule);
  terms.rate_of_schedule = {.value = rate.value_or(Rate::whole(1)),
                            .source = source_of(reader, "rate_of_schedule")};
  terms.provider_types = read_types(reader);
  reader.finish();
  out.terms = std::move(terms);
}

std::optional<FeeForServiceFacts> read_fee_for_service_facts(ObjectReader& experience) {
  const Node* const node = experience.object("fee_for_service", Need::Optional);
  if (node == nullptr) return std::nullopt;
  const Place place{experience.place(), "fee_for_service"};
  ObjectReader reader{*node, place, experience.issues()};
  FeeForServiceFacts facts;
  if (reader.has(kByType)) {
    facts.by_type = read_by_type(reader);
    reader.forbid("payments_cents", "The payments are given by provider type.");
  } else {
    facts.total = reader.cents("payments_cents", Need::Required, kAnyCents);
    reader.any(kByType);
  }
  reader.finish();
  return facts;
}

}  // namespace gainshare::json
