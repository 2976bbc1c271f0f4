// SPDX-License-Identifier: Apache-2.0
#include "json/shared_savings_reader.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "json/object_reader.h"
#include "json/sources.h"
#include "json/words.h"

namespace gainshare::json {
namespace {

constexpr std::size_t kMostTiers = 100;

// The terms a clause can be given for.
constexpr std::array<std::string_view, 11> kTermKeys{
    "sides",     "minimum_savings_rate", "savings_basis",     "sharing_rate", "cap",
    "quality",   "sequestration_rate",   "minimum_loss_rate", "loss_basis",   "loss_sharing_rate",
    "loss_limit"};

enum class EffectName : std::uint8_t { Fixed, Escalator, Tiers };
constexpr std::array kEffectNames{
    std::pair{EffectName::Fixed, std::string_view{"fixed"}},
    std::pair{EffectName::Escalator, std::string_view{"escalator"}},
    std::pair{EffectName::Tiers, std::string_view{"tiers"}},
};

// The contract's paragraph for each term, and with it each term's source.
class Clauses {
 public:
  explicit Clauses(ObjectReader& terms) : terms_(terms) {
    const Node* const node = terms.object("clauses", Need::Optional);
    if (node == nullptr) return;
    const Place place{terms.place(), "clauses"};
    ObjectReader reader{*node, place, terms.issues()};
    for (std::size_t i = 0; i < kTermKeys.size(); ++i) {
      clauses_[i] = reader.text(kTermKeys[i], Need::Optional, {.low = 1, .high = 60}).value_or("");
      if (reader.has(kTermKeys[i]) && !has_place(kTermKeys[i])) {
        reader.report(kTermKeys[i], IssueCode::NotApplicable,
                      "These terms have no " + std::string{kTermKeys[i]} +
                          ", so no clause can be given for it. Leave it out.");
      }
    }
    reader.finish();
  }

  // The source of a term that is stated, or of its default.
  Source of(std::string_view key) const {
    const auto found = std::find(kTermKeys.begin(), kTermKeys.end(), key);
    const std::string& clause = clauses_[static_cast<std::size_t>(found - kTermKeys.begin())];
    return clause.empty() ? source_of(terms_, key) : stated(clause);
  }

 private:
  // Whether these terms have this term, stated or by default.
  bool has_place(std::string_view key) const {
    const bool optional = key == "cap" || key == "quality" || key == "loss_limit";
    if (optional || key == "minimum_loss_rate" || key == "loss_sharing_rate") {
      return terms_.has(key);
    }
    // loss_basis is only the default of terms that have a loss side.
    return key != "loss_basis" || terms_.has("minimum_loss_rate");
  }

