// SPDX-License-Identifier: Apache-2.0
// Total cost of care indices as texts: what is read, what is written, every slip with its place,
// and a working that replays.
#include <string>

#include "settlement/settlement.h"
#include "support/catch.h"
#include "support/readings.h"
#include "support/replay.h"
#include "trace/trace.h"

using namespace gainshare;
using namespace gainshare::testing;

namespace {

constexpr const char* kSides = R"("total_cost_index": {
  "group": {"paid_pmpm_cents": 42000, "resources_cents": 380000, "member_months": 10,
            "illness_burden": "1.05"},
  "peers": {"paid_pmpm_cents": 39000, "resources_pmpm_cents": 37000, "illness_burden": 1},
  "members": 600})";

std::string contract(const std::string& terms) {
  return contract_of("total_cost_index", R"("terms": )" + terms);
}

TEST_CASE("The indices are compared, reported by their decimals and paid by nobody") {
  const std::string answer = settled(contract(R"({"minimum_members": 600})"), kSides);
  CHECK(says(answer, R"("cost_index_reported":"1.026")"));
  CHECK(says(answer, R"("resource_index_reported":"0.978")"));
  CHECK(says(answer, R"("price_index_reported":"1.049")"));
  CHECK(says(answer, R"("payment_cents":0)"));
  CHECK(says(settled(contract(R"({"decimals": 0})"), kSides), R"("cost_index_reported":"1")"));
  const std::string few = settled(contract(R"({"minimum_members": 601})"), kSides);
  CHECK(says(few, R"("enough_members":false)"));
  CHECK(few.find("reported\"") == std::string::npos);
}

TEST_CASE("What the indices lack is asked for") {
  CHECK(says(settled(contract("{}"), R"("quality": {})"),
             R"("path":"/experience/total_cost_index")"));
  CHECK(says(settled(contract("{}"), R"("total_cost_index": {"group": {"illness_burden": 1},
             "peers": {"paid_cents": 5, "illness_burden": 1}})"),
             R"("path":"/experience/total_cost_index/peers/member_months")"));
}

TEST_CASE("Every slip in the terms and the facts of the indices is told at once") {
  CHECK(contract_slips("total_cost_index", R"("terms": {"members": {"youngest_age": 20,
          "oldest_age": 19, "minimum_months": 13, "truncation_cents": 0},
          "minimum_members": -1, "decimals": 7, "peers": 1})") ==
        Paths{"/streams/0/terms/members/minimum_months",
              "/streams/0/terms/members/truncation_cents", "/streams/0/terms/members/oldest_age",
              "/streams/0/terms/minimum_members", "/streams/0/terms/decimals",
              "/streams/0/terms/peers"});
  CHECK(experience_slips(R"("total_cost_index": {"group": {"paid_cents": 1, "paid_pmpm_cents": 1,
          "member_months": 0, "illness_burden": 0}, "members": 0.5})") ==
        Paths{"/total_cost_index/group/paid_cents", "/total_cost_index/group/member_months",
              "/total_cost_index/group/illness_burden", "/total_cost_index/peers",
              "/total_cost_index/members"});
}

TEST_CASE("The working of the indices replays, and no step of it can say something else") {
  for (const char* terms :
       {R"({"minimum_members": 600, "decimals": 4})", R"({"minimum_members": 700})", "{}"}) {
    Issues issues;
    const auto of = json::read_contract(contract(terms), json::Place{""}, issues);
    const auto with = json::read_experience(experience_of(kSides), json::Place{""}, issues);
    REQUIRE(of);
    REQUIRE(with);
    const auto out = settle(*of, *with);
    REQUIRE(out.ok());
    const Trace steps = trace(*of, *with, out.value());
    CHECK(replay(steps).empty());
    CHECK(unseen_falsehoods(steps).empty());
  }
}

}  // namespace
