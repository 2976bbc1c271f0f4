// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "json/writer.h"
#include "population/tables.h"

namespace gainshare::json {

// The member "risk" of one year: whose diagnoses counted, and the mean scores.
void write_year_risk(const RiskTerms& terms, const PeriodResult& year, Writer& writer);

// The member "risk" of the answer, where the terms have it: how risk is measured, and the ratio of
// the contract's mean to that of the last base year.
void write_risk(const PopulationResult& result, Writer& writer);

}  // namespace gainshare::json
