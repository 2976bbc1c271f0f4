// SPDX-License-Identifier: Apache-2.0
#include "rules/management_payment.h"

#include "support/catch.h"

namespace gainshare {
namespace {

// $6 and $30 a month, and $2.50 that performance keeps.
ManagementPaymentTerms terms(std::optional<PerformanceEffect> kept = LinearPart{}) {
  ManagementPaymentTerms terms;
  terms.tiers = {
      {.id = "low", .title = "Low", .per_member_month = Money::dollars(6), .source = {}},
      {.id = "high", .title = "High", .per_member_month = Money::dollars(30), .source = {}}};
  if (kept) {
    terms.performance_part = PerformancePart{};
    terms.performance_part->per_member_month.value = Money::cents(250);
    terms.performance_part->kept.value = *kept;
  }
  return terms;
}

ManagementPaymentInput input(Rate score) {
  return {.months = {{.tier = "high", .member_months = 100}, {.tier = "low", .member_months = 900}},
          .score = Ratio{score}};
}

ManagementPaymentOutcome settled(const ManagementPaymentTerms& of, const ManagementPaymentInput& in,
                                 Rounding rounding = {}) {
  REQUIRE(check_management_payment(of, in).empty());
  const auto out = settle_management_payment(of, in, rounding);
  REQUIRE(out.ok());
  return out.value();
}

TEST_CASE("Every tier is paid by its member months, and the fees are kept whatever the score") {
  const auto out = settled(terms(), input(Rate{}));
  REQUIRE(out.tiers.size() == 2);
  CHECK(out.tiers[0].member_months == 900);
  CHECK(out.fees == Money::dollars(900 * 6 + 100 * 30));
  CHECK(out.performance->payment == Money{});
  CHECK(out.payment == out.fees);
  CHECK(settled(terms(std::nullopt), input(Rate{})).payment == out.fees);
}

TEST_CASE("The part paid in advance is kept in proportion to the score, the rest paid back") {
  const auto kept = [](Rate score) {
    const auto out = settled(terms(), input(score));
    CHECK(out.performance->at_stake == Money::dollars(2'500));
    CHECK(out.performance->payment + out.performance->not_earned == Money::dollars(2'500));
    CHECK(out.payment == out.fees + out.performance->payment);
    return out.performance->payment;
  };
  CHECK(kept(Rate{}) == Money{});
  CHECK(kept(Rate::decimal(8, 1)) == Money::dollars(2'000));
  CHECK(kept(Rate::whole(1)) == Money::dollars(2'500));
}

TEST_CASE("Between floor and ceiling, and at either and just beside them") {
  const ManagementPaymentTerms within =
      terms(LinearPart{.floor = Rate::percent(50), .ceiling = Rate::percent(90)});
  const auto kept = [&](Rate score) { return settled(within, input(score)).performance->payment; };
  CHECK(kept(Rate::decimal(4999, 4)) == Money{});
  CHECK(kept(Rate::percent(50)) == Money{});
  CHECK(kept(Rate::decimal(5001, 4)) == Money::cents(63));  // 62.5 cents
  CHECK(kept(Rate::percent(70)) == Money::dollars(1'250));
  CHECK(kept(Rate::decimal(8999, 4)) == Money::cents(249'938));  // 2,499.375
  CHECK(kept(Rate::percent(90)) == Money::dollars(2'500));
  CHECK(kept(Rate::decimal(9001, 4)) == Money::dollars(2'500));
}

TEST_CASE("All or nothing keeps all of it from the threshold on") {
  const ManagementPaymentTerms all = terms(AllOrNothing{.threshold = Rate::percent(80)});
  CHECK(settled(all, input(Rate::decimal(7999, 4))).performance->payment == Money{});
  CHECK(settled(all, input(Rate::percent(80))).performance->payment == Money::dollars(2'500));
  CHECK(settled(all, input(Rate::decimal(8001, 4))).performance->payment == Money::dollars(2'500));
}

TEST_CASE("Tiers of the score keep their part") {
  const ManagementPaymentTerms tiers =
      terms(PartTiers{{{.from_score = Rate{}, .part = Rate{}},
                       {.from_score = Rate::percent(60), .part = Rate::percent(50)}}});
  CHECK(settled(tiers, input(Rate::decimal(5999, 4))).performance->payment == Money{});
  CHECK(settled(tiers, input(Rate::percent(60))).performance->payment == Money::dollars(1'250));
}

TEST_CASE("What the contract needs is asked for, all at once") {
  const Issues issues = check_management_payment(
      terms(), {.months = {{.tier = "low", .member_months = 1}}, .score = std::nullopt});
  REQUIRE(issues.size() == 2);
  CHECK(issues[0].path == "/member_months_by_tier");
  CHECK(issues[1].path == "/quality/score");
  CHECK(
      check_management_payment(terms(std::nullopt), {.months = {}, .score = std::nullopt}).size() ==
      2);
}

TEST_CASE("Management payments beyond exact money are an issue") {
  ManagementPaymentTerms of = terms();
  of.tiers[0].per_member_month = Money::cents(kLargestCents);
  const auto out = settle_management_payment(of, input(Rate::whole(1)), {});
  REQUIRE_FALSE(out.ok());
  CHECK(out.issues().front().code == IssueCode::ArithmeticOverflow);
  CHECK(out.issues().front().path == "/member_months_by_tier");
}

}  // namespace
}  // namespace gainshare
