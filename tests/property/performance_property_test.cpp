// SPDX-License-Identifier: Apache-2.0
// What holds for every quality scorecard and all that is paid by its score, tried on many random
// contracts: a scorecard, shared savings and pay for performance from the same score.
#include <map>
#include <string>

#include "settlement/settlement.h"
#include "support/builders.h"
#include "support/catch.h"
#include "support/random_cases.h"
#include "support/replay.h"
#include "trace/trace.h"

namespace gainshare {
namespace {

using testing::RandomCases;
using testing::replay;
using testing::stated;
using testing::unseen_falsehoods;

constexpr int kCases = 1'000;

struct Case {
  Contract contract;
  Experience experience;
};

PerformanceEffect random_effect(RandomCases& random) {
  switch (random.whole(0, 2)) {
    case 0:
      return AllOrNothing{random.rate()};
    case 1: {
      const std::int64_t floor = random.whole(0, 99);
      return LinearPart{Rate::percent(floor), Rate::percent(random.whole(floor + 1, 100))};
    }
    default: {
      PartTiers tiers{{{Rate{}, random.rate()}}};
      for (std::int64_t from = random.whole(1, 40); from <= 100; from += random.whole(1, 60)) {
        tiers.tiers.push_back({Rate::percent(from), random.rate()});
      }
      return tiers;
    }
  }
}

PayForPerformanceTerms random_performance(RandomCases& random) {
  PayForPerformanceTerms terms;
  terms.form = stated(static_cast<PerformanceForm>(random.whole(0, 2)));
  terms.rate = stated(random.rate());
  terms.effect = stated(random_effect(random));
  return terms;
}

// A scorecard, two streams that pay by it, and now and then shared savings.
Case random_case(RandomCases& random) {
  Case out;
  out.contract.title = "Random";
  out.contract.rounding = stated(random.rounding());
  const QualityScorecardTerms scorecard = random.scorecard();
  out.contract.streams.push_back({.id = "scorecard", .terms = scorecard});
  out.experience.quality.measures = random.results(scorecard);
  out.experience.quality.score = random.rate();
  const std::int64_t paying = random.whole(1, 3);
  for (std::int64_t i = 0; i < paying; ++i) {
    out.contract.streams.push_back({.id = "performance_" + std::to_string(i),
                                    .terms = random_performance(random),
                                    .score_from = random.chance(70) ? "scorecard" : ""});
  }
  PayForPerformanceFacts facts;
  if (random.chance(60)) {
    facts.base = Money::cents(random.whole(0, random.chance(50) ? 1'000 : 100'000'000'000));
  } else {
    facts.base_per_member_month = Money::cents(random.whole(0, 100'000));
    out.experience.population.member_months = random.whole(1, 1'000'000);
  }
  out.experience.pay_for_performance = facts;
  if (random.chance(40)) {
    SharedSavingsTerms savings = testing::one_sided_terms();
    savings.quality.standard = stated(QualityStandard{.minimum_score = random.rate()});
    savings.quality.effect = stated(QualityEffect{ShareEscalator{Rate::percent(10)}});
    out.contract.streams.push_back({.id = "savings", .terms = savings, .score_from = "scorecard"});
    out.experience.spending = Spending{};
    out.experience.spending->benchmark = Money::cents(random.whole(1, 100'000'000));
    out.experience.spending->expenditure = Money::cents(random.whole(0, 100'000'000));
  }
  return out;
}

Settlement settled(const Case& of) {
  const auto result = settle(of.contract, of.experience);
  INFO((result.ok() ? std::string{} : result.issues().front().message));
  REQUIRE(result.ok());
  return result.value();
}

TEST_CASE("Every flow by quality is its step's amount, and every account is empty in the end") {
  RandomCases random{20260401};
  for (int i = 0; i < kCases; ++i) {
    const Case each = random_case(random);
    const Settlement settlement = settled(each);
    std::map<std::string, Rational> amounts;
    for (const Step& step : trace(each.contract, each.experience, settlement)) {
      if (const auto* value = std::get_if<Rational>(&step.value)) amounts[step.id] = *value;
    }
    Money in;
    Money back;
    for (const StreamOutcome& stream : settlement.streams) {
      CHECK(net_of(stream.flows, kWithholdAccount) == Money{});
      CHECK(net_of(stream.flows, kPayer) + net_of(stream.flows, kProvider) == Money{});
      for (const Flow& flow : stream.flows) {
        INFO(flow.step_id);
        REQUIRE(amounts.count(flow.step_id) == 1);
        CHECK(amounts[flow.step_id] == Amount{flow.amount}.exact_cents());
        if (flow.to == kProvider) in = in + flow.amount;
        if (flow.from == kProvider) back = back + flow.amount;
      }
    }
    CHECK(settlement.payment == in);
    CHECK(settlement.net_payment == in - back);
  }
}

TEST_CASE("What is at stake is paid, forfeited or owed: nothing is left over") {
  RandomCases random{20260402};
  for (int i = 0; i < kCases; ++i) {
    const Settlement settlement = settled(random_case(random));
    for (const StreamOutcome& stream : settlement.streams) {
      const auto* const out = std::get_if<PayForPerformanceOutcome>(&stream.outcome);
      if (out == nullptr) continue;
      CHECK(out->earned_part >= Ratio{});
      CHECK(out->earned_part <= Ratio::whole(1));
      CHECK(out->earned_part + out->lost_part == Ratio::whole(1));
      CHECK(out->not_earned >= Money{});
      if (out->form == PerformanceForm::Penalty) {
        CHECK(out->payment == Money{});
        CHECK(out->penalty <= out->at_stake);
      } else {
        CHECK(out->payment + out->not_earned == out->at_stake);
        CHECK(out->penalty == Money{});
      }
    }
  }
}

TEST_CASE("The score of a scorecard is from 0 to 1, and streams that name it have that one") {
  RandomCases random{20260403};
  for (int i = 0; i < kCases; ++i) {
    const Case each = random_case(random);
    const Settlement settlement = settled(each);
    const auto& card = std::get<QualityScorecardOutcome>(settlement.streams.front().outcome);
    CHECK(card.score >= Ratio{});
    CHECK(card.score <= Ratio::whole(1));
    for (std::size_t s = 1; s < settlement.streams.size(); ++s) {
      const auto* const out = std::get_if<PayForPerformanceOutcome>(&settlement.streams[s].outcome);
      if (out == nullptr) continue;
      const bool named = !each.contract.streams[s].score_from.empty();
      CHECK(out->score == (named ? card.score : Ratio{*each.experience.quality.score}));
    }
  }
}

TEST_CASE("The working of every payment by quality replays, across streams") {
  RandomCases random{20260404};
  for (int i = 0; i < kCases; ++i) {
    const Case each = random_case(random);
    const auto wrong = replay(trace(each.contract, each.experience, settled(each)));
    INFO(i << ": " << (wrong.empty() ? "" : wrong.front()));
    REQUIRE(wrong.empty());
  }
}

TEST_CASE("A falsified step of a payment by quality fails the replay") {
  RandomCases random{20260405};
  for (int i = 0; i < 40; ++i) {
    const Case each = random_case(random);
    const Trace steps = trace(each.contract, each.experience, settled(each));
    const auto unseen = unseen_falsehoods(steps);
    INFO((unseen.empty() ? "" : unseen.front()));
    REQUIRE(unseen.empty());
  }
}

}  // namespace
}  // namespace gainshare
