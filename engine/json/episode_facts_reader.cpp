// SPDX-License-Identifier: Apache-2.0
// The episodes of an experience: groups with prices and spending, and the composite score.
#include <string>
#include <utility>

#include "json/episode_payment_reader.h"
#include "json/read_list.h"
#include "json/sources.h"

namespace gainshare::json {
namespace {

constexpr CountRange kGroupCount{.low = 1, .high = 500};
constexpr CountRange kCostCount{.low = 1, .high = 5000};
constexpr CountRange kMeasureCount{.low = 0, .high = 50};
constexpr WholeRange kEpisodes{.noun = "a number of episodes", .low = 1, .high = 100'000'000};
constexpr WholeRange kDeciles{.noun = "a number of deciles", .low = -9, .high = 9};
constexpr RateRange kFactor{
    .noun = "a factor", .low = {}, .high = Rate::whole(100), .above_low = true};
constexpr RateRange kPercentile{.noun = "a percentile", .low = {}, .high = Rate::whole(100)};
constexpr RateRange kCompositeScore{.noun = "a score", .low = {}, .high = Rate::whole(1000)};

// Either the target price, or what it is made of.
void read_prices(ObjectReader& reader, EpisodeGroup& group) {
  if (reader.has("target_price_cents")) {
    group.target_price = reader.cents("target_price_cents", Need::Required, kPositiveCents);
    constexpr std::string_view kWhy = "target_price_cents already states the price.";
    for (const std::string_view key :
         {"historical_price_cents", "regional_price_cents", "case_mix", "peer_trend"}) {
      reader.forbid(key, kWhy);
    }
    return;
  }
  reader.any("target_price_cents");
  group.historical_price = reader.cents("historical_price_cents", Need::Optional, kPositiveCents);
  group.regional_price = reader.cents("regional_price_cents", Need::Optional, kPositiveCents);
  if (!reader.has("historical_price_cents") && !reader.has("regional_price_cents")) {
    reader.report({}, IssueCode::Missing,
                  "The group has no price. Add target_price_cents, or historical_price_cents from "
                  "which the target is made.",
                  {{"key", "target_price_cents"}});
  }
  group.case_mix = reader.rate("case_mix", Need::Optional, kFactor);
  group.peer_trend = reader.rate("peer_trend", Need::Optional, kFactor);
}

std::optional<Money> read_cost(const Node& node, const Place& place, Issues& issues) {
  // One member of an object that stands for the item, so that its messages are those of amounts.
  Node object{.kind = Kind::Object};
  object.members.push_back({.key = "cost_cents", .value = node});
  Issues found;
  const Place inner{place, "cost_cents"};
  ObjectReader reader{object, place, found};
  const auto cost = reader.cents("cost_cents", Need::Required, kAnyCents);
  for (Issue& issue : found) {
    issue.path = place.pointer();
    issues.push_back(std::move(issue));
  }
  return cost;
}

// Either the spending of all episodes, or the cost of each.
void read_spending(ObjectReader& reader, EpisodeGroup& group) {
  group.highest_cost = reader.cents("highest_cost_cents", Need::Optional, kPositiveCents);
  const bool each = reader.has("episode_costs_cents");
  if (!each) {
    reader.any("episode_costs_cents");
    group.actual = reader.cents("actual_cents", Need::Required, kAnyCents);
    if (group.highest_cost) {
      reader.report("highest_cost_cents", IssueCode::NotApplicable,
                    "Only the cost of each episode can be limited. Enter episode_costs_cents, or "
                    "leave the limit out.");
    }
    return;
  }
  reader.forbid("actual_cents", "episode_costs_cents already states the spending.");
  const Node* const list = reader.list("episode_costs_cents", Need::Required, kCostCount);
  if (list == nullptr) return;
  const Place place{reader.place(), "episode_costs_cents"};
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const auto cost = read_cost(list->items[i], Place{place, i}, reader.issues());
    group.costs.push_back(cost.value_or(Money{}));
  }
}

void read_count(ObjectReader& reader, EpisodeGroup& group) {
  const bool each = !group.costs.empty();
  const auto listed = static_cast<std::int64_t>(group.costs.size());
  const auto count = reader.whole("count", each ? Need::Optional : Need::Required, kEpisodes);
  group.count = count.value_or(listed);
  if (!each || group.count == listed) return;
  reader.report("count", IssueCode::Conflict,
                "Count is " + std::to_string(group.count) + ", but " + std::to_string(listed) +
                    " costs are listed. Let them agree, or leave the count out.",
                {{"value", std::to_string(group.count)}, {"listed", std::to_string(listed)}});
}

EpisodeGroup read_group(ObjectReader& reader) {
  EpisodeGroup group;
  group.id = read_id(reader).value_or("");
  read_prices(reader, group);
  read_spending(reader, group);
  read_count(reader, group);
  return group;
}

CompositeResult read_composite_measure(ObjectReader& reader) {
  CompositeResult result;
  result.id = read_id(reader).value_or("");
  result.percentile = reader.rate("percentile", Need::Optional, kPercentile);
  result.improvement_deciles =
      reader.whole("improvement_deciles", Need::Optional, kDeciles).value_or(0);
  result.submitted = reader.truth("submitted", Need::Optional).value_or(false);
  return result;
}

void read_composite(ObjectReader& episodes, EpisodeFacts& facts) {
  facts.composite_score = episodes.rate("composite_score", Need::Optional, kCompositeScore);
  const ListOf<CompositeResult> measures{
      .key = "composite", .need = Need::Optional, .count = kMeasureCount};
  facts.composite = read_list(episodes, measures, read_composite_measure);
  if (episodes.has("composite") && episodes.has("composite_score")) {
    episodes.report("composite_score", IssueCode::Conflict,
                    "The composite score is stated, and its measures are too. Keep one of them.");
  }
}

}  // namespace

std::optional<EpisodeFacts> read_episode_facts(ObjectReader& experience) {
  const Node* const node = experience.object("episodes", Need::Optional);
  if (node == nullptr) return std::nullopt;
  const Place place{experience.place(), "episodes"};
  ObjectReader reader{*node, place, experience.issues()};
  EpisodeFacts facts;
  read_composite(reader, facts);
  facts.groups =
      read_list(reader, ListOf<EpisodeGroup>{.key = "groups", .count = kGroupCount}, read_group);
  reader.finish();
  return facts;
}

}  // namespace gainshare::json
