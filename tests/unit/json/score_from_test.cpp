// SPDX-License-Identifier: Apache-2.0
// Streams that take their quality score from an earlier scorecard, and pay for performance, as
// texts: what is read, what comes of it, and every slip with its place.
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "json/contract_reader.h"
#include "json/engine.h"
#include "json/experience_reader.h"
#include "support/catch.h"

using namespace gainshare;
using gainshare::json::Place;

namespace {

using Paths = std::vector<std::string>;

std::string contract_of(const std::string& streams) {
  return R"({"format": "gainshare-contract-1", "title": "Test", "streams": [)" + streams + "]}";
}
std::string experience_of(const std::string& rest) {
  return R"({"format": "gainshare-experience-1", )" + rest + "}";
}

Issues issues_of(const std::string& streams) {
  Issues issues;
  json::read_contract(contract_of(streams), Place{""}, issues);
  return issues;
}
Paths paths_of(const Issues& issues) {
  Paths paths;
  for (const Issue& issue : issues) paths.push_back(issue.path);
  return paths;
}

nlohmann::json settled(const std::string& streams, const std::string& experience) {
  const auto answer =
      nlohmann::json::parse(json::settle(contract_of(streams), experience_of(experience)));
  INFO(answer.dump());
  REQUIRE(answer["ok"] == true);
  return answer;
}

// One measure: 2 points from .8 on and 1 below it, of 2.
const std::string kCard = R"({"id": "card", "kind": "quality_scorecard", "terms": {"measures": [
  {"id": "m", "title": "Measure", "maximum_points": 2, "achievement": [
  {"percentile": 30, "rate": 0, "points": 1}, {"percentile": 90, "rate": "0.8", "points": 2}]}]}})";
const std::string kHalf = R"("quality": {"score": 1, "met_standard": true,
  "measures": [{"id": "m", "current": "0.79"}]})";
const std::string kSpending =
    R"("spending": {"benchmark_cents": 50000, "expenditure_cents": 48000})";

std::string savings(const std::string& quality, const std::string& from = "card") {
  return R"({"id": "savings", "kind": "shared_savings", "score_from": ")" + from +
         R"(", "terms": {"sides": "one_sided", "minimum_savings_rate": 0, "sharing_rate": "0.5",
         "quality": )" +
         quality + "}}";
}
std::string performance(const std::string& terms, const std::string& id = "p4p") {
  return R"({"id": ")" + id + R"(", "kind": "pay_for_performance", "score_from": "card",
         "terms": )" +
         terms + "}";
}

TEST_CASE("The scorecard's score counts and not the experience's, as a gate and as an escalator") {
  const std::string experience = kSpending + ", " + kHalf;
  const auto payment = [&](const std::string& quality) {
    return settled(kCard + ", " + savings(quality), experience)["payment_cents"].get<int>();
  };
  CHECK(payment(R"({"effect": "escalator"})") == 500);
  CHECK(payment(R"({"minimum_score": "0.5", "effect": "fixed"})") == 1000);
  CHECK(payment(R"({"minimum_score": "0.5001", "effect": "fixed"})") == 0);
  CHECK(payment(R"({"minimum_score": "0.4999", "effect": "fixed"})") == 1000);
}

TEST_CASE("The working leads from the payment to the scorecard's score") {
  const auto answer =
      settled(kCard + ", " + savings(R"({"effect": "escalator"})"), kSpending + ", " + kHalf);
  bool linked = false;
  for (const auto& step : answer["trace"]) {
    if (step["id"] != "savings.score") continue;
    linked = step["inputs"] == nlohmann::json::array({"card.score_of_scorecard"});
    CHECK(step["value"] == "0.5");
  }
  CHECK(linked);
}

