// SPDX-License-Identifier: Apache-2.0
#include "json/infrastructure_grant_reader.h"

#include <algorithm>
#include <string>
#include <utility>

#include "json/sources.h"

namespace gainshare::json {
namespace {

constexpr CountRange kTitleLength{.low = 1, .high = 200};

template <class Item>
bool is_taken(const std::vector<Item>& items, const std::string& id) {
  return !id.empty() && std::any_of(items.begin(), items.end(),
                                    [&id](const Item& other) { return other.id == id; });
}

std::vector<GrantMilestone> read_grant_milestones(ObjectReader& terms) {
  std::vector<GrantMilestone> milestones;
  const Node* const list = terms.list("milestones", Need::Required, {.low = 1, .high = 100});
  if (list == nullptr) return milestones;
  const Place place{terms.place(), "milestones"};
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const Place item{place, i};
    ObjectReader reader{list->items[i], item, terms.issues()};
    GrantMilestone milestone;
    milestone.id = read_id(reader).value_or("");
    milestone.title = reader.text("title", Need::Required, kTitleLength).value_or("");
    milestone.amount =
        reader.cents("amount_cents", Need::Required, kPositiveCents).value_or(Money{});
    reader.finish();
    if (is_taken(milestones, milestone.id)) report_taken_id(milestone.id, item, terms.issues());
    milestones.push_back(std::move(milestone));
  }
  return milestones;
}

}  // namespace

void read_infrastructure_grant(ObjectReader& stream, Stream& out) {
  const Node* const node = stream.object("terms", Need::Required);
  if (node == nullptr) return;
  const Place place{stream.place(), "terms"};
  ObjectReader reader{*node, place, stream.issues()};
  InfrastructureGrantTerms terms;
  terms.milestones = {.value = read_grant_milestones(reader),
                      .source = source_of(reader, "milestones")};
  terms.advance = {.value = reader.truth("advance", Need::Optional).value_or(false),
                   .source = source_of(reader, "advance")};
  reader.finish();
  out.terms = std::move(terms);
}

std::vector<MilestoneResult> read_milestones(ObjectReader& experience) {
  std::vector<MilestoneResult> results;
  const Node* const list = experience.list("milestones", Need::Optional, {.low = 0, .high = 200});
  if (list == nullptr) return results;
  const Place place{experience.place(), "milestones"};
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const Place item{place, i};
    ObjectReader reader{list->items[i], item, experience.issues()};
    MilestoneResult result;
    result.id = read_id(reader).value_or("");
    result.met = reader.truth("met", Need::Required).value_or(false);
    reader.finish();
    if (is_taken(results, result.id)) report_taken_id(result.id, item, experience.issues());
    results.push_back(std::move(result));
  }
  return results;
}

}  // namespace gainshare::json
