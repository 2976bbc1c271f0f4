// SPDX-License-Identifier: Apache-2.0
#include "json/pool_sharing_reader.h"

#include <algorithm>
#include <span>
#include <string>

#include "core/enum_name.h"
#include "json/words.h"

namespace gainshare::json {
namespace {

constexpr RateRange kWeight{.noun = "a weight", .above_low = true};
constexpr RateRange kScore{.noun = "a score"};
constexpr WholeRange kLives{.noun = "a number of people", .low = 0, .high = 1'000'000'000};

constexpr std::array kAllFactors{Factor::Lives,        Factor::PanelSavings, Factor::Quality,
                                 Factor::Satisfaction, Factor::Access,       Factor::Citizenship,
                                 Factor::Fixed};

// The factor of a list's item, one of `allowed`.
std::optional<Factor> read_factor(ObjectReader& item, std::span<const Factor> allowed) {
  std::vector<std::string_view> names;
  for (const Factor factor : allowed) names.push_back(name_of(kFactorNames, factor));
  const auto index = item.word("factor", Need::Required, names);
  if (!index) return std::nullopt;
  return allowed[*index];
}

void check_sum(const std::vector<WeightedFactor>& factors, const Place& place, Issues& issues) {
  Ratio sum;
  for (const WeightedFactor& each : factors) sum = sum + each.weight;
  if (sum == Ratio::whole(1)) return;
  const std::string found = sum.valid() ? sum.exact().to_text() : "beyond exact arithmetic";
  issues.push_back({.path = place.pointer(),
                    .code = IssueCode::Conflict,
                    .message = "The weights add up to " + found +
                               ". Enter weights that add up to 1, such as 0.5 and 0.5.",
                    .params = {{"value", found}, {"expected", "1"}}});
}

// A list "by" of factors with weights; `allowed` in the order in which they are told.
std::vector<WeightedFactor> read_weighted(ObjectReader& reader, Need need,
                                          std::span<const Factor> allowed) {
  std::vector<WeightedFactor> factors;
  const Node* const list = reader.list("by", need, {.low = 1, .high = allowed.size()});
  if (list == nullptr) return factors;
  const Place place{reader.place(), "by"};
  const std::size_t before = reader.issues().size();
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const Place item{place, i};
    ObjectReader entry{list->items[i], item, reader.issues()};
    const auto factor = read_factor(entry, allowed);
    const Rate weight = entry.rate("weight", Need::Required, kWeight).value_or(Rate{});
    entry.finish();
    if (!factor) continue;
    const bool taken =
        std::any_of(factors.begin(), factors.end(),
                    [&factor](const WeightedFactor& other) { return other.factor == *factor; });
    if (taken) {
      const std::string name{name_of(kFactorNames, *factor)};
      entry.report("factor", IssueCode::Conflict,
                   "The factor " + name + " stands here twice. Give it once with its whole weight.",
                   {{"value", name}});
    }
    factors.push_back({*factor, weight});
  }
  if (reader.issues().size() == before) check_sum(factors, place, reader.issues());
  return factors;
}

}  // namespace

std::vector<WeightedFactor> read_factors(ObjectReader& pool) {
  return read_weighted(pool, Need::Optional, kAllFactors);
}

std::optional<Gate> read_gate(ObjectReader& pool) {
  const Node* const node = pool.object("gate", Need::Optional);
  if (node == nullptr) return std::nullopt;
  const Place place{pool.place(), "gate"};
  ObjectReader reader{*node, place, pool.issues()};
  Gate gate;
  constexpr std::array kScores{
      std::string_view{"minimum_quality"}, std::string_view{"minimum_satisfaction"},
      std::string_view{"minimum_access"}, std::string_view{"minimum_citizenship"}};
  bool some = reader.has("minimum_lives");
  for (std::size_t i = 0; i < kScores.size(); ++i) {
    some = some || reader.has(kScores[i]);
    const auto minimum = reader.rate(kScores[i], Need::Optional, kScore);
    if (minimum) gate.minimums.push_back({kScoreFactors[i], *minimum});
  }
  const auto lives = reader.whole("minimum_lives", Need::Optional, kLives);
  if (lives) gate.minimums.push_back({Factor::Lives, Rate::whole(*lives)});
  gate.failed = reader.choice("failed", Need::Optional, kFailedShareNames)
                    .value_or(FailedShare::Redistribute);
  if (!some) {
    reader.report({}, IssueCode::Missing,
                  "The gate asks for nothing. Add a minimum, such as \"minimum_quality\".",
                  {{"key", "minimum_quality"}});
  }
  reader.finish();
  return gate;
}

std::optional<Earning> read_earning(ObjectReader& pool) {
  const Node* const node = pool.object("earning", Need::Optional);
  if (node == nullptr) return std::nullopt;
  const Place place{pool.place(), "earning"};
  ObjectReader reader{*node, place, pool.issues()};
  Earning earning;
  earning.by = read_weighted(reader, Need::Required, kScoreFactors);
  earning.unearned =
      reader.choice("unearned", Need::Optional, kUnearnedNames).value_or(Unearned::Retain);
  reader.finish();
  return earning;
}

}  // namespace gainshare::json
