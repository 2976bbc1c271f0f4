// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/result.h"
#include "population/attribution.h"
#include "population/period_tally.h"
#include "population/population_terms.h"
#include "population/reconciliation.h"

namespace gainshare {

// Members, months and cost of a group of members in one year.
struct GroupTotals {
  std::int64_t members = 0;
  std::int64_t member_months = 0;
  std::int64_t cost_cents = 0;       // truncated, not completed
  std::int64_t truncated_cents = 0;  // what truncation took off
};

struct TypeTotals {
  std::int64_t member_months = 0;
  std::int64_t cost_cents = 0;
};
using TotalsByType = std::array<TypeTotals, kEnrollmentTypeCount>;

// The annual amount above which cost does not count, as a fraction of cents.
struct AnnualCap {
  std::int64_t numerator = 0;
  std::int64_t denominator = 1;
};

// Who was assigned before the year, to whom, and what became of it by its end.
struct ReconciledMember {
  MemberIndex member = 0;
  Assignment assignment;
  Reconciled reconciled = Reconciled::Kept;
};

// What terms make of one year's tally.
struct PeriodOutcome {
  AttributionPlan plan;
  // By MemberIndex; nobody's where not counted, or where reconciliation took the member away.
  std::vector<Assignment> assignments;
  // Where the terms reconcile: all who were assigned, ascending by member.
  std::vector<ReconciledMember> reconciled;
  std::vector<std::uint8_t> months;      // by MemberIndex; 0: not counted
  std::vector<std::int64_t> cost_cents;  // by MemberIndex, truncated
  std::array<std::optional<AnnualCap>, kEnrollmentTypeCount> caps;
  // Whether a candidate's members count for the contract, by CandidateIndex: those of the
  // participants, or, where nobody is one, of everybody.
  std::vector<std::uint8_t> in_contract;
  std::vector<GroupTotals> by_candidate;  // by CandidateIndex
  GroupTotals unassigned;
  GroupTotals all;
  GroupTotals contract;
  TotalsByType contract_by_type;
};

// Issues have paths below /attribution.
Result<PeriodOutcome> settle_period(const ClaimsPopulation& population, const PeriodTally& tally,
                                    const PopulationTerms& terms);

// Null where the member was not assigned, or where nothing is reconciled.
const ReconciledMember* reconciled_member(const PeriodOutcome& outcome, MemberIndex member);
std::int64_t count_of(const PeriodOutcome& outcome, Reconciled reconciled);

// Whether the member counts and is of the contract's.
bool is_of_contract(const PeriodOutcome& outcome, MemberIndex member);

// The cost of a category before truncation, of the contract's members and of all who count.
struct CategoryTotals {
  std::int64_t contract_cents = 0;
  std::int64_t all_cents = 0;
};
CategoryTotals category_totals(const PeriodTally& tally, const PeriodOutcome& outcome,
                               CostCategory category);

}  // namespace gainshare
