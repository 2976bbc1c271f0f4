// SPDX-License-Identifier: Apache-2.0
// What holds for every risk corridor and every episode payment, tried on many random ones.
#include <algorithm>
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

template <class Terms>
Contract contract_with(RandomCases& random, Terms terms) {
  Contract contract;
  contract.title = "Random";
  contract.rounding = stated(random.rounding());
  Stream stream;
  stream.id = "stream";
  stream.terms = std::move(terms);
  contract.streams.push_back(std::move(stream));
  return contract;
}

Corridors random_corridors(RandomCases& random) {
  Corridors corridors;
  Rate up_to;
  const std::int64_t count = random.whole(1, 4);
  std::int64_t end = 0;
  for (std::int64_t i = 0; i < count; ++i) {
    end += random.whole(1, 10);
    CorridorBand& band = corridors.emplace_back();
    if (i + 1 < count || random.chance(30)) band.up_to = Rate::percent(end);
    band.share = random.rate();
  }
  return corridors;
}

RiskCorridorTerms random_corridor_terms(RandomCases& random) {
  RiskCorridorTerms terms;
  const std::int64_t parts = random.whole(0, 3);
  for (std::int64_t i = 0; i < parts; ++i) {
    terms.discount.push_back(
        {.id = "part_" + std::to_string(i), .title = "Part", .rate = random.rate(5)});
  }
  if (random.chance(60)) terms.quality_withhold = stated(random.rate(10));
  if (random.chance(40)) terms.retention_withhold = stated(random.rate(5));
  if (random.chance(40)) terms.gross_cap = stated(Rate::percent(random.whole(1, 15)));
  terms.savings_corridors = random_corridors(random);
  terms.loss_corridors = random.chance(60) ? terms.savings_corridors : random_corridors(random);
  if (random.chance(40)) terms.share = stated(random.rate());
  if (random.chance(50)) terms.sequestration = stated(random.rate(4));
  return terms;
}

