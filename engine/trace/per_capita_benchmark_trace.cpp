// SPDX-License-Identifier: Apache-2.0
// The working of a benchmark by type of enrolment.
#include <algorithm>
#include <string>

#include "trace/per_capita_context.h"
#include "trace/stream_trace.h"

namespace gainshare {
namespace {

using Ids = std::vector<std::string>;
constexpr std::string_view kNow = "performance_year";

// Every figure of a year that the experience gives, by its key and the year.
void trace_year_facts(const PerCapitaContext& c, std::size_t type, const PerCapitaYear& year) {
  StepWriter& s = c.steps;
  const bool now = year.year == 0;
  const std::string suffix = now ? std::string{kNow} : std::to_string(year.year);
  const std::string in = now ? ", performance year" : ", " + suffix;
  const auto money = [&](std::string_view key, const char* words,
                         const std::optional<Money>& value) {
    if (!value) return;
    const std::string id = c.id(type, std::string{key} + "_" + suffix);
    s.given({id, c.label(type, words + in)}, *value);
  };
  const auto rate = [&](std::string_view key, const char* words, const std::optional<Rate>& value,
                        Unit unit) {
    if (!value) return;
    const std::string id = c.id(type, std::string{key} + "_" + suffix);
    s.given({id, c.label(type, words + in)}, Ratio{*value}, unit);
  };
  money("spending", "Spending per person-year", year.per_capita);
  money("national", "National spending per person-year", year.national);
  money("regional", "Regional spending per person-year", year.regional);
  money("control", "Control group's spending per person-year", year.control);
  if (c.terms.risk) rate("risk_score", "Risk score", year.risk_score, Unit::Fraction);
  rate("regional_risk_score", "Risk score of the region", year.regional_risk_score, Unit::Fraction);
  rate("control_risk_score", "Risk score of the control group", year.control_risk_score,
       Unit::Fraction);
  rate("stated_risk_ratio", "Risk ratio to the last base year", year.risk_ratio, Unit::Fraction);
  if (now) rate("person_years", "Person-years", year.person_years, Unit::Count);
  money("flat_amount", "Amount added", year.flat_amount);
}

void trace_parts(const PerCapitaContext& c) {
  StepWriter& s = c.steps;
  const auto& years = c.terms.base_years.value;
  if (years.empty()) return;
  Ids weights;
  for (const BaseYearWeight& each : years) {
    weights.push_back(of_year("weight", each.year));
    const std::string label = "Weight of " + std::to_string(each.year);
    s.given({weights.back(), label}, Ratio{each.weight}, Unit::Count, c.terms.base_years.source);
  }
  c.cite(Rule::HistoricalBenchmark);
  s.fraction({"total_weight", "Weights together"}, Op::Add, weights, c.out.total_weight).unit =
      Unit::Count;
  for (std::size_t i = 0; i < years.size(); ++i) {
    const std::string label = "Part of " + std::to_string(years[i].year);
    s.fraction({of_year("part", years[i].year), label}, Op::Divide, {weights[i], "total_weight"},
               c.out.parts[i]);
  }
}

// One base year brought to the last one and weighted.
std::string trace_base_year(const PerCapitaContext& c, std::size_t type, std::size_t i) {
  StepWriter& s = c.steps;
  const std::int32_t year = c.terms.base_years.value[i].year;
  const BaseYearOfType& each = c.out.types[type].base_years[i];
  const std::string text = std::to_string(year);
  const std::string last = std::to_string(c.last);
  Ids factors{c.id(type, "spending_" + text)};
  if (year != c.last && c.terms.risk) {
    factors.push_back(c.id(type, "risk_ratio_" + text));
    const std::string now = c.id(type, "risk_score_" + last);
    const std::string then = c.id(type, "risk_score_" + text);
    c.cite(Rule::HistoricalBenchmark);
    s.fraction({factors.back(), c.label(type, "Risk of " + last + " against " + text)}, Op::Divide,
               {now, then}, each.risk_ratio);
  }
  if (year != c.last) {
    const PerCapitaYear& stated = *find_base_year(c.facts.types[type], year);
    const std::string growth = trace_growth(
        c, {c.terms.trend, each.growth, stated, type, text, last, text + " to " + last});
    if (!growth.empty()) factors.push_back(growth);
  }
  c.cite(Rule::HistoricalBenchmark);
  const std::string updated = c.id(type, "updated_" + text);
  s.amount({updated, c.label(type, "Spending of " + text + ", brought to " + last)},
           factors.size() == 1 ? Op::Add : Op::Multiply, factors, each.updated);
  const std::string weighted = c.id(type, "weighted_" + text);
  s.amount({weighted, c.label(type, "What " + text + " adds")}, Op::Multiply,
           {updated, of_year("part", year)}, each.weighted);
  return weighted;
}

void trace_historical(const PerCapitaContext& c, std::size_t type) {
  StepWriter& s = c.steps;
  const TypeBenchmark& out = c.out.types[type];
  const PerCapitaType& facts = c.facts.types[type];
  for (const PerCapitaYear& year : facts.base_years) trace_year_facts(c, type, year);
  trace_year_facts(c, type, facts.performance_year);
  const std::string historical = c.id(type, "historical");
  if (c.terms.control_group) {
    const std::string control = c.id(type, "control_performance_year");
    c.cite(Rule::ControlGroupBenchmark);
    s.amount({historical, c.label(type, "Control group's spending per person-year")}, Op::Add,
             {control}, out.historical);
    return;
  }
  Ids weighted;
  for (std::size_t i = 0; i < out.base_years.size(); ++i) {
    weighted.push_back(trace_base_year(c, type, i));
  }
  const std::string exact = c.id(type, "exact");
  s.amount({exact, c.label(type, "Historical benchmark per person-year, exact")}, Op::Add, weighted,
           out.exact);
  c.cite(Rule::CarriedAmount);
  s.amount({historical, c.label(type, "Historical benchmark per person-year")}, Op::Carry, {exact},
           out.historical);
}

void trace_proportions(const PerCapitaContext& c) {
  StepWriter& s = c.steps;
  Ids people;
  for (std::size_t i = 0; i < c.count(); ++i) {
    const PerCapitaYear& year =
        c.terms.control_group ? c.facts.types[i].performance_year : c.last_year(i);
    people.push_back(c.id(i, "weighing_person_years"));
    const std::string label = c.label(i, "Person-years that weigh the type");
    const Source source = year.person_years ? c.stated() : Source{"definition", {}, {}};
    s.given({people.back(), label}, Ratio{year.person_years.value_or(Rate::whole(1))}, Unit::Count,
            source);
  }
  c.cite(c.terms.control_group ? Rule::ControlGroupBenchmark : Rule::HistoricalBenchmark);
  s.fraction({"base_person_years", "Person-years of all types"}, Op::Add, people,
             c.out.base_person_years)
      .unit = Unit::Count;
  for (std::size_t i = 0; i < c.count(); ++i) {
    const std::string id = c.id(i, "proportion");
    s.fraction({id, c.label(i, "Proportion of person-years")}, Op::Divide,
               {people[i], "base_person_years"}, c.out.types[i].proportion);
  }
  trace_weighted_sum(
      c,
      {"historical_part",
       "Weighted into the benchmark",
       {"historical", "Historical benchmark per person-year, all types"},
       "historical"},
      [&c](std::size_t i) { return c.out.types[i].historical; }, c.out.historical);
}

// A type's benchmark of the performance year. Returns the id of its total.
std::string trace_update(const PerCapitaContext& c, std::size_t type, bool by_risk) {
  StepWriter& s = c.steps;
  const TypeBenchmark& out = c.out.types[type];
  const PerCapitaYear& now = c.facts.types[type].performance_year;
  Ids factors{c.id(
      type, c.out.regional || c.out.prior_savings || c.out.equity ? "adjusted" : "historical")};
  if (by_risk) factors.push_back(c.id(type, "counted_risk_ratio"));
  if (!c.terms.control_group) {
    const std::string last = std::to_string(c.last);
    const std::string growth =
        trace_growth(c, {c.terms.update, out.update, now, type, last, std::string{kNow},
                         last + " to the performance year"});
    if (!growth.empty()) factors.push_back(growth);
  }
  c.cite(Rule::UpdatedBenchmark);
  const bool flat = c.terms.update.method.value == GrowthMethod::FlatAmount;
  const std::string updated = c.id(type, "updated");
  const std::string grown = flat ? c.id(type, "at_current_risk") : updated;
  s.amount({grown, c.label(type, "Benchmark per person-year, updated")},
           factors.size() == 1 ? Op::Add : Op::Multiply, factors, out.updated - out.update.added);
  if (flat) {
    const std::string added = c.id(type, "flat_amount_performance_year");
    s.amount({updated, c.label(type, "Benchmark per person-year with the amount added")}, Op::Add,
             {grown, added}, out.updated);
  }
  const std::string per_capita = c.id(type, "per_capita");
  c.cite(Rule::CarriedAmount);
  s.amount({per_capita, c.label(type, "Benchmark per person-year")}, Op::Carry, {updated},
           out.per_capita);
  c.cite(Rule::UpdatedBenchmark);
  const std::string total = c.id(type, "total");
  const std::string people = c.id(type, "person_years_performance_year");
  s.amount({total, c.label(type, "Benchmark in total")}, Op::Multiply, {per_capita, people},
           out.total);
  return total;
}

}  // namespace

std::string of_year(std::string_view quantity, std::int32_t year) {
  return std::string{quantity} + "_" + std::to_string(year);
}

std::string PerCapitaContext::id(std::size_t type, std::string_view quantity) const {
  return "benchmark." + facts.types[type].id + "." + std::string{quantity};
}

std::string PerCapitaContext::label(std::size_t type, std::string_view words) const {
  std::string text{words};
  if (count() == 1) return text;
  std::string name = facts.types[type].id;
  std::replace(name.begin(), name.end(), '_', ' ');
  return text + ", " + (name == "esrd" ? "ESRD" : name);
}

void trace_weighted_sum(const PerCapitaContext& c, const SumOverTypes& sum,
                        const std::function<Amount(std::size_t)>& amount, const Amount& total) {
  Ids parts;
  for (std::size_t i = 0; i < c.count(); ++i) {
    parts.push_back(c.id(i, sum.part));
    const std::string of = c.id(i, sum.of);
    const std::string proportion = c.id(i, "proportion");
    c.steps.amount({parts.back(), c.label(i, sum.part_words)}, Op::Multiply, {of, proportion},
                   amount(i) * c.out.types[i].proportion);
  }
  c.steps.amount(sum.all, Op::Add, parts, total);
}

void trace_per_capita_benchmark(const PerCapitaBenchmarkTerms& terms, const PerCapitaFacts& facts,
                                const PerCapitaBenchmarkOutcome& outcome, Trace& trace) {
  StepWriter s{trace, "benchmark"};
  const PerCapitaContext c{terms, facts, outcome, s, last_base_year(terms)};
  trace_parts(c);
  for (std::size_t i = 0; i < c.count(); ++i) trace_historical(c, i);
  trace_proportions(c);
  trace_adjustments(c);
  const bool by_risk = trace_risk_ratios(c);
  Ids totals;
  for (std::size_t i = 0; i < c.count(); ++i) totals.push_back(trace_update(c, i, by_risk));
  s.amount({"total", "Benchmark before rounding"}, Op::Add, totals, outcome.total);
  c.cite(Rule::Rounding);
  s.amount({"benchmark", "Benchmark by type of enrolment"}, Op::Round, {"total"},
           Amount{outcome.benchmark})
      .rounding = Rounding{};
}

}  // namespace gainshare
