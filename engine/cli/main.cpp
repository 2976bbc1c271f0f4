// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "cli/population_command.h"
#include "cli/scenario_command.h"
#include "cli/streams.h"
#include "core/enum_name.h"
#include "json/version.h"

namespace gainshare::cli {
namespace {

constexpr const char* kExitCodes =
    "Exit codes: 0 done; 1 a back-tested row differs or cannot be read; 2 bad input.\n"
    "Issues go to standard error, one line each with their place.";

// What the command line says, and what came of it.
struct Arguments {
  SettleOptions settle;
  std::string validated;
  Format describe_format = Format::Json;
  BacktestOptions backtest;
  std::int32_t year = 0;
  std::string batch = "-";
  bool batch_trace = false;
  PopulationOptions population;
  ScenarioOptions scenario;
  int exit_code = kDone;
};

constexpr std::array kFormatNames{
    std::pair{Format::Json, std::string_view{"json"}},
    std::pair{Format::Text, std::string_view{"text"}},
    std::pair{Format::Csv, std::string_view{"csv"}},
};

// An option "--format" that takes one of the words and gives it to `chosen`.
void add_format(CLI::App& command, Format& chosen, const std::vector<std::string>& words) {
  command
      .add_option_function<std::string>(
          "--format",
          [&chosen](const std::string& word) {
            chosen = from_name(kFormatNames, word).value_or(chosen);
          },
          words.front() + " unless stated")
      ->check(CLI::IsMember(words));
}

void add_settle(CLI::App& app, Arguments& arguments) {
  SettleOptions& options = arguments.settle;
  CLI::App* const command = app.add_subcommand(
      "settle", "Settle a contract with what happened: what is paid, owed and kept, and why.");
  command->add_option("CONTRACT", options.contract, "Contract, a JSON file; - is standard input")
      ->required();
  command
      ->add_option("EXPERIENCE", options.experience, "Experience, a JSON file; - is standard input")
      ->required();
  command->add_flag("--trace", options.trace, "Add the working, step by step");
  add_format(*command, options.format, {"json", "text"});
  command->footer(kExitCodes);
  command->callback([&arguments] { arguments.exit_code = settle(arguments.settle); });
}

void add_validate(CLI::App& app, Arguments& arguments) {
  CLI::App* const command =
      app.add_subcommand("validate", "Check a contract: every issue, or the programs it takes.");
  command->add_option("CONTRACT", arguments.validated, "Contract, a JSON file; - is standard input")
      ->required();
  command->footer(kExitCodes);
  command->callback([&arguments] { arguments.exit_code = validate(arguments.validated); });
}

void add_describe(CLI::App& app, Arguments& arguments) {
  CLI::App* const command = app.add_subcommand(
      "describe",
      "Kinds with their terms, programs, editions and every parameter with its source.");
  add_format(*command, arguments.describe_format, {"json", "text"});
  command->callback([&arguments] { arguments.exit_code = describe(arguments.describe_format); });
}

void add_backtest(CLI::App& app, Arguments& arguments) {
  BacktestOptions& options = arguments.backtest;
  CLI::App* const command = app.add_subcommand(
      "backtest",
      "Recompute CMS's published Shared Savings Program results, one line an ACO.\n"
      "Totals per year go to standard error; in JSON they are in the one object.");
  command->add_option("FILE", options.files, "CSV files as CMS ships them; - is standard input")
      ->required();
  CLI::Option* const stated =
      command
          ->add_option("--year", arguments.year,
                       "Performance year of every file; else each tells its own")
          ->check(CLI::Range(1900, 2199));
  add_format(*command, options.format, {"csv", "json", "text"});
  command->footer(kExitCodes);
  command->callback([&arguments, stated] {
    if (stated->count() > 0) arguments.backtest.year = arguments.year;
    arguments.exit_code = backtest(arguments.backtest);
  });
}

void add_batch(CLI::App& app, Arguments& arguments) {
  CLI::App* const command = app.add_subcommand(
      "batch",
      "Settle or validate many cases. Each line of input is a contract, a tab and an experience\n"
      "(settled) or a contract alone (validated); each is answered by one line of JSON.");
  command->add_option("FILE", arguments.batch, "Lines of cases; standard input by default");
  command->add_flag("--trace", arguments.batch_trace, "Add the working to every settlement");
  command->callback(
      [&arguments] { arguments.exit_code = batch(arguments.batch, arguments.batch_trace); });
}

}  // namespace
}  // namespace gainshare::cli

int main(int argc, char* argv[]) {
  using namespace gainshare::cli;
  CLI::App app{"Value-based contracts between payers and providers, settled exactly.", "gainshare"};
  app.set_version_flag("--version", "gainshare " + std::string{gainshare::json::engine_version()});
  app.require_subcommand(1);
  app.footer(kExitCodes);
  Arguments arguments;
  add_settle(app, arguments);
  add_validate(app, arguments);
  add_describe(app, arguments);
  add_backtest(app, arguments);
  add_batch(app, arguments);
  add_population(app, arguments.population, arguments.exit_code);
  add_scenario(app, arguments.scenario, arguments.exit_code);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    // Help and version are "errors" of code 0; the library's own codes mean nothing to a caller.
    return app.exit(error) == 0 ? kDone : kBadInput;
  }
  return arguments.exit_code;
}
