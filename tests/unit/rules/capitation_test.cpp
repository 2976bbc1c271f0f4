// SPDX-License-Identifier: Apache-2.0
#include "rules/capitation.h"

#include "support/catch.h"

namespace gainshare {
namespace {

CapitationTerms by_rate(Money rate, bool risk_adjusted = false) {
  CapitationTerms terms;
  terms.base.value = CapitationRate{rate};
  terms.risk_adjusted.value = risk_adjusted;
  return terms;
}
CapitationTerms of_premium(Rate share) {
  CapitationTerms terms;
  terms.base.value = PremiumShare{share};
  return terms;
}

CapitationOutcome settled(const CapitationTerms& terms, const CapitationInput& input,
                          Rounding rounding = {}) {
  REQUIRE(check_capitation_input(terms, input).empty());
  const auto out = settle_capitation(terms, input, rounding);
  REQUIRE(out.ok());
  return out.value();
}

TEST_CASE("A share of the premium is paid for every member month") {
  CapitationInput input;
  input.facts.member_months = 120'000;
  input.facts.premium_per_member_month = Money::dollars(450);
  const auto out = settled(of_premium(Rate::percent(85)), input);
  CHECK(out.premium == Amount{Money::dollars(54'000'000)});
  CHECK(out.payment == Money::dollars(45'900'000));
}

TEST_CASE("A premium given in all needs no member months") {
  CapitationInput input;
  input.facts.premium = Money::dollars(54'000'000);
  const auto out = settled(of_premium(Rate::percent(85)), input);
  CHECK_FALSE(out.member_months);
  CHECK(out.payment == Money::dollars(45'900'000));
}

TEST_CASE("A rate per member per month is adjusted for risk and trend") {
  CapitationInput input;
  input.facts.members = 10'000;
  input.facts.months = 12;
  input.facts.risk_score = Rate::decimal(107, 2);
  CapitationTerms terms = by_rate(Money::dollars(300), true);
  CHECK(settled(terms, input).payment == Money::dollars(38'520'000));
  terms.trend_factor = Term<Rate>{.value = Rate::decimal(102, 2)};
  const auto out = settled(terms, input);
  CHECK(out.member_months == 120'000);
  CHECK(out.base == Amount{Money::dollars(36'000'000)});
  CHECK(out.trended == Amount{Money::dollars(36'720'000)});
  CHECK(out.payment == Money::dollars(39'290'400));
  // A risk score that the terms do not use changes nothing.
  CHECK(settled(by_rate(Money::dollars(300)), input).payment == Money::dollars(36'000'000));
}

TEST_CASE("Member months are the capitation's own before those of the population") {
  CapitationInput input;
  input.population_member_months = 7;
  CHECK(settled(by_rate(Money::cents(100)), input).payment == Money::cents(700));
  input.facts.members = 2;
  input.facts.months = 3;
  CHECK(settled(by_rate(Money::cents(100)), input).payment == Money::cents(600));
  input.facts.member_months = 6;
  CHECK(settled(by_rate(Money::cents(100)), input).payment == Money::cents(600));
}

TEST_CASE("The payment alone is rounded, and a half cent as the contract says") {
  CapitationInput input;
  input.facts.member_months = 1;
  input.facts.premium_per_member_month = Money::cents(101);
  const CapitationTerms half = of_premium(Rate::percent(50));
  CHECK(settled(half, input).payment == Money::cents(51));
  CHECK(settled(half, input, {.mode = RoundingMode::HalfEven}).payment == Money::cents(50));
  CHECK(settled(half, input, {.mode = RoundingMode::Down}).payment == Money::cents(50));
  // Just below and just above the half.
  const CapitationTerms below = of_premium(Rate::decimal(4999, 4));
  CHECK(settled(below, input, {.mode = RoundingMode::HalfEven}).payment == Money::cents(50));
  const CapitationTerms above = of_premium(Rate::decimal(5001, 4));
  CHECK(settled(above, input, {.mode = RoundingMode::HalfEven}).payment == Money::cents(51));
}

TEST_CASE("What a capitation lacks is asked for, all at once") {
  CapitationTerms terms = of_premium(Rate::percent(85));
  terms.risk_adjusted.value = true;
  const Issues issues = check_capitation_input(terms, {});
  REQUIRE(issues.size() == 3);
  CHECK(issues[0].path == "/capitation/premium_pmpm_cents");
  CHECK(issues[1].path == "/capitation/member_months");
  CHECK(issues[2].path == "/capitation/risk_score");
  CHECK(check_capitation_input(by_rate(Money::cents(1)), {}).size() == 1);
}

TEST_CASE("A capitation beyond exact money is an issue") {
  CapitationInput input;
  input.facts.member_months = 2;
  CHECK(settle_capitation(by_rate(Money::cents(kLargestCents / 2)), input, {}).ok());
  const auto out = settle_capitation(by_rate(Money::cents(kLargestCents / 2 + 1)), input, {});
  REQUIRE_FALSE(out.ok());
  CHECK(out.issues().front().code == IssueCode::ArithmeticOverflow);
}

}  // namespace
}  // namespace gainshare
