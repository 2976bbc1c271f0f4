// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "population/intake/intake.h"
#include "population/period_outcome.h"
#include "population/year_risk.h"

namespace gainshare {

// One year with what terms make of it.
struct PeriodResult {
  PeriodTally tally;
  PeriodOutcome outcome;
  std::optional<YearRisk> risk = std::nullopt;  // where the terms have risk
  MemberDiagnoses diagnoses = {};               // that the scores are of
};

// Everything that a population of claims comes to; the performance year is the last of the years.
struct PopulationResult {
  const Intake& intake;
  const ClaimsPopulation& population;
  const PopulationTerms& terms;
  const std::vector<PeriodResult>& years;
  const RiskTables& risk_tables;  // of the terms' method, where it takes any
};

enum class PopulationTable : std::uint8_t {
  Candidates,   // candidate, members, member months, cost, PMPM; without an id: of nobody
  Members,      // those who count: months, cost, whom they belong to and by what, risk score
  Reconciled,   // who was assigned before the year: to whom, and whether it held to its end
  Assignments,  // each candidate of each member, with what it did
  Categories,   // the performance year's cost by category, before truncation
  Months,       // by year and enrolment type, of the contract's members
  Rejected,     // rows that were not kept, by file and reason, with the first places
};
inline constexpr std::array kPopulationTableNames{
    std::pair{PopulationTable::Candidates, std::string_view{"candidates"}},
    std::pair{PopulationTable::Members, std::string_view{"members"}},
    std::pair{PopulationTable::Reconciled, std::string_view{"reconciled"}},
    std::pair{PopulationTable::Assignments, std::string_view{"assignments"}},
    std::pair{PopulationTable::Categories, std::string_view{"categories"}},
    std::pair{PopulationTable::Months, std::string_view{"months"}},
    std::pair{PopulationTable::Rejected, std::string_view{"rejected"}},
};

// As CSV with a header, lines ending in a line feed. Rows stand in the order of their texts, so the
// same population has the same bytes. A text that a spreadsheet would take for a formula has an
// apostrophe before it.
std::string table_of(const PopulationResult& result, PopulationTable table);

// Cents per member per month, half a cent up and away from zero.
std::int64_t per_member_month(std::int64_t cents, std::int64_t months);

}  // namespace gainshare
