// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/result.h"
#include "population/assignment_windows.h"
#include "population/resolve.h"
#include "population/risk_tables.h"
#include "population/risk_terms.h"

namespace gainshare {

// The user's tables as the terms ask for them: nothing in either where the method is not hcc.
struct RiskTables {
  std::vector<RiskModel> models;            // of the terms' models, in their order
  std::vector<std::string> eligible_codes;  // ascending; empty: every code
};
Result<RiskTables> read_risk_tables(const RiskTerms& terms, std::span<const RiskFile> files);

// Whether two terms ask for the same diagnoses of the same tables.
bool diagnoses_alike(const std::optional<RiskTerms>& a, const std::optional<RiskTerms>& b);

// The members' diagnoses of one year, each once: those of member m stand from first[m] to
// first[m + 1] in `diagnoses`, as numbers of Intake::diagnoses, ascending.
struct MemberDiagnoses {
  std::vector<std::uint32_t> first;
  std::vector<std::uint32_t> diagnoses;
};

// A diagnosis counts where more lines state it than take it back, of lines that count for risk
// (risk_tables.h), whenever they were paid. Those of no model's categories are left out: most are.
MemberDiagnoses diagnoses_of_year(const Intake& intake, const ClaimsPopulation& population,
                                  const RiskTables& tables, DaySpan year);

// Of which days the diagnoses of a year's scores are.
DaySpan diagnosis_year(const RiskTerms& terms, DaySpan year);

}  // namespace gainshare