  const ObjectReader& terms_;
  std::array<std::string, kTermKeys.size()> clauses_;
};

std::optional<Term<Cap>> read_cap(ObjectReader& terms, const Clauses& clauses) {
  const Node* const node = terms.object("cap", Need::Optional);
  if (node == nullptr) return std::nullopt;
  const Place place{terms.place(), "cap"};
  ObjectReader reader{*node, place, terms.issues()};
  Cap cap;
  cap.on = reader.choice("on", Need::Required, kCapOnNames).value_or(CapOn::Pool);
  cap.rate = reader.rate("rate", Need::Required).value_or(Rate{});
  reader.finish();
  return Term<Cap>{.value = cap, .source = clauses.of("cap")};
}

// Ascending from 0, so that every score has exactly one tier.
void check_tier_order(const ShareTiers& tiers, const Place& place, Issues& issues) {
  for (std::size_t i = 0; i < tiers.tiers.size(); ++i) {
    const Rate from = tiers.tiers[i].from_score;
    const bool wrong = i == 0 ? !(from == Rate{}) : from <= tiers.tiers[i - 1].from_score;
    if (!wrong) continue;
    const Place tier{place, i};
    issues.push_back({.path = Place{tier, "from_score"}.pointer(),
                      .code = IssueCode::BadOrder,
                      .message = i == 0 ? "The first tier begins at " + from.to_text() +
                                              ". Let it begin at 0, so that every score has a tier."
                                        : "A tier that begins at " + from.to_text() +
                                              " follows one that begins at " +
                                              tiers.tiers[i - 1].from_score.to_text() +
                                              ". List the tiers by ascending score.",
                      .params = {{"value", from.to_text()}}});
  }
}

ShareTiers read_tiers(ObjectReader& quality) {
  ShareTiers tiers;
  const Node* const list = quality.list("tiers", Need::Required, {.low = 1, .high = kMostTiers});
  if (list == nullptr) return tiers;
  const Place place{quality.place(), "tiers"};
  bool complete = true;
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const Place item{place, i};
    ObjectReader reader{list->items[i], item, quality.issues()};
    const auto from = reader.rate("from_score", Need::Required, {.noun = "a score"});
    const auto share = reader.rate("sharing_rate", Need::Required);
    reader.finish();
    complete = complete && from && share;
    tiers.tiers.push_back(
        {.from_score = from.value_or(Rate{}), .sharing_rate = share.value_or(Rate{})});
  }
  if (complete) check_tier_order(tiers, place, quality.issues());
  return tiers;
}

QualityEffect read_effect(ObjectReader& quality, std::optional<Rate> sharing_rate) {
  const auto effect = quality.choice("effect", Need::Required, kEffectNames);
  if (!effect) {
    quality.any("lowest_sharing_rate");
    quality.any("tiers");
    return FullShare{};
  }
  if (*effect != EffectName::Tiers) {
    quality.forbid("tiers", "tiers belong to the quality effect \"tiers\".");
  }
  if (*effect != EffectName::Escalator) {
    quality.forbid("lowest_sharing_rate", "it belongs to the quality effect \"escalator\".");
  }
  if (*effect == EffectName::Fixed) return FullShare{};
  if (*effect == EffectName::Tiers) return read_tiers(quality);
  const auto lowest = quality.rate("lowest_sharing_rate", Need::Optional);
  if (lowest && sharing_rate && *lowest > *sharing_rate) {
    quality.report("lowest_sharing_rate", IssueCode::Conflict,
                   "Lowest sharing rate is " + lowest->to_text() + ", above the sharing rate of " +
                       sharing_rate->to_text() + ". Enter at most the sharing rate.",
                   {{"value", lowest->to_text()}, {"high", sharing_rate->to_text()}});
  }
  return ShareEscalator{.lowest = lowest.value_or(Rate{})};
}

QualityTerms read_quality(ObjectReader& terms, const Clauses& clauses,
                          std::optional<Rate> sharing_rate) {
  QualityTerms quality;
  quality.effect = {.value = FullShare{}, .source = clauses.of("quality")};
  const Node* const node = terms.object("quality", Need::Optional);
  if (node == nullptr) return quality;
  const Place place{terms.place(), "quality"};
  ObjectReader reader{*node, place, terms.issues()};
  const auto minimum = reader.rate("minimum_score", Need::Optional, {.noun = "a score"});
  if (minimum) {
    quality.standard = {.value = {.minimum_score = minimum, .stated_by_experience = false},
                        .source = clauses.of("quality")};
  }
  quality.effect.value = read_effect(reader, sharing_rate);
  reader.finish();
  return quality;
}

LossLimit read_loss_limit(ObjectReader& terms, const Clauses& clauses) {
  LossLimit limit;
  const Node* const node = terms.object("loss_limit", Need::Optional);
  if (node == nullptr) return limit;
  const Place place{terms.place(), "loss_limit"};
  ObjectReader reader{*node, place, terms.issues()};
  const Source source = clauses.of("loss_limit");
  if (const auto rate = reader.rate("rate_of_benchmark", Need::Optional)) {
    limit.of_benchmark = {.value = *rate, .source = source};
  }
  if (const auto rate = reader.rate("rate_of_revenue", Need::Optional)) {
    limit.of_revenue = {.value = *rate, .source = source};
  }
  if (const auto amount = reader.cents("amount_cents", Need::Optional, kAnyCents)) {
    limit.amount = {.value = *amount, .source = source};
  }
  if (node->members.empty()) {
    reader.report({}, IssueCode::Missing,
                  "Loss limit is empty. State rate_of_benchmark, rate_of_revenue or amount_cents.");
  }
  reader.finish();
  return limit;
}

LossTerms read_losses(ObjectReader& terms, const Clauses& clauses) {
  LossTerms loss;
  loss.minimum_rate = {
      .value = {.fixed = terms.rate("minimum_loss_rate", Need::Required).value_or(Rate{}),
                .by_beneficiaries = {},
                .fixed_needs_beneficiaries = 0},
      .source = clauses.of("minimum_loss_rate")};
  loss.basis = {
      .value = terms.choice("loss_basis", Need::Optional, kBasisNames).value_or(Basis::FirstDollar),
      .source = clauses.of("loss_basis")};
  loss.share = {.value = terms.rate("loss_sharing_rate", Need::Required).value_or(Rate{}),
                .source = clauses.of("loss_sharing_rate")};
  loss.limit = read_loss_limit(terms, clauses);
  return loss;
}

void forbid_losses(ObjectReader& terms) {
  constexpr std::string_view kWhy = "one-sided terms never owe a loss.";
  for (const std::string_view key :
       {"minimum_loss_rate", "loss_basis", "loss_sharing_rate", "loss_limit"}) {
    terms.forbid(key, kWhy);
  }
}

}  // namespace

SharedSavingsTerms read_shared_savings_terms(const Node& node, const Place& place, Issues& issues) {
  SharedSavingsTerms terms;
  ObjectReader reader{node, place, issues};
  const Clauses clauses{reader};
  const auto sides = reader.choice("sides", Need::Required, kSidesNames);
  terms.sides = {.value = sides.value_or(Sides::TwoSided), .source = clauses.of("sides")};
  terms.minimum_savings_rate = {
      .value = {.fixed = reader.rate("minimum_savings_rate", Need::Required).value_or(Rate{}),
                .by_beneficiaries = {},
                .fixed_needs_beneficiaries = 0},
      .source = clauses.of("minimum_savings_rate")};
  terms.savings_basis = {
      .value =
          reader.choice("savings_basis", Need::Optional, kBasisNames).value_or(Basis::FirstDollar),
      .source = clauses.of("savings_basis")};
  const auto sharing_rate = reader.rate("sharing_rate", Need::Required);
  terms.sharing_rate = {.value = sharing_rate.value_or(Rate{}),
                        .source = clauses.of("sharing_rate")};
  terms.cap = read_cap(reader, clauses);
  terms.quality = read_quality(reader, clauses, sharing_rate);
  terms.sequestration = {
      .value = reader.rate("sequestration_rate", Need::Optional).value_or(Rate{}),
      .source = clauses.of("sequestration_rate")};
  terms.year_fraction.source = not_stated();
  // Where the sides are unknown, a loss side that is there is read for its own issues.
  if (sides == Sides::OneSided) {
    forbid_losses(reader);
  } else if (sides == Sides::TwoSided || reader.has("minimum_loss_rate")) {
    terms.loss = read_losses(reader, clauses);
  } else {
    for (const std::string_view key :
         {"minimum_loss_rate", "loss_basis", "loss_sharing_rate", "loss_limit"})
      reader.any(key);
  }
  reader.finish();
  return terms;
}

}  // namespace gainshare::json
