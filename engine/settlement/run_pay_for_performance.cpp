// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <utility>

#include "settlement/stream_run.h"

namespace gainshare {
namespace {

Flows flows_of(const std::string& stream, const PayForPerformanceOutcome& out) {
  const std::string payer{kPayer};
  const std::string provider{kProvider};
  const std::string account{kWithholdAccount};
  Flows flows;
  switch (out.form) {
    case PerformanceForm::Bonus:
      add_flow(flows, {payer, provider, "quality_bonus", out.payment, stream + ".payment"});
      break;
    case PerformanceForm::Withhold:
      add_flow(flows, {payer, account, "withheld", out.at_stake, stream + ".withheld"});
      add_flow(flows, {account, provider, "earned_back", out.payment, stream + ".payment"});
      add_flow(flows,
               {account, payer, "not_earned_back", out.not_earned, stream + ".withhold_forfeited"});
      break;
    case PerformanceForm::Penalty:
      add_flow(flows, {provider, payer, "penalty", out.penalty, stream + ".penalty"});
      break;
  }
  return flows;
}

}  // namespace

Result<StreamOutcome> run(const PayForPerformanceTerms& terms, const StreamContext& context) {
  const PayForPerformanceInput input{.facts = context.experience.pay_for_performance,
                                     .member_months = context.experience.population.member_months,
                                     .score = counted_score(context).score};
  Result<PayForPerformanceOutcome> settled =
      settle_pay_for_performance(terms, input, context.contract.rounding.value);
  if (!settled) return settled.issues();
  StreamOutcome out{.stream_id = context.stream.id};
  out.flows = flows_of(out.stream_id, settled.value());
  out.outcome = std::move(settled).value();
  return out;
}

}  // namespace gainshare
