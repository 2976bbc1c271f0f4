// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include "trace/stream_trace.h"

namespace gainshare {
namespace {

const BaseYear& year_of(const Spending& spending, std::int32_t year) {
  return *std::find_if(spending.base_years.begin(), spending.base_years.end(),
                       [year](const BaseYear& each) { return each.year == year; });
}

}  // namespace

void trace_benchmark(const BenchmarkTerms& terms, const Experience& experience,
                     const BenchmarkOutcome& outcome, Trace& trace) {
  StepWriter s{trace, "benchmark"};
  const std::vector<BaseYearWeight>& weights = terms.base_years.value;
  std::vector<std::string> names;
  std::vector<std::string> weighted;
  for (const BaseYearWeight& weight : weights) {
    names.push_back("weight_" + std::to_string(weight.year));
    weighted.push_back("weighted_" + std::to_string(weight.year));
    const std::string label = "Weight of " + std::to_string(weight.year);
    s.given({names.back(), label}, Ratio{weight.weight}, Unit::Count, terms.base_years.source);
  }
  s.cite(Rule::Benchmark);
  s.fraction({"total_weight", "Weights together"}, Op::Add, names, outcome.total_weight).unit =
      Unit::Count;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const std::string year = std::to_string(weights[i].year);
    const BaseYear& base = year_of(*experience.spending, weights[i].year);
    const BaseYearOutcome& each = outcome.base_years[i];
    const std::string spent = "spending_" + year;
    const std::string factor = "update_factor_" + year;
    const std::string updated = "updated_" + year;
    const std::string part = "part_" + year;
    s.given({spent, "Spending of " + year}, base.expenditure);
    s.given({factor, "Update of " + year + " to the performance year"}, Ratio{base.update_factor},
            Unit::Fraction);
    s.amount({updated, "Spending of " + year + ", updated"}, Op::Multiply, {spent, factor},
             each.updated);
    s.fraction({part, "Part of " + year}, Op::Divide, {names[i], "total_weight"}, each.weight);
    s.amount({weighted[i], "What " + year + " adds to the benchmark"}, Op::Multiply,
             {updated, part}, each.weighted);
  }
  const bool by_member = experience.spending->basis == SpendingBasis::PerMemberPerMonth;
  s.amount({"exact", by_member ? "Benchmark per member month" : "Benchmark before rounding"},
           Op::Add, weighted, outcome.exact);
  if (by_member) {
    s.given({"member_months", "Member months"}, Ratio::whole(*experience.population.member_months),
            Unit::Count);
    s.amount({"total", "Benchmark before rounding"}, Op::Multiply, {"exact", "member_months"},
             outcome.total);
  }
  s.cite(Rule::Rounding);
  s.amount({"benchmark", "Benchmark of the base years"}, Op::Round, {by_member ? "total" : "exact"},
           Amount{outcome.benchmark})
      .rounding = Rounding{};
}

}  // namespace gainshare
