// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "cli/population_command.h"
#include "core/enum_name.h"
#include "population/tables.h"

namespace gainshare::cli {
namespace {

std::vector<std::string> table_names() {
  std::vector<std::string> names;
  for (const auto& [table, name] : kPopulationTableNames) names.emplace_back(name);
  return names;
}

void add_terms(CLI::App& command, PopulationOptions& options) {
  command.add_option("TERMS", options.terms, "Population terms, a JSON file")->required();
}

void add_files(CLI::App& command, PopulationOptions& options) {
  command.add_option("--claims", options.claims, "Claims: CSV files, also several");
  command.add_option("--eligibility", options.eligibility, "Eligibility: CSV files");
  command.add_option("--roster", options.roster, "Roster of providers: CSV files");
  command.add_option("--mapping", options.mapping,
                     "Where the files' columns are named otherwise: a JSON file");
}

void add_risk_tables(CLI::App& command, PopulationOptions& options) {
  constexpr std::array<std::pair<const char*, const char*>, kRiskTableKindNames.size()> kOptions{{
      {"--risk-coefficients", "Risk by conditions: the model's coefficients, CSV"},
      {"--risk-diagnoses", "Its map from diagnoses to categories"},
      {"--risk-hierarchy", "Which of its categories drops which"},
      {"--risk-interactions", "Which categories its interactions are of"},
      {"--risk-eligible-codes", "HCPCS codes of the lines whose diagnoses count"},
  }};
  for (std::size_t i = 0; i < kOptions.size(); ++i) {
    command.add_option(kOptions[i].first, options.risk_tables[i], kOptions[i].second);
  }
}

void add_answer(CLI::App& command, PopulationOptions& options) {
  command.add_option("--table", options.table, "One table as CSV instead of the whole answer")
      ->check(CLI::IsMember(table_names()));
  command.add_option("--contract", options.contract,
                     "Settle this contract with the experience that comes out");
  command.add_flag("--trace", options.trace, "Add the working to the settlement");
}

}  // namespace

void add_population(CLI::App& app, PopulationOptions& options, int& exit_code) {
  CLI::App* const population = app.add_subcommand(
      "population", "From files of claims to assigned members, their cost, and an experience.");
  population->require_subcommand(1);
  const auto add = [&](const char* name, const char* what, int (*run)(const PopulationOptions&)) {
    CLI::App* const command = population->add_subcommand(name, what);
    command->callback([&exit_code, &options, run] { exit_code = run(options); });
    return command;
  };
  CLI::App* const run = add("run", "Read all files and answer.", population_run);
  add_terms(*run, options);
  add_files(*run, options);
  add_risk_tables(*run, options);
  add_answer(*run, options);
  CLI::App* const map =
      add("map", "Read files, or a part of each, into a partial that merge and finish take.",
          population_map);
  add_files(*map, options);
  map->add_option("--part", options.part, "Which part of how many of each file of claims: 2/4");
  map->add_option("-o,--output", options.output, "Where the partial goes");
  CLI::App* const merge = add("merge", "Add partials up to one.", population_merge);
  merge->add_option("PARTIAL", options.partials, "Partials")->required();
  merge->add_option("-o,--output", options.output, "Where the sum goes");
  CLI::App* const finish = add("finish", "Answer from partials.", population_finish);
  add_terms(*finish, options);
  finish->add_option("PARTIAL", options.partials, "Partials")->required();
  add_risk_tables(*finish, options);
  add_answer(*finish, options);
  CLI::App* const explain =
      add("explain", "Whose a member is, and why: the methods tried, the amounts compared.",
          population_explain);
  add_terms(*explain, options);
  explain->add_option("MEMBER", options.member, "A person id")->required();
  add_files(*explain, options);
  add_risk_tables(*explain, options);
  explain->add_option("--partial", options.partials, "Partials instead of files");
}

}  // namespace gainshare::cli
