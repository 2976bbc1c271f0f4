// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <utility>

#include "settlement/spending_totals.h"
#include "settlement/stream_run.h"

namespace gainshare {
namespace {

Flows flows_of(const std::string& stream, const PrefundedBonusOutcome& out) {
  const std::string payer{kPayer};
  const std::string provider{kProvider};
  const std::string account{kPrefundAccount};
  Flows flows;
  add_flow(flows, {payer, account, "prefund", out.prefund, stream + ".prefund"});
  add_flow(flows, {account, provider, "earned_bonus", out.paid_from_prefund,
                   stream + ".paid_from_prefund"});
  add_flow(flows,
           {payer, provider, "bonus_beyond_prefund", out.paid_on_top, stream + ".paid_on_top"});
  add_flow(flows, {account, payer, "unearned_prefund", out.unearned, stream + ".unearned"});
  add_flow(flows, {std::string{kInterest}, payer, "interest", out.interest, stream + ".interest"});
  return flows;
}

}  // namespace

Result<StreamOutcome> run(const PrefundedBonusTerms& terms, const StreamContext& context) {
  const Experience& experience = context.experience;
  Issues issues;
  const Result<SpendingTotals> totals = spending_totals(context);
  if (!totals) issues = totals.issues();
  PrefundedBonusInput input{.quality_met = experience.quality.met_standard,
                            .score = counted_score(context).score};
  for (Issue& issue : check_prefunded_bonus_input(terms, input)) {
    issues.push_back(std::move(issue));
  }
  if (!experience.prefunded_bonus) {
    issues.push_back({.path = "/claims_subject_cents",
                      .code = IssueCode::Missing,
                      .message =
                          "The bonus is prefunded in percent of the claims, but they are not "
                          "given. Enter the claims subject to the arrangement.",
                      .params = {{"key", "claims_subject_cents"}}});
  }
  if (!issues.empty()) return issues;
  input.claims_subject = experience.prefunded_bonus->claims_subject;
  input.benchmark = totals.value().benchmark;
  input.expenditure = totals.value().expenditure;
  Result<PrefundedBonusOutcome> settled =
      settle_prefunded_bonus(terms, input, context.contract.rounding.value);
  if (!settled) return settled.issues();
  StreamOutcome out{.stream_id = context.stream.id};
  out.flows = flows_of(out.stream_id, settled.value());
  out.outcome = std::move(settled).value();
  return out;
}

}  // namespace gainshare
