// SPDX-License-Identifier: Apache-2.0
// Risk corridors and episode payments as texts: what is read, and every slip with its place.
#include <string>

#include "support/catch.h"
#include "support/readings.h"

namespace gainshare {
namespace {

using namespace testing;

TEST_CASE("A corridor without terms of its own shares the whole difference") {
  const std::string answer =
      settled(contract_of("risk_corridor", R"("terms": {})"),
              R"("spending": {"benchmark_cents": 100, "expenditure_cents": 90})");
  CHECK(says(answer, R"("payment_cents":10,)"));
}

TEST_CASE("Every slip in the terms of a corridor has its place") {
  CHECK(contract_slips("risk_corridor", R"("terms": {"discount": 0.6, "quality_withhold": 0.41,
      "cap": 0, "share": 1.1, "sequestration": 0.02})") ==
        Paths{"/streams/0/terms/discount", "/streams/0/terms/quality_withhold",
              "/streams/0/terms/cap", "/streams/0/terms/share", "/streams/0/terms/sequestration"});
  CHECK(contract_slips("risk_corridor", R"("terms": {"corridors": [{"share": 1},
      {"up_to": 0.1, "share": 0.5}]})") == Paths{"/streams/0/terms/corridors/0/up_to"});
  CHECK(contract_slips("risk_corridor", R"("terms": {"corridors": [{"up_to": 0.1, "share": 1},
      {"up_to": 0.1, "share": 0.5}]})") == Paths{"/streams/0/terms/corridors/1/up_to"});
  CHECK(contract_slips("risk_corridor", R"("terms": {"discount": 0.01, "discount_parts":
      [{"id": "a", "title": "A", "rate": 0.02}, {"id": "a", "title": "B", "rate": 0.02}]})") ==
        Paths{"/streams/0/terms/discount", "/streams/0/terms/discount_parts/1/id"});
  CHECK(contract_slips("risk_corridor", R"("terms": {"discount_parts":
      [{"id": "a", "title": "A", "rate": -0.02}]})") == Paths{"/streams/0/terms/discount_parts"});
}

TEST_CASE("Programs of corridors are named, and their elections have places") {
  CHECK(contract_slips("risk_corridor", R"("program": {"name": "mssp"})") ==
        Paths{"/streams/0/program/name"});
  CHECK(contract_slips("risk_corridor", R"("program": {"name": "ngaco", "performance_year": 2017,
      "risk_arrangement": "partial_risk", "cap": 0.16})") ==
        Paths{"/streams/0/program/cap", "/streams/0/program/quality_discount",
              "/streams/0/program/regional_discount", "/streams/0/program/national_discount"});
  CHECK(contract_slips("risk_corridor", R"("program": {"name": "aco_reach",
      "performance_year": 2020, "risk_arrangement": "global"})") ==
        Paths{"/streams/0/program/performance_year"});
  CHECK(contract_slips("risk_corridor", R"("terms": {}, "program": {})") ==
        Paths{"/streams/0/program"});
}

TEST_CASE("Pioneer is a shared savings program, with its own elections") {
  const std::string pioneer = R"("program": {"name": "pioneer", "performance_year": 1,
      "option": "core"})";
  const std::string answer =
      settled(contract_of("shared_savings", pioneer),
              R"("spending": {"benchmark_cents": 10000000000, "expenditure_cents": 9600000000},
                 "quality": {"score": 1})");
  CHECK(says(answer, R"("payment_cents":240000000,)"));
  CHECK(says(answer, R"("status":"unverified")"));
  CHECK(contract_slips("shared_savings", R"("program": {"name": "pioneer", "performance_year": 3,
      "option": "option_b", "track": "core"})") ==
        Paths{"/streams/0/program/track", "/streams/0/program/option"});
}

TEST_CASE("What a corridor's experience lacks is asked for") {
  const std::string withheld = contract_of("risk_corridor", R"("terms": {"quality_withhold": 0.02,
      "retention_withhold": 0.02})");
  const std::string answer =
      settled(withheld, R"("spending": {"benchmark_cents": 100, "expenditure_cents": 90})");
  CHECK(says(answer, R"("path":"/experience/quality/score")"));
  CHECK(says(answer, R"("path":"/experience/risk_corridor/retention_met")"));
}

TEST_CASE("Every slip in the terms of an episode payment has its place") {
  CHECK(contract_slips("episode_payment", R"("terms": {"discount": 0.03, "quality": {"form":
      "discount_by_band", "bands": [{"id": "low", "from_score": 0}],
      "maximum_adjustment": 0.1}})") ==
        Paths{"/streams/0/terms/quality/maximum_adjustment", "/streams/0/terms/discount"});
  CHECK(contract_slips("episode_payment", R"("terms": {"quality": {"form": "discount_by_band",
      "bands": [{"id": "low", "from_score": 1}, {"id": "low", "from_score": 1}]}})") ==
        Paths{"/streams/0/terms/quality/bands/0/from_score",
              "/streams/0/terms/quality/bands/1/from_score",
              "/streams/0/terms/quality/bands/1/id"});
  CHECK(contract_slips("episode_payment",
                       R"("terms": {"winsorise": {"low": 0.9, "high": 0.1}, "stop_gain": 2})") ==
        Paths{"/streams/0/terms/stop_gain", "/streams/0/terms/winsorise/high"});
  CHECK(contract_slips("episode_payment", R"("program": {"name": "cjr", "performance_year": 9})") ==
        Paths{"/streams/0/program/performance_year"});
  CHECK(contract_slips("episode_payment",
                       R"("program": {"name": "bpci_advanced", "performance_year": 2020,
      "hospital": "rural"})") == Paths{"/streams/0/program/hospital"});
}

TEST_CASE("Every slip in the episodes has its place") {
  CHECK(experience_slips(R"("episodes": {"groups": []})") == Paths{"/episodes/groups"});
  CHECK(experience_slips(R"("episodes": {"groups": [{"id": "a", "count": 2,
      "episode_costs_cents": [1, 2, "3"], "actual_cents": 4}]})") ==
        Paths{"/episodes/groups/0", "/episodes/groups/0/actual_cents",
              "/episodes/groups/0/episode_costs_cents/2", "/episodes/groups/0/count"});
  CHECK(experience_slips(R"("episodes": {"composite_score": 5, "composite": [{"id": "pro"}],
      "groups": [{"id": "a", "count": 1, "target_price_cents": 1, "case_mix": 1,
      "actual_cents": 1}]})") == Paths{"/episodes/composite_score", "/episodes/groups/0/case_mix"});
}

TEST_CASE("A composite score is made of its measures only where the terms say how") {
  const std::string cjr =
      contract_of("episode_payment", R"("program": {"name": "cjr", "performance_year": 2})");
  const std::string group = R"("groups": [{"id": "a", "count": 1, "target_price_cents": 10000,
      "actual_cents": 9500}])";
  CHECK(says(settled(cjr, R"("episodes": {)" + group + "}"), "/experience/episodes/composite"));
  const std::string scored = settled(
      cjr, R"("episodes": {"composite": [{"id": "pro", "submitted": true}], )" + group + "}");
  CHECK(says(scored, R"("score":"14.6")"));  // 7 and 5.6 at the 50th percentile, and 2
  const std::string own = contract_of("episode_payment", R"("terms": {})");
  CHECK(says(settled(own, R"("episodes": {"composite": [{"id": "pro"}], )" + group + "}"),
             R"("code":"not_applicable")"));
}

}  // namespace
}  // namespace gainshare
