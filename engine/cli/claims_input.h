// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cli/population_command.h"
#include "json/population_session.h"

namespace gainshare::cli {

// Reads the files that the options name into the session; packed ones (gzip, also of several
// members) are unpacked. False, with every issue on standard error, where one is refused.
bool read_claims_files(json::PopulationSession& session, const PopulationOptions& options);

// The same for the tables of the risk model.
bool read_risk_files(json::PopulationSession& session, const PopulationOptions& options);

// However large; "-" is standard input and output. Nothing, or false, with a line on standard error
// when it cannot be done.
std::optional<std::string> read_whole_file(const std::string& path);
bool write_whole_file(const std::string& path, std::string_view bytes);

}  // namespace gainshare::cli
