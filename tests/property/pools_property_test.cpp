// SPDX-License-Identifier: Apache-2.0
// What holds for every withhold, prefunded bonus and incentive pool, tried on many random ones.
#include <map>
#include <string>

#include "settlement/settlement.h"
#include "support/builders.h"
#include "support/catch.h"
#include "support/conservation.h"
#include "support/random_cases.h"
#include "support/replay.h"
#include "trace/trace.h"

namespace gainshare {
namespace {

using testing::RandomCases;
using testing::replay;
using testing::stated;
using testing::unbalanced;
using testing::unseen_falsehoods;

constexpr int kCases = 1'500;

struct Case {
  Contract contract;
  Experience experience;
};

Contract contract_with(RandomCases& random, Stream stream) {
  Contract contract;
  contract.title = "Random";
  contract.rounding = stated(random.rounding());
  stream.id = "stream";
  contract.streams.push_back(std::move(stream));
  return contract;
}

Money money(RandomCases& random, std::int64_t high) { return Money::cents(random.whole(0, high)); }

Case random_withhold(RandomCases& random) {
  WithholdTerms terms;
  const std::int64_t types = random.whole(1, 3);
  for (std::int64_t i = 0; i < types; ++i) {
    terms.provider_types.value.push_back(
        {.id = "type_" + std::to_string(i),
         .title = "Type",
         .withhold_rate = Rate::basis_points(random.whole(0, 10'000))});
  }
  terms.annual_interest_rate = stated(Rate::basis_points(random.whole(0, 1'000)));
  terms.compounding = stated(random.chance(60) ? Compounding::Monthly : Compounding::None);
  terms.earning =
      stated(random.chance(60) ? WithholdEarning::ByWeight : WithholdEarning::AllOrNothing);
  Case out;
  const std::int64_t goals = random.whole(1, 4);
  for (std::int64_t i = 0; i < goals; ++i) {
    const std::string id = "goal_" + std::to_string(i);
    terms.goals.push_back(
        {.id = id, .title = "Goal", .weight = Rate::decimal(random.whole(1, 9), 1)});
    out.experience.goals.push_back({.id = id, .met = random.chance(70)});
  }
  WithholdFacts facts;
  facts.month_count = random.whole(1, 14);
  const std::int64_t stated_months = random.chance(50) ? 1 : facts.month_count;
  for (std::int64_t m = 0; m < stated_months; ++m) {
    MonthPayments month;
    for (const WithholdProviderType& type : terms.provider_types.value) {
      month.push_back({.provider_type = type.id, .amount = money(random, 5'000'000'000)});
    }
    facts.months.push_back(month);
  }
  out.experience.withhold = facts;
  out.contract = contract_with(random, {.terms = terms});
  return out;
}

void give_spending(RandomCases& random, Experience& experience) {
  const std::int64_t benchmark = random.whole(1, random.chance(50) ? 10'000 : 100'000'000'000);
  const std::int64_t spread = benchmark / 8 + 1;
  experience.spending = Spending{};
  experience.spending->benchmark = Money::cents(benchmark);
  if (random.chance(20)) {
    experience.year_to_date = random.year_to_date();
  } else {
    experience.spending->expenditure =
        Money::cents(std::max<std::int64_t>(0, benchmark + random.whole(-spread, spread)));
  }
}

Case random_bonus(RandomCases& random) {
  PrefundedBonusTerms terms;
  terms.prefund_rate = stated(random.rate(10));
  terms.share_of_savings = stated(random.rate());
  if (random.chance(50)) terms.maximum_rate_of_claims = stated(random.rate(5));
  if (random.chance(30)) terms.maximum = stated(money(random, 1'000'000'000));
  terms.limit_to_prefund = stated(random.chance(60));
  terms.quality_required = stated(random.chance(60));
  terms.annual_interest_rate = stated(random.rate(10));
  terms.interest_days = stated(random.whole(0, 366));
  Case out;
  give_spending(random, out.experience);
  out.experience.quality.met_standard = random.chance(70);
  out.experience.prefunded_bonus = PrefundedBonusFacts{money(random, 100'000'000'000)};
  out.contract = contract_with(random, {.terms = terms});
  return out;
}

AreaTotals random_totals(RandomCases& random) {
  AreaTotals totals{.prior_member_months = random.whole(1, 20'000),
                    .member_months = random.whole(1, 20'000),
                    .completion_factor = Rate::percent(random.whole(50, 100))};
  totals.prior_total = totals.prior_member_months * random.whole(10, 1'000) + random.whole(0, 99);
  totals.total = totals.member_months * random.whole(0, 1'000) + random.whole(0, 99);
  if (random.chance(60)) {
    totals.trend = Rate::decimal(random.whole(-200, 200), 3);
    totals.projected_member_months = totals.member_months + random.whole(0, 20'000);
  }
  return totals;
}

Case random_pool(RandomCases& random) {
  IncentivePoolTerms terms;
  terms.pool_rate = stated(random.rate());
  terms.unclaimed =
      stated(random.chance(50) ? UnclaimedPool::Hold : UnclaimedPool::ReturnToSavings);
  const std::int64_t measures = random.whole(1, 3);
  for (std::int64_t m = 0; m < measures; ++m) {
    terms.measures.value.push_back(
        {.id = "m" + std::to_string(m),
         .title = "Measure",
         .direction = random.chance(70) ? Direction::LowerIsBetter : Direction::HigherIsBetter});
  }
  Case out;
  IncentivePoolFacts facts;
  const bool lives = random.chance(50);
  const bool weights = !lives && random.chance(50);
  const std::int64_t areas = random.whole(1, 6);
  for (std::int64_t a = 0; a < areas; ++a) {
    AreaFacts area{.id = "area" + std::to_string(a), .title = "Area"};
    if (lives) area.lives = random.whole(a == 0 ? 1 : 0, 10'000);
    if (weights)
      terms.settlement_split.push_back({area.id, Rate::whole(random.whole(a == 0 ? 1 : 0, 9))});
    for (const PoolMeasure& measure : terms.measures.value) {
      AreaResult result{.measure = measure.id};
      if (random.chance(50)) {
        result.change = Rate::percent(random.whole(-3, 3));
      } else if (random.chance(50)) {
        result.totals = random_totals(random);
      } else {
        result.prior = Rate::whole(random.whole(1, 500));
        result.current = Rate::whole(random.whole(0, 500));
      }
      area.results.push_back(result);
    }
    facts.areas.push_back(area);
  }
  if (random.chance(50)) {
    facts.program_savings = Money::cents(random.whole(-1'000, 100'000'000'000));
  } else {
    give_spending(random, out.experience);
  }
  out.experience.incentive_pools = {facts};
  out.contract = contract_with(random, {.terms = terms});
  return out;
}

Case random_case(RandomCases& random) {
  switch (random.whole(0, 2)) {
    case 0:
      return random_withhold(random);
    case 1:
      return random_bonus(random);
    default:
      return random_pool(random);
  }
}

Settlement settled(const Case& of) {
  const auto result = settle(of.contract, of.experience);
  INFO((result.ok() ? std::string{} : result.issues().front().message));
  REQUIRE(result.ok());
  return result.value();
}

Money sum_of(const Flows& flows, std::string_view purpose) {
  Money sum;
  for (const Flow& flow : flows) {
    if (flow.purpose == purpose) sum = sum + flow.amount;
  }
  return sum;
}

TEST_CASE("Every account is empty in the end, and every flow is its step's amount") {
  RandomCases random{20260301};
  for (int i = 0; i < kCases; ++i) {
    const Case each = random_case(random);
    const Settlement settlement = settled(each);
    const Trace steps = trace(each.contract, each.experience, settlement);
    std::map<std::string, Rational> amounts;
    for (const Step& step : steps) {
      if (const auto* value = std::get_if<Rational>(&step.value)) amounts[step.id] = *value;
    }
    const Flows& flows = settlement.streams.front().flows;
    CHECK(net_of(flows, kWithholdAccount) == Money{});
    CHECK(net_of(flows, kPrefundAccount) == Money{});
    for (const Flow& flow : flows) {
      INFO(flow.step_id);
      REQUIRE(amounts.count(flow.step_id) == 1);
      CHECK(amounts[flow.step_id] == Amount{flow.amount}.exact_cents());
      CHECK(flow.amount > Money{});
    }
    CHECK(settlement.net_payment == settlement.payment);
  }
}

TEST_CASE("A withhold returns its deposits and interest to one side or the other") {
  RandomCases random{20260302};
  for (int i = 0; i < kCases; ++i) {
    const Settlement settlement = settled(random_withhold(random));
    const auto& out = std::get<WithholdOutcome>(settlement.streams.front().outcome);
    CHECK(out.deposits + out.interest == out.earned + out.returned);
    CHECK(out.interest >= Money{});
    CHECK(out.earned >= Money{});
    CHECK(out.returned >= Money{});
    CHECK(settlement.payment == out.earned);
  }
}

TEST_CASE("A prefunded bonus leaves no dollar of prefund and savings without an owner") {
  RandomCases random{20260303};
  for (int i = 0; i < kCases; ++i) {
    const Case each = random_bonus(random);
    const Settlement settlement = settled(each);
    const auto& out = std::get<PrefundedBonusOutcome>(settlement.streams.front().outcome);
    CHECK(out.prefund == out.paid_from_prefund + out.unearned);
    CHECK(out.earned == out.paid_from_prefund + out.paid_on_top);
    CHECK(out.savings == out.earned + out.payer_keeps);
    CHECK(out.returned == out.unearned + out.interest);
    CHECK(settlement.payment == out.earned);
    const auto& terms = std::get<PrefundedBonusTerms>(each.contract.streams.front().terms);
    if (terms.limit_to_prefund.value) CHECK(out.paid_on_top == Money{});
    if (!out.cost_trend_beaten) CHECK(out.earned == Money{});
  }
}

TEST_CASE("An incentive pool's shares add up to the cent, and the parts to the savings") {
  RandomCases random{20260304};
  for (int i = 0; i < kCases; ++i) {
    const Settlement settlement = settled(random_pool(random));
    const auto& out = std::get<IncentivePoolOutcome>(settlement.streams.front().outcome);
    CHECK(out.awarded + out.held + out.settlement == out.to_distribute);
    Money pool, rest;
    for (const AreaOutcome& area : out.areas) {
      pool = pool + area.pool_share;
      rest = rest + area.settlement_share;
      if (area.points == Ratio{}) CHECK(area.pool_share == Money{});
    }
    CHECK(pool == out.awarded);
    CHECK(rest == (out.settlement_is_split ? out.settlement : Money{}));
    const Flows& flows = settlement.streams.front().flows;
    CHECK(sum_of(flows, "incentive_pool_share") == out.awarded);
    CHECK(settlement.payment == out.to_distribute);
  }
}

TEST_CASE("The working of every one replays, and every cent has its place by name") {
  RandomCases random{20260305};
  for (int i = 0; i < kCases; ++i) {
    const Case each = random_case(random);
    const Settlement settlement = settled(each);
    const Trace steps = trace(each.contract, each.experience, settlement);
    const auto wrong = replay(steps);
    INFO(i << ": " << (wrong.empty() ? "" : wrong.front()));
    REQUIRE(wrong.empty());
    const auto without_place = unbalanced(settlement, steps);
    INFO((without_place.empty() ? "" : without_place.front()));
    REQUIRE(without_place.empty());
  }
}

TEST_CASE("A falsified step of a withhold, bonus or pool fails the replay") {
  RandomCases random{20260306};
  for (int i = 0; i < 40; ++i) {
    const Case each = random_case(random);
    const Trace steps = trace(each.contract, each.experience, settled(each));
    const auto unseen = unseen_falsehoods(steps);
    INFO((unseen.empty() ? "" : unseen.front()));
    REQUIRE(unseen.empty());
  }
}

TEST_CASE("One cent moved from one part to another fails the replay of an apportionment") {
  Trace steps;
  const auto add = [&steps](const std::string& id, Op op, Rational value) -> Step& {
    Step& step = steps.emplace_back();
    step.id = id;
    step.label = id;
    step.op = op;
    step.value = value;
    return step;
  };
  add("s.total", Op::Given, Rational{10});
  add("s.a", Op::Given, Rational{10, 3});
  add("s.b", Op::Given, Rational{20, 3});
  for (const std::int64_t part : {1, 2}) {
    Step& step = add("s.part" + std::to_string(part), Op::Apportion, Rational{part == 1 ? 3 : 7});
    step.inputs = {"s.total", "s.a", "s.b"};
    step.table = {{Rational{part}}};
  }
  CHECK(replay(steps).empty());
  Trace moved = steps;
  moved[3].value = Rational{4};
  moved[4].value = Rational{6};
  CHECK(replay(moved).size() == 2);
  // Parts that do not add up to the total explain nothing.
  Trace short_of = steps;
  short_of[2].value = Rational{6};
  CHECK(replay(short_of).size() == 2);
}

}  // namespace
}  // namespace gainshare
