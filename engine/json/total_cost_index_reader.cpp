// SPDX-License-Identifier: Apache-2.0
#include "json/total_cost_index_reader.h"

#include <string>
#include <utility>

#include "json/sources.h"

namespace gainshare::json {
namespace {

constexpr WholeRange kAge{.noun = "an age in years", .low = 0, .high = 200};
constexpr WholeRange kMonths{.noun = "a number of months", .low = 0, .high = 12};
constexpr WholeRange kMembers{.noun = "a number of members", .low = 0, .high = 1'000'000'000};
constexpr WholeRange kDecimals{.noun = "a number of decimals", .low = 0, .high = 6};
constexpr WholeRange kMemberMonths{
    .noun = "a number of member months", .low = 1, .high = 12'000'000'000};
constexpr RateRange kBurden{
    .noun = "a score", .low = {}, .high = Rate::whole(100), .above_low = true};
constexpr std::int64_t kUsualDecimals = 3;

CostIndexMembers read_members(ObjectReader& terms) {
  CostIndexMembers members;
  const Node* const node = terms.object("members", Need::Optional);
  if (node == nullptr) return members;
  const Place place{terms.place(), "members"};
  ObjectReader reader{*node, place, terms.issues()};
  members.youngest_age = reader.whole("youngest_age", Need::Optional, kAge).value_or(0);
  members.oldest_age = reader.whole("oldest_age", Need::Optional, kAge);
  members.minimum_months = reader.whole("minimum_months", Need::Optional, kMonths).value_or(0);
  members.truncation = reader.cents("truncation_cents", Need::Optional, kPositiveCents);
  if (members.oldest_age && *members.oldest_age < members.youngest_age) {
    reader.report("oldest_age", IssueCode::BadOrder,
                  "The oldest age is " + std::to_string(*members.oldest_age) +
                      ", below the youngest. Enter an age of " +
                      std::to_string(members.youngest_age) + " or more.",
                  {{"value", std::to_string(*members.oldest_age)},
                   {"low", std::to_string(members.youngest_age)}});
  }
  reader.finish();
  return members;
}

// "paid_pmpm_cents", or "paid_cents" in all; nothing where neither stands.
std::optional<MonthlyCost> read_cost(ObjectReader& side, std::string_view by_month,
                                     std::string_view in_all) {
  MonthlyCost cost{.per_member_month = side.cents(by_month, Need::Optional, kAnyCents),
                   .total = side.cents(in_all, Need::Optional, kAnyCents)};
  if (side.has(by_month) && side.has(in_all)) {
    side.report(in_all, IssueCode::Conflict,
                "The cost is given per member per month and in all. Keep one of them.");
  }
  if (!cost.per_member_month && !cost.total) return std::nullopt;
  return cost;
}

CostIndexSide read_side(ObjectReader& facts, std::string_view key) {
  CostIndexSide side;
  const Node* const node = facts.object(key, Need::Required);
  if (node == nullptr) return side;
  const Place place{facts.place(), key};
  ObjectReader reader{*node, place, facts.issues()};
  side.paid = read_cost(reader, "paid_pmpm_cents", "paid_cents").value_or(MonthlyCost{});
  side.resources = read_cost(reader, "resources_pmpm_cents", "resources_cents");
  side.member_months = reader.whole("member_months", Need::Optional, kMemberMonths);
  side.illness_burden =
      reader.rate("illness_burden", Need::Required, kBurden).value_or(Rate::whole(1));
  reader.finish();
  return side;
}

}  // namespace

void read_total_cost_index(ObjectReader& stream, Stream& out) {
  const Node* const node = stream.object("terms", Need::Required);
  if (node == nullptr) return;
  const Place place{stream.place(), "terms"};
  ObjectReader reader{*node, place, stream.issues()};
  TotalCostIndexTerms terms;
  terms.members = {.value = read_members(reader), .source = source_of(reader, "members")};
  terms.minimum_members = {
      .value = reader.whole("minimum_members", Need::Optional, kMembers).value_or(0),
      .source = source_of(reader, "minimum_members")};
  terms.decimals = {
      .value = reader.whole("decimals", Need::Optional, kDecimals).value_or(kUsualDecimals),
      .source = source_of(reader, "decimals")};
  reader.finish();
  out.terms = std::move(terms);
}

std::optional<TotalCostIndexFacts> read_total_cost_index_facts(ObjectReader& experience) {
  const Node* const node = experience.object("total_cost_index", Need::Optional);
  if (node == nullptr) return std::nullopt;
  const Place place{experience.place(), "total_cost_index"};
  ObjectReader reader{*node, place, experience.issues()};
  TotalCostIndexFacts facts;
  facts.group = read_side(reader, "group");
  facts.peers = read_side(reader, "peers");
  facts.members = reader.whole("members", Need::Optional, kMembers);
  reader.finish();
  return facts;
}

}  // namespace gainshare::json
