// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace CLI {
class App;
}

namespace gainshare::cli {

// What "scenario" was asked, as it was written: the engine checks it.
struct ScenarioOptions {
  std::string contract;
  std::string experience;
  std::string ask;
  std::string input;
  std::string of;
  std::string from;
  std::string to;
  std::string places;
  std::string steps;
  std::string target;
  std::string change;
};

// Adds "scenario" to the command line; running it sets the exit code.
void add_scenario(CLI::App& app, ScenarioOptions& options, int& exit_code);

}  // namespace gainshare::cli
