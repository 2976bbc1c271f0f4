// SPDX-License-Identifier: Apache-2.0
// What a benchmark by type of enrolment is made of. Which of it a contract asks for is the rule's
// to say.
#include <algorithm>
#include <string>
#include <utility>

#include "json/benchmark_reader.h"
#include "json/read_list.h"
#include "json/sources.h"

namespace gainshare::json {
namespace {

constexpr CountRange kTypes{.low = 1, .high = 20};
constexpr CountRange kBaseYears{.low = 1, .high = 10};
constexpr CountRange kEarlierYears{.low = 1, .high = 10};
constexpr WholeRange kSignedCents{
    .noun = "whole cents", .low = -kLargestCents, .high = kLargestCents};
constexpr RateRange kPersonYears{
    .noun = "a number of person-years", .low = {}, .high = Rate::whole(1'000'000'000)};
constexpr RateRange kFactor{
    .noun = "a factor", .low = {}, .high = Rate::whole(100), .above_low = true};
constexpr RateRange kDemographicGrowth{
    .noun = "a change", .low = Rate::whole(-1), .high = Rate::whole(10), .above_low = true};

// What every year may have.
void read_year(ObjectReader& reader, PerCapitaYear& out) {
  out.risk_score = reader.rate("risk_score", Need::Optional, kFactor);
  out.person_years = reader.rate("person_years", Need::Optional, kPersonYears);
  out.growth = reader.rate("growth", Need::Optional, kFactor);
  out.national = reader.cents("national_cents", Need::Optional, kPositiveCents);
  out.regional = reader.cents("regional_cents", Need::Optional, kPositiveCents);
  out.control = reader.cents("control_cents", Need::Optional, kPositiveCents);
}

std::vector<PerCapitaYear> read_base_years(ObjectReader& type) {
  std::vector<PerCapitaYear> years;
  const Node* const list = type.list("base_years", Need::Optional, kBaseYears);
  if (list == nullptr) return years;
  const Place place{type.place(), "base_years"};
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const Place item{place, i};
    ObjectReader reader{list->items[i], item, type.issues()};
    PerCapitaYear year;
    year.year = static_cast<std::int32_t>(reader.whole("year", Need::Required, kYear).value_or(0));
    year.per_capita = reader.cents("per_capita_cents", Need::Required, kAnyCents);
    read_year(reader, year);
    year.regional_risk_score = reader.rate("regional_risk_score", Need::Optional, kFactor);
    reader.finish();
    const bool taken =
        year.year != 0 && std::any_of(years.begin(), years.end(), [&](const PerCapitaYear& other) {
          return other.year == year.year;
        });
    if (taken) report_taken_year(year.year, item, type.issues());
    years.push_back(year);
  }
  return years;
}

PerCapitaYear read_performance_year(ObjectReader& type) {
  PerCapitaYear year;
  const Node* const node = type.object("performance_year", Need::Required);
  if (node == nullptr) return year;
  const Place place{type.place(), "performance_year"};
  ObjectReader reader{*node, place, type.issues()};
  read_year(reader, year);
  year.control_risk_score = reader.rate("control_risk_score", Need::Optional, kFactor);
  year.risk_ratio = reader.rate("risk_ratio", Need::Optional, kFactor);
  year.fixed_growth = reader.rate("fixed_growth", Need::Optional, kFactor);
  year.flat_amount = reader.cents("flat_amount_cents", Need::Optional, kSignedCents);
  reader.finish();
  return year;
}

std::vector<Money> read_prior_savings(ObjectReader& facts) {
  std::vector<Money> years;
  const Node* const list = facts.list("prior_savings", Need::Optional, kEarlierYears);
  if (list == nullptr) return years;
  const Place place{facts.place(), "prior_savings"};
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const Place item{place, i};
    ObjectReader reader{list->items[i], item, facts.issues()};
    years.push_back(
        reader.cents("savings_per_capita_cents", Need::Required, kSignedCents).value_or(Money{}));
    reader.finish();
  }
  return years;
}

}  // namespace

std::optional<PerCapitaFacts> read_per_capita_facts(ObjectReader& spending) {
  const Node* const node = spending.object("per_capita", Need::Optional);
  if (node == nullptr) return std::nullopt;
  const Place place{spending.place(), "per_capita"};
  ObjectReader reader{*node, place, spending.issues()};
  PerCapitaFacts out;
  out.types =
      read_list<PerCapitaType>(reader, {.key = "types", .count = kTypes}, [](ObjectReader& item) {
        PerCapitaType type;
        type.id = read_id(item).value_or("");
        type.base_years = read_base_years(item);
        type.performance_year = read_performance_year(item);
        type.national_weight = item.rate("national_weight", Need::Optional);
        return type;
      });
  out.prior_savings = read_prior_savings(reader);
  out.prior_savings_proration = reader.rate("prior_savings_proration", Need::Optional);
  out.low_income_share = reader.rate("low_income_share", Need::Optional);
  out.dual_share = reader.rate("dual_share", Need::Optional);
  out.demographic_growth = reader.rate("demographic_growth", Need::Optional, kDemographicGrowth);
  reader.finish();
  return out;
}

}  // namespace gainshare::json
