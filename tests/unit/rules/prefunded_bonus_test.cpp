// SPDX-License-Identifier: Apache-2.0
#include "rules/prefunded_bonus.h"

#include "support/catch.h"

namespace gainshare {
namespace {

// 2 % in advance, half of the savings, at most 2 % of the claims, 3 % interest for 181 days.
PrefundedBonusTerms terms() {
  PrefundedBonusTerms terms;
  terms.prefund_rate.value = Rate::percent(2);
  terms.share_of_savings.value = Rate::percent(50);
  terms.maximum_rate_of_claims = Term<Rate>{.value = Rate::percent(2)};
  terms.quality_required.value = true;
  terms.annual_interest_rate.value = Rate::percent(3);
  terms.interest_days.value = 181;
  return terms;
}

PrefundedBonusInput input(Money target, Money actual, bool quality = true) {
  return {.claims_subject = Money::dollars(50'000'000),
          .benchmark = target,
          .expenditure = actual,
          .quality_met = quality};
}

PrefundedBonusOutcome settled(const PrefundedBonusTerms& of, const PrefundedBonusInput& in) {
  REQUIRE(check_prefunded_bonus_input(of, in).empty());
  const auto out = settle_prefunded_bonus(of, in, Rounding{});
  REQUIRE(out.ok());
  return out.value();
}

TEST_CASE("Half of the savings is earned and the rest of the prefund returns with interest") {
  const auto out = settled(terms(), input(Money::dollars(51'200'000), Money::dollars(50'000'000)));
  CHECK(out.prefund == Money::dollars(1'000'000));
  CHECK(out.earned == Money::dollars(600'000));
  CHECK(out.unearned == Money::dollars(400'000));
  CHECK(out.interest == Money::cents(595'068));
  CHECK(out.payer_keeps == Money::dollars(600'000));
}

TEST_CASE("The bonus stops at the prefund: at it, one cent of savings below and above") {
  const Money actual = Money::dollars(50'000'000);
  const Money at = Money::dollars(52'000'000);
  CHECK(settled(terms(), input(at, actual)).earned == Money::dollars(1'000'000));
  CHECK_FALSE(settled(terms(), input(at, actual)).limit_bound);
  // 2 cents of savings are one cent of bonus.
  CHECK(settled(terms(), input(at - Money::cents(2), actual)).earned == Money::cents(99'999'999));
  CHECK(settled(terms(), input(at + Money::cents(2), actual)).earned == Money::dollars(1'000'000));
  CHECK(settled(terms(), input(at + Money::cents(2), actual)).limit_bound);
}

TEST_CASE("The bonus stops at its maximum: at it, one cent below and above") {
  PrefundedBonusTerms stated = terms();
  stated.share_of_savings.value = Rate::whole(1);
  stated.limit_to_prefund.value = false;
  const Money actual = Money::dollars(1'000);
  const auto earned = [&](Money savings) {
    PrefundedBonusInput of = input(actual + savings, actual);
    of.claims_subject = Money::dollars(100);
    return settled(stated, of);
  };
  const auto stops_at = [&](Money most) {
    CHECK(earned(most - Money::cents(1)).earned == most - Money::cents(1));
    CHECK(earned(most).earned == most);
    CHECK_FALSE(earned(most).limit_bound);
    CHECK(earned(most + Money::cents(1)).earned == most);
    CHECK(earned(most + Money::cents(1)).limit_bound);
  };
  stated.maximum_rate_of_claims = Term<Rate>{.value = Rate::percent(5)};
  stops_at(Money::dollars(5));
  stated.maximum = Term<Money>{.value = Money::cents(499)};
  stops_at(Money::cents(499));
}

TEST_CASE("No days bear no interest, and the last day bears its own") {
  PrefundedBonusTerms stated = terms();
  const PrefundedBonusInput missed = input(Money::dollars(1), Money::dollars(1));
  stated.interest_days.value = 0;
  CHECK(settled(stated, missed).interest == Money{});
  stated.interest_days.value = 365;
  CHECK(settled(stated, missed).interest == Money::dollars(30'000));
  stated.interest_days.value = 364;
  CHECK(settled(stated, missed).interest == Money::cents(2'991'781));
}

TEST_CASE("The target must be beaten: at it nothing is earned, one cent below it something is") {
  PrefundedBonusTerms whole = terms();
  whole.share_of_savings.value = Rate::whole(1);
  const Money target = Money::dollars(50'000'000);
  CHECK(settled(whole, input(target, target)).earned == Money{});
  CHECK_FALSE(settled(whole, input(target, target)).cost_trend_beaten);
  CHECK(settled(whole, input(target, target - Money::cents(1))).earned == Money::cents(1));
  const auto above = settled(whole, input(target, target + Money::cents(1)));
  CHECK(above.earned == Money{});
  CHECK(above.savings == Money{});
  CHECK(above.payer_keeps == Money{});
  CHECK(above.unearned == above.prefund);
}

TEST_CASE(
    "Missed quality earns nothing where it is required, and does not matter where it is not") {
  const auto missed = input(Money::dollars(51'200'000), Money::dollars(50'000'000), false);
  const auto out = settled(terms(), missed);
  CHECK(out.earned == Money{});
  CHECK(out.unearned == Money::dollars(1'000'000));
  CHECK(out.interest == Money::cents(1'487'671));
  CHECK(out.payer_keeps == Money::dollars(1'200'000));
  PrefundedBonusTerms easy = terms();
  easy.quality_required.value = false;
  CHECK(settled(easy, missed).earned == Money::dollars(600'000));
}

TEST_CASE("Without the limit to the prefund the payer adds what is missing") {
  PrefundedBonusTerms open = terms();
  open.limit_to_prefund.value = false;
  open.maximum_rate_of_claims.reset();
  const auto out = settled(open, input(Money::dollars(54'000'000), Money::dollars(50'000'000)));
  CHECK(out.earned == Money::dollars(2'000'000));
  CHECK(out.paid_from_prefund == Money::dollars(1'000'000));
  CHECK(out.paid_on_top == Money::dollars(1'000'000));
  CHECK(out.unearned == Money{});
  CHECK(out.interest == Money{});
  open.maximum = Term<Money>{.value = Money::dollars(1'500'000)};
  CHECK(settled(open, input(Money::dollars(54'000'000), Money::dollars(50'000'000))).paid_on_top ==
        Money::dollars(500'000));
}

TEST_CASE("Quality that is required must be stated") {
  PrefundedBonusInput silent = input(Money::dollars(2), Money::dollars(1));
  silent.quality_met.reset();
  const Issues issues = check_prefunded_bonus_input(terms(), silent);
  REQUIRE(issues.size() == 1);
  CHECK(issues.front().path == "/quality/met_standard");
}

}  // namespace
}  // namespace gainshare
