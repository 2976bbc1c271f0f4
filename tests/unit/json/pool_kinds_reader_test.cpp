// SPDX-License-Identifier: Apache-2.0
// Withholds, prefunded bonuses and incentive pools as texts: what is read, and every slip with its
// place.
#include <string>

#include "support/catch.h"
#include "support/readings.h"

using namespace gainshare;
using namespace gainshare::testing;

namespace {

const std::string kWithhold = R"("terms": {"provider_types": [{"id": "pcp", "title": "Primary care",
  "withhold_rate": "0.05"}], "annual_interest_rate": "0.024", "goals": [{"id": "g",
  "title": "Goal"}]})";

TEST_CASE("A withhold settles from payments by month and from the same in every month") {
  const std::string contract = contract_of("withhold", kWithhold);
  const std::string goal = R"(, "goals": [{"id": "g", "met": true}])";
  CHECK(is_settled(contract, R"("withhold": {"monthly_payments_cents": {"pcp": 100}})" + goal));
  CHECK(
      is_settled(contract, R"("withhold": {"months": [{"payments_cents": {"pcp": 100}}]})" + goal));
}

TEST_CASE("Payments to a type that no withhold names are not left out without a word") {
  const std::string answer = json::settle(
      contract_of("withhold", kWithhold),
      experience_of(R"("withhold": {"monthly_payments_cents": {"pcp": 100, "dentists": 5}},
                       "goals": [{"id": "g", "met": true}])"));
  CHECK(answer.find("dentists") != std::string::npos);
  CHECK(answer.find("\"ok\":false") != std::string::npos);
}

TEST_CASE("Every slip in the terms of a withhold is told at once") {
  CHECK(contract_slips("withhold", R"("terms": {"provider_types": [{"id": "Pcp", "title": "",
          "withhold_rate": 1.5}], "annual_interest_rate": "a", "compounding": "daily", "goals": [],
          "earning": "half", "bonus": 1})") ==
        Paths{"/streams/0/terms/provider_types/0/id", "/streams/0/terms/provider_types/0/title",
              "/streams/0/terms/provider_types/0/withhold_rate",
              "/streams/0/terms/annual_interest_rate", "/streams/0/terms/goals",
              "/streams/0/terms/earning", "/streams/0/terms/compounding",
              "/streams/0/terms/bonus"});
  CHECK(contract_slips("withhold", R"("terms": {"provider_types": [
          {"id": "a", "title": "A", "withhold_rate": 0}, {"id": "a", "title": "A",
          "withhold_rate": 1}], "annual_interest_rate": 0, "goals": [
          {"id": "g", "title": "G", "weight": 0}, {"id": "g", "title": "G"}]})") ==
        Paths{"/streams/0/terms/provider_types/1/id", "/streams/0/terms/goals/0/weight",
              "/streams/0/terms/goals/1/id"});
}

TEST_CASE("A stream has terms or a program, and the program of its kind") {
  CHECK(contract_slips("withhold", R"("note": 1)") == Paths{"/streams/0", "/streams/0/note"});
  CHECK(contract_slips("prefunded_bonus", R"("terms": {}, "program": {})") ==
        Paths{"/streams/0/program"});
  CHECK(contract_slips("incentive_pool",
                       R"("program": {"name": "mssp", "performance_year": 2021})") ==
        Paths{"/streams/0/program/name"});
  CHECK(contract_slips("incentive_pool",
                       R"("program": {"name": "onecare_pip", "performance_year": 2022})") ==
        Paths{"/streams/0/program/performance_year"});
  CHECK(contract_slips("withhold", R"("program": {"name": "healthpartners",
          "performance_year": 2024, "withhold_rates": {"dentists": 0.05},
          "annual_interest_rate": 0, "goals": [{"id": "g", "title": "G"}]})") ==
        Paths{"/streams/0/program/withhold_rates"});
}

TEST_CASE("Every slip in the terms of a prefunded bonus is told at once") {
  CHECK(contract_slips("prefunded_bonus", R"("terms": {"prefund_rate": -1, "maximum_cents": 1.5,
          "interest_days": -1, "year_days": 100, "quality_required": 1})") ==
        Paths{"/streams/0/terms/prefund_rate", "/streams/0/terms/share_of_savings",
              "/streams/0/terms/maximum_cents", "/streams/0/terms/annual_interest_rate",
              "/streams/0/terms/interest_days", "/streams/0/terms/quality_required",
              "/streams/0/terms/year_days"});
}

TEST_CASE("Every slip in the terms of an incentive pool is told at once") {
  CHECK(contract_slips("incentive_pool", R"("terms": {"pool_rate": "0.1",
          "settlement_rate": "0.8", "unclaimed": "lose", "measures": [{"id": "m", "title": "M",
          "direction": "up"}, {"id": "m", "title": "M"}],
          "settlement_split": [{"area": "a", "weight": -1}]})") ==
        Paths{"/streams/0/terms/settlement_rate", "/streams/0/terms/measures/0/direction",
              "/streams/0/terms/measures/1/id", "/streams/0/terms/unclaimed",
              "/streams/0/terms/settlement_split/0/weight"});
  CHECK(contract_slips("incentive_pool", R"("terms": {"pool_rate": "0.1", "measures": [
          {"id": "m", "title": "M"}], "settlement_split": [{"area": "a", "weight": 0}]})") ==
        Paths{"/streams/0/terms/settlement_split"});
}

