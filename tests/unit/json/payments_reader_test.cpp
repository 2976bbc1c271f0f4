// SPDX-License-Identifier: Apache-2.0
// Capitation and the other payments that are not earned by savings, as texts: what is read, and
// every slip with its place.
#include <string>

#include "json/contract_reader.h"
#include "json/engine.h"
#include "json/experience_reader.h"
#include "support/catch.h"

using namespace gainshare;
using gainshare::json::Place;

namespace {

using Paths = std::vector<std::string>;

std::string contract_of(const std::string& kind, const std::string& rest) {
  return R"({"format": "gainshare-contract-1", "title": "Test", "streams": [{"id": "s", "kind": ")" +
         kind + "\", " + rest + "}]}";
}
std::string experience_of(const std::string& rest) {
  return R"({"format": "gainshare-experience-1")" + (rest.empty() ? "" : ", " + rest) + "}";
}

Paths paths_of(const Issues& issues) {
  Paths paths;
  for (const Issue& issue : issues) paths.push_back(issue.path);
  return paths;
}
Paths contract_slips(const std::string& kind, const std::string& rest) {
  Issues issues;
  CHECK_FALSE(json::read_contract(contract_of(kind, rest), Place{""}, issues).has_value());
  return paths_of(issues);
}
Paths experience_slips(const std::string& rest) {
  Issues issues;
  CHECK_FALSE(json::read_experience(experience_of(rest), Place{""}, issues).has_value());
  return paths_of(issues);
}
bool is_settled(const std::string& contract, const std::string& experience) {
  const std::string answer = json::settle(contract, experience_of(experience));
  INFO(answer);
  return answer.find("\"ok\":true") != std::string::npos;
}

TEST_CASE("A capitation settles by rate and by premium, by member months and by members") {
  const std::string rate = contract_of(
      "capitation", R"("terms": {"form": "per_member_per_month", "rate_cents": 30000})");
  CHECK(is_settled(rate, R"("capitation": {"member_months": 12})"));
  CHECK(is_settled(rate, R"("capitation": {"members": 1, "months": 12})"));
  CHECK(is_settled(rate, R"("capitation": {"members": 1, "months": 12, "member_months": 12})"));
  CHECK(is_settled(rate, R"("population": {"member_months": 12})"));
  CHECK_FALSE(is_settled(rate, ""));
  const std::string premium =
      contract_of("capitation", R"("terms": {"form": "percent_of_premium", "premium_share": 1})");
  CHECK(is_settled(premium, R"("capitation": {"member_months": 12, "premium_pmpm_cents": 1})"));
  CHECK(is_settled(premium, R"("capitation": {"premium_cents": 1})"));
}

TEST_CASE("Every slip in the terms of a capitation is told at once") {
  CHECK(contract_slips("capitation", R"("terms": {"form": "per_member_per_month",
          "premium_share": 0.5, "trend_factor": 0, "risk_adjusted": 1, "carve_out": "",
          "bonus": 1})") == Paths{"/streams/0/terms/rate_cents", "/streams/0/terms/premium_share",
                                  "/streams/0/terms/trend_factor", "/streams/0/terms/risk_adjusted",
                                  "/streams/0/terms/carve_out", "/streams/0/terms/bonus"});
  CHECK(contract_slips("capitation", R"("terms": {"form": "percent_of_premium", "rate_cents": 1,
          "premium_share": 1.01})") ==
        Paths{"/streams/0/terms/premium_share", "/streams/0/terms/rate_cents"});
  CHECK(contract_slips("capitation", R"("terms": {"form": "percent_of_premium",
          "premium_share": 0})") == Paths{"/streams/0/terms/premium_share"});
  CHECK(contract_slips("capitation", R"("terms": {"rate_cents": 1})") ==
        Paths{"/streams/0/terms/form"});
}

TEST_CASE("Members in months and member months that disagree by one are refused") {
  CHECK(experience_slips(R"("capitation": {"members": 2, "months": 12, "member_months": 23})") ==
        Paths{"/capitation/member_months"});
  CHECK(experience_slips(R"("capitation": {"members": 2, "months": 12, "member_months": 25})") ==
        Paths{"/capitation/member_months"});
  CHECK(experience_slips(R"("capitation": {"members": 2, "premium_cents": 1,
          "premium_pmpm_cents": 1, "risk_score": 0})") ==
        Paths{"/capitation/months", "/capitation/premium_cents", "/capitation/risk_score"});
}

}  // namespace
