// SPDX-License-Identifier: Apache-2.0
#include "json/pay_for_performance_reader.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "json/sources.h"
#include "json/words.h"

namespace gainshare::json {
namespace {

constexpr RateRange kScore{.noun = "a score"};
constexpr WholeRange kMemberMonths{
    .noun = "a number of member months", .low = 1, .high = 12'000'000'000};
constexpr std::size_t kMostTiers = 100;

enum class EffectName : std::uint8_t { AllOrNothing, Linear, Tiers };
constexpr std::array kEffectNames{
    std::pair{EffectName::AllOrNothing, std::string_view{"all_or_nothing"}},
    std::pair{EffectName::Linear, std::string_view{"linear"}},
    std::pair{EffectName::Tiers, std::string_view{"tiers"}},
};

void report_tier(const Place& tier, std::string message, Rate from, Issues& issues) {
  issues.push_back({.path = Place{tier, "from_score"}.pointer(),
                    .code = IssueCode::BadOrder,
                    .message = std::move(message),
                    .params = {{"value", from.to_text()}}});
}

// Ascending from 0, so that every score has exactly one tier.
void check_order(const PartTiers& tiers, const Place& place, Issues& issues) {
  for (std::size_t i = 0; i < tiers.tiers.size(); ++i) {
    const Rate from = tiers.tiers[i].from_score;
    const Place tier{place, i};
    if (i == 0 && !(from == Rate{})) {
      report_tier(tier,
                  "The first tier begins at " + from.to_text() +
                      ". Let it begin at 0, so that every score has a tier.",
                  from, issues);
    } else if (i > 0 && from <= tiers.tiers[i - 1].from_score) {
      report_tier(tier,
                  "A tier that begins at " + from.to_text() + " follows one that begins at " +
                      tiers.tiers[i - 1].from_score.to_text() +
                      ". List the tiers by ascending score.",
                  from, issues);
    }
  }
}

PartTiers read_tiers(ObjectReader& terms) {
  PartTiers tiers;
  const Node* const list = terms.list("tiers", Need::Required, {.low = 1, .high = kMostTiers});
  if (list == nullptr) return tiers;
  const Place place{terms.place(), "tiers"};
  bool complete = true;
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const Place item{place, i};
    ObjectReader reader{list->items[i], item, terms.issues()};
    const auto from = reader.rate("from_score", Need::Required, kScore);
    const auto part = reader.rate("part", Need::Required, {.noun = "a part"});
    reader.finish();
    complete = complete && from && part;
    tiers.tiers.push_back({.from_score = from.value_or(Rate{}), .part = part.value_or(Rate{})});
  }
  if (complete) check_order(tiers, place, terms.issues());
  return tiers;
}

LinearPart read_linear(ObjectReader& terms) {
  const auto floor = terms.rate("floor", Need::Optional, kScore);
  const auto ceiling = terms.rate("ceiling", Need::Optional, kScore);
  const LinearPart part{.floor = floor.value_or(Rate{}),
                        .ceiling = ceiling.value_or(Rate::whole(1)),
                        .floor_source = source_of(terms, "floor"),
                        .ceiling_source = source_of(terms, "ceiling")};
  const bool read =
      floor.has_value() == terms.has("floor") && ceiling.has_value() == terms.has("ceiling");
  if (read && part.floor >= part.ceiling) {
    terms.report(terms.has("ceiling") ? "ceiling" : "floor", IssueCode::Conflict,
                 "The floor is " + part.floor.to_text() + " and the ceiling " +
                     part.ceiling.to_text() + ". Let the ceiling be above the floor.",
                 {{"low", part.floor.to_text()}, {"high", part.ceiling.to_text()}});
  }
  return part;
}

void forbid_others(ObjectReader& terms, EffectName effect) {
  if (effect != EffectName::AllOrNothing) {
    terms.forbid("threshold", "it belongs to the effect \"all_or_nothing\".");
  }
  if (effect != EffectName::Linear) {
    terms.forbid("floor", "it belongs to the effect \"linear\".");
    terms.forbid("ceiling", "it belongs to the effect \"linear\".");
  }
  if (effect != EffectName::Tiers) terms.forbid("tiers", "tiers belong to the effect \"tiers\".");
}

}  // namespace

PerformanceEffect read_performance_effect(ObjectReader& terms) {
  const auto effect = terms.choice("effect", Need::Required, kEffectNames);
  if (!effect) {
    for (const std::string_view key : {"threshold", "floor", "ceiling", "tiers"}) terms.any(key);
    return AllOrNothing{};
  }
  forbid_others(terms, *effect);
  if (*effect == EffectName::Linear) return read_linear(terms);
  if (*effect == EffectName::Tiers) return read_tiers(terms);
  return AllOrNothing{.threshold =
                          terms.rate("threshold", Need::Required, kScore).value_or(Rate{})};
}

void read_pay_for_performance(ObjectReader& stream, Stream& out) {
  const Node* const node = stream.object("terms", Need::Required);
  if (node == nullptr) return;
  const Place place{stream.place(), "terms"};
  ObjectReader reader{*node, place, stream.issues()};
  PayForPerformanceTerms terms;
  terms.form = {.value = reader.choice("form", Need::Required, kPerformanceFormNames)
                             .value_or(PerformanceForm::Bonus),
                .source = source_of(reader, "form")};
  terms.rate = {.value = reader.rate("rate", Need::Required).value_or(Rate{}),
                .source = source_of(reader, "rate")};
  terms.effect = {.value = read_performance_effect(reader), .source = source_of(reader, "effect")};
  reader.finish();
  out.terms = std::move(terms);
}

std::optional<PayForPerformanceFacts> read_pay_for_performance_facts(ObjectReader& experience) {
  const Node* const node = experience.object("pay_for_performance", Need::Optional);
  if (node == nullptr) return std::nullopt;
  const Place place{experience.place(), "pay_for_performance"};
  ObjectReader reader{*node, place, experience.issues()};
  PayForPerformanceFacts facts;
  if (reader.has("base_cents")) {
    facts.base = reader.cents("base_cents", Need::Required, kAnyCents);
    constexpr std::string_view kWhy = "base_cents already states the payments in all.";
    reader.forbid("base_per_member_month_cents", kWhy);
    reader.forbid("member_months", kWhy);
  } else {
    reader.any("base_cents");
    facts.base_per_member_month =
        reader.cents("base_per_member_month_cents", Need::Required, kAnyCents);
    facts.member_months = reader.whole("member_months", Need::Optional, kMemberMonths);
  }
  reader.finish();
  return facts;
}

}  // namespace gainshare::json