TEST_CASE("Slips in what happened have their places") {
  CHECK(experience_slips(R"("withhold": {"months": [{"payments_cents": {"a": -1}}, {}],
          "months_count": 2})") == Paths{"/withhold/months/0/payments_cents/a",
                                         "/withhold/months/1/payments_cents",
                                         "/withhold/months_count"});
  CHECK(experience_slips(R"("withhold": {"monthly_payments_cents": {}, "months_count": 61})") ==
        Paths{"/withhold/months_count"});
  CHECK(experience_slips(R"("goals": [{"id": "g", "met": 1}, {"id": "g", "met": true}])") ==
        Paths{"/goals/0/met", "/goals/1/id"});
  CHECK(experience_slips(R"("claims_subject_cents": -5)") == Paths{"/claims_subject_cents"});
  CHECK(experience_slips(R"("areas": [{"id": "a", "changes": {"m": -2},
          "measures": {"m": {"prior": 0, "current": -1}}}, {"id": "a", "lives": 1.5}])") ==
        Paths{"/areas/0/changes/m", "/areas/0/measures/m/prior", "/areas/0/measures/m/current",
              "/areas/0/measures", "/areas/1/lives", "/areas/1/id"});
}

TEST_CASE("Slips in totals of areas and in the pools of several programs have their places") {
  CHECK(experience_slips(R"("areas": [{"id": "a", "measures": {"M": {"prior": 1, "current": 1},
          "m": {"total": -1, "prior_total": 0, "prior_member_months": 0, "completion_factor": 0,
                "trend": -1, "prior": 5},
          "n": {"prior_total": 1, "prior_member_months": 1, "total": 1, "member_months": 12,
                "projected_member_months": 11},
          "o": {"prior": 1, "current": 1, "trend": 0}}}])") ==
        Paths{"/areas/0/measures/M", "/areas/0/measures/m/prior_total",
              "/areas/0/measures/m/prior_member_months", "/areas/0/measures/m/total",
              "/areas/0/measures/m/member_months", "/areas/0/measures/m/completion_factor",
              "/areas/0/measures/m/trend", "/areas/0/measures/m/trend", "/areas/0/measures/m/prior",
              "/areas/0/measures/n/projected_member_months", "/areas/0/measures/o/trend"});
  CHECK(experience_slips(R"("incentive_pools": [{"stream": "a", "areas": []},
          {"stream": "a", "program_savings_cents": 1, "areas": [{"id": "x"}]}])") ==
        Paths{"/incentive_pools/0/program_savings_cents", "/incentive_pools/0/areas",
              "/incentive_pools/1/stream"});
}

TEST_CASE("Every program's pool has its own savings") {
  const std::string terms = R"("terms": {"pool_rate": "0.1", "measures":
      [{"id": "m", "title": "M"}]})";
  const std::string both = R"({"format": "gainshare-contract-1", "title": "Test", "streams": [
      {"id": "medicare", "kind": "incentive_pool", )" +
                           terms + R"(}, {"id": "medicaid", "kind": "incentive_pool", )" + terms +
                           "}]}";
  const std::string facts = R"("program_savings_cents": 1000, "areas": [
      {"id": "x", "changes": {"m": 0}}, {"id": "y", "changes": {"m": 1}}])";
  CHECK_FALSE(is_settled(both, facts));
  CHECK_FALSE(is_settled(both, R"("incentive_pools": [{"stream": "medicare", )" + facts + "}]"));
  CHECK_FALSE(is_settled(both, R"("incentive_pools": [{"stream": "other", )" + facts + "}, " +
                                   R"({"stream": "medicare", )" + facts + "}], " + facts));
  CHECK(
      is_settled(both, R"("incentive_pools": [{"stream": "medicare", )" + facts + "}], " + facts));
}

TEST_CASE("A goal that no withhold has is not left out without a word") {
  CHECK_FALSE(is_settled(contract_of("withhold", kWithhold), R"("withhold":
      {"monthly_payments_cents": {"pcp": 100}}, "goals": [{"id": "g", "met": true},
      {"id": "other", "met": true}])"));
}

TEST_CASE("Facts that a contract needs are asked for by their place") {
  const auto lacks = [](const std::string& contract, const std::string& experience,
                        const std::string& path) {
    const std::string answer = json::settle(contract, experience_of(experience));
    INFO(answer);
    return answer.find("\"path\":\"/experience" + path + "\"") != std::string::npos;
  };
  CHECK(lacks(contract_of("withhold", kWithhold), "", "/withhold"));
  const std::string bonus = contract_of("prefunded_bonus", R"("program": {"name": "healthpartners",
      "performance_year": 2024, "annual_interest_rate": "0.03", "interest_days": 181})");
  for (const char* path : {"/spending", "/claims_subject_cents", "/quality/met_standard"}) {
    CHECK(lacks(bonus, "", path));
  }
  const std::string pool = contract_of(
      "incentive_pool", R"("program": {"name": "onecare_pip", "performance_year": 2021})");
  CHECK(lacks(pool, "", "/areas"));
  CHECK(lacks(pool, "", "/program_savings_cents"));
  CHECK(lacks(pool, R"("program_savings_cents": -5, "areas": [{"id": "a", "changes":
          {"pmpm": 0}}])",
              "/areas/0"));
}

}  // namespace
