// SPDX-License-Identifier: Apache-2.0
// Capitation and the other payments that are not earned by savings, as texts: what is read, and
// every slip with its place.
#include <string>

#include "support/catch.h"
#include "support/readings.h"

using namespace gainshare;
using gainshare::json::Place;
using namespace gainshare::testing;

namespace {

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

TEST_CASE("Fee-for-service settles in all and by provider type") {
  const std::string fees = contract_of("fee_for_service", R"("terms": {})");
  CHECK(is_settled(fees, R"("fee_for_service": {"payments_cents": 0})"));
  CHECK(is_settled(fees,
                   R"("fee_for_service": {"payments_by_provider_type_cents": {"hospitals": 1}})"));
  CHECK_FALSE(is_settled(fees, ""));
  const std::string typed =
      contract_of("fee_for_service",
                  R"("terms": {"provider_types": [{"id": "pcp", "title": "Primary care"}]})");
  CHECK(is_settled(typed, R"("fee_for_service": {"payments_by_provider_type_cents": {"pcp": 1}})"));
  CHECK_FALSE(is_settled(typed, R"("fee_for_service": {"payments_cents": 1})"));
}

TEST_CASE("Every slip in the terms and facts of fee-for-service is told at once") {
  CHECK(contract_slips("fee_for_service", R"("terms": {"rate_of_schedule": 0, "provider_types": [
          {"id": "a", "title": ""}, {"id": "a", "title": "A", "rate_of_schedule": 101}],
          "bonus": 1})") ==
        Paths{"/streams/0/terms/rate_of_schedule", "/streams/0/terms/provider_types/0/title",
              "/streams/0/terms/provider_types/1/rate_of_schedule",
              "/streams/0/terms/provider_types/1/id", "/streams/0/terms/bonus"});
  CHECK(experience_slips(R"("fee_for_service": {})") == Paths{"/fee_for_service/payments_cents"});
  CHECK(experience_slips(R"("fee_for_service": {"payments_cents": 1,
          "payments_by_provider_type_cents": {"a": -1}})") ==
        Paths{"/fee_for_service/payments_by_provider_type_cents/a",
              "/fee_for_service/payments_cents"});
  CHECK(experience_slips(R"("fee_for_service": {"payments_by_provider_type_cents": {}})") ==
        Paths{"/fee_for_service/payments_by_provider_type_cents"});
}

TEST_CASE("Every slip in a grant and its milestones is told at once") {
  CHECK(contract_slips("infrastructure_grant", R"("terms": {"milestones": [
          {"id": "a", "title": "A", "amount_cents": 0}, {"id": "a", "title": "A",
          "amount_cents": 1}], "advance": "yes"})") ==
        Paths{"/streams/0/terms/milestones/0/amount_cents", "/streams/0/terms/milestones/1/id",
              "/streams/0/terms/advance"});
  CHECK(contract_slips("infrastructure_grant", R"("terms": {"milestones": []})") ==
        Paths{"/streams/0/terms/milestones"});
  CHECK(experience_slips(R"("milestones": [{"id": "a", "met": 1}, {"id": "a", "met": true}])") ==
        Paths{"/milestones/0/met", "/milestones/1/id"});
}

TEST_CASE("Every slip in a management payment is told at once") {
  CHECK(contract_slips("management_payment", R"("terms": {"tiers": [{"id": "a", "title": "A",
          "pmpm_cents": -1}, {"id": "a", "title": "A", "pmpm_cents": 0}], "performance_part":
          {"pmpm_cents": 0, "effect": "linear", "floor": 1, "tiers": []}, "advance": 1})") ==
        Paths{"/streams/0/terms/tiers/0/pmpm_cents", "/streams/0/terms/tiers/1/id",
              "/streams/0/terms/performance_part/pmpm_cents",
              "/streams/0/terms/performance_part/tiers", "/streams/0/terms/performance_part/floor",
              "/streams/0/terms/advance"});
  CHECK(contract_slips("management_payment", R"("program": {"name": "cpc_plus",
          "performance_year": 2016, "track": "track_1"})") ==
        Paths{"/streams/0/program/performance_year"});
  CHECK(contract_slips("management_payment", R"("program": {"name": "cpc_plus",
          "performance_year": 2018, "track": "track_3"})") == Paths{"/streams/0/program/track"});
  CHECK(contract_slips("management_payment", R"("program": {"name": "mssp",
          "performance_year": 2018, "track": "track_1"})") == Paths{"/streams/0/program/name"});
  CHECK(experience_slips(R"("member_months_by_tier": {"a": -1, "b": 1.5})") ==
        Paths{"/member_months_by_tier/a", "/member_months_by_tier/b"});
  // A score has no place where nothing asks for it.
  const std::string answer = json::validate(R"({"format": "gainshare-contract-1", "title": "T",
      "streams": [{"id": "q", "kind": "management_payment", "score_from": "x", "terms": {"tiers":
      [{"id": "a", "title": "A", "pmpm_cents": 1}]}}]})");
  CHECK(answer.find("/streams/0/score_from") != std::string::npos);
}

TEST_CASE("Streams that cannot stand together are refused with the reason, at their place") {
  const std::string cap = R"({"id": "cap", "kind": "capitation", "terms":
      {"form": "per_member_per_month", "rate_cents": 1}})";
  const std::string fees = R"({"id": "fees", "kind": "fee_for_service", "terms": {}})";
  const std::string grant = R"({"id": "grant", "kind": "infrastructure_grant", "terms":
      {"advance": true, "milestones": [{"id": "m", "title": "M", "amount_cents": 1}]}})";
  Issues issues;
  const std::string contract =
      R"({"format": "gainshare-contract-1", "title": "Test", "streams": [)" + fees + ", " + cap +
      ", " + grant + "]}";
  CHECK_FALSE(json::read_contract(contract, Place{"/contract"}, issues).has_value());
  CHECK(paths_of(issues) == Paths{"/contract/streams/1", "/contract/streams/2"});
  CHECK(issues[0].message.find("carve_out") != std::string::npos);
  CHECK(issues[1].message.find("advance") != std::string::npos);
}

}  // namespace
