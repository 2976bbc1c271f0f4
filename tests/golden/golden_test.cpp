// SPDX-License-Identifier: Apache-2.0
// Whole settlements with their working. The expected files change only through scripts/golden,
// and a figure that changes is written into the changelog under "Figures that change".
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "json/engine.h"
#include "support/catch.h"

namespace gainshare {
namespace {

std::string read(const std::filesystem::path& path) {
  std::ifstream file{path};
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// One member a line, so that a change can be read. Every figure is a whole number or a text:
// nothing passes through a double.
std::string in_lines(const std::string& json) {
  return nlohmann::ordered_json::parse(json).dump(1) + "\n";
}

TEST_CASE("Every golden case settles as it did") {
  const std::filesystem::path cases{GAINSHARE_SOURCE_DIR "/tests/golden/cases"};
  const bool rewrite = std::getenv("GAINSHARE_REWRITE_GOLDEN") != nullptr;
  int count = 0;
  for (const auto& folder : std::filesystem::directory_iterator{cases}) {
    const std::filesystem::path path = folder.path();
    INFO(path.filename().string());
    const std::string settled =
        in_lines(json::settle(read(path / "contract.json"), read(path / "experience.json")));
    CHECK(settled.find("\"ok\": true") != std::string::npos);
    if (rewrite) std::ofstream{path / "settlement.json"} << settled;
    CHECK(settled == read(path / "settlement.json"));
    ++count;
  }
  CHECK(count >= 19);
}

}  // namespace
}  // namespace gainshare
