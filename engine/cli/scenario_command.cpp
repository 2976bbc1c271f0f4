// SPDX-License-Identifier: Apache-2.0
#include "cli/scenario_command.h"

#include <CLI/CLI.hpp>
#include <string_view>

#include "cli/streams.h"
#include "json/document.h"
#include "json/scenario.h"
#include "json/writer.h"

namespace gainshare::cli {
namespace {

bool is_whole(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos &&
         text.size() < 10;
}

// The request of the engine: numbers as texts, which it reads exactly.
std::string request_of(const ScenarioOptions& options) {
  json::Writer writer;
  const auto text = [&writer](std::string_view key, const std::string& value) {
    if (!value.empty()) writer.text(key, value);
  };
  const auto whole = [&](std::string_view key, const std::string& value) {
    if (is_whole(value)) return writer.whole(key, std::stoll(value));
    text(key, value);
  };
  writer.begin_object();
  text("ask", options.ask);
  text("input", options.input);
  text("of", options.of);
  text("from", options.from);
  text("to", options.to);
  whole("places", options.places);
  whole("steps", options.steps);
  text("target", options.target);
  text("change", options.change);
  writer.end_object();
  return writer.take();
}

int run_scenario(const ScenarioOptions& options) {
  const std::size_t limit = json::Limits{}.bytes;
  const auto contract = read_input(options.contract, limit);
  const auto experience = read_input(options.experience, limit);
  if (!contract || !experience) return kBadInput;
  const std::string answer = json::scenario(*contract, *experience, request_of(options));
  print(answer + "\n");
  // Every answer begins with whether it is one.
  constexpr std::string_view kAnswered = R"({"ok":true)";
  return std::string_view{answer}.substr(0, kAnswered.size()) == kAnswered ? kDone : kBadInput;
}

void add_documents(CLI::App& command, ScenarioOptions& options) {
  command.add_option("CONTRACT", options.contract, "Contract, a JSON file")->required();
  command.add_option("EXPERIENCE", options.experience, "Experience, a JSON file")->required();
  command.add_option("--of", options.of,
                     "The result: net_payment unless stated, payment, loss_owed or a step's id");
}

void add_range(CLI::App& command, ScenarioOptions& options) {
  command
      .add_option("--input", options.input,
                  "The number that changes: /experience/spending/expenditure_cents")
      ->required();
  command.add_option("--from", options.from, "The lowest value");
  command.add_option("--to", options.to, "The highest value");
  command.add_option("--places", options.places, "Decimal places of the unit that is looked at");
}

}  // namespace

void add_scenario(CLI::App& app, ScenarioOptions& options, int& exit_code) {
  CLI::App* const scenario =
      app.add_subcommand("scenario", "Many settlements of one contract: what if a number changes.");
  scenario->require_subcommand(1);
  const auto add = [&](const char* ask, const char* words) {
    CLI::App* const command = scenario->add_subcommand(ask, words);
    add_documents(*command, options);
    command->callback([&options, &exit_code, ask] {
      options.ask = ask;
      exit_code = run_scenario(options);
    });
    return command;
  };
  add_range(*add("breaks", "Every value at which the result follows another rule, exactly."),
            options);
  CLI::App* const sweep = add("sweep", "The result along a range of values.");
  add_range(*sweep, options);
  sweep->add_option("--steps", options.steps, "How many values, 41 unless stated");
  CLI::App* const seek = add("seek", "Which values pay so much, or why none does.");
  add_range(*seek, options);
  seek->add_option("--target", options.target, "The result that is sought; amounts in cents")
      ->required();
  CLI::App* const tornado = add("tornado", "Each number alone a little lower and higher.");
  tornado->add_option("--change", options.change, "By which part of it: 0.05")->required();
}

}  // namespace gainshare::cli
