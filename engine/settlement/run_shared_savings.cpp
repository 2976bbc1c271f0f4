// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <utility>

#include "settlement/spending_totals.h"
#include "settlement/stream_run.h"

namespace gainshare {
namespace {

// The facts a shared savings stream settles on.
Result<SharedSavingsFacts> facts_of(const StreamContext& context) {
  const Result<SpendingTotals> totals = spending_totals(context);
  if (!totals) return totals.issues();
  const Experience& experience = context.experience;
  const Spending& spending = *experience.spending;
  const CountedScore counted = counted_score(context);
  const bool named = !context.stream.score_from.empty();
  return SharedSavingsFacts{.benchmark = totals.value().benchmark,
                            .expenditure = totals.value().expenditure,
                            .population = experience.population,
                            .participant_revenue = spending.participant_revenue,
                            .low_revenue = spending.low_revenue,
                            .guardrail = experience.guardrail,
                            .quality = experience.quality,
                            .disaster = experience.disaster,
                            .scorecard_score = named ? counted.score : std::nullopt,
                            .scorecard_standard = counted.meets_attainment};
}

Flows flows_of(const std::string& stream, const SharedSavingsOutcome& out) {
  const std::string payer{kPayer};
  const std::string provider{kProvider};
  Flows flows;
  add_flow(flows, {payer, provider, "shared_savings", out.payment, stream + ".payment"});
  add_flow(flows, {provider, payer, "shared_loss", out.loss_owed, stream + ".loss_owed"});
  return flows;
}

}  // namespace

Result<StreamOutcome> run(const SharedSavingsTerms& terms, const StreamContext& context) {
  Result<SharedSavingsFacts> facts = facts_of(context);
  if (!facts) return facts.issues();
  Issues lacking = check_shared_savings_facts(terms, facts.value());
  if (!lacking.empty()) return lacking;
  Result<SharedSavingsOutcome> settled =
      settle_shared_savings(terms, facts.value(), context.contract.rounding.value);
  if (!settled) return settled.issues();
  StreamOutcome out{.stream_id = context.stream.id, .facts = std::move(facts).value()};
  out.flows = flows_of(out.stream_id, settled.value());
  out.outcome = std::move(settled).value();
  return out;
}

}  // namespace gainshare
