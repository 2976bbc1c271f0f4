// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/money.h"
#include "core/rate.h"
#include "population/assignment_windows.h"
#include "population/attribution_terms.h"
#include "population/risk_terms.h"

namespace gainshare {

enum class CostAmount : std::uint8_t { Paid, Allowed };
inline constexpr std::array kCostAmountNames{
    std::pair{CostAmount::Paid, std::string_view{"paid"}},
    std::pair{CostAmount::Allowed, std::string_view{"allowed"}},
};

// Above what a member's cost of a year no longer counts: an amount for twelve months, or that
// below which the stated part of the members stays (the 99th percentile, say). A member with fewer
// months has its part of it.
struct Truncation {
  std::optional<Money> annual_amount;  // one of the two
  std::optional<Rate> percentile;      // of annualised cost within the enrolment type, 0 to 1
};

// Whose months and cost count at all.
struct MembersCounted {
  std::int32_t least_months = 1;
  std::optional<std::int32_t> from_age;  // completed on the last day of the year
  std::optional<std::int32_t> to_age;    // inclusive
};

struct CostTerms {
  CostAmount amount = CostAmount::Paid;
  // Lines paid later than so many months after the year are left out.
  std::optional<std::int32_t> run_out_months;
  // What the year's cost comes to once all of it is paid, by what is paid: 1.01, say.
  Rate completion_factor = Rate::whole(1);
  std::optional<Truncation> truncation;
  MembersCounted members;
};

// As what the experience gives the base years' spending: in all, brought to the performance year's
// member months; or per person-year by type of enrolment, as a contract's benchmark of the form
// "per_capita" takes it.
enum class BenchmarkFacts : std::uint8_t { Total, PerCapita };
inline constexpr std::array kBenchmarkFactsNames{
    std::pair{BenchmarkFacts::Total, std::string_view{"total"}},
    std::pair{BenchmarkFacts::PerCapita, std::string_view{"per_capita"}},
};

// What is made of files of claims: for which years, who is whose, and what counts as cost.
struct PopulationTerms {
  std::string title;
  DaySpan year;
  std::vector<DaySpan> base_years;  // each before the year; oldest first
  AttributionTerms attribution;
  CostTerms cost;
  std::optional<RiskTerms> risk;
  BenchmarkFacts benchmark_facts = BenchmarkFacts::Total;
};

// Whether two terms add up the same lines in the same way, so that the tallies of one serve the
// other: they differ in methods, tie-breaks, truncation, completion or whom they count.
bool tally_alike(const PopulationTerms& a, const PopulationTerms& b);

}  // namespace gainshare
