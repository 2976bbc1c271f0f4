// SPDX-License-Identifier: Apache-2.0
#include "rules/fee_for_service.h"

#include "support/catch.h"

namespace gainshare {
namespace {

FeeForServiceFacts by_type(Money primary_care, Money hospitals) {
  FeeForServiceFacts facts;
  facts.by_type = {{.provider_type = "primary_care", .amount = primary_care},
                   {.provider_type = "hospitals", .amount = hospitals}};
  return facts;
}

FeeForServiceOutcome settled(const FeeForServiceTerms& terms, const FeeForServiceFacts& facts,
                             Rounding rounding = {}) {
  REQUIRE(check_fee_for_service_facts(terms, facts).empty());
  const auto out = settle_fee_for_service(terms, facts, rounding);
  REQUIRE(out.ok());
  return out.value();
}

TEST_CASE("Payments in all are paid as billed, or at a rate of the schedule") {
  FeeForServiceFacts facts;
  facts.total = Money::dollars(1'000);
  FeeForServiceTerms terms;
  CHECK(settled(terms, facts).payment == Money::dollars(1'000));
  terms.rate_of_schedule.value = Rate::decimal(11, 1);
  CHECK(settled(terms, facts).payment == Money::dollars(1'100));
}

TEST_CASE("Each provider type is paid at its own rate, in the order of the contract") {
  FeeForServiceTerms terms;
  terms.rate_of_schedule.value = Rate::percent(90);
  terms.provider_types = {
      {.id = "hospitals", .title = "Hospitals", .rate_of_schedule = Rate::percent(120)},
      {.id = "primary_care", .title = "Primary care", .rate_of_schedule = {}}};
  const auto out = settled(terms, by_type(Money::dollars(100), Money::dollars(200)));
  REQUIRE(out.parts.size() == 2);
  CHECK(out.parts[0].payment == Money::dollars(240));
  CHECK(out.parts[1].payment == Money::dollars(90));
  CHECK(out.payment == Money::dollars(330));
  CHECK(out.parts[0].rate_source.citation == "contract");
}

TEST_CASE("Types that the contract does not name are paid alike, in the order of the facts") {
  const auto out = settled({}, by_type(Money::cents(1), Money::cents(2)));
  REQUIRE(out.parts.size() == 2);
  CHECK(out.parts[0].title == "Primary care");
  CHECK(out.payment == Money::cents(3));
}

TEST_CASE("Each type is rounded by itself, at half a cent as the contract says") {
  FeeForServiceTerms terms;
  terms.rate_of_schedule.value = Rate::percent(50);
  const FeeForServiceFacts facts = by_type(Money::cents(3), Money::cents(5));
  CHECK(settled(terms, facts).payment == Money::cents(5));  // 2 and 3
  CHECK(settled(terms, facts, {.mode = RoundingMode::Down}).payment == Money::cents(3));
  CHECK(settled(terms, facts, {.mode = RoundingMode::HalfEven}).payment == Money::cents(4));
  terms.rate_of_schedule.value = Rate::decimal(49'999, 5);
  CHECK(settled(terms, facts).payment == Money::cents(3));
  terms.rate_of_schedule.value = Rate::decimal(50'001, 5);
  CHECK(settled(terms, facts, {.mode = RoundingMode::HalfEven}).payment == Money::cents(5));
}

TEST_CASE("Types of the contract and of the facts are matched, with every slip at once") {
  FeeForServiceTerms terms;
  terms.provider_types = {{.id = "primary_care", .title = "Primary care", .rate_of_schedule = {}},
                          {.id = "pharmacy", .title = "Pharmacy", .rate_of_schedule = {}}};
  const Issues issues =
      check_fee_for_service_facts(terms, by_type(Money::cents(1), Money::cents(1)));
  REQUIRE(issues.size() == 2);
  CHECK(issues[0].message.find("pharmacy") != std::string::npos);
  CHECK(issues[1].message.find("hospitals") != std::string::npos);
  FeeForServiceFacts total;
  total.total = Money::cents(1);
  CHECK(check_fee_for_service_facts(terms, total).size() == 1);
}

TEST_CASE("Payments beyond exact money are an issue") {
  FeeForServiceFacts facts = by_type(Money::cents(kLargestCents), Money{});
  CHECK(settle_fee_for_service({}, facts, {}).ok());
  facts.by_type[1].amount = Money::cents(1);
  const auto out = settle_fee_for_service({}, facts, {});
  REQUIRE_FALSE(out.ok());
  CHECK(out.issues().front().code == IssueCode::ArithmeticOverflow);
}

}  // namespace
}  // namespace gainshare
