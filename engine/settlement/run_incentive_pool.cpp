// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <utility>

#include "settlement/spending_totals.h"
#include "settlement/stream_run.h"

namespace gainshare {
namespace {

// The network's savings: as stated, or benchmark less (projected) spending.
Result<Money> savings_of(const StreamContext& context) {
  const auto& facts = context.experience.incentive_pool;
  if (facts && facts->program_savings) return *facts->program_savings;
  if (!context.experience.spending) {
    return Issue{.path = "/program_savings_cents",
                 .code = IssueCode::Missing,
                 .message =
                     "The pool is a part of the program's savings, but they are not given. "
                     "Enter the program's savings, or the benchmark and the spending.",
                 .params = {{"key", "program_savings_cents"}}};
  }
  const Result<SpendingTotals> totals = spending_totals(context);
  if (!totals) return totals.issues();
  return totals.value().benchmark - totals.value().expenditure;
}

// The network receives the savings and passes on the areas' shares of them.
Flows flows_of(const std::string& stream, const IncentivePoolOutcome& out) {
  const std::string payer{kPayer};
  const std::string provider{kProvider};
  Flows flows;
  add_flow(flows, {payer, provider, "savings_settlement", out.settlement, stream + ".settlement"});
  add_flow(flows, {payer, provider, "incentive_pool", out.awarded, stream + ".awarded"});
  add_flow(flows, {payer, provider, "incentive_pool_held", out.held, stream + ".held"});
  for (std::size_t a = 0; a < out.areas.size(); ++a) {
    const AreaOutcome& area = out.areas[a];
    const std::string participant = std::string{kParticipantPrefix} + area.area_id;
    const std::string step = stream + ".area_" + std::to_string(a + 1);
    add_flow(flows, {provider, participant, "incentive_pool_share", area.pool_share,
                     step + "_pool_share"});
    add_flow(flows, {provider, participant, "settlement_share", area.settlement_share,
                     step + "_settlement_share"});
  }
  return flows;
}

}  // namespace

Result<StreamOutcome> run(const IncentivePoolTerms& terms, const StreamContext& context) {
  const IncentivePoolFacts facts = context.experience.incentive_pool.value_or(IncentivePoolFacts{});
  Issues lacking = check_incentive_pool_facts(terms, facts);
  const Result<Money> savings = savings_of(context);
  if (!savings) lacking.insert(lacking.end(), savings.issues().begin(), savings.issues().end());
  if (!lacking.empty()) return lacking;
  Result<IncentivePoolOutcome> settled =
      settle_incentive_pool(terms, facts, savings.value(), context.contract.rounding.value);
  if (!settled) return settled.issues();
  StreamOutcome out{.stream_id = context.stream.id};
  out.flows = flows_of(out.stream_id, settled.value());
  out.outcome = std::move(settled).value();
  return out;
}

}  // namespace gainshare
