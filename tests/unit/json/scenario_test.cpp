// SPDX-License-Identifier: Apache-2.0
// The presentation's two-sided contract: benchmark $500, minimum rates 2 %, sharing 60 %, savings
// up to 15 % count, losses up to 10 % of the benchmark. Every expected figure is worked by hand.
#include "json/scenario.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "support/catch.h"

using namespace gainshare;
using Json = nlohmann::json;

namespace {

std::string read(const std::string& name) {
  std::ifstream file{GAINSHARE_SOURCE_DIR "/tests/golden/cases/deck_two_sided_above_minimum/" +
                     name};
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

Json asked(const Json& request) {
  return Json::parse(
      gainshare::json::scenario(read("contract.json"), read("experience.json"), request.dump()));
}

const std::string kSpending = "/experience/spending/expenditure_cents";

}  // namespace

TEST_CASE("Break-points stand at the cent where each rule begins") {
  const Json answer = asked({{"ask", "breaks"}, {"input", kSpending}});
  REQUIRE(answer["ok"] == true);
  CHECK(answer["not_analysed"].empty());
  const Json& points = answer["points"];
  REQUIRE(points.size() == 4);
  // Savings of 15 % of $500 are $75: at $425 all of them count, and no more below.
  CHECK(points[0]["at"] == "42501");
  CHECK(points[0]["jumps"] == false);
  CHECK(points[0]["slope_after"] == "-0.6");
  CHECK(points[0]["rules"][0]["step"] == "shared_savings.pool");
  // $10 saved are 2 % and paid by 60 %; a cent less is not.
  CHECK(points[1]["at"] == "49001");
  CHECK(points[1]["distance"] == "1001");
  CHECK(points[1]["before"] == "600");
  CHECK(points[1]["after"] == "0");
  CHECK(points[1]["jumps"] == true);
  CHECK(points[1]["rules"][0]["step"] == "shared_savings.reaches_minimum_savings");
  CHECK(points[2]["at"] == "51000");
  CHECK(points[2]["after"] == "-600");
  // 60 % of a loss of $83.33⅓ is the limit, $50.
  CHECK(points[3]["at"] == "58334");
  CHECK(points[3]["slope_after"] == "0");
}

TEST_CASE("Goal seek gives every solution, or the nearest results where there is none") {
  const Json found = asked({{"ask", "seek"}, {"input", kSpending}, {"target", 1200}});
  CHECK(found["solutions"] == Json::parse(R"([{"from":"48000","to":"48000"}])"));
  const Json capped = asked({{"ask", "seek"}, {"input", kSpending}, {"target", 4500}});
  CHECK(capped["solutions"] == Json::parse(R"([{"from":"0","to":"42500"}])"));
  const Json nothing = asked({{"ask", "seek"}, {"input", kSpending}, {"target", 0}});
  CHECK(nothing["solutions"] == Json::parse(R"([{"from":"49001","to":"50999"}])"));
  const Json none = asked({{"ask", "seek"}, {"input", kSpending}, {"target", 300}});
  CHECK(none["solutions"].empty());
  CHECK(none["below"]["result"] == "0");
  CHECK(none["above"] == Json::parse(R"({"at":"49000","result":"600"})"));
  CHECK(none["highest"]["result"] == "4500");
  CHECK(none["lowest"]["result"] == "-5000");
}

TEST_CASE("A sweep has both ends, and says where a value is not settled") {
  const Json answer = asked({{"ask", "sweep"},
                             {"input", "/contract/streams/0/terms/sharing_rate"},
                             {"from", "0.5"},
                             {"to", "1.5"},
                             {"steps", 2}});
  CHECK(answer["input"]["to"] == "1");
  CHECK(answer["input"]["narrowed"][0]["refused"] == "1.0001");
  REQUIRE(answer["values"].size() == 2);
  CHECK(answer["values"][0]["net_payment_cents"] == 1000);
  CHECK(answer["values"][1]["net_payment_cents"] == 2000);
}

TEST_CASE("The widest bar of a tornado comes first") {
  const Json answer = asked({{"ask", "tornado"}, {"change", "0.05"}});
  const Json& bars = answer["bars"];
  REQUIRE(bars.size() >= 3);
  CHECK(bars[0]["path"] == "/experience/spending/benchmark_cents");
  CHECK(bars[0]["at_low"] == "0");      // $475 against $480: a loss below the minimum
  CHECK(bars[0]["at_high"] == "2700");  // 60 % of $45
  CHECK(bars[1]["path"] == kSpending);
  CHECK(bars[1]["swing"] == "2640");
}

TEST_CASE("A request that is wrong is refused with its place") {
  const auto refused_at = [](const Json& request) {
    const Json answer = asked(request);
    return answer["ok"] == false ? answer["issues"][0]["path"].get<std::string>() : "";
  };
  CHECK(refused_at(Json::object()) == "/request/ask");
  CHECK(refused_at({{"ask", "breaks"}}) == "/request/input");
  CHECK(refused_at({{"ask", "breaks"}, {"input", "/experience/nowhere"}}) == "/request/input");
  CHECK(refused_at({{"ask", "breaks"}, {"input", "/contract/title"}}) == "/request/input");
  CHECK(refused_at({{"ask", "seek"}, {"input", kSpending}}) == "/request/target");
  CHECK(refused_at({{"ask", "tornado"}, {"change", 0}}) == "/request/change");
  CHECK(refused_at({{"ask", "sweep"}, {"input", kSpending}, {"from", 2}, {"to", 1}}) ==
        "/request/to");
}
