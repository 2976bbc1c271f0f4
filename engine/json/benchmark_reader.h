// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "contract/contract.h"
#include "experience/per_capita_facts.h"
#include "json/object_reader.h"

namespace gainshare::json {

// The contract's "benchmark": of base years, by type of enrolment, of a control group, or as a
// program makes it.
void read_benchmark(ObjectReader& contract, Contract& out);

// The weights of "base_years"; years are unique.
std::vector<BaseYearWeight> read_base_year_weights(ObjectReader& benchmark);
// The terms of the forms "per_capita" and "control_group". finish() is left to the caller.
PerCapitaBenchmarkTerms read_per_capita_terms(ObjectReader& benchmark);
PerCapitaBenchmarkTerms read_control_group_terms(ObjectReader& benchmark);

// "per_capita" of the spending: what such a benchmark is made of.
std::optional<PerCapitaFacts> read_per_capita_facts(ObjectReader& spending);

}  // namespace gainshare::json