TEST_CASE("Risk corridors, episodes and prefunded bonuses take a scorecard's score too") {
  const auto corridor =
      settled(kCard + R"(, {"id": "c", "kind": "risk_corridor", "score_from": "card",
        "terms": {"quality_withhold": "0.02", "share": "0.5"}})",
              R"("spending": {"benchmark_cents": 100000, "expenditure_cents": 90000}, )" + kHalf);
  // 100,000 less 1 % not earned back: 99,000 - 90,000, half of it.
  CHECK(corridor["payment_cents"] == 4500);
  const std::string episodes = R"(, "episodes": {"groups": [{"id": "g", "count": 10,
    "target_price_cents": 10000, "actual_cents": 90000}]})";
  const auto adjusted =
      settled(kCard + R"(, {"id": "e", "kind": "episode_payment", "score_from": "card", "terms": {
        "quality": {"form": "bpci_advanced", "maximum_adjustment": "0.1"}}})",
              kHalf + episodes);
  CHECK(adjusted["payment_cents"] == 9500);
  // Bands are on the scale of points: one point of two.
  const auto by_band =
      settled(kCard + R"(, {"id": "e", "kind": "episode_payment", "score_from": "card", "terms": {
        "quality": {"form": "discount_by_band", "bands": [{"id": "none", "from_score": 0},
        {"id": "good", "from_score": 1, "discount": 0}]}}})",
              kHalf + episodes);
  CHECK(by_band["payment_cents"] == 10000);
  const auto bonus = [&](const std::string& minimum) {
    return settled(kCard + R"(, {"id": "b", "kind": "prefunded_bonus", "score_from": "card",
      "terms": {"prefund_rate": "0.02", "share_of_savings": "0.5", "quality_required": true,
      "minimum_quality_score": )" +
                       minimum + R"(, "annual_interest_rate": 0, "interest_days": 0}})",
                   kSpending + R"(, "claims_subject_cents": 500000, )" + kHalf)["payment_cents"]
        .get<int>();
  };
  CHECK(bonus("0.5") == 1000);
  CHECK(bonus("0.51") == 0);
}

TEST_CASE(
    "A score from nowhere, from later, from itself or from no scorecard is refused with the "
    "reason") {
  const std::string gate = R"({"minimum_score": "0.5", "effect": "fixed"})";
  const auto reason = [](const std::string& streams, const std::string& path) {
    const Issues issues = issues_of(streams);
    REQUIRE(paths_of(issues) == Paths{path});
    CHECK(issues.front().code == IssueCode::Conflict);
    return issues.front().message;
  };
  CHECK(
      reason(kCard + ", " + savings(gate, "cards"), "/streams/1/score_from").find("Write card.") !=
      std::string::npos);
  CHECK(reason(savings(gate) + ", " + kCard, "/streams/0/score_from").find("after this stream") !=
        std::string::npos);
  CHECK(reason(savings(gate, "savings"), "/streams/0/score_from").find("from itself") !=
        std::string::npos);
  CHECK(reason(savings(gate, "other"), "/streams/0/score_from").find("no stream") !=
        std::string::npos);
  CHECK(reason(kCard + ", " + savings(gate) + ", " +
                   R"({"id": "p", "kind": "pay_for_performance", "score_from": "savings",
                     "terms": {"form": "bonus", "rate": 1, "effect": "linear"}})",
               "/streams/2/score_from")
            .find("is no quality scorecard") != std::string::npos);
}

TEST_CASE("A score that the terms do not use is refused") {
  CHECK(paths_of(issues_of(kCard + ", " + savings(R"({"effect": "fixed"})"))) ==
        Paths{"/streams/1/score_from"});
  CHECK(paths_of(issues_of(kCard + R"(, {"id": "c", "kind": "risk_corridor", "score_from": "card",
                                       "terms": {"share": "0.5"}})")) ==
        Paths{"/streams/1/score_from"});
  CHECK(paths_of(issues_of(kCard + R"(, {"id": "e", "kind": "episode_payment",
          "score_from": "card", "terms": {"discount": "0.03"}})")) ==
        Paths{"/streams/1/score_from"});
  CHECK(paths_of(issues_of(kCard + R"(, {"id": "w", "kind": "withhold", "score_from": "card",
          "terms": {"provider_types": [{"id": "a", "title": "A", "withhold_rate": 0}],
          "annual_interest_rate": 0, "goals": [{"id": "g", "title": "G"}]}})")) ==
        Paths{"/streams/1/score_from"});
  CHECK(issues_of(kCard + R"(, {"id": "m", "kind": "shared_savings", "score_from": "card",
          "program": {"name": "mssp", "performance_year": 2018, "track": "track_1"}})")
            .empty());
}

