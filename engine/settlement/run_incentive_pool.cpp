// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "settlement/spending_totals.h"
#include "settlement/stream_run.h"

namespace gainshare {
namespace {

using Pools = std::vector<IncentivePoolFacts>;

struct PoolSavings {
  Money savings;
  std::optional<SavingsToDate> to_date;
};

// The network's savings: as stated, or benchmark less (projected) spending.
Result<PoolSavings> savings_of(const IncentivePoolFacts& facts, const StreamContext& context) {
  if (facts.program_savings) return PoolSavings{.savings = *facts.program_savings, .to_date = {}};
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
  const Money benchmark = totals.value().benchmark;
  PoolSavings out{.savings = benchmark - totals.value().expenditure, .to_date = {}};
  if (context.projection) out.to_date = savings_to_date(benchmark, *context.projection);
  return out;
}

bool is_pool(const Stream& stream) {
  return std::holds_alternative<IncentivePoolTerms>(stream.terms);
}

// Every program's pool is made of its own savings: facts that name no stream are those of one.
Issues check_programs(const StreamContext& context) {
  Issues issues;
  const Pools& pools = context.experience.incentive_pools;
  const std::vector<Stream>& streams = context.contract.streams;
  for (std::size_t i = 0; i < pools.size(); ++i) {
    const bool known = pools[i].stream.empty() ||
                       std::any_of(streams.begin(), streams.end(), [&](const Stream& stream) {
                         return is_pool(stream) && stream.id == pools[i].stream;
                       });
    if (known) continue;
    issues.push_back({.path = "/incentive_pools/" + std::to_string(i) + "/stream",
                      .code = IssueCode::Conflict,
                      .message = "The contract has no incentive pool of that id. Write the id of "
                                 "one of its streams of the kind incentive_pool.",
                      .params = {}});
  }
  for (const Stream& other : streams) {
    if (&other == &context.stream) break;
    const IncentivePoolFacts* const facts = pool_facts_of(pools, other.id);
    const bool same =
        is_pool(other) && facts != nullptr && facts == pool_facts_of(pools, context.stream.id);
    if (!same) continue;
    issues.push_back({.path = "/incentive_pools",
                      .code = IssueCode::Conflict,
                      .message = "The pools \"" + other.id + "\" and \"" + context.stream.id +
                                 "\" would divide the same savings. Give each program's savings "
                                 "and areas under incentive_pools, with the id of its stream.",
                      .params = {{"first", other.id}, {"second", context.stream.id}}});
    break;
  }
  return issues;
}

// Where the facts of a stream stand in the experience.
std::string path_of(const Pools& pools, const IncentivePoolFacts* facts) {
  if (facts == nullptr || facts->stream.empty()) return "";
  return "/incentive_pools/" + std::to_string(facts - pools.data());
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
  const Pools& pools = context.experience.incentive_pools;
  const IncentivePoolFacts* const own = pool_facts_of(pools, context.stream.id);
  const IncentivePoolFacts facts = own == nullptr ? IncentivePoolFacts{} : *own;
  Issues lacking = check_incentive_pool_facts(terms, facts);
  for (Issue& issue : lacking) issue.path = path_of(pools, own) + issue.path;
  for (Issue& issue : check_programs(context)) lacking.push_back(std::move(issue));
  const Result<PoolSavings> savings = savings_of(facts, context);
  if (!savings) lacking.insert(lacking.end(), savings.issues().begin(), savings.issues().end());
  if (!lacking.empty()) return lacking;
  Result<IncentivePoolOutcome> settled =
      settle_incentive_pool(terms, facts, savings.value().savings, context.contract.rounding.value);
  if (!settled) return settled.issues();
  StreamOutcome out{.stream_id = context.stream.id};
  out.flows = flows_of(out.stream_id, settled.value());
  IncentivePoolOutcome outcome = std::move(settled).value();
  outcome.to_date = savings.value().to_date;
  out.outcome = std::move(outcome);
  return out;
}

}  // namespace gainshare
