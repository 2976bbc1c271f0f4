// SPDX-License-Identifier: Apache-2.0
#include "settlement/spending_totals.h"

#include <string>
#include <utility>

namespace gainshare {
namespace {

// Cents per member month times member months: exact, or an issue where it leaves 2^53 cents.
Money total_of(Money stated, std::int64_t member_months, const std::string& path, Issues& issues) {
  const auto total = round(Amount{stated} * Ratio::whole(member_months), Rounding{});
  if (!total) {
    issues.push_back({.path = path,
                      .code = IssueCode::ArithmeticOverflow,
                      .message = "The amount per member month times the member months is beyond "
                                 "what can be held exactly. Enter smaller figures.",
                      .params = {}});
  }
  return total.value_or(Money{});
}

}  // namespace

Result<SpendingTotals> spending_totals(const StreamContext& context) {
  const Experience& experience = context.experience;
  if (!experience.spending) {
    return Issue{.path = "/spending",
                 .code = IssueCode::Missing,
                 .message =
                     "The contract shares savings, but the spending is not given. Enter the "
                     "benchmark and the expenditure.",
                 .params = {}};
  }
  const Spending& spending = *experience.spending;
  if (!spending.benchmark && !context.benchmark) {
    return Issue{
        .path = "/spending/benchmark_cents",
        .code = IssueCode::Missing,
        .message = "The contract shares savings, but the benchmark is not given. Enter it.",
        .params = {}};
  }
  SpendingTotals totals{.benchmark = spending.benchmark.value_or(Money{}),
                        .expenditure = spending.expenditure.value_or(Money{})};
  Issues issues;
  if (spending.basis == SpendingBasis::PerMemberPerMonth) {
    const std::int64_t months = experience.population.member_months.value_or(0);
    totals.benchmark = total_of(totals.benchmark, months, "/spending/benchmark_cents", issues);
    totals.expenditure =
        total_of(totals.expenditure, months, "/spending/expenditure_cents", issues);
  }
  // What was projected or made of base years is a total already.
  if (context.benchmark) totals.benchmark = context.benchmark->benchmark;
  if (context.projection) totals.expenditure = context.projection->projected;
  if (!issues.empty()) return issues;
  return totals;
}

}  // namespace gainshare