Experience random_spending(RandomCases& random) {
  Experience experience;
  const std::int64_t benchmark = random.whole(1, random.chance(50) ? 10'000 : 100'000'000'000);
  const std::int64_t spread = benchmark / 3 + 1;
  experience.spending = Spending{};
  experience.spending->benchmark = Money::cents(benchmark);
  experience.spending->expenditure =
      Money::cents(std::max<std::int64_t>(0, benchmark + random.whole(-spread, spread)));
  experience.quality.score = random.rate();
  if (random.chance(20))
    experience.advance_payment_balance = Money::cents(random.whole(0, benchmark / 10));
  if (random.chance(15)) {
    experience.year_to_date = random.year_to_date();
    experience.spending->expenditure.reset();
  } else if (random.chance(15)) {
    experience.population.member_months = random.whole(1, 1'000);
    experience.spending->basis = SpendingBasis::PerMemberPerMonth;
  }
  experience.risk_corridor = RiskCorridorFacts{.retention_met = random.chance(60)};
  return experience;
}

Case random_corridor(RandomCases& random) {
  return {contract_with(random, random_corridor_terms(random)), random_spending(random)};
}

DiscountBands random_bands(RandomCases& random) {
  DiscountBands bands;
  std::int64_t from = 0;
  const std::int64_t count = random.whole(1, 4);
  for (std::int64_t i = 0; i < count; ++i) {
    DiscountBand& band = bands.bands.emplace_back();
    band.id = "band_" + std::to_string(i);
    band.title = "Band";
    band.from_score = Rate::whole(from);
    band.inclusive = i == 0 || random.chance(50);
    if (random.chance(70)) band.discount = random.rate(10);
    if (random.chance(60)) band.repayment_discount = random.rate(10);
    from += random.whole(1, 6);
  }
  return bands;
}

EpisodePaymentTerms random_episode_terms(RandomCases& random) {
  EpisodePaymentTerms terms;
  const std::int64_t form = random.whole(0, 2);
  if (form == 0) terms.quality = stated(EpisodeQuality{random_bands(random)});
  if (form == 1) terms.quality = stated(EpisodeQuality{ScoreAdjustment{random.rate()}});
  if (form != 0 && random.chance(70)) terms.discount = stated(random.rate(10));
  if (form != 0 && random.chance(30)) terms.minimum_score = stated(random.rate());
  if (random.chance(30)) terms.regional_share = stated(random.rate());
  if (random.chance(60)) terms.stop_gain = stated(random.rate(20));
  if (random.chance(60)) terms.stop_loss = stated(random.rate(20));
  if (random.chance(10)) terms.no_repayment = Source{"contract", Status::Contract, {}};
  if (random.chance(40)) {
    terms.winsorise = stated(Winsorisation{.low = random.rate(50), .high = Rate::percent(90)});
  }
  return terms;
}

EpisodeGroup random_group(RandomCases& random, const EpisodePaymentTerms& terms) {
  EpisodeGroup group{.id = "group", .count = random.whole(1, 12)};
  const std::int64_t price = random.whole(1, 5'000'000);
  if (random.chance(30)) {
    group.target_price = Money::cents(price);
  } else {
    group.historical_price = Money::cents(price);
    if (terms.regional_share) group.regional_price = Money::cents(random.whole(1, 5'000'000));
    if (random.chance(50)) group.case_mix = Rate::decimal(random.whole(500, 1'500), 3);
    if (random.chance(50)) group.peer_trend = Rate::decimal(random.whole(900, 1'100), 3);
  }
  const auto cost = [&] { return Money::cents(random.whole(price / 2, price * 3 / 2)); };
  if (random.chance(50)) {
    group.actual = Money::cents(cost().in_cents() * group.count);
    return group;
  }
  for (std::int64_t i = 0; i < group.count; ++i) group.costs.push_back(cost());
  if (random.chance(40)) group.highest_cost = Money::cents(price + 1);
  return group;
}

Case random_episodes(RandomCases& random) {
  const EpisodePaymentTerms terms = random_episode_terms(random);
  Case out{contract_with(random, terms), {}};
  EpisodeFacts facts;
  const std::int64_t groups = random.whole(1, 3);
  for (std::int64_t i = 0; i < groups; ++i) {
    facts.groups.push_back(random_group(random, terms));
    facts.groups.back().id += std::to_string(i);
  }
  if (std::holds_alternative<DiscountBands>(terms.quality.value)) {
    facts.composite_score = Rate::whole(random.whole(0, 20));
  }
  out.experience.quality.score = random.rate();
  out.experience.episodes = facts;
  return out;
}

Settlement settled(const Case& c) {
  const auto result = settle(c.contract, c.experience);
  INFO((result.ok() ? "" : result.issues().front().path + result.issues().front().message));
  REQUIRE(result.ok());
  return result.value();
}

// Every flow, named by the two it joins, adds up to the totals.
void check_flows(const Settlement& settlement) {
  Money to_provider;
  Money to_payer;
  for (const Flow& flow : settlement.streams.front().flows) {
    CHECK(flow.amount > Money{});
    CHECK((flow.from == kPayer || flow.from == kProvider));
    CHECK((flow.to == kPayer || flow.to == kProvider));
    if (flow.to == kProvider) to_provider = to_provider + flow.amount;
    if (flow.to == kPayer) to_payer = to_payer + flow.amount;
  }
  CHECK(settlement.payment == to_provider);
  Money recouped;
  for (const Flow& flow : settlement.streams.front().flows) {
    if (flow.purpose == "recoupment") recouped = recouped + flow.amount;
  }
  CHECK(settlement.loss_owed + recouped == to_payer);
  CHECK(settlement.net_payment == to_provider - to_payer);
}

TEST_CASE("A corridor's savings are what the provider and the payer have, to the cent") {
  RandomCases random{20260401};
  for (int i = 0; i < kCases; ++i) {
    const Settlement settlement = settled(random_corridor(random));
    const auto& out = std::get<RiskCorridorOutcome>(settlement.streams.front().outcome);
    CHECK(out.payment - out.loss_owed + out.payer_keeps == out.savings);
    CHECK((out.payment == Money{} || out.loss_owed == Money{}));
    CHECK(out.payment >= Money{});
    CHECK(out.loss_owed >= Money{});
    CHECK(out.savings_side.by_corridors <= out.savings_side.to_share);
    CHECK(out.loss_side.by_corridors <= out.loss_side.to_share);
    Amount within;
    for (const CorridorSlice& part : out.savings_side.slices) {
      CHECK(part.within.sign() >= 0);
      within = within + part.within;
    }
    CHECK(within <= out.savings_side.to_share);
    if (out.cap) CHECK(maximum(out.capped_gross, -out.capped_gross) <= *out.cap);
    check_flows(settlement);
  }
}

TEST_CASE("More savings never pay less through a corridor") {
  RandomCases random{20260402};
  for (int i = 0; i < kCases; ++i) {
    Case c = random_corridor(random);
    if (!c.experience.spending->expenditure) continue;
    const Settlement before = settled(c);
    const std::int64_t spent = c.experience.spending->expenditure->in_cents();
    c.experience.spending->expenditure = Money::cents(spent - random.whole(0, spent));
    CHECK(settled(c).net_payment >= before.net_payment);
  }
}

TEST_CASE("An episode payment conserves what lies between price and spending") {
  RandomCases random{20260403};
  for (int i = 0; i < kCases; ++i) {
    const Settlement settlement = settled(random_episodes(random));
    const auto& out = std::get<EpisodePaymentOutcome>(settlement.streams.front().outcome);
    CHECK(Amount{out.payment} - Amount{out.repayment} + out.payer_keeps ==
          out.benchmark - out.actual);
    CHECK(out.limited_gain <= out.adjusted_gain);
    CHECK(out.limited_loss <= out.adjusted_loss);
    CHECK(out.adjusted_gain <= out.gain);
    CHECK(out.adjusted_loss <= out.loss);
    if (out.stop_gain) CHECK(out.limited_gain <= *out.stop_gain);
    if (out.stop_loss) CHECK(out.limited_loss <= *out.stop_loss);
    check_flows(settlement);
  }
}

TEST_CASE("The second opinion recomputes corridors and episodes, and sees every falsified step") {
  RandomCases random{20260404};
  for (int i = 0; i < kCases; ++i) {
    const Case c = i % 2 == 0 ? random_corridor(random) : random_episodes(random);
    const Settlement settlement = settled(c);
    const Trace steps = trace(c.contract, c.experience, settlement);
    const auto wrong = replay(steps);
    INFO(i << ": " << (wrong.empty() ? "" : wrong.front()));
    REQUIRE(wrong.empty());
    const auto without_place = unbalanced(settlement, steps);
    INFO((without_place.empty() ? "" : without_place.front()));
    REQUIRE(without_place.empty());
    if (i >= 40) continue;
    for (const Step& step : steps) {
      CHECK_FALSE(step.label.empty());
      if (step.op != Op::Given) CHECK_FALSE(step.source.citation.empty());
    }
    const auto unseen = unseen_falsehoods(steps);
    INFO((unseen.empty() ? "" : unseen.front()));
    REQUIRE(unseen.empty());
  }
}

}  // namespace
}  // namespace gainshare
