// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <utility>

#include "settlement/spending_totals.h"
#include "settlement/stream_run.h"

namespace gainshare {
namespace {

Flows flows_of(const std::string& stream, const RiskCorridorOutcome& out) {
  const std::string payer{kPayer};
  const std::string provider{kProvider};
  Flows flows;
  add_flow(flows, {payer, provider, "shared_savings", out.payment, stream + ".payment"});
  add_flow(flows, {provider, payer, "shared_loss", out.loss_owed, stream + ".loss_owed"});
  return flows;
}

}  // namespace

Result<StreamOutcome> run(const RiskCorridorTerms& terms, const StreamContext& context) {
  const Result<SpendingTotals> totals = spending_totals(context);
  RiskCorridorInput input{.score = counted_score(context).score};
  if (context.experience.risk_corridor) {
    input.retention_met = context.experience.risk_corridor->retention_met;
  }
  Issues lacking;
  if (!totals) lacking = totals.issues();
  for (Issue& issue : check_risk_corridor_input(terms, input)) {
    lacking.push_back(std::move(issue));
  }
  if (!lacking.empty()) return lacking;
  input.benchmark = totals.value().benchmark;
  input.expenditure = totals.value().expenditure;
  Result<RiskCorridorOutcome> settled =
      settle_risk_corridor(terms, input, context.contract.rounding.value);
  if (!settled) return settled.issues();
  StreamOutcome out{.stream_id = context.stream.id};
  out.flows = flows_of(out.stream_id, settled.value());
  out.outcome = std::move(settled).value();
  return out;
}

}  // namespace gainshare
