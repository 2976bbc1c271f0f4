// SPDX-License-Identifier: Apache-2.0
#include "settlement/settlement.h"

#include "support/builders.h"
#include "support/catch.h"

namespace gainshare {
namespace {

using testing::contract_of;
using testing::experience_of;
using testing::facts_of;
using testing::one_sided_terms;

TEST_CASE("Per member per month figures are settled on their totals") {
  // $500 and $495 for 125,000 member months at a 1 % minimum: half of $625,000.
  auto terms = one_sided_terms();
  terms.minimum_savings_rate.value.fixed = Rate::percent(1);
  terms.cap.reset();
  Experience experience = experience_of(facts_of(Money::dollars(500), Money::dollars(495)));
  experience.spending->basis = SpendingBasis::PerMemberPerMonth;
  experience.population.member_months = 125'000;
  const auto settlement = settle(contract_of(terms), experience);
  REQUIRE(settlement.ok());
  CHECK(settlement.value().payment == Money::dollars(312'500));
}

TEST_CASE("Totals beyond exact money are an issue") {
  Experience experience = experience_of(facts_of(Money::cents(kLargestCents), Money::cents(1)));
  experience.spending->basis = SpendingBasis::PerMemberPerMonth;
  experience.population.member_months = 2;
  const auto settlement = settle(contract_of(one_sided_terms()), experience);
  REQUIRE_FALSE(settlement.ok());
  CHECK(settlement.issues().front().code == IssueCode::ArithmeticOverflow);
  CHECK(settlement.issues().front().path == "/spending/benchmark_cents");
}

TEST_CASE("Streams are settled in order and add up") {
  Contract contract = contract_of(one_sided_terms());
  contract.streams.push_back(contract.streams.front());
  contract.streams.back().id = "second";
  contract.streams.back().terms = testing::two_sided_terms();
  const auto facts = facts_of(Money::dollars(500), Money::dollars(480));
  const auto settlement = settle(contract, experience_of(facts));
  REQUIRE(settlement.ok());
  CHECK(settlement.value().streams[1].stream_id == "second");
  CHECK(settlement.value().payment == Money::dollars(22));
}

TEST_CASE("What every stream lacks is said once") {
  Contract contract = contract_of(one_sided_terms());
  contract.streams.push_back(contract.streams.front());
  contract.streams.back().id = "second";
  const auto settlement = settle(contract, Experience{});
  REQUIRE_FALSE(settlement.ok());
  REQUIRE(settlement.issues().size() == 1);
  CHECK(settlement.issues().front().path == "/spending");
}

}  // namespace
}  // namespace gainshare
