// SPDX-License-Identifier: Apache-2.0
// Each published row as a page loads it: the contract and experience that the back-test gives out
// settle, as JSON, to the very cents that the back-test computed.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "json/engine.h"
#include "support/catch.h"

using namespace gainshare;
namespace fs = std::filesystem;

namespace {

std::string folder() {
  const char* named = std::getenv("GAINSHARE_CMS_DATA");
  return named != nullptr && *named != '\0' ? named : GAINSHARE_DEFAULT_CMS_DATA;
}

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::int64_t settled_cents(const nlohmann::json& row) {
  const auto answer = nlohmann::json::parse(gainshare::json::settle(
      row["contract"].dump(), row["experience"].dump(), gainshare::json::WithTrace::No));
  INFO(answer.dump());
  REQUIRE(answer["ok"].get<bool>());
  return answer["payment_cents"].get<std::int64_t>() -
         answer["loss_owed_cents"].get<std::int64_t>();
}

}  // namespace

TEST_CASE("a published row reloads as contract and experience and settles to the same cents") {
  std::size_t reloaded = 0;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder(), ignored)) {
    if (entry.path().extension() != ".csv") continue;
    const std::string bytes = bytes_of(entry.path());
    const SourceFile file{.name = entry.path().filename().string(), .bytes = bytes};
    const auto report =
        nlohmann::json::parse(gainshare::json::backtest(std::span{&file, 1}, std::nullopt));
    REQUIRE(report["ok"].get<bool>());
    for (const auto& row : report["rows"]) {
      // A minimum rate taken from the file is no term of the program.
      if (!row.contains("contract") || row.contains("minimum_rate_taken")) continue;
      INFO(row["file"] << ":" << row["line"]);
      CHECK(settled_cents(row) == row["computed_earned_cents"].get<std::int64_t>());
      ++reloaded;
    }
  }
  if (reloaded == 0) {
    SKIP_TEST(
        "CMS's published results are not here. Download \"Performance Year Financial and Quality "
        "Results\" of the Medicare Shared Savings Program from data.cms.gov as CSV into one "
        "folder, and name it in GAINSHARE_CMS_DATA.");
  }
}
