// SPDX-License-Identifier: Apache-2.0
#include "rules/distribution.h"

#include <string>

#include "support/catch.h"

namespace gainshare {
namespace {

constexpr Money cents(std::int64_t n) { return Money::cents(n); }

DistributionMember member(const std::string& id) { return {.id = id, .title = id}; }

DistributionPool pool_by(std::vector<WeightedFactor> by, std::vector<std::string> ids) {
  DistributionPool pool{.id = "pool", .title = "Pool", .share = Rate::whole(1)};
  pool.by = std::move(by);
  for (const std::string& id : ids) pool.members.push_back(member(id));
  return pool;
}

DistributionTerms only(DistributionPool pool) {
  DistributionTerms terms;
  terms.split.pools = {std::move(pool)};
  return terms;
}

SplitOutcome settled(const DistributionTerms& terms, const std::vector<ParticipantFacts>& facts,
                     Money net) {
  REQUIRE(check_participants(terms, facts).empty());
  const auto out = distribute(terms, facts, net);
  REQUIRE(out.ok());
  return out.value().split;
}

const WeightedFactor kByLives{Factor::Lives, Rate::whole(1)};

TEST_CASE("Lives and quality share a pool, and cents go to the largest remainders") {
  DistributionTerms terms;
  terms.split.retain_rate = Rate::percent(20);
  DistributionPool groups = pool_by(
      {{Factor::Lives, Rate::percent(50)}, {Factor::Quality, Rate::percent(50)}}, {"a", "b"});
  groups.share = Rate::percent(60);
  terms.split.pools = {groups, {.id = "hospital", .title = "Hospital", .share = Rate::percent(40)}};
  const auto out = settled(terms,
                           {{.id = "a", .lives = 6'000, .quality = Rate::percent(80)},
                            {.id = "b", .lives = 4'000, .quality = Rate::percent(60)}},
                           Money::dollars(1'000'000));
  CHECK(out.retained == Money::dollars(200'000));
  CHECK(out.pools[0].members[0].weight == Ratio{Rational{41, 70}});
  CHECK(out.pools[0].members[0].amount == cents(28'114'286));
  CHECK(out.pools[0].members[1].amount == cents(19'885'714));
  CHECK(out.pools[1].amount == Money::dollars(320'000));
  CHECK(out.kept == Money::dollars(200'000));
}

TEST_CASE("Of equal remainders the first in order has the cent") {
  const auto terms = only(pool_by({kByLives}, {"a", "b", "c"}));
  const std::vector<ParticipantFacts> facts{
      {.id = "a", .lives = 1}, {.id = "b", .lives = 1}, {.id = "c", .lives = 1}};
  const auto out = settled(terms, facts, cents(101));
  CHECK(out.pools[0].members[0].amount == cents(34));
  CHECK(out.pools[0].members[1].amount == cents(34));
  CHECK(out.pools[0].members[2].amount == cents(33));
}

TEST_CASE("A loss, nothing and one cent to distribute") {
  const auto terms = only(pool_by({kByLives}, {"a"}));
  const std::vector<ParticipantFacts> facts{{.id = "a", .lives = 1}};
  CHECK(settled(terms, facts, cents(-1)).pools.empty());
  CHECK(settled(terms, facts, cents(-1)).amount == Money{});
  CHECK(settled(terms, facts, cents(0)).pools.empty());
  CHECK(settled(terms, facts, cents(1)).pools[0].members[0].amount == cents(1));
}

TEST_CASE("A gate is met at its minimum, and one unit below it is not") {
  DistributionPool pool = pool_by({kByLives}, {"a", "b"});
  pool.gate =
      Gate{.minimums = {{Factor::Quality, Rate::decimal(7, 1)}, {Factor::Lives, Rate::whole(500)}}};
  const auto passes = [&](Rate quality, std::int64_t lives) {
    const auto out = settled(only(pool),
                             {{.id = "a", .lives = lives, .quality = quality},
                              {.id = "b", .lives = 500, .quality = Rate::whole(1)}},
                             cents(1'000'000));
    const MemberOutcome& a = out.pools[0].members[0];
    CHECK((a.amount > Money{}) == a.passed_gate);
    CHECK(out.pools[0].members[0].amount + out.pools[0].members[1].amount == cents(1'000'000));
    return a.passed_gate;
  };
  CHECK(passes(Rate::decimal(7, 1), 500));
  CHECK_FALSE(passes(Rate::decimal(699'999'999'999'999'999, 18), 500));
  CHECK(passes(Rate::decimal(700'000'000'000'000'001, 18), 500));
  CHECK_FALSE(passes(Rate::decimal(7, 1), 499));
  CHECK(passes(Rate::decimal(7, 1), 501));
}

TEST_CASE("The share of a member below the gate goes to the others or is kept") {
  DistributionPool pool = pool_by({kByLives}, {"a", "b", "c"});
  const std::vector<ParticipantFacts> facts{{.id = "a", .lives = 5, .quality = Rate::percent(70)},
                                            {.id = "b", .lives = 3, .quality = Rate::percent(69)},
                                            {.id = "c", .lives = 2, .quality = Rate::percent(90)}};
  pool.gate = Gate{.minimums = {{Factor::Quality, Rate::percent(70)}}};
  auto out = settled(only(pool), facts, cents(1'000));
  CHECK(out.pools[0].members[0].amount == cents(714));
  CHECK(out.pools[0].members[1].amount == Money{});
  CHECK(out.pools[0].members[2].amount == cents(286));
  CHECK(out.kept == Money{});
  pool.gate->failed = FailedShare::Retain;
  out = settled(only(pool), facts, cents(1'000));
  CHECK(out.pools[0].members[0].amount == cents(500));
  CHECK(out.pools[0].members[2].amount == cents(200));
  CHECK(out.kept == cents(300));
  // Where all fail, nobody is left to have the shares.
  pool.gate = Gate{.minimums = {{Factor::Quality, Rate::percent(91)}}};
  CHECK(settled(only(pool), facts, cents(1'000)).kept == cents(1'000));
}

TEST_CASE("Panel savings of less than a cent count as nothing") {
  const auto terms = only(pool_by({{Factor::PanelSavings, Rate::whole(1)}}, {"a", "b"}));
  const auto of_a = [&](std::int64_t savings) {
    return settled(terms,
                   {{.id = "a", .panel_savings = cents(savings)},
                    {.id = "b", .panel_savings = cents(1)}},
                   cents(1'000))
        .pools[0]
        .members[0]
        .amount;
  };
  CHECK(of_a(-1) == Money{});
  CHECK(of_a(0) == Money{});
  CHECK(of_a(1) == cents(500));
}

TEST_CASE("A factor whose values sum to nothing is left out and the others weigh more") {
  const auto terms = only(pool_by({{Factor::Lives, Rate::percent(20)},
                                   {Factor::Quality, Rate::percent(60)},
                                   {Factor::Access, Rate::percent(20)}},
                                  {"a", "b"}));
  std::vector<ParticipantFacts> facts{
      {.id = "a", .lives = 3, .quality = Rate{}, .access = Rate::percent(50)},
      {.id = "b", .lives = 1, .quality = Rate{}, .access = Rate::percent(50)}};
  const auto out = settled(terms, facts, cents(1'000));
  CHECK_FALSE(out.pools[0].factors[1].counts);
  CHECK(out.pools[0].members[0].weight == Ratio{Rational{5, 8}});  // (3/4 + 1/2) / 2
  CHECK(out.pools[0].members[0].amount == cents(625));
  // Nobody has anything: whoever distributes keeps the pool.
  for (ParticipantFacts& each : facts) each = {each.id, 0, {}, Rate{}, {}, Rate{}, {}};
  const auto nothing = settled(terms, facts, cents(1'000));
  CHECK(nothing.pools[0].kept == cents(1'000));
  CHECK(nothing.kept == cents(1'000));
}

TEST_CASE("Fixed amounts come first as far as the money goes, then shares of what they leave") {
  DistributionTerms terms;
  terms.split.pools = {{.id = "first", .title = "First", .amount = cents(300)},
                       {.id = "share", .title = "Share", .share = Rate::percent(50)},
                       {.id = "second", .title = "Second", .amount = cents(200)}};
  const auto amounts = [&](std::int64_t net) {
    const auto out = settled(terms, {}, cents(net));
    std::vector<std::int64_t> all;
    for (const PoolOutcome& pool : out.pools) all.push_back(pool.amount.in_cents());
    all.push_back(out.unassigned.in_cents());
    return all;
  };
  CHECK(amounts(299) == std::vector<std::int64_t>{299, 0, 0, 0});
  CHECK(amounts(300) == std::vector<std::int64_t>{300, 0, 0, 0});
  CHECK(amounts(301) == std::vector<std::int64_t>{300, 0, 1, 0});
  CHECK(amounts(500) == std::vector<std::int64_t>{300, 0, 200, 0});
  // A cent that could go either way goes to the pool before what no pool takes.
  CHECK(amounts(501) == std::vector<std::int64_t>{300, 1, 200, 0});
  CHECK(amounts(502) == std::vector<std::int64_t>{300, 1, 200, 1});
}

TEST_CASE("What a member does not earn goes to those that earn in full, to all or to nobody") {
  DistributionPool pool = pool_by({kByLives}, {"a", "b", "c"});
  pool.earning = Earning{
      .by = {{Factor::Quality, Rate::percent(75)}, {Factor::Citizenship, Rate::percent(25)}},
      .unearned = Unearned::ToFull};
  const auto facts_of = [](Rate citizenship_of_a) {
    return std::vector<ParticipantFacts>{
        {.id = "a", .lives = 1, .quality = Rate::whole(1), .citizenship = citizenship_of_a},
        {.id = "b", .lives = 1, .quality = Rate::whole(1), .citizenship = Rate{}},
        {.id = "c", .lives = 2, .quality = Rate{}, .citizenship = Rate::whole(1)}};
  };
  const auto amounts = [&](Rate citizenship_of_a) {
    const auto out = settled(only(pool), facts_of(citizenship_of_a), cents(4'000));
    std::vector<std::int64_t> all;
    for (const MemberOutcome& each : out.pools[0].members) all.push_back(each.amount.in_cents());
    all.push_back(out.kept.in_cents());
    return all;
  };
  // Shares 1000, 1000, 2000; earned 1000, 750, 500; unearned 1750.
  CHECK(amounts(Rate::whole(1)) == std::vector<std::int64_t>{2'750, 750, 500, 0});
  // The least bit less than in full has nobody to have the unearned.
  CHECK(amounts(Rate::decimal(999'999'999'999'999'999, 18)) ==
        std::vector<std::int64_t>{1'000, 750, 500, 1'750});
  pool.earning->unearned = Unearned::Proportional;  // by 4 : 3 : 2
  CHECK(amounts(Rate::whole(1)) == std::vector<std::int64_t>{1'778, 1'333, 889, 0});
  pool.earning->unearned = Unearned::Retain;
  CHECK(amounts(Rate::whole(1)) == std::vector<std::int64_t>{1'000, 750, 500, 1'750});
}

TEST_CASE("A group passes on what it does not retain, level by level") {
  DistributionPool groups = pool_by({{Factor::Fixed, Rate::whole(1)}}, {"group"});
  DistributionMember& group = groups.members[0];
  group.fixed_share = Rate::whole(3);
  group.split.retain_rate = Rate::percent(10);
  DistributionPool primary = pool_by({{Factor::Satisfaction, Rate::percent(30)},
                                      {Factor::Access, Rate::percent(20)},
                                      {Factor::Quality, Rate::percent(40)},
                                      {Factor::Citizenship, Rate::percent(10)}},
                                     {"x", "y"});
  primary.id = "primary";
  primary.share = Rate::percent(70);
  group.split.pools = {primary,
                       {.id = "specialists", .title = "Specialists", .share = Rate::percent(30)}};
  const std::vector<ParticipantFacts> facts{{.id = "x",
                                             .quality = Rate::percent(90),
                                             .satisfaction = Rate::percent(60),
                                             .access = Rate::percent(50),
                                             .citizenship = Rate::whole(1)},
                                            {.id = "y",
                                             .quality = Rate::percent(60),
                                             .satisfaction = Rate::percent(90),
                                             .access = Rate::percent(50),
                                             .citizenship = Rate{}}};
  const auto out = settled(only(groups), facts, cents(10'000));
  const SplitOutcome& inner = out.pools[0].members[0].split;
  CHECK(inner.retained == cents(1'000));
  CHECK(inner.pools[0].amount == cents(6'300));
  CHECK(inner.pools[1].amount == cents(2'700));
  // .3×.4 + .2×.5 + .4×.6 + .1×1 = .56 of 6,300.
  CHECK(inner.pools[0].members[0].weight == Ratio{Rational{56, 100}});
  CHECK(inner.pools[0].members[0].amount == cents(3'528));
  CHECK(inner.pools[0].members[1].amount == cents(2'772));
}

TEST_CASE("Strangers and missing facts are all told, each in its place") {
  DistributionPool pool = pool_by(
      {{Factor::Lives, Rate::percent(50)}, {Factor::PanelSavings, Rate::percent(50)}}, {"a", "b"});
  pool.gate = Gate{.minimums = {{Factor::Access, Rate::percent(50)}}};
  const Issues issues =
      check_participants(only(pool), {{.id = "z", .lives = 1}, {.id = "a", .lives = 1}});
  REQUIRE(issues.size() == 4);
  CHECK(issues[0].path == "/participants/1/panel_savings_cents");
  CHECK(issues[1].path == "/participants/1/access");
  CHECK(issues[2].path == "/participants");
  CHECK(issues[2].message.find("\"b\"") != std::string::npos);
  CHECK(issues[3].path == "/participants/0/id");
}

TEST_CASE("Scores whose sum is beyond exact arithmetic are refused, not rounded") {
  std::vector<std::string> ids;
  std::vector<ParticipantFacts> facts;
  for (int i = 0; i < 60; ++i) {
    ids.push_back("m" + std::to_string(i));
    const std::string fraction = "1/" + std::to_string(999'999'000 + 7 * i);
    facts.push_back({.id = ids.back(), .quality = Rate::from_text(fraction)});
  }
  const auto out =
      distribute(only(pool_by({{Factor::Quality, Rate::whole(1)}}, ids)), facts, cents(1'000));
  REQUIRE_FALSE(out.ok());
  CHECK(out.issues().front().code == IssueCode::ArithmeticOverflow);
}

}  // namespace
}  // namespace gainshare
