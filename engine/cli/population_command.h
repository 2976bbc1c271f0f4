// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "population/risk_tables.h"

namespace CLI {
class App;
}

namespace gainshare::cli {

struct PopulationOptions {
  std::string terms;
  std::vector<std::string> claims;
  std::vector<std::string> eligibility;
  std::vector<std::string> roster;
  std::string mapping;
  // Tables of the risk model, by RiskTableKind; empty: none.
  std::array<std::string, kRiskTableKindNames.size()> risk_tables;
  std::vector<std::string> partials;
  std::string part = "1/1";
  std::string output = "-";
  std::string table;
  std::string contract;
  std::string member;
  bool trace = false;
};

// The subcommands of "population"; `exit_code` is set by the one that is called.
void add_population(CLI::App& app, PopulationOptions& options, int& exit_code);

int population_run(const PopulationOptions& options);
int population_map(const PopulationOptions& options);
int population_merge(const PopulationOptions& options);
int population_finish(const PopulationOptions& options);
int population_explain(const PopulationOptions& options);

}  // namespace gainshare::cli
