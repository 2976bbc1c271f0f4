// SPDX-License-Identifier: Apache-2.0
// Which facts a benchmark by type of enrolment asks for, by its terms.
#include <algorithm>
#include <string>
#include <string_view>

#include "rules/per_capita_benchmark.h"

namespace gainshare {
namespace {

constexpr std::string_view kTop = "/spending/per_capita";

// What the terms say of a fact. Figures that describe the group itself are taken along where they
// are not needed; others would be left out without a word.
enum class Want : std::uint8_t { Needed, Welcome, Unused };
Want needed_if(bool needed) { return needed ? Want::Needed : Want::Unused; }
Want welcome_unless(bool needed) { return needed ? Want::Needed : Want::Welcome; }

struct Fact {
  std::string_view key;
  std::string_view noun;
  bool given = false;
  Want want = Want::Unused;
};

struct Asked {
  const PerCapitaBenchmarkTerms& terms;
  std::int32_t last = 0;
  bool several_types = false;

  static bool either(const GrowthTerms& growth, GrowthMethod one, GrowthMethod other) {
    return growth.method.value == one || growth.method.value == other;
  }
  static bool blends(const GrowthTerms& growth) {
    return either(growth, GrowthMethod::Blended, GrowthMethod::ThreeWay);
  }
  static bool takes(const GrowthTerms& growth, GrowthMethod method) {
    const bool of_nation_or_region =
        method == GrowthMethod::National || method == GrowthMethod::Regional;
    return growth.method.value == method || (of_nation_or_region && blends(growth));
  }
  bool any_adjustment() const {
    return terms.regional_adjustment || terms.prior_savings || terms.equity_adjustment;
  }
  bool by_scores() const { return terms.risk && terms.risk->ratio.value == RiskRatioBasis::Scores; }
};

std::vector<Fact> base_year_facts(const Asked& asked, const PerCapitaYear& year) {
  const PerCapitaBenchmarkTerms& terms = asked.terms;
  const bool last = year.year == asked.last;
  const auto grows = [&](GrowthMethod method) {
    return Asked::takes(terms.trend, method) || (last && Asked::takes(terms.update, method));
  };
  const bool regional = last && terms.regional_adjustment.has_value();
  const bool trend_stated = terms.trend.method.value == GrowthMethod::Stated;
  return {
      {"per_capita_cents", "spending per person-year", year.per_capita.has_value(), Want::Needed},
      {"risk_score", "risk score", year.risk_score.has_value(),
       welcome_unless(terms.risk.has_value())},
      {"person_years", "person-years", year.person_years.has_value(),
       welcome_unless(last && asked.several_types)},
      {"growth", "growth", year.growth.has_value(), needed_if(trend_stated && !last)},
      {"national_cents", "national spending per person-year", year.national.has_value(),
       needed_if(grows(GrowthMethod::National) || (last && asked.any_adjustment()))},
      {"regional_cents", "regional spending per person-year", year.regional.has_value(),
       needed_if(grows(GrowthMethod::Regional) || regional)},
      {"regional_risk_score", "risk score of the region", year.regional_risk_score.has_value(),
       needed_if(regional && terms.risk)},
      {"control_cents", "the control group's spending per person-year", year.control.has_value(),
       needed_if(grows(GrowthMethod::ControlGroup))},
      {"control_risk_score", "risk score of the control group", year.control_risk_score.has_value(),
       Want::Unused},
  };
}

std::vector<Fact> performance_year_facts(const Asked& asked, const PerCapitaYear& year) {
  const PerCapitaBenchmarkTerms& terms = asked.terms;
  const GrowthTerms& update = terms.update;
  const bool of_control = terms.control_group.has_value();
  const bool stated_ratio = terms.risk && !asked.by_scores();
  return {
      {"person_years", "person-years", year.person_years.has_value(), Want::Needed},
      {"risk_score", "risk score", year.risk_score.has_value(), welcome_unless(asked.by_scores())},
      {"risk_ratio", "risk ratio", year.risk_ratio.has_value(), needed_if(stated_ratio)},
      {"growth", "growth", year.growth.has_value(),
       needed_if(update.method.value == GrowthMethod::Stated)},
      {"national_cents", "national spending per person-year", year.national.has_value(),
       needed_if(Asked::takes(update, GrowthMethod::National))},
      {"regional_cents", "regional spending per person-year", year.regional.has_value(),
       needed_if(Asked::takes(update, GrowthMethod::Regional))},
      {"control_cents", "the control group's spending per person-year", year.control.has_value(),
       needed_if(of_control || Asked::takes(update, GrowthMethod::ControlGroup))},
      {"control_risk_score", "risk score of the control group", year.control_risk_score.has_value(),
       needed_if(of_control && asked.by_scores())},
      {"fixed_growth", "growth fixed in advance", year.fixed_growth.has_value(),
       needed_if(update.method.value == GrowthMethod::ThreeWay)},
      {"flat_amount_cents", "flat amount", year.flat_amount.has_value(),
       needed_if(update.method.value == GrowthMethod::FlatAmount)},
  };
}

std::vector<Fact> shared_facts(const Asked& asked, const PerCapitaFacts& facts) {
  const PerCapitaBenchmarkTerms& terms = asked.terms;
  const bool offset = terms.regional_adjustment && terms.regional_adjustment->offset_negative.value;
  const bool aggregate = terms.risk && terms.risk->test.value == RiskCapTest::Aggregate;
  const bool prior = terms.prior_savings.has_value();
  return {
      {"prior_savings", "savings per capita of the years before", !facts.prior_savings.empty(),
       needed_if(prior)},
      {"prior_savings_proration", "proration of prior savings",
       facts.prior_savings_proration.has_value(), prior ? Want::Welcome : Want::Unused},
      {"low_income_share", "share of members with low income", facts.low_income_share.has_value(),
       needed_if(terms.equity_adjustment.has_value())},
      {"dual_share", "share of person-years in two programs", facts.dual_share.has_value(),
       needed_if(offset)},
      {"demographic_growth", "aggregate demographic growth", facts.demographic_growth.has_value(),
       needed_if(aggregate)},
  };
}

// `of` completes "the risk score …": " of \"esrd\" in 2023".
void check(const std::vector<Fact>& facts, const std::string& place, const std::string& of,
           Issues& issues) {
  for (const Fact& fact : facts) {
    const std::string path = place + "/" + std::string{fact.key};
    if (!fact.given && fact.want == Want::Needed) {
      issues.push_back({.path = path,
                        .code = IssueCode::Missing,
                        .message = "The benchmark needs the " + std::string{fact.noun} + of +
                                   ", but it is not given. Enter it.",
                        .params = {{"key", std::string{fact.key}}}});
    } else if (fact.given && fact.want == Want::Unused) {
      issues.push_back({.path = path,
                        .code = IssueCode::NotApplicable,
                        .message = "The contract makes its benchmark without the " +
                                   std::string{fact.noun} + of + ". Leave it out.",
                        .params = {{"key", std::string{fact.key}}}});
    }
  }
}

bool counts(const PerCapitaBenchmarkTerms& terms, std::int32_t year) {
  const std::vector<BaseYearWeight>& years = terms.base_years.value;
  return std::any_of(years.begin(), years.end(),
                     [year](const BaseYearWeight& each) { return each.year == year; });
}

void check_type(const Asked& asked, const PerCapitaType& type, const std::string& place,
                Issues& issues) {
  const std::string of = " of \"" + type.id + "\"";
  for (const BaseYearWeight& weight : asked.terms.base_years.value) {
    if (find_base_year(type, weight.year) != nullptr) continue;
    const std::string year = std::to_string(weight.year);
    issues.push_back({.path = place + "/base_years",
                      .code = IssueCode::Missing,
                      .message = "The benchmark counts the base year " + year +
                                 ", but it is not given" + of + ". Add the year " + year + ".",
                      .params = {{"value", year}}});
  }
  for (std::size_t i = 0; i < type.base_years.size(); ++i) {
    const PerCapitaYear& year = type.base_years[i];
    const std::string at = place + "/base_years/" + std::to_string(i);
    if (counts(asked.terms, year.year)) {
      check(base_year_facts(asked, year), at, of + " in " + std::to_string(year.year), issues);
      continue;
    }
    issues.push_back({.path = at + "/year",
                      .code = IssueCode::NotApplicable,
                      .message = "The contract gives the base year " + std::to_string(year.year) +
                                 " no weight in the benchmark. Leave it out.",
                      .params = {{"value", std::to_string(year.year)}}});
  }
  check(performance_year_facts(asked, type.performance_year), place + "/performance_year",
        of + " in the performance year", issues);
  const auto lacks_weight = [](const GrowthTerms& growth) {
    return Asked::blends(growth) && !growth.national_weight;
  };
  const bool weighs = lacks_weight(asked.terms.trend) || lacks_weight(asked.terms.update);
  check({{"national_weight", "weight of the national growth", type.national_weight.has_value(),
          needed_if(weighs)}},
        place, of, issues);
}

}  // namespace

const PerCapitaYear* find_base_year(const PerCapitaType& type, std::int32_t year) {
  const auto found = std::find_if(type.base_years.begin(), type.base_years.end(),
                                  [year](const PerCapitaYear& each) { return each.year == year; });
  return found == type.base_years.end() ? nullptr : &*found;
}

Issues check_per_capita_facts(const PerCapitaBenchmarkTerms& terms, const PerCapitaFacts& facts) {
  Issues issues;
  const Asked asked{terms, last_base_year(terms), facts.types.size() > 1};
  for (std::size_t i = 0; i < facts.types.size(); ++i) {
    check_type(asked, facts.types[i], std::string{kTop} + "/types/" + std::to_string(i), issues);
  }
  check(shared_facts(asked, facts), std::string{kTop}, "", issues);
  return issues;
}

}  // namespace gainshare
