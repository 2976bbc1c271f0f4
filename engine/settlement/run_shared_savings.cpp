// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <utility>

#include "settlement/stream_run.h"

namespace gainshare {
namespace {

Issue issue(std::string path, IssueCode code, std::string message) {
  return {.path = std::move(path), .code = code, .message = std::move(message), .params = {}};
}

// Cents per member month times member months: exact, or an issue where it leaves 2^53 cents.
Money total_of(Money stated, std::int64_t member_months, const std::string& path, Issues& issues) {
  const auto total = round(Amount{stated} * Ratio::whole(member_months), Rounding{});
  if (!total) {
    issues.push_back(issue(path, IssueCode::ArithmeticOverflow,
                           "The amount per member month times the member months is beyond what "
                           "can be held exactly. Enter smaller figures."));
  }
  return total.value_or(Money{});
}

// The totals a shared savings stream settles on.
Result<SharedSavingsFacts> facts_of(const StreamContext& context) {
  const Experience& experience = context.experience;
  if (!experience.spending) {
    return issue("/spending", IssueCode::Missing,
                 "The contract shares savings, but the spending is not given. Enter the benchmark "
                 "and the expenditure.");
  }
  const Spending& spending = *experience.spending;
  SharedSavingsFacts facts{.benchmark = spending.benchmark,
                           .expenditure = spending.expenditure.value_or(Money{}),
                           .population = experience.population,
                           .participant_revenue = spending.participant_revenue,
                           .low_revenue = spending.low_revenue,
                           .guardrail = experience.guardrail,
                           .quality = experience.quality,
                           .disaster = experience.disaster,
                           .advance_payment_balance = experience.advance_payment_balance};
  Issues issues;
  if (spending.basis == SpendingBasis::PerMemberPerMonth) {
    const std::int64_t months = experience.population.member_months.value_or(0);
    facts.benchmark = total_of(spending.benchmark, months, "/spending/benchmark_cents", issues);
    facts.expenditure = total_of(facts.expenditure, months, "/spending/expenditure_cents", issues);
  }
  // A projection is a total already: it starts from what was paid.
  if (context.projection) facts.expenditure = context.projection->projected;
  if (!issues.empty()) return issues;
  return facts;
}

Flows flows_of(const std::string& stream, const SharedSavingsOutcome& out) {
  const std::string payer{kPayer};
  const std::string provider{kProvider};
  Flows flows;
  add_flow(flows, {payer, provider, "shared_savings", out.payment, stream + ".payment"});
  add_flow(flows, {provider, payer, "recoupment", out.recouped, stream + ".recouped"});
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
