// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "json/writer.h"
#include "population/intake/intake_report.h"
#include "population/tables.h"

namespace gainshare::json {

// What became of one file of that kind, as the members of an open object.
void write_file_report(const FileReport& report, std::string_view kind, Writer& writer);

// The members of the answer about a population: population, assignment, candidates, cost, years,
// experience, intake.
void write_population(const PopulationResult& result, Writer& writer);

// One member: months, cost, and whom it belongs to and why, as members.
void write_member(const PopulationResult& result, MemberIndex member, Writer& writer);

}  // namespace gainshare::json
