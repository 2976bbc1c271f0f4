// SPDX-License-Identifier: Apache-2.0
#include "population/per_capita_of.h"

#include <string>

#include "core/rounding.h"

namespace gainshare {
namespace {

constexpr std::int64_t kMonthsOfYear = 12;

std::optional<Rate> person_years(std::int64_t months) {
  return Rate::from_text(std::to_string(months) + "/" + std::to_string(kMonthsOfYear));
}

// What every year of a type has.
PerCapitaYear year_of(const PeriodResult& year, std::size_t type) {
  PerCapitaYear facts;
  facts.person_years = person_years(year.outcome.contract_by_type[type].member_months);
  if (year.risk) facts.risk_score = stated_score(year.risk->contract.by_type[type].mean);
  return facts;
}

// Cost × completion × 12 ÷ months.
std::optional<Money> per_person_year(const TypeTotals& totals, const CostTerms& terms) {
  const Amount cost{Money::cents(totals.cost_cents)};
  const Ratio years{Rational{totals.member_months, kMonthsOfYear}};
  return round(cost * Ratio{terms.completion_factor} / years, Rounding{});
}

PerCapitaType type_of(const PopulationResult& result, std::size_t type) {
  PerCapitaType facts;
  facts.performance_year = year_of(result.years.back(), type);
  for (std::size_t i = 0; i + 1 < result.years.size(); ++i) {
    const PeriodResult& base = result.years[i];
    const TypeTotals& totals = base.outcome.contract_by_type[type];
    if (totals.member_months == 0) continue;
    PerCapitaYear year = year_of(base, type);
    year.year = date_of(base.tally.period.last).year;
    year.per_capita = per_person_year(totals, result.terms.cost);
    facts.base_years.push_back(year);
  }
  return facts;
}

}  // namespace

PerCapitaFacts per_capita_of(const PopulationResult& result) {
  PerCapitaFacts facts;
  for (const auto& [type, name] : kEnrollmentTypeNames) {
    const auto at = static_cast<std::size_t>(type);
    if (result.years.back().outcome.contract_by_type[at].member_months == 0) continue;
    facts.types.push_back(type_of(result, at));
    facts.types.back().id = std::string{name};
  }
  return facts;
}

}  // namespace gainshare
