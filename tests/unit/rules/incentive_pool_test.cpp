// SPDX-License-Identifier: Apache-2.0
#include "rules/incentive_pool.h"

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