TEST_CASE("Pay for performance settles as bonus, withhold and penalty") {
  const std::string experience = R"("pay_for_performance": {"base_cents": 100000}, )" + kHalf;
  const auto answer = [&](const std::string& terms) {
    return settled(kCard + ", " + performance(terms), experience);
  };
  const auto bonus = answer(R"({"form": "bonus", "rate": "0.03", "effect": "linear"})");
  CHECK(bonus["payment_cents"] == 1500);
  CHECK(bonus["net_payment_cents"] == 1500);
  const auto withhold = answer(R"({"form": "withhold", "rate": "0.03", "effect": "linear"})");
  CHECK(withhold["payment_cents"] == 1500);
  CHECK(withhold["streams"][1]["not_earned_cents"] == 1500);
  const auto penalty =
      answer(R"({"form": "penalty", "rate": "0.03", "effect": "all_or_nothing", "threshold": 1})");
  CHECK(penalty["loss_owed_cents"] == 3000);
  CHECK(penalty["net_payment_cents"] == -3000);
}

TEST_CASE("Every slip of pay for performance is told at once") {
  const auto slips = [](const std::string& terms) {
    return paths_of(issues_of(kCard + ", " + performance(terms)));
  };
  const std::string at = "/streams/1/terms/";
  CHECK(slips(R"({"form": "prize", "rate": 3, "effect": "some", "floor": 0, "x": 1})") ==
        Paths{at + "form", at + "rate", at + "effect", at + "x"});
  CHECK(slips(R"({"effect": "all_or_nothing", "floor": 0, "tiers": []})") ==
        Paths{at + "form", at + "rate", at + "floor", at + "tiers", at + "threshold"});
  CHECK(slips(R"({"form": "bonus", "rate": 1, "effect": "linear", "floor": "0.9",
                "ceiling": "0.9", "threshold": 1})") == Paths{at + "threshold", at + "ceiling"});
  CHECK(slips(R"({"form": "bonus", "rate": 1, "effect": "linear", "floor": 1})") ==
        Paths{at + "floor"});
  CHECK(slips(R"({"form": "bonus", "rate": 1, "effect": "tiers", "tiers": [
                {"from_score": "0.1", "part": 0}, {"from_score": "0.1", "part": 1}]})") ==
        Paths{at + "tiers/0/from_score", at + "tiers/1/from_score"});
}

TEST_CASE("Every slip in the payments at stake is told at once") {
  Issues issues;
  json::read_experience(
      experience_of(R"("pay_for_performance": {"base_cents": -1, "member_months": 3, "x": 0})"),
      Place{""}, issues);
  CHECK(paths_of(issues) == Paths{"/pay_for_performance/base_cents",
                                  "/pay_for_performance/member_months", "/pay_for_performance/x"});
  issues.clear();
  json::read_experience(experience_of(R"("pay_for_performance": {})"), Place{""}, issues);
  CHECK(paths_of(issues) == Paths{"/pay_for_performance/base_per_member_month_cents"});
}

TEST_CASE("A minimum quality score of a bonus that needs no quality is refused") {
  CHECK(paths_of(issues_of(R"({"id": "b", "kind": "prefunded_bonus", "terms": {
          "prefund_rate": 0, "share_of_savings": 0, "quality_required": false,
          "minimum_quality_score": 1, "annual_interest_rate": 0, "interest_days": 0}})")) ==
        Paths{"/streams/0/terms/minimum_quality_score"});
}

}  // namespace
