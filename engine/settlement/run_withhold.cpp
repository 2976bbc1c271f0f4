// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <variant>

#include "settlement/stream_run.h"

namespace gainshare {
namespace {

// Payments to a type that no withhold of the contract names would be left out without a word.
Issues check_types_are_known(const Contract& contract, const WithholdFacts& facts) {
  std::set<std::string> known;
  for (const Stream& stream : contract.streams) {
    const auto* const terms = std::get_if<WithholdTerms>(&stream.terms);
    if (terms == nullptr) continue;
    for (const WithholdProviderType& type : terms->provider_types.value) known.insert(type.id);
  }
  std::set<std::string> unknown;
  for (const MonthPayments& month : facts.months) {
    for (const ProviderPayment& payment : month) {
      if (known.count(payment.provider_type) == 0) unknown.insert(payment.provider_type);
    }
  }
  Issues issues;
  for (const std::string& type : unknown) {
    issues.push_back({.path = "/withhold",
                      .code = IssueCode::Conflict,
                      .message = "There are payments to \"" + type +
                                 "\", but no withhold of the contract names that provider type. "
                                 "Add it to the contract, or leave its payments out.",
                      .params = {{"provider_type", type}}});
  }
  return issues;
}

// A goal that no withhold of the contract has was met or missed without a word.
Issues check_goals_are_known(const Contract& contract, const std::vector<GoalResult>& goals) {
  Issues issues;
  for (std::size_t i = 0; i < goals.size(); ++i) {
    const auto names_it = [&](const Stream& stream) {
      const auto* const terms = std::get_if<WithholdTerms>(&stream.terms);
      return terms != nullptr &&
             std::any_of(terms->goals.begin(), terms->goals.end(),
                         [&](const WithholdGoal& goal) { return goal.id == goals[i].id; });
    };
    if (std::any_of(contract.streams.begin(), contract.streams.end(), names_it)) continue;
    issues.push_back({.path = "/goals/" + std::to_string(i) + "/id",
                      .code = IssueCode::Conflict,
                      .message = "No withhold of the contract has a goal \"" + goals[i].id +
                                 "\". Write the id of one of its goals, or leave this one out.",
                      .params = {{"goal", goals[i].id}}});
  }
  return issues;
}

Flows flows_of(const std::string& stream, const WithholdOutcome& out) {
  const std::string payer{kPayer};
  const std::string account{kWithholdAccount};
  Flows flows;
  add_flow(flows, {payer, account, "withheld", out.deposits, stream + ".deposits"});
  add_flow(flows, {std::string{kInterest}, account, "interest", out.interest,
                   stream + ".account_interest"});
  add_flow(flows, {account, std::string{kProvider}, "earned_back", out.earned, stream + ".earned"});
  add_flow(flows, {account, payer, "not_earned_back", out.returned, stream + ".returned"});
  return flows;
}

}  // namespace

Result<StreamOutcome> run(const WithholdTerms& terms, const StreamContext& context) {
  if (!context.experience.withhold) {
    return Issue{.path = "/withhold",
                 .code = IssueCode::Missing,
                 .message =
                     "The contract withholds part of the payments, but they are not given. "
                     "Enter the payments of each month.",
                 .params = {{"key", "withhold"}}};
  }
  const WithholdFacts& facts = *context.experience.withhold;
  Issues lacking = check_withhold_facts(terms, facts, context.experience.goals);
  for (Issue& issue : check_types_are_known(context.contract, facts)) {
    lacking.push_back(std::move(issue));
  }
  for (Issue& issue : check_goals_are_known(context.contract, context.experience.goals)) {
    lacking.push_back(std::move(issue));
  }
  if (!lacking.empty()) return lacking;
  Result<WithholdOutcome> settled =
      settle_withhold(terms, facts, context.experience.goals, context.contract.rounding.value);
  if (!settled) return settled.issues();
  StreamOutcome out{.stream_id = context.stream.id};
  out.flows = flows_of(out.stream_id, settled.value());
  out.outcome = std::move(settled).value();
  return out;
}

}  // namespace gainshare
