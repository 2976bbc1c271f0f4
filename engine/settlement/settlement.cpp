// SPDX-License-Identifier: Apache-2.0
#include "settlement/settlement.h"

#include <algorithm>
#include <utility>

namespace gainshare {
namespace {

// Two streams may lack the same fact; it is asked for once.
void append(Issues& issues, const Issues& more) {
  for (const Issue& issue : more) {
    const bool known = std::any_of(issues.begin(), issues.end(), [&issue](const Issue& other) {
      return other.path == issue.path && other.message == issue.message;
    });
    if (!known) issues.push_back(issue);
  }
}

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
Result<SharedSavingsFacts> shared_savings_facts(
    const Experience& experience, const std::optional<ProjectionOutcome>& projection) {
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
  if (projection) facts.expenditure = projection->projected;
  if (!issues.empty()) return issues;
  return facts;
}

struct StreamRunner {
  const Contract& contract;
  const Experience& experience;
  const std::optional<ProjectionOutcome>& projection;
  StreamOutcome& out;

  Issues operator()(const SharedSavingsTerms& terms) const {
    Result<SharedSavingsFacts> facts = shared_savings_facts(experience, projection);
    if (!facts) return facts.issues();
    Issues lacking = check_shared_savings_facts(terms, facts.value());
    if (!lacking.empty()) return lacking;
    Result<SharedSavingsOutcome> settled =
        settle_shared_savings(terms, facts.value(), contract.rounding.value);
    if (!settled) return settled.issues();
    out.facts = std::move(facts).value();
    out.outcome = std::move(settled).value();
    return {};
  }

  Issues operator()(const QualityScorecardTerms& terms) const {
    Result<QualityScorecardOutcome> scored = score_measures(terms, experience.quality.measures);
    if (!scored) return scored.issues();
    out.outcome = std::move(scored).value();
    return {};
  }
};

void add_to_totals(const StreamOutcome& stream, Settlement& settlement) {
  const auto* savings = std::get_if<SharedSavingsOutcome>(&stream.outcome);
  if (savings == nullptr) return;
  settlement.payment = settlement.payment + savings->payment;
  settlement.loss_owed = settlement.loss_owed + savings->loss_owed;
  settlement.net_payment = settlement.net_payment + savings->net_payment - savings->loss_owed;
}

}  // namespace

Result<Settlement> settle(const Contract& contract, const Experience& experience) {
  Settlement settlement;
  Issues issues;
  if (experience.year_to_date) {
    Result<ProjectionOutcome> projected = project_year_end(*experience.year_to_date);
    if (!projected) return std::move(projected).issues();
    settlement.projection = std::move(projected).value();
  }
  for (const Stream& stream : contract.streams) {
    StreamOutcome& out = settlement.streams.emplace_back();
    out.stream_id = stream.id;
    const Issues found =
        std::visit(StreamRunner{contract, experience, settlement.projection, out}, stream.terms);
    append(issues, found);
    if (found.empty()) add_to_totals(out, settlement);
  }
  if (!issues.empty()) return issues;
  return settlement;
}

}  // namespace gainshare
