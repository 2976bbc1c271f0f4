// SPDX-License-Identifier: Apache-2.0
#include "rules/pay_for_performance.h"

#include "support/catch.h"

namespace gainshare {
namespace {

PayForPerformanceTerms terms(PerformanceForm form, PerformanceEffect effect) {
  PayForPerformanceTerms terms;
  terms.form.value = form;
  terms.rate.value = Rate::percent(3);
  terms.effect.value = std::move(effect);
  return terms;
}

PayForPerformanceInput scoring(Rate score, Money base = Money::dollars(1'000'000)) {
  PayForPerformanceInput input;
  input.facts = PayForPerformanceFacts{.base = base};
  input.score = score;
  return input;
}

PayForPerformanceOutcome settled(const PayForPerformanceTerms& of,
                                 const PayForPerformanceInput& input, Rounding rounding = {}) {
  const auto out = settle_pay_for_performance(of, input, rounding);
  REQUIRE(out.ok());
  return out.value();
}

// One unit of the last place around a score.
constexpr Rate just_below(std::int64_t percent) { return Rate::decimal(percent * 100 - 1, 4); }
constexpr Rate just_above(std::int64_t percent) { return Rate::decimal(percent * 100 + 1, 4); }

TEST_CASE("A withhold of 3 % of a million gives 25,500 back at a score of .85") {
  const auto out =
      settled(terms(PerformanceForm::Withhold, LinearPart{}), scoring(Rate::percent(85)));
  CHECK(out.at_stake == Money::dollars(30'000));
  CHECK(out.payment == Money::dollars(25'500));
  CHECK(out.not_earned == Money::dollars(4'500));
  CHECK(out.penalty == Money{});
}

TEST_CASE("All or nothing: at the threshold, one unit below and above") {
  const auto of = terms(PerformanceForm::Bonus, AllOrNothing{Rate::percent(80)});
  CHECK(settled(of, scoring(Rate::percent(80))).payment == Money::dollars(30'000));
  CHECK(settled(of, scoring(just_above(80))).payment == Money::dollars(30'000));
  CHECK(settled(of, scoring(just_below(80))).payment == Money{});
  CHECK(settled(of, scoring(just_below(80))).not_earned == Money::dollars(30'000));
}

TEST_CASE("A penalty is owed below the threshold and not at it") {
  const auto of = terms(PerformanceForm::Penalty, AllOrNothing{Rate::percent(80)});
  CHECK(settled(of, scoring(just_below(80))).penalty == Money::dollars(30'000));
  CHECK(settled(of, scoring(Rate::percent(80))).penalty == Money{});
  CHECK(settled(of, scoring(just_above(80))).penalty == Money{});
  CHECK(settled(of, scoring(just_below(80))).payment == Money{});
}

TEST_CASE("In proportion: at floor and ceiling, one unit below and above") {
  const auto of = terms(PerformanceForm::Bonus, LinearPart{Rate::percent(50), Rate::percent(90)});
  CHECK(settled(of, scoring(Rate::percent(50))).payment == Money{});
  CHECK(settled(of, scoring(just_below(50))).payment == Money{});
  // A ten-thousandth of 4,000 of the way: 30,000 × 1/4,000.
  CHECK(settled(of, scoring(just_above(50))).payment == Money::cents(750));
  CHECK(settled(of, scoring(Rate::percent(90))).payment == Money::dollars(30'000));
  CHECK(settled(of, scoring(just_above(90))).payment == Money::dollars(30'000));
  CHECK(settled(of, scoring(just_below(90))).payment == Money::cents(2'999'250));
  CHECK(settled(of, scoring(Rate::percent(70))).payment == Money::dollars(15'000));
  CHECK(settled(of, scoring(Rate{})).payment == Money{});
  CHECK(settled(of, scoring(Rate::whole(1))).payment == Money::dollars(30'000));
}

TEST_CASE("Tiers: at each, one unit below and above") {
  const auto of = terms(PerformanceForm::Bonus, PartTiers{{{Rate{}, Rate{}},
                                                           {Rate::percent(60), Rate::percent(50)},
                                                           {Rate::percent(90), Rate::whole(1)}}});
  CHECK(settled(of, scoring(just_below(60))).payment == Money{});
  CHECK(settled(of, scoring(Rate::percent(60))).payment == Money::dollars(15'000));
  CHECK(settled(of, scoring(just_above(60))).payment == Money::dollars(15'000));
  CHECK(settled(of, scoring(just_below(90))).payment == Money::dollars(15'000));
  CHECK(settled(of, scoring(Rate::percent(90))).payment == Money::dollars(30'000));
  CHECK(settled(of, scoring(just_above(90))).payment == Money::dollars(30'000));
}

TEST_CASE("A penalty in proportion is what a bonus would have left unearned") {
  const LinearPart part{Rate::percent(50), Rate::percent(90)};
  const auto bonus = settled(terms(PerformanceForm::Bonus, part), scoring(Rate::percent(60)));
  const auto penalty = settled(terms(PerformanceForm::Penalty, part), scoring(Rate::percent(60)));
  CHECK(bonus.payment + penalty.penalty == Money::dollars(30'000));
  CHECK(penalty.not_earned == penalty.penalty);
}

TEST_CASE("What is withheld is whole cents, and what returns is a part of those") {
  // 3 % of $0.50 is 1.5 cents: two are kept back, and half of two returns.
  const auto of = terms(PerformanceForm::Withhold, LinearPart{});
  const auto out = settled(of, scoring(Rate::percent(50), Money::cents(50)));
  CHECK(out.at_stake == Money::cents(2));
  CHECK(out.payment == Money::cents(1));
  CHECK(out.not_earned == Money::cents(1));
  // Of a bonus nothing is kept back: half of 1.5 cents is 0.75, one cent.
  CHECK(settled(terms(PerformanceForm::Bonus, LinearPart{}),
                scoring(Rate::percent(50), Money::cents(50)))
            .payment == Money::cents(1));
}

TEST_CASE(
    "A base per member per month is times the member months, its own before the population's") {
  const auto of = terms(PerformanceForm::Bonus, AllOrNothing{});
  PayForPerformanceInput input = scoring(Rate::whole(1));
  input.facts = PayForPerformanceFacts{.base_per_member_month = Money::dollars(45)};
  input.member_months = 1'000;
  CHECK(settled(of, input).payment == Money::dollars(1'350));
  input.facts->member_months = 2'000;
  CHECK(settled(of, input).payment == Money::dollars(2'700));
}

TEST_CASE("What is missing is said at once, each with its place") {
  const Issues all = check_pay_for_performance({});
  REQUIRE(all.size() == 2);
  CHECK(all[0].path == "/pay_for_performance");
  CHECK(all[1].path == "/quality/score");
  PayForPerformanceInput input = scoring(Rate::whole(1));
  input.facts = PayForPerformanceFacts{.base_per_member_month = Money::dollars(45)};
  const Issues months = check_pay_for_performance(input);
  REQUIRE(months.size() == 1);
  CHECK(months[0].path == "/population/member_months");
}

TEST_CASE("Payments per member per month beyond 2^53 cents are an issue") {
  PayForPerformanceInput input = scoring(Rate::whole(1));
  input.facts = PayForPerformanceFacts{.base_per_member_month = Money::cents(kLargestCents)};
  input.member_months = 12'000'000'000;
  CHECK_FALSE(
      settle_pay_for_performance(terms(PerformanceForm::Bonus, AllOrNothing{}), input, {}).ok());
}

}  // namespace
}  // namespace gainshare
