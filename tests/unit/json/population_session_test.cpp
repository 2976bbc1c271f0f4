// SPDX-License-Identifier: Apache-2.0
#include "json/population_session.h"

#include <cstring>
#include <string>
#include <utility>

#include "support/catch.h"

namespace gainshare::json {
namespace {

std::string answer_of_claims(int lines, const std::string& amount) {
  auto opened = PopulationSession::open(
      R"({"title": "T", "year": {"begin": "2024-01-01", "end": "2024-12-31"},
          "attribution": {"methods": [{"method": "plurality_of_visits"}]}})");
  REQUIRE(opened.ok());
  PopulationSession& session = *opened.value();
  std::string text = "claim_id,person_id,claim_start_date,paid_amount\n";
  for (int i = 0; i < lines; ++i) text += "C,M,2024-03-05," + amount + "\n";
  REQUIRE(session.begin_file({.name = "claims.csv", .mapping = {}, .part = {}}, "").empty());
  std::memcpy(session.space(), text.data(), text.size());
  REQUIRE(session.take(text.size()));
  REQUIRE(session.end_file().ok());
  return population_answer(session);
}

TEST_CASE("Amounts whose sums would overflow are refused, whichever sign they have") {
  const std::string largest = "90071992547409.91";
  CHECK(answer_of_claims(1, largest).find("\"ok\":true") != std::string::npos);
  for (const std::string& amount : {largest, "-" + largest}) {
    CHECK(answer_of_claims(2, amount).find("too_large") != std::string::npos);
    CHECK(answer_of_claims(5000, amount).find("too_large") != std::string::npos);
  }
}

}  // namespace
}  // namespace gainshare::json
