// SPDX-License-Identifier: Apache-2.0
#include "rules/incentive_pool.h"

#include <string>

#include "support/catch.h"

namespace gainshare {
namespace {

IncentivePoolTerms terms() {
  IncentivePoolTerms terms;
  terms.pool_rate.value = Rate::percent(10);
  terms.measures.value = {{.id = "pmpm", .title = "Spending"}, {.id = "aedv", .title = "Visits"}};
  return terms;
}

AreaFacts area(const std::string& id, Rate pmpm, Rate aedv) {
  AreaFacts facts{.id = id, .title = id};
  facts.results = {{"pmpm", pmpm, std::nullopt, std::nullopt},
                   {"aedv", aedv, std::nullopt, std::nullopt}};
  return facts;
}

IncentivePoolFacts four_areas() {
  return {.program_savings = std::nullopt,
          .areas = {area("a", Rate::percent(-2), Rate::percent(-3)),
                    area("b", Rate::percent(1), Rate::percent(-1)),
                    area("c", Rate::percent(3), Rate::percent(2)),
                    area("d", Rate::percent(2), Rate::percent(2))}};
}

IncentivePoolOutcome settled(const IncentivePoolTerms& of, const IncentivePoolFacts& facts,
                             Money savings) {
  REQUIRE(check_incentive_pool_facts(of, facts).empty());
  const auto out = settle_incentive_pool(of, facts, savings, Rounding{});
  REQUIRE(out.ok());
  return out.value();
}

TEST_CASE("A tenth of the savings goes to the areas below the simple average, by points") {
  const auto out = settled(terms(), four_areas(), Money::dollars(10'000'000));
  CHECK(out.pool == Money::dollars(1'000'000));
  CHECK(out.settlement == Money::dollars(9'000'000));
  CHECK(out.averages[0] == Ratio{Rate::percent(1)});
  CHECK(out.averages[1] == Ratio{});
  CHECK(out.areas[0].points == Ratio::whole(2));
  CHECK(out.areas[1].points == Ratio::whole(1));
  CHECK(out.areas[0].pool_share == Money::cents(66'666'667));
  CHECK(out.areas[1].pool_share == Money::cents(33'333'333));
  CHECK(out.areas[2].pool_share == Money{});
}

TEST_CASE("On the average no point is earned, a hair below it one is, a hair above it none") {
  // Area b stands on the average of spending; its change moves the average by a quarter of it.
  const auto points = [](Rate change) {
    IncentivePoolFacts facts = four_areas();
    facts.areas[1].results[0].change = change;
    return settled(terms(), facts, Money::dollars(1)).areas[1].measures[0].points;
  };
  CHECK(points(Rate::percent(1)) == Ratio{});
  CHECK(points(Rate::decimal(9'999'999, 9)) == Ratio::whole(1));
  CHECK(points(Rate::decimal(10'000'001, 9)) == Ratio{});
}

TEST_CASE("Where higher is better the areas above the average earn the point") {
  IncentivePoolTerms higher = terms();
  higher.measures.value[0].direction = Direction::HigherIsBetter;
  const auto out = settled(higher, four_areas(), Money::dollars(1));
  CHECK(out.areas[0].measures[0].points == Ratio{});
  CHECK(out.areas[1].measures[0].points == Ratio{});
  CHECK(out.areas[2].measures[0].points == Ratio::whole(1));
}

TEST_CASE("No savings make no pool: at none, one cent above and one below") {
  CHECK(settled(terms(), four_areas(), Money{}).pool == Money{});
  CHECK(settled(terms(), four_areas(), Money::cents(-1)).to_distribute == Money{});
  // A tenth of a cent rounds to none, half a cent to one.
  CHECK(settled(terms(), four_areas(), Money::cents(1)).pool == Money{});
  CHECK(settled(terms(), four_areas(), Money::cents(5)).pool == Money::cents(1));
}

TEST_CASE("A pool that nobody earns is held, or joins the rest of the savings") {
  IncentivePoolFacts equal{.program_savings = std::nullopt,
                           .areas = {area("a", Rate{}, Rate{}), area("b", Rate{}, Rate{})}};
  const auto held = settled(terms(), equal, Money::dollars(100));
  CHECK_FALSE(held.claimed);
  CHECK(held.held == Money::dollars(10));
  CHECK(held.settlement == Money::dollars(90));
  IncentivePoolTerms back = terms();
  back.unclaimed.value = UnclaimedPool::ReturnToSavings;
  const auto returned = settled(back, equal, Money::dollars(100));
  CHECK(returned.held == Money{});
  CHECK(returned.settlement == Money::dollars(100));
}

TEST_CASE("Changes come from the results of both years where they are given") {
  IncentivePoolFacts facts = four_areas();
  facts.areas[0].results[0] = {"pmpm", std::nullopt, Rate::whole(400), Rate::whole(390)};
  const auto out = settled(terms(), facts, Money::dollars(1));
  CHECK(out.areas[0].measures[0].change == Ratio{Rate::decimal(-25, 3)});
}

// Spending of 500 dollars a member month; 6 of 12 months at 520.83 with run-out.
AreaTotals north() {
  return {.prior_total = 600'000'000,
          .prior_member_months = 12'000,
          .total = 300'000'000,
          .member_months = 6'000,
          .completion_factor = Rate::percent(96),
          .trend = Rate::percent(1),
          .projected_member_months = 12'600};
}

AreaMeasureOutcome by_totals(const AreaTotals& totals) {
  IncentivePoolFacts facts = four_areas();
  facts.areas[0].results[0] = {"pmpm", std::nullopt, std::nullopt, std::nullopt, totals};
  return settled(terms(), facts, Money::dollars(1)).areas[0].measures[0];
}

TEST_CASE("A year in progress is completed for run-out and carried on with the members to come") {
  const AreaMeasureOutcome out = by_totals(north());
  CHECK(out.totals->prior == Ratio::whole(50'000));
  CHECK(out.totals->completed == Ratio::whole(312'500'000));
  CHECK(out.totals->change_to_date == Ratio::whole(1) / Ratio::whole(24));
  CHECK(out.totals->remaining_member_months == Ratio::whole(6'600));
  CHECK(out.totals->remaining == Ratio::whole(347'187'500));
  CHECK(out.totals->current == Ratio::whole(659'687'500) / Ratio::whole(12'600));
  CHECK(out.change == Ratio{Rate::decimal(47'123, 6)});
}

TEST_CASE("A year that is over has nothing to come, whatever the members of the year before") {
  AreaTotals over = north();
  over.projected_member_months.reset();
  over.trend = Rate{};
  over.completion_factor = Rate::whole(1);
  const AreaMeasureOutcome out = by_totals(over);
  CHECK(out.totals->current == Ratio::whole(50'000));
  CHECK(out.change == Ratio{});
  CHECK(out.totals->change_to_date == Ratio{});
  // As many member months as there were so far: nothing is to come either, and the trend is idle.
  over.projected_member_months = over.member_months;
  over.trend = Rate::percent(50);
  CHECK(by_totals(over).change == Ratio{});
}

TEST_CASE("A change from totals is rounded to the millionth, half up") {
  const auto change = [](std::int64_t total) {
    return by_totals({.prior_total = 20'000'000,
                      .prior_member_months = 7,
                      .total = total,
                      .member_months = 7})
        .totals->millionths.in_cents();
  };
  CHECK(change(20'000'009) == 0);
  CHECK(change(20'000'010) == 1);
  CHECK(change(20'000'029) == 1);
  CHECK(change(19'999'991) == 0);
  CHECK(change(19'999'990) == -1);
}

TEST_CASE("A hundred areas of unlike members have an average, and the largest totals do too") {
  IncentivePoolTerms one = terms();
  one.measures.value.pop_back();
  IncentivePoolFacts facts;
  for (std::int64_t i = 0; i < 100; ++i) {
    AreaFacts each{.id = "area" + std::to_string(i), .title = "Area"};
    AreaTotals totals = north();
    totals.prior_member_months += 7 * i + 1;
    totals.member_months += 11 * i + 3;
    totals.projected_member_months = 14'000 + 13 * i;
    totals.prior_total = kLargestCents / 100 - i;
    totals.total = kLargestCents - i;
    totals.completion_factor = Rate::from_text("0.912345678901234567").value();
    totals.trend = Rate::from_text("0.012345678901234567").value();
    each.results = {{"pmpm", std::nullopt, std::nullopt, std::nullopt, totals}};
    facts.areas.push_back(each);
  }
  CHECK(settled(one, facts, Money::cents(kLargestCents)).total_points.sign() > 0);
}

TEST_CASE("Savings so far are the benchmark's part of the year less spending with run-out") {
  const auto projection = project_year_end({.months = 6,
                                            .expenditure = Money::cents(743'000'000),
                                            .completion_factor = Rate::percent(96),
                                            .trend = Rate::percent(1),
                                            .member_months = 15'500,
                                            .projected_member_months = 31'100});
  REQUIRE(projection.ok());
  const SavingsToDate out = savings_to_date(Money::cents(1'648'300'000), projection.value());
  CHECK(out.benchmark == Amount{Money::cents(821'500'000)});
  CHECK(out.savings * Ratio::whole(3) == Amount{Money::cents(142'625'000)});
}

TEST_CASE("The rest is split by lives, or by the contract's weights") {
  IncentivePoolFacts facts = four_areas();
  for (AreaFacts& each : facts.areas) each.lives = 1'000;
  facts.areas[3].lives = 0;
  const auto by_lives = settled(terms(), facts, Money::cents(1'000));
  CHECK(by_lives.settlement == Money::cents(900));
  CHECK(by_lives.areas[0].settlement_share == Money::cents(300));
  CHECK(by_lives.areas[3].settlement_share == Money{});
  IncentivePoolTerms weighed = terms();
  weighed.settlement_split = {
      {"a", Rate{}}, {"b", Rate::whole(1)}, {"c", Rate::whole(1)}, {"d", Rate::whole(1)}};
  const auto by_weight = settled(weighed, facts, Money::cents(1'001));
  CHECK(by_weight.areas[0].settlement_share == Money{});
  CHECK(by_weight.areas[1].settlement_share == Money::cents(301));
  CHECK(by_weight.areas[2].settlement_share == Money::cents(300));
}

TEST_CASE("More than a thousand times the prior year is a slip: at it, one below and above") {
  const auto slips = [](std::int64_t total) {
    IncentivePoolFacts facts = four_areas();
    const AreaTotals totals{
        .prior_total = 7, .prior_member_months = 12, .total = total, .member_months = 12};
    facts.areas[1].results[0] = {"pmpm", std::nullopt, std::nullopt, std::nullopt, totals};
    return check_incentive_pool_facts(terms(), facts);
  };
  CHECK(slips(7'006).empty());
  CHECK(slips(7'007).empty());
  REQUIRE(slips(7'008).size() == 1);
  CHECK(slips(7'008).front().path == "/areas/1/measures/pmpm");
}

TEST_CASE("Areas, measures, lives and weights that are missing are asked for") {
  CHECK(check_incentive_pool_facts(terms(), {}).front().path == "/areas");
  IncentivePoolFacts facts = four_areas();
  facts.areas[2].results.pop_back();
  facts.areas[0].lives = 5;
  const Issues issues = check_incentive_pool_facts(terms(), facts);
  REQUIRE(issues.size() == 4);
  CHECK(issues[0].path == "/areas/2");
  CHECK(issues[1].path == "/areas/1/lives");
  IncentivePoolTerms weighed = terms();
  weighed.settlement_split = {{"a", Rate::whole(1)}, {"z", Rate::whole(1)}};
  const Issues split = check_incentive_pool_facts(weighed, four_areas());
  REQUIRE(split.size() == 4);
  CHECK(split[0].path == "/areas/1/id");
  CHECK(split[3].path == "/areas");
}

}  // namespace
}  // namespace gainshare
