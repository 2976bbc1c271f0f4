// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/per_capita_benchmark.h"
#include "trace/rule_sources.h"
#include "trace/step_writer.h"

namespace gainshare {

// What the working of a benchmark by type of enrolment is projected from. A type's steps have its
// id between the prefix and the quantity: "benchmark.esrd.historical".
struct PerCapitaContext {
  const PerCapitaBenchmarkTerms& terms;
  const PerCapitaFacts& facts;
  const PerCapitaBenchmarkOutcome& out;
  StepWriter& steps;
  std::int32_t last = 0;

  std::size_t count() const { return facts.types.size(); }
  const PerCapitaYear& last_year(std::size_t type) const {
    return *find_base_year(facts.types[type], last);
  }
  std::string id(std::size_t type, std::string_view quantity) const;
  // "Historical benchmark, aged dual"; only the words where there is one type.
  std::string label(std::size_t type, std::string_view words) const;
  const Source& stated() const { return steps.stated(); }
  void cite(Rule rule) const { steps.cite(rule); }
};

std::string of_year(std::string_view quantity, std::int32_t year);

// A step of every type, then their sum over all: `amount` is the type's, `part` its step's name.
struct SumOverTypes {
  std::string_view part;
  std::string_view part_words;
  StepWriter::Words all;
  std::string_view of;  // the type's quantity that is weighted by its proportion
};
void trace_weighted_sum(const PerCapitaContext& c, const SumOverTypes& sum,
                        const std::function<Amount(std::size_t)>& amount, const Amount& total);

// The growth between two years of a type: returns the id of its factor, empty where there is none.
struct GrowthSteps {
  const GrowthTerms& terms;
  const Growth& growth;
  const PerCapitaYear& stated;  // whose growth may be stated
  std::size_t type = 0;
  std::string from;   // "2021": what the steps of per capita end in
  std::string to;     // "2023", "performance_year"
  std::string words;  // "2021 to 2023"
};
std::string trace_growth(const PerCapitaContext& c, const GrowthSteps& steps);

// "regional_adjustment", of each type and over all; only where the contract has one.
void trace_regional(const PerCapitaContext& c);
// The adjustments, the choice between them, and each type's "adjustment" and "adjusted". Nothing
// where the contract has none.
void trace_adjustments(const PerCapitaContext& c);
// Returns whether there is a ratio: each type's "counted_risk_ratio".
bool trace_risk_ratios(const PerCapitaContext& c);

}  // namespace gainshare
