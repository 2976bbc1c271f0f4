// SPDX-License-Identifier: Apache-2.0
#include "rules/per_capita_benchmark.h"

#include "support/builders.h"
#include "support/catch.h"

namespace gainshare {
namespace {

using testing::stated;

PerCapitaBenchmarkTerms own_terms(std::vector<BaseYearWeight> years) {
  PerCapitaBenchmarkTerms terms;
  terms.base_years = stated(std::move(years));
  return terms;
}

PerCapitaYear year_of(std::int32_t year, std::int64_t dollars) {
  return {.year = year, .per_capita = Money::dollars(dollars)};
}

// One type with one base year of 10,000 and 100 person-years in the performance year.
PerCapitaFacts one_type() {
  PerCapitaFacts facts;
  facts.types.push_back({.id = "all", .base_years = {year_of(2023, 10'000)}});
  facts.types[0].performance_year.person_years = Rate::whole(100);
  return facts;
}

TEST_CASE("Base years are weighted whatever their weights add up to") {
  PerCapitaFacts facts = one_type();
  facts.types[0].base_years = {year_of(2023, 10'000), year_of(2021, 8'000), year_of(2022, 9'000)};
  const auto of = [&facts](Rate first, Rate second, Rate third) {
    const auto terms = own_terms({{2021, first}, {2022, second}, {2023, third}});
    return benchmark_per_capita(terms, facts).value().benchmark;
  };
  // 800 + 2,700 + 6,000.
  CHECK(of(Rate::whole(10), Rate::whole(30), Rate::whole(60)) == Money::dollars(950'000));
  const Rate third = Rate::from_text("1/3").value();
  CHECK(of(third, third, third) == Money::dollars(900'000));
  CHECK(of(Rate::whole(1), Rate::whole(1), Rate::whole(1)) == Money::dollars(900'000));
}

TEST_CASE("An earlier base year comes to the risk and the trend of the last one") {
  PerCapitaFacts facts = one_type();
  facts.types[0].base_years = {year_of(2022, 10'000), year_of(2023, 12'000)};
  facts.types[0].base_years[0].risk_score = Rate::whole(1);
  facts.types[0].base_years[0].growth = Rate::decimal(104, 2);
  facts.types[0].base_years[1].risk_score = Rate::decimal(11, 1);
  facts.types[0].performance_year.risk_score = Rate::decimal(11, 1);
  auto terms = own_terms({{2022, Rate::whole(1)}, {2023, Rate::whole(1)}});
  terms.trend.method = stated(GrowthMethod::Stated);
  terms.risk = RiskRatioTerms{.ratio = stated(RiskRatioBasis::Scores)};
  const auto made = benchmark_per_capita(terms, facts);
  REQUIRE(made.ok());
  // 10,000 × 1.1 × 1.04 = 11,440, and 12,000.
  CHECK(made.value().types[0].base_years[0].updated == Amount{Money::dollars(11'440)});
  CHECK(made.value().historical == Amount{Money::dollars(11'720)});
}

TEST_CASE("Types are weighted by the last base year, and updated and counted by the present one") {
  PerCapitaFacts facts = one_type();
  facts.types[0].base_years[0].person_years = Rate::whole(1);
  facts.types.push_back(facts.types[0]);
  facts.types[1].id = "other";
  facts.types[1].base_years = {year_of(2023, 20'000)};
  facts.types[1].base_years[0].person_years = Rate::whole(3);
  facts.types[0].performance_year.growth = Rate::decimal(11, 1);
  facts.types[1].performance_year.growth = Rate::whole(1);
  auto terms = own_terms({{2023, Rate::whole(1)}});
  terms.update.method = stated(GrowthMethod::Stated);
  const auto made = benchmark_per_capita(terms, facts);
  REQUIRE(made.ok());
  CHECK(made.value().historical == Amount{Money::dollars(17'500)});
  CHECK(made.value().benchmark == Money::dollars(11'000 * 100 + 20'000 * 100));
}

TEST_CASE("Every way to update does what it says") {
  PerCapitaFacts facts = one_type();
  facts.types[0].national_weight = Rate::percent(10);
  PerCapitaYear& base = facts.types[0].base_years[0];
  PerCapitaYear& now = facts.types[0].performance_year;
  base.national = base.regional = base.control = Money::dollars(11'000);
  now.national = Money::dollars(11'440);
  now.regional = Money::dollars(11'550);
  now.control = Money::dollars(11'660);
  now.growth = Rate::decimal(103, 2);
  now.fixed_growth = Rate::decimal(1045, 3);
  now.flat_amount = Money::dollars(-150);
  const auto of = [&facts](GrowthMethod method) {
    GrowthTerms terms{.method = stated(method),
                      .fixed_weight = stated(Rate::from_text("1/3").value()),
                      .inflator = stated(Rate::decimal(102, 2))};
    const PerCapitaType& type = facts.types[0];
    const GrowthYears years{type.base_years[0], type.performance_year, type.performance_year};
    return growth_between(terms, years, type.national_weight);
  };
  CHECK(of(GrowthMethod::None).factor == Ratio::whole(1));
  CHECK(of(GrowthMethod::Stated).factor == Ratio{Rate::decimal(103, 2)});
  CHECK(of(GrowthMethod::Inflator).factor == Ratio{Rate::decimal(102, 2)});
  CHECK(of(GrowthMethod::FlatAmount).added == Amount{Money::dollars(-150)});
  CHECK(of(GrowthMethod::National).factor == Ratio{Rate::decimal(104, 2)});
  CHECK(of(GrowthMethod::Regional).factor == Ratio{Rate::decimal(105, 2)});
  CHECK(of(GrowthMethod::ControlGroup).factor == Ratio{Rate::decimal(106, 2)});
  CHECK(of(GrowthMethod::Blended).factor == Ratio{Rate::decimal(1049, 3)});
  // 2/3 × 1.049 + 1/3 × 1.045.
  CHECK(of(GrowthMethod::ThreeWay).factor * Ratio::whole(3) == Ratio{Rate::decimal(3143, 3)});
}

TEST_CASE("A control group's spending counts at the group's own risk") {
  PerCapitaFacts facts = one_type();
  facts.types[0].base_years.clear();
  PerCapitaYear& now = facts.types[0].performance_year;
  now.control = Money::dollars(5'000);
  now.control_risk_score = Rate::whole(1);
  now.risk_score = Rate::decimal(12, 1);
  PerCapitaBenchmarkTerms terms;
  terms.control_group = stated(ControlGroup::Matched);
  terms.risk = RiskRatioTerms{.ratio = stated(RiskRatioBasis::Scores)};
  CHECK(benchmark_per_capita(terms, facts).value().benchmark == Money::dollars(600'000));
  terms.risk->up = stated(Rate::percent(10));
  CHECK(benchmark_per_capita(terms, facts).value().benchmark == Money::dollars(550'000));
}

TEST_CASE("What is missing and what has no use is said at once, each in its place") {
  PerCapitaFacts facts = one_type();
  facts.types[0].base_years.push_back(year_of(2020, 1));
  facts.types[0].performance_year.person_years.reset();
  facts.types[0].performance_year.regional = Money::dollars(1);
  facts.dual_share = Rate{};
  auto terms = own_terms({{2022, Rate::whole(1)}, {2023, Rate::whole(1)}});
  terms.risk = RiskRatioTerms{.ratio = stated(RiskRatioBasis::Stated)};
  const auto made = benchmark_per_capita(terms, facts);
  REQUIRE_FALSE(made.ok());
  std::vector<std::string> paths;
  for (const Issue& issue : made.issues()) paths.push_back(issue.path);
  const std::string type = "/spending/per_capita/types/0";
  CHECK(paths == std::vector<std::string>{
                     type + "/base_years", type + "/base_years/0/risk_score",
                     type + "/base_years/1/year", type + "/performance_year/person_years",
                     type + "/performance_year/risk_ratio",
                     type + "/performance_year/regional_cents", "/spending/per_capita/dual_share"});
}

TEST_CASE("Nobody enrolled, and a benchmark below a cent, cannot be computed") {
  PerCapitaFacts facts = one_type();
  const auto terms = own_terms({{2023, Rate::whole(1)}});
  facts.types[0].performance_year.person_years = Rate{};
  CHECK_FALSE(benchmark_per_capita(terms, facts).ok());
  facts.types[0].performance_year.person_years = Rate::whole(1);
  CHECK(benchmark_per_capita(terms, facts).ok());
  facts.types[0].base_years[0].person_years = Rate{};
  CHECK_FALSE(benchmark_per_capita(terms, facts).ok());
}

}  // namespace
}  // namespace gainshare
