// SPDX-License-Identifier: Apache-2.0
#include "rules/withhold.h"

#include "support/catch.h"

namespace gainshare {
namespace {

// 5 % of the payments, 2.4 % a year, goals of weight 0.5, 0.3 and 0.2.
WithholdTerms terms(WithholdEarning earning = WithholdEarning::ByWeight) {
  WithholdTerms terms;
  terms.provider_types.value = {
      {.id = "primary_care", .title = "Primary care", .withhold_rate = Rate::percent(5)}};
  terms.annual_interest_rate.value = Rate::decimal(24, 3);
  terms.goals = {{.id = "a", .title = "A", .weight = Rate::decimal(5, 1)},
                 {.id = "b", .title = "B", .weight = Rate::decimal(3, 1)},
                 {.id = "c", .title = "C", .weight = Rate::decimal(2, 1)}};
  terms.earning.value = earning;
  return terms;
}

WithholdFacts paid(Money monthly, std::int64_t months) {
  return {.months = {{{.provider_type = "primary_care", .amount = monthly}}},
          .month_count = months};
}

std::vector<GoalResult> goals(bool a, bool b, bool c) {
  return {{.id = "a", .met = a}, {.id = "b", .met = b}, {.id = "c", .met = c}};
}

WithholdOutcome settled(const WithholdTerms& of, const WithholdFacts& facts,
                        const std::vector<GoalResult>& met, Rounding rounding = {}) {
  REQUIRE(check_withhold_facts(of, facts, met).empty());
  const auto out = settle_withhold(of, facts, met, rounding);
  REQUIRE(out.ok());
  return out.value();
}

TEST_CASE("Deposits at the start of each month earn interest on interest") {
  const auto out = settled(terms(), paid(Money::dollars(1'000'000), 12), goals(true, true, false));
  CHECK(out.deposits == Money::dollars(600'000));
  CHECK(out.balance == Money::cents(60'785'749));
  CHECK(out.interest == Money::cents(785'749));
  CHECK(out.earned == Money::cents(48'628'599));
  CHECK(out.returned == Money::cents(12'157'150));
  // One month: a deposit of 50,000 and 0.2 % of it.
  CHECK(out.months.front().balance == Amount{Money::dollars(50'100)});
}

TEST_CASE("Without compounding only what was withheld bears interest") {
  WithholdTerms simple = terms();
  simple.compounding.value = Compounding::None;
  // 50,000 × 0.2 % × (1 + 2 + 3).
  const auto out = settled(simple, paid(Money::dollars(1'000'000), 3), goals(true, true, true));
  CHECK(out.balance == Money::dollars(150'600));
  CHECK(out.earned == out.balance);
  CHECK(out.returned == Money{});
}

TEST_CASE("All or nothing: one goal that is missed loses everything") {
  const auto facts = paid(Money::dollars(100), 1);
  const auto all = settled(terms(WithholdEarning::AllOrNothing), facts, goals(true, true, true));
  CHECK(all.earned == Money::cents(501));
  const auto two = settled(terms(WithholdEarning::AllOrNothing), facts, goals(true, true, false));
  CHECK(two.earned == Money{});
  CHECK(two.returned == Money::cents(501));
}

TEST_CASE("Weights need not add up to one, and no goal met earns nothing") {
  WithholdTerms weighed = terms();
  weighed.goals[0].weight = Rate::whole(3);
  weighed.goals[1].weight = Rate::whole(2);
  weighed.goals[2].weight = Rate::whole(1);
  weighed.annual_interest_rate.value = Rate{};
  const auto facts = paid(Money::dollars(120), 1);
  CHECK(settled(weighed, facts, goals(false, true, false)).earned == Money::dollars(2));
  CHECK(settled(weighed, facts, goals(false, false, false)).earned == Money{});
}

TEST_CASE("What is earned is rounded once and the rest is what the balance leaves") {
  WithholdTerms third = terms();
  third.annual_interest_rate.value = Rate{};
  third.goals.pop_back();
  third.goals[0].weight = third.goals[1].weight = Rate::whole(1);
  // 5 % of 3.00 is 15 cents; half of it is 7.5.
  const std::vector<GoalResult> half{{.id = "a", .met = true}, {.id = "b", .met = false}};
  const auto facts = paid(Money::dollars(3), 1);
  CHECK(settled(third, facts, half).earned == Money::cents(8));
  CHECK(settled(third, facts, half).returned == Money::cents(7));
  const auto down = settled(third, facts, half, {.mode = RoundingMode::Down});
  CHECK(down.earned == Money::cents(7));
  CHECK(down.returned == Money::cents(8));
}

TEST_CASE("Payments and goals that the contract needs are asked for, all at once") {
  const Issues issues = check_withhold_facts(
      terms(), {.months = {{{.provider_type = "hospitals", .amount = Money::dollars(1)}}}},
      {{.id = "b", .met = true}});
  REQUIRE(issues.size() == 3);
  CHECK(issues[0].path == "/withhold");
  CHECK(issues[1].path == "/goals");
  CHECK(issues[2].path == "/goals");
}

TEST_CASE("A rate of too many digits over too many months is an issue, not a wrong balance") {
  WithholdTerms fine = terms();
  fine.annual_interest_rate.value = Rate::decimal(123'456'789'012'345'679, 18);
  const auto out = settle_withhold(fine, paid(Money::cents(kLargestCents / 1000), 60),
                                   goals(true, true, true), Rounding{});
  REQUIRE_FALSE(out.ok());
  CHECK(out.issues().front().code == IssueCode::ArithmeticOverflow);
}

}  // namespace
}  // namespace gainshare
