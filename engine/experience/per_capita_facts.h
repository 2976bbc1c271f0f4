// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/money.h"
#include "core/rate.h"

namespace gainshare {

// One year of one type of enrolment. What a contract's terms do not ask for is absent.
struct PerCapitaYear {
  std::int32_t year = 0;             // 0: the performance year
  std::optional<Money> per_capita;   // the group's own spending per person-year; base years
  std::optional<Rate> risk_score;    // renormalised, > 0
  std::optional<Rate> person_years;  // >= 0
  // To the last base year; of the performance year, from there.
  std::optional<Rate> growth;
  std::optional<Money> national;  // per person-year, > 0; so are those below
  std::optional<Money> regional;
  std::optional<Money> control;
  std::optional<Rate> regional_risk_score;
  std::optional<Rate> control_risk_score;
  // Of the performance year alone.
  std::optional<Rate> risk_ratio;    // against the last base year, where the contract says so
  std::optional<Rate> fixed_growth;  // a growth fixed in advance: 1.045 is 4.5 %
  std::optional<Money> flat_amount;  // added to the benchmark; may be negative
};

// "esrd", "disabled", "aged_dual", "aged_non_dual", or one type for all.
struct PerCapitaType {
  std::string id;
  std::vector<PerCapitaYear> base_years;  // unique years
  PerCapitaYear performance_year;
  std::optional<Rate> national_weight;  // the group's share of its region's people
};

// What a benchmark by type of enrolment is made of.
struct PerCapitaFacts {
  std::vector<PerCapitaType> types;  // unique ids, at least one
  // Savings per capita of the years before the agreement, losses negative; 0 for a year that
  // was not reconciled.
  std::vector<Money> prior_savings;
  std::optional<Rate> prior_savings_proration;  // for growth of the population; 1 without
  std::optional<Rate> low_income_share;         // of members, in the performance year
  std::optional<Rate> dual_share;               // of person-years, in the last base year
  std::optional<Rate> demographic_growth;       // over all types: 0.01 is 1 %
};

}  // namespace gainshare
