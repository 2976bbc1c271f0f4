// SPDX-License-Identifier: Apache-2.0
// Every golden case leaves every cent in one place, by name, and explains each flow.
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "json/engine.h"
#include "support/catch.h"
#include "support/conservation.h"
#include "support/replay.h"

namespace gainshare {
namespace {

std::string read(const std::filesystem::path& path) {
  std::ifstream file{path};
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

TEST_CASE("In every golden case accounts balance, payer and provider agree, and flows are steps") {
  int flows = 0;
  for (const auto& folder :
       std::filesystem::directory_iterator{GAINSHARE_SOURCE_DIR "/tests/golden/cases"}) {
    INFO(folder.path().filename().string());
    const auto settled = json::settle_texts(read(folder.path() / "contract.json"),
                                            read(folder.path() / "experience.json"));
    REQUIRE(settled.ok());
    const auto wrong = testing::unbalanced(settled.value().settlement, settled.value().trace);
    INFO((wrong.empty() ? "" : wrong.front()));
    CHECK(wrong.empty());
    CHECK(testing::replay(settled.value().trace).empty());
    flows += static_cast<int>(all_flows(settled.value().settlement).size());
  }
  CHECK(flows >= 50);
}

TEST_CASE("A cent too much in a flow, and a flow without its step, are found") {
  const std::string folder{GAINSHARE_SOURCE_DIR
                           "/tests/golden/cases/withhold_healthpartners_by_weight"};
  auto settled =
      json::settle_texts(read(folder + "/contract.json"), read(folder + "/experience.json"));
  REQUIRE(settled.ok());
  Settlement settlement = settled.value().settlement;
  const Trace& trace = settled.value().trace;
  Flow& flow = settlement.streams.front().flows.front();
  flow.amount = flow.amount + Money::cents(1);
  CHECK(testing::unbalanced(settlement, trace).size() == 3);  // account, sides and step
  flow.amount = flow.amount - Money::cents(1);
  CHECK(testing::unbalanced(settlement, trace).empty());
  flow.step_id = "withhold.nowhere";
  CHECK(testing::unbalanced(settlement, trace).size() == 1);
}

}  // namespace
}  // namespace gainshare
