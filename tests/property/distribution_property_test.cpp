// SPDX-License-Identifier: Apache-2.0
// What holds for every distribution, tried on random trees of every depth.
#include <algorithm>
#include <map>
#include <string>

#include "rules/distribution.h"
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
using testing::unseen_falsehoods;

constexpr int kCases = 150;

struct Case {
  Contract contract;
  Experience experience;
};

// Pays exactly benchmark less spending.
Contract contract_paying_savings() {
  SharedSavingsTerms terms = testing::one_sided_terms();
  terms.minimum_savings_rate = stated(MinimumRate{.fixed = Rate{}});
  terms.sharing_rate = stated(Rate::whole(1));
  terms.cap.reset();
  return testing::contract_of(terms);
}

// Grows a tree and the facts of those in it.
class TreeMaker {
 public:
  explicit TreeMaker(RandomCases& random) : random_(random) {}

  DistributionSplit split(int levels) {
    DistributionSplit out;
    if (random_.chance(50)) out.retain_rate = random_.rate();
    std::int64_t percent = 100;
    const std::int64_t pools = random_.whole(1, 3);
    for (std::int64_t p = 0; p < pools; ++p) {
      DistributionPool pool;
      pool.id = "pool_" + std::to_string(++ids_);
      pool.title = pool.id;
      if (random_.chance(20)) {
        pool.amount = Money::cents(random_.whole(1, 5'000));
      } else {
        const std::int64_t share =
            p + 1 == pools && random_.chance(60) ? percent : random_.whole(0, percent);
        pool.share = Rate::percent(share);
        percent -= share;
      }
      if (random_.chance(75)) give_members(levels, pool);
      out.pools.push_back(pool);
    }
    return out;
  }

  std::vector<ParticipantFacts> facts;

 private:
  Rate score() {
    if (random_.chance(20)) return Rate::whole(1);
    return random_.rate();
  }

  std::vector<WeightedFactor> weighted(std::vector<Factor> from) {
    std::vector<WeightedFactor> out;
    std::int64_t percent = 100;
    while (percent > 0) {
      const auto i =
          static_cast<std::size_t>(random_.whole(0, static_cast<std::int64_t>(from.size()) - 1));
      const std::int64_t weight = from.size() == 1 ? percent : random_.whole(1, percent);
      out.push_back({from[i], Rate::percent(weight)});
      from.erase(from.begin() + static_cast<std::ptrdiff_t>(i));
      percent -= weight;
    }
    return out;
  }

  Gate gate() {
    Gate out;
    out.failed = random_.chance(50) ? FailedShare::Redistribute : FailedShare::Retain;
    out.minimums.push_back({Factor::Quality, Rate::percent(random_.whole(0, 100))});
    if (random_.chance(40)) out.minimums.push_back({Factor::Lives, Rate::whole(200)});
    return out;
  }

  void give_members(int levels, DistributionPool& pool) {
    pool.by = weighted({Factor::Lives, Factor::PanelSavings, Factor::Quality, Factor::Satisfaction,
                        Factor::Access, Factor::Citizenship, Factor::Fixed});
    if (random_.chance(35)) pool.gate = gate();
    if (random_.chance(35)) {
      const std::int64_t unearned = random_.whole(0, 2);
      pool.earning = Earning{.by = weighted({kScoreFactors.begin(), kScoreFactors.end()}),
                             .unearned = unearned == 0   ? Unearned::Proportional
                                         : unearned == 1 ? Unearned::ToFull
                                                         : Unearned::Retain};
    }
    // Now and then more than are computed in view of each other.
    const bool empty_values = random_.chance(10);
    const std::int64_t count = random_.chance(4) ? random_.whole(41, 60) : random_.whole(1, 4);
    for (std::int64_t m = 0; m < count; ++m) {
      DistributionMember member;
      member.id = "member_" + std::to_string(++ids_);
      member.title = member.id;
      if (!empty_values) member.fixed_share = Rate::whole(random_.whole(0, 5));
      facts.push_back({.id = member.id,
                       .lives = empty_values ? 0 : random_.whole(0, 1'000),
                       .panel_savings = Money::cents(empty_values ? -random_.whole(0, 9)
                                                                  : random_.whole(-500, 900)),
                       .quality = empty_values ? Rate{} : score(),
                       .satisfaction = empty_values ? Rate{} : score(),
                       .access = empty_values ? Rate{} : score(),
                       .citizenship = empty_values ? Rate{} : score()});
      if (levels > 1 && count < 10 && random_.chance(55)) member.split = split(levels - 1);
      pool.members.push_back(member);
    }
  }

  RandomCases& random_;
  int ids_ = 0;
};

Case random_case(RandomCases& random) {
  Case out;
  TreeMaker tree{random};
  DistributionTerms terms;
  terms.split = tree.split(static_cast<int>(random.whole(1, 8)));
  out.contract = contract_paying_savings();
  out.contract.distribution = terms;
  const std::int64_t net = random.chance(50) ? random.whole(0, 200) : random.whole(0, 100'000'000);
  out.experience =
      testing::experience_of(testing::facts_of(Money::cents(net + 1'000), Money::cents(1'000)));
  out.experience.participants = tree.facts;
  return out;
}

Settlement settled(const Case& each) {
  auto settlement = settle(each.contract, each.experience);
  INFO((settlement ? std::string{} : settlement.issues().front().message));
  REQUIRE(settlement.ok());
  return std::move(settlement).value();
}

// Every level adds up to the cent; returns what stays in the tree.
Money check_levels(const SplitOutcome& split) {
  if (split.pools.empty()) {
    CHECK(split.kept == split.amount);
    return split.kept;
  }
  Money down = split.retained + split.unassigned;
  Money kept = down;
  Money stays = split.kept;
  for (const PoolOutcome& pool : split.pools) {
    down = down + pool.amount;
    kept = kept + pool.kept;
    CHECK(pool.amount >= Money{});
    CHECK(pool.kept >= Money{});
    if (!pool.has_members) stays = stays + pool.amount;
    Money members = pool.kept;
    for (const MemberOutcome& member : pool.members) {
      CHECK(member.amount >= Money{});
      CHECK(member.split.amount == member.amount);
      members = members + member.amount;
      stays = stays + check_levels(member.split);
    }
    if (pool.has_members && !pool.members.empty()) CHECK(members == pool.amount);
  }
  CHECK(down == split.amount);
  CHECK(kept == split.kept);
  return stays;
}

TEST_CASE("Every level of a distribution adds up to the cent, at every depth") {
  RandomCases random{20260501};
  for (int i = 0; i < kCases; ++i) {
    const Settlement settlement = settled(random_case(random));
    const SplitOutcome& split = settlement.distribution->split;
    CHECK(split.amount == std::max(Money{}, settlement.net_payment));
    CHECK(check_levels(split) == split.amount);
  }
}

TEST_CASE("What flows to each name is what it passes on and what it keeps") {
  RandomCases random{20260502};
  for (int i = 0; i < kCases; ++i) {
    const Case each = random_case(random);
    const Settlement settlement = settled(each);
    const Trace steps = trace(each.contract, each.experience, settlement);
    const auto wrong = testing::unbalanced(settlement, steps);
    INFO((wrong.empty() ? "" : wrong.front()));
    REQUIRE(wrong.empty());
    std::map<std::string, Money> left;
    for (const Flow& flow : all_flows(settlement)) {
      left[flow.from] = left[flow.from] - flow.amount;
      left[flow.to] = left[flow.to] + flow.amount;
    }
    CHECK(left["provider"] == settlement.distribution->split.kept);
    Money all;
    for (const auto& [name, amount] : left) all = all + amount;
    CHECK(all == Money{});
  }
}

TEST_CASE("The working of every distribution replays") {
  RandomCases random{20260503};
  for (int i = 0; i < kCases; ++i) {
    const Case each = random_case(random);
    const auto wrong = replay(trace(each.contract, each.experience, settled(each)));
    INFO(i << ": " << (wrong.empty() ? "" : wrong.front()));
    REQUIRE(wrong.empty());
  }
}

TEST_CASE("A falsified step of a distribution fails the replay") {
  RandomCases random{20260504};
  for (int i = 0; i < 8; ++i) {
    const Case each = random_case(random);
    const Trace steps = trace(each.contract, each.experience, settled(each));
    if (steps.size() > 400) continue;
    const auto unseen = unseen_falsehoods(steps);
    INFO((unseen.empty() ? "" : unseen.front()));
    REQUIRE(unseen.empty());
  }
}

TEST_CASE("The order of members matters only between equal remainders") {
  RandomCases random{20260505};
  int strict = 0;
  for (int i = 0; i < kCases; ++i) {
    DistributionTerms terms;
    DistributionPool pool{.id = "pool", .title = "Pool", .share = Rate::whole(1)};
    pool.by = {{Factor::Lives, Rate::percent(60)}, {Factor::Quality, Rate::percent(40)}};
    if (random.chance(50)) {
      pool.gate = Gate{.minimums = {{Factor::Quality, Rate::percent(30)}}};
    }
    std::vector<ParticipantFacts> facts;
    const std::int64_t count = random.whole(2, 8);
    for (std::int64_t m = 0; m < count; ++m) {
      const std::string id = "m" + std::to_string(m);
      pool.members.push_back({.id = id, .title = id});
      facts.push_back(
          {.id = id, .lives = random.whole(1, 20), .quality = Rate::percent(random.whole(1, 100))});
    }
    terms.split.pools = {pool};
    const Money net = Money::cents(random.whole(0, 100'000));
    const auto first = distribute(terms, facts, net);
    std::reverse(terms.split.pools[0].members.begin(), terms.split.pools[0].members.end());
    std::reverse(facts.begin(), facts.end());
    const auto second = distribute(terms, facts, net);
    REQUIRE(first.ok());
    REQUIRE(second.ok());
    const auto& pool_1 = first.value().split.pools[0];
    const auto& pool_2 = second.value().split.pools[0];
    std::map<std::string, int> remainders;
    for (const MemberOutcome& member : pool_1.members) {
      const auto down = round(member.share_exact, {.mode = RoundingMode::Down});
      ++remainders[(member.share_exact - Amount{*down}).exact_cents().to_text()];
    }
    const bool ties = remainders.size() < pool_1.members.size();
    for (std::size_t m = 0; m < pool_1.members.size(); ++m) {
      const Money here = pool_1.members[m].amount;
      const Money there = pool_2.members[pool_2.members.size() - 1 - m].amount;
      const std::int64_t apart = (here - there).in_cents();
      CHECK(std::abs(apart) <= (ties ? 1 : 0));
    }
    strict += ties ? 0 : 1;
  }
  CHECK(strict > kCases / 4);
}

TEST_CASE("Ten times the clinicians take no more than eleven times the steps and their inputs") {
  const auto steps_for = [](std::int64_t clinicians) {
    Case each;
    each.contract = contract_paying_savings();
    DistributionPool pool{.id = "pool", .title = "Pool", .share = Rate::whole(1)};
    pool.by = {{Factor::Satisfaction, Rate::percent(40)}, {Factor::Quality, Rate::percent(60)}};
    for (std::int64_t m = 0; m < clinicians; ++m) {
      const std::string id = "dr_" + std::to_string(m);
      pool.members.push_back({.id = id, .title = id});
      each.experience.participants.push_back({.id = id,
                                              .quality = Rate::basis_points(5'000 + m % 4'999),
                                              .satisfaction = Rate::basis_points(m % 9'973)});
    }
    each.contract.distribution = DistributionTerms{.split = {.pools = {pool}}};
    auto experience =
        testing::experience_of(testing::facts_of(Money::cents(123'456'789), Money::cents(1'000)));
    experience.participants = each.experience.participants;
    each.experience = experience;
    const Settlement settlement = settled(each);
    check_levels(settlement.distribution->split);
    const Trace steps = trace(each.contract, each.experience, settlement);
    CHECK(testing::unbalanced(settlement, steps).empty());
    CHECK(replay(steps).empty());
    std::size_t inputs = 0;
    for (const Step& step : steps) inputs += step.inputs.size();
    return steps.size() + inputs;
  };
  const std::size_t few = steps_for(100);
  const std::size_t many = steps_for(1'000);
  CHECK(many < few * 11);
}

}  // namespace
}  // namespace gainshare
