// SPDX-License-Identifier: Apache-2.0
#include "rules/withhold.h"

#include <algorithm>
#include <utility>

namespace gainshare {
namespace {

const ProviderPayment* find_payment(const MonthPayments& month, const std::string& type) {
  const auto found = std::find_if(
      month.begin(), month.end(),
      [&type](const ProviderPayment& payment) { return payment.provider_type == type; });
  return found == month.end() ? nullptr : &*found;
}

const GoalResult* find_goal(const std::vector<GoalResult>& goals, const std::string& id) {
  const auto found = std::find_if(goals.begin(), goals.end(),
                                  [&id](const GoalResult& goal) { return goal.id == id; });
  return found == goals.end() ? nullptr : &*found;
}

WithholdMonth run_month(const WithholdTerms& terms, const WithholdFacts& facts,
                        const WithholdOutcome& so_far) {
  WithholdMonth month;
  for (const WithholdProviderType& type : terms.provider_types.value) {
    const Money paid = payment_to(facts, so_far.months.size(), type.id);
    month.withheld.push_back(Amount{paid} * Ratio{type.withhold_rate});
    month.deposit = month.deposit + month.withheld.back();
  }
  const bool compounds = terms.compounding.value == Compounding::Monthly;
  const Amount before = so_far.months.empty() ? Amount{} : so_far.months.back().balance;
  month.bearing = (compounds ? before : so_far.deposits_exact) + month.deposit;
  month.interest = month.bearing * so_far.monthly_rate;
  month.balance = before + month.deposit + month.interest;
  return month;
}

void weigh_goals(const WithholdTerms& terms, const std::vector<GoalResult>& goals,
                 WithholdOutcome& out) {
  for (const WithholdGoal& goal : terms.goals) {
    const GoalResult* const result = find_goal(goals, goal.id);
    const bool met = result != nullptr && result->met;
    out.goals_met.push_back(met);
    out.total_weight = out.total_weight + Ratio{goal.weight};
    if (met) out.met_weight = out.met_weight + Ratio{goal.weight};
  }
  out.earned_share = out.met_weight / out.total_weight;
  if (terms.earning.value == WithholdEarning::AllOrNothing) {
    out.earned_share = Ratio::whole(out.met_weight == out.total_weight ? 1 : 0);
  }
}

Issue overflow() {
  return {.path = "/withhold",
          .code = IssueCode::ArithmeticOverflow,
          .message =
              "The balance of the account is beyond exact arithmetic. Enter fewer months, smaller "
              "payments, or rates with fewer digits.",
          .params = {}};
}

}  // namespace

Money payment_to(const WithholdFacts& facts, std::size_t month, const std::string& provider_type) {
  const MonthPayments& payments = facts.months[facts.all_months_alike() ? 0 : month];
  const ProviderPayment* const payment = find_payment(payments, provider_type);
  return payment == nullptr ? Money{} : payment->amount;
}

Issues check_withhold_facts(const WithholdTerms& terms, const WithholdFacts& facts,
                            const std::vector<GoalResult>& goals) {
  Issues issues;
  for (const WithholdProviderType& type : terms.provider_types.value) {
    const bool paid = std::any_of(
        facts.months.begin(), facts.months.end(),
        [&type](const MonthPayments& month) { return find_payment(month, type.id) != nullptr; });
    if (paid) continue;
    issues.push_back({.path = "/withhold",
                      .code = IssueCode::Missing,
                      .message = "The payments to provider type \"" + type.id +
                                 "\" are not given in any month. Add them, 0 when there were none.",
                      .params = {{"provider_type", type.id}}});
  }
  for (const WithholdGoal& goal : terms.goals) {
    if (find_goal(goals, goal.id) != nullptr) continue;
    issues.push_back({.path = "/goals",
                      .code = IssueCode::Missing,
                      .message = "It is not said whether goal \"" + goal.id +
                                 "\" was met. Add it to the goals with true or false.",
                      .params = {{"goal", goal.id}}});
  }
  return issues;
}

Result<WithholdOutcome> settle_withhold(const WithholdTerms& terms, const WithholdFacts& facts,
                                        const std::vector<GoalResult>& goals, Rounding rounding) {
  WithholdOutcome out;
  out.monthly_rate = Ratio{terms.annual_interest_rate.value} / Ratio::whole(12);
  for (std::int64_t i = 0; i < facts.month_count; ++i) {
    out.months.push_back(run_month(terms, facts, out));
    out.deposits_exact = out.deposits_exact + out.months.back().deposit;
    out.balance_exact = out.months.back().balance;
  }
  weigh_goals(terms, goals, out);
  out.earned_exact = out.balance_exact * out.earned_share;
  const auto deposits = round(out.deposits_exact, rounding);
  const auto balance = round(out.balance_exact, rounding);
  const auto earned = round(out.earned_exact, rounding);
  if (!deposits || !balance || !earned) return overflow();
  out.deposits = *deposits;
  out.balance = *balance;
  out.interest = *balance - *deposits;
  out.earned = *earned;
  out.returned = *balance - *earned;
  return out;
}

}  // namespace gainshare
