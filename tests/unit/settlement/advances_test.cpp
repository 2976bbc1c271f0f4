// SPDX-License-Identifier: Apache-2.0
// Streams that offset one another: an advance by one, recouped by those after it.
#include <string>
#include <variant>

#include "settlement/settlement.h"
#include "support/builders.h"
#include "support/catch.h"

namespace gainshare {
namespace {

using testing::contract_of;
using testing::experience_of;
using testing::facts_of;
using testing::one_sided_terms;
using testing::stated;

Stream grant_of(Money amount, const std::string& id = "grant") {
  InfrastructureGrantTerms terms;
  terms.milestones = stated(std::vector<GrantMilestone>{
      {.id = id + "_milestone", .title = "Milestone", .amount = amount}});
  terms.advance = stated(true);
  Stream stream;
  stream.id = id;
  stream.terms = terms;
  return stream;
}

// The deck's one-sided terms earn $10 on a benchmark of $500 and spending of $480.
Contract with_grant(Money amount) {
  Contract contract = contract_of(one_sided_terms());
  contract.streams.insert(contract.streams.begin(), grant_of(amount));
  return contract;
}
Experience earning_ten_dollars() {
  Experience experience = experience_of(facts_of(Money::dollars(500), Money::dollars(480)));
  experience.milestones = {{.id = "grant_milestone", .met = true}};
  return experience;
}

Settlement settled(const Contract& contract, const Experience& experience) {
  const auto settlement = settle(contract, experience);
  INFO((settlement.ok() ? "" : settlement.issues().front().message));
  REQUIRE(settlement.ok());
  return settlement.value();
}

TEST_CASE("Savings recoup an advance up to what they earn, to the cent") {
  const auto net = [](Money grant) {
    const Settlement out = settled(with_grant(grant), earning_ten_dollars());
    REQUIRE(out.advances.size() == 1);
    const Recoupment& recoupment = out.streams[1].recoupment;
    CHECK(recoupment.recouped + recoupment.net == Money::dollars(10));
    CHECK(out.advances.front().outstanding() == grant - recoupment.recouped);
    CHECK(out.net_payment == grant + recoupment.net);
    return recoupment.net;
  };
  CHECK(net(Money::cents(999)) == Money::cents(1));
  CHECK(net(Money::cents(1'000)) == Money{});
  CHECK(net(Money::cents(1'001)) == Money{});
}

TEST_CASE("A milestone that is missed advances nothing") {
  Experience experience = earning_ten_dollars();
  experience.milestones.front().met = false;
  const Settlement out = settled(with_grant(Money::dollars(5)), experience);
  CHECK(out.advances.front().paid == Money{});
  CHECK(out.streams[1].recoupment.advances.empty());
  CHECK(out.net_payment == Money::dollars(10));
}

TEST_CASE("Earlier years come first, then the streams in order, and each is named") {
  Contract contract = with_grant(Money::dollars(3));
  contract.streams.insert(contract.streams.begin() + 1, grant_of(Money::dollars(9), "second"));
  Experience experience = earning_ten_dollars();
  experience.milestones.push_back({.id = "second_milestone", .met = true});
  experience.advance_payment_balance = Money::dollars(4);
  const Settlement out = settled(contract, experience);
  const auto& parts = out.streams[2].recoupment.advances;
  REQUIRE(parts.size() == 3);
  CHECK(parts[0].stream.empty());
  CHECK(parts[0].recouped == Money::dollars(4));
  CHECK(parts[1].stream == "grant");
  CHECK(parts[1].recouped == Money::dollars(3));
  CHECK(parts[2].stream == "second");
  CHECK(parts[2].recouped == Money::dollars(3));
  CHECK(out.advances[2].outstanding() == Money::dollars(6));
  CHECK(out.payment == Money::dollars(22));
  CHECK(out.net_payment == Money::dollars(12));
}

TEST_CASE("A stream before the advance keeps what it earned") {
  Contract contract = contract_of(one_sided_terms());
  contract.streams.front().id = "before";
  contract.streams.push_back(grant_of(Money::dollars(5)));
  contract.streams.push_back(contract.streams.front());
  contract.streams.back().id = "after";
  const Settlement out = settled(contract, earning_ten_dollars());
  CHECK(out.streams[0].recoupment.advances.empty());
  CHECK(out.streams[2].recoupment.recouped == Money::dollars(5));
}

TEST_CASE("A balance of earlier years that no stream recoups is not left out without a word") {
  Experience experience = earning_ten_dollars();
  experience.milestones.clear();
  experience.advance_payment_balance = Money::cents(1);
  const auto refused = settle(contract_of(one_sided_terms()), experience);
  REQUIRE_FALSE(refused.ok());
  REQUIRE(refused.issues().size() == 1);
  CHECK(refused.issues().front().path == "/spending/advance_payment_balance_cents");
  SharedSavingsTerms recouping = one_sided_terms();
  recouping.recoupment = Source{};
  CHECK(settled(contract_of(recouping), experience).net_payment == Money::cents(999));
}

TEST_CASE("A milestone that no grant names is refused") {
  Experience experience = earning_ten_dollars();
  experience.milestones.push_back({.id = "other", .met = true});
  const auto refused = settle(with_grant(Money::dollars(1)), experience);
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.issues().front().path == "/milestones");
}

TEST_CASE("All payments together stay within what is held exactly") {
  Contract contract;
  for (const char* const id : {"fees", "members"}) {
    Stream stream;
    stream.id = id;
    contract.streams.push_back(stream);
  }
  contract.streams[0].terms = FeeForServiceTerms{};
  CapitationTerms capitation;
  capitation.base =
      stated(std::variant<CapitationRate, PremiumShare>{CapitationRate{Money::cents(1)}});
  contract.streams[1].terms = capitation;
  Experience experience;
  experience.capitation = CapitationFacts{};
  experience.capitation->member_months = 10;
  experience.fee_for_service = FeeForServiceFacts{};
  experience.fee_for_service->total = Money::cents(kLargestCents - 10);
  CHECK(settled(contract, experience).payment == Money::cents(kLargestCents));
  experience.capitation->member_months = 11;
  const auto refused = settle(contract, experience);
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.issues().front().code == IssueCode::ArithmeticOverflow);
}

}  // namespace
}  // namespace gainshare
