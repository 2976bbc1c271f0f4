// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "contract/per_capita_benchmark_terms.h"
#include "core/result.h"
#include "experience/per_capita_facts.h"
#include "rules/benchmark_adjustment.h"
#include "rules/benchmark_growth.h"
#include "rules/benchmark_risk.h"

namespace gainshare {

// One base year of one type, brought to the last base year.
struct BaseYearOfType {
  Ratio risk_ratio = Ratio::whole(1);  // last base year's score ÷ this year's
  Growth growth;
  Amount updated;   // per capita × risk ratio × growth
  Amount weighted;  // updated × part of the year
};

struct TypeBenchmark {
  std::string id;
  std::vector<BaseYearOfType> base_years;  // in the contract's order
  Amount exact;                            // their sum
  Amount historical;                       // the sum, carried; or the control group's per capita
  Ratio proportion;                        // of the last base year's person-years
  Amount adjustment;                       // what the adjustment that counts adds
  Amount adjusted;
  Ratio risk_ratio = Ratio::whole(1);          // performance year to last base year
  Ratio counted_risk_ratio = Ratio::whole(1);  // within its cap
  Growth update;
  Amount updated;     // adjusted × risk ratio × growth + flat amount
  Amount per_capita;  // updated, carried
  Amount total;       // × the performance year's person-years
};

// A benchmark by type of enrolment. Per-capita amounts are carried on at nine places of a cent
// where types meet; the total is rounded to the cent once.
struct PerCapitaBenchmarkOutcome {
  Ratio total_weight;                // of the base years
  std::vector<Ratio> parts;          // of 1, by base year
  Ratio base_person_years;           // of the last base year, all types
  std::vector<TypeBenchmark> types;  // in the experience's order
  Amount historical;                 // over all types, by the last base year's person-years
  std::optional<Amount> national;    // per capita likewise, where an adjustment needs it
  std::optional<Ratio> risk;         // over all types by spending, where the offset needs it
  Ratio offset;
  std::optional<RegionalOutcome> regional;
  std::optional<PriorSavingsOutcome> prior_savings;
  std::optional<EquityOutcome> equity;
  BenchmarkAdjustment adjustment = BenchmarkAdjustment::None;
  std::optional<AggregateRisk> aggregate_risk;
  Amount total;
  Money benchmark;  // the total, > 0
};

// Every fact that the terms ask for and is missing, and every one that they have no use for.
// Paths are into the experience.
Issues check_per_capita_facts(const PerCapitaBenchmarkTerms& terms, const PerCapitaFacts& facts);

// RULES.md section 2.6. Checks the facts first.
Result<PerCapitaBenchmarkOutcome> benchmark_per_capita(const PerCapitaBenchmarkTerms& terms,
                                                       const PerCapitaFacts& facts);

// The type's year that the terms count last, and any other. Null where it is missing.
const PerCapitaYear* find_base_year(const PerCapitaType& type, std::int32_t year);

}  // namespace gainshare
