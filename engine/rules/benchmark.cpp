// SPDX-License-Identifier: Apache-2.0
#include "rules/benchmark.h"

#include <algorithm>
#include <string>
#include <utility>

namespace gainshare {
namespace {

const BaseYear* find_year(const std::vector<BaseYear>& years, std::int32_t year) {
  const auto found = std::find_if(years.begin(), years.end(),
                                  [year](const BaseYear& each) { return each.year == year; });
  return found == years.end() ? nullptr : &*found;
}

// Both sides name the same years.
Issues check_years(const std::vector<BaseYearWeight>& weights, const std::vector<BaseYear>& years) {
  Issues issues;
  for (const BaseYearWeight& weight : weights) {
    if (find_year(years, weight.year) != nullptr) continue;
    const std::string year = std::to_string(weight.year);
    issues.push_back({.path = "/spending/base_years",
                      .code = IssueCode::Missing,
                      .message = "The benchmark counts the base year " + year +
                                 ", but its spending is not given. Add the year " + year + ".",
                      .params = {{"value", year}}});
  }
  for (std::size_t i = 0; i < years.size(); ++i) {
    const bool counted =
        std::any_of(weights.begin(), weights.end(),
                    [&](const BaseYearWeight& weight) { return weight.year == years[i].year; });
    if (counted) continue;
    const std::string year = std::to_string(years[i].year);
    issues.push_back({.path = "/spending/base_years/" + std::to_string(i) + "/year",
                      .code = IssueCode::NotApplicable,
                      .message = "The contract gives the base year " + year +
                                 " no weight in the benchmark. Leave it out.",
                      .params = {{"value", year}}});
  }
  return issues;
}

Issue not_money() {
  return {.path = "/spending/base_years",
          .code = IssueCode::OutOfRange,
          .message =
              "The benchmark of these base years is not at least one cent, or beyond what "
              "can be held exactly. Check their spending and update factors.",
          .params = {}};
}

}  // namespace

Result<BenchmarkOutcome> benchmark_of_base_years(const BenchmarkTerms& terms,
                                                 const Experience& experience) {
  const Spending& spending = *experience.spending;
  const std::vector<BaseYearWeight>& weights = terms.base_years.value;
  if (spending.benchmark) {
    return Issue{.path = "/spending/benchmark_cents",
                 .code = IssueCode::Conflict,
                 .message =
                     "The contract makes the benchmark of base years, and a benchmark is "
                     "given too. Leave it out and give the base years.",
                 .params = {}};
  }
  Issues issues = check_years(weights, spending.base_years);
  if (!issues.empty()) return issues;
  BenchmarkOutcome out;
  for (const BaseYearWeight& weight : weights) {
    out.total_weight = out.total_weight + Ratio{weight.weight};
  }
  for (const BaseYearWeight& weight : weights) {
    const BaseYear& year = *find_year(spending.base_years, weight.year);
    BaseYearOutcome each;
    each.weight = Ratio{weight.weight} / out.total_weight;
    each.updated = Amount{year.expenditure} * Ratio{year.update_factor};
    each.weighted = each.updated * each.weight;
    out.exact = out.exact + each.weighted;
    out.base_years.push_back(std::move(each));
  }
  out.total = out.exact;
  if (spending.basis == SpendingBasis::PerMemberPerMonth) {
    out.total = out.exact * Ratio::whole(experience.population.member_months.value_or(0));
  }
  const auto rounded = round(out.total, Rounding{});
  if (!rounded || *rounded <= Money{}) return not_money();
  out.benchmark = *rounded;
  return out;
}

}  // namespace gainshare
