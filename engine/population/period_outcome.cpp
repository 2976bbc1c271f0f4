// SPDX-License-Identifier: Apache-2.0
#include "population/period_outcome.h"

#include <algorithm>

#include "population/member_cost.h"

namespace gainshare {
namespace {

void add(GroupTotals& totals, std::int32_t months, std::int64_t cost, std::int64_t truncated) {
  ++totals.members;
  totals.member_months += months;
  totals.cost_cents += cost;
  totals.truncated_cents += truncated;
}

// A member's cost after truncation, in place.
std::int64_t truncate(MemberYear& year, const PeriodOutcome& outcome) {
  std::int64_t taken_off = 0;
  for (std::size_t type = 0; type < kEnrollmentTypeCount; ++type) {
    if (!outcome.caps[type] || year.cost_cents[type] <= 0) continue;
    const std::int64_t cap = cap_of_months(*outcome.caps[type], year.months[type]);
    taken_off += std::max<std::int64_t>(year.cost_cents[type] - cap, 0);
    year.cost_cents[type] = std::min(year.cost_cents[type], cap);
  }
  return taken_off;
}

void add_member(MemberIndex member, MemberYear year, PeriodOutcome& outcome) {
  const std::int64_t truncated = truncate(year, outcome);
  std::int64_t cost = 0;
  for (const std::int64_t cents : year.cost_cents) cost += cents;
  outcome.months[member] = static_cast<std::uint8_t>(year.all_months);
  outcome.cost_cents[member] = cost;
  add(outcome.all, year.all_months, cost, truncated);
  const CandidateIndex candidate = outcome.assignments[member].candidate;
  if (candidate == kNoCandidate) {
    add(outcome.unassigned, year.all_months, cost, truncated);
    return;
  }
  add(outcome.by_candidate[candidate], year.all_months, cost, truncated);
  if (outcome.in_contract[candidate] == 0) return;
  add(outcome.contract, year.all_months, cost, truncated);
  for (std::size_t type = 0; type < kEnrollmentTypeCount; ++type) {
    outcome.contract_by_type[type].member_months += year.months[type];
    outcome.contract_by_type[type].cost_cents += year.cost_cents[type];
  }
}

std::vector<std::uint8_t> contract_candidates(const Candidates& candidates) {
  const auto& participant = candidates.participant;
  const bool any = std::find(participant.begin(), participant.end(), 1) != participant.end();
  return any ? participant : std::vector<std::uint8_t>(participant.size(), 1);
}

// Takes away whom the year's end does not find as the terms ask.
void reconcile_all(const ClaimsPopulation& population, const ReconciliationTerms& terms,
                   DaySpan year, PeriodOutcome& outcome) {
  for (MemberIndex i = 0; i < outcome.assignments.size(); ++i) {
    Assignment& assignment = outcome.assignments[i];
    if (assignment.candidate == kNoCandidate) continue;
    const Reconciled reconciled =
        reconcile(terms, population.members[i], population.coverage_of_member(i), year);
    outcome.reconciled.push_back({.member = i, .assignment = assignment, .reconciled = reconciled});
    if (reconciled != Reconciled::Kept) assignment = {};
  }
}

}  // namespace

Result<PeriodOutcome> settle_period(const ClaimsPopulation& population, const PeriodTally& tally,
                                    const PopulationTerms& terms) {
  Result<AttributionPlan> plan = prepare_attribution(terms.attribution, tally.candidates);
  if (!plan) {
    Issues issues = std::move(plan).issues();
    for (Issue& issue : issues) issue.path.insert(0, "/attribution");
    return issues;
  }
  const std::size_t members = population.members.size();
  PeriodOutcome outcome{.plan = std::move(plan).value(),
                        .months = std::vector<std::uint8_t>(members, 0),
                        .cost_cents = std::vector<std::int64_t>(members, 0)};
  outcome.assignments = assign_all(outcome.plan, population.members, tally.services);
  if (terms.attribution.reconciliation) {
    reconcile_all(population, *terms.attribution.reconciliation, tally.period, outcome);
  }
  outcome.caps = annual_caps(population, tally, terms.cost);
  outcome.in_contract = contract_candidates(tally.candidates);
  outcome.by_candidate.resize(tally.candidates.ids.size());
  const MemberYears years{tally};
  for (MemberIndex i = 0; i < members; ++i) {
    const MemberYear year = years(i);
    if (is_counted(terms.cost.members, population.members[i], year.all_months, tally.period)) {
      add_member(i, year, outcome);
    } else {
      outcome.assignments[i] = {};
    }
  }
  return outcome;
}

const ReconciledMember* reconciled_member(const PeriodOutcome& outcome, MemberIndex member) {
  const auto& all = outcome.reconciled;
  const auto found = std::lower_bound(
      all.begin(), all.end(), member,
      [](const ReconciledMember& each, MemberIndex wanted) { return each.member < wanted; });
  return found != all.end() && found->member == member ? &*found : nullptr;
}

std::int64_t count_of(const PeriodOutcome& outcome, Reconciled reconciled) {
  return std::count_if(
      outcome.reconciled.begin(), outcome.reconciled.end(),
      [reconciled](const ReconciledMember& each) { return each.reconciled == reconciled; });
}

bool is_of_contract(const PeriodOutcome& outcome, MemberIndex member) {
  const CandidateIndex candidate = outcome.assignments[member].candidate;
  return outcome.months[member] != 0 && candidate != kNoCandidate &&
         outcome.in_contract[candidate] != 0;
}

CategoryTotals category_totals(const PeriodTally& tally, const PeriodOutcome& outcome,
                               CostCategory category) {
  const auto& cost = tally.cost_by_category[static_cast<std::size_t>(category)];
  CategoryTotals totals;
  for (MemberIndex i = 0; i < cost.size(); ++i) {
    if (outcome.months[i] == 0) continue;
    totals.all_cents += cost[i];
    if (is_of_contract(outcome, i)) totals.contract_cents += cost[i];
  }
  return totals;
}

}  // namespace gainshare
