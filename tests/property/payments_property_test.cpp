// SPDX-License-Identifier: Apache-2.0
// What holds for every contract of several streams, tried on many random ones: capitation, fees,
// grants and advances beside shared savings.
#include <map>
#include <string>

#include "contract/mixes.h"
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

constexpr int kCases = 1'000;

struct Case {
  Contract contract;
  Experience experience;
};

Money money(RandomCases& random, std::int64_t high) { return Money::cents(random.whole(0, high)); }

CapitationTerms random_capitation(RandomCases& random) {
  CapitationTerms terms;
  if (random.chance(50)) {
    terms.base = stated(std::variant<CapitationRate, PremiumShare>{
        CapitationRate{Money::cents(random.whole(1, 100'000))}});
  } else {
    terms.base = stated(std::variant<CapitationRate, PremiumShare>{
        PremiumShare{Rate::basis_points(random.whole(1, 10'000))}});
  }
  if (random.chance(50)) terms.trend_factor = stated(Rate::decimal(random.whole(900, 1'100), 3));
  terms.risk_adjusted = stated(random.chance(50));
  terms.carve_out = "Transplants";
  return terms;
}

CapitationFacts random_members(RandomCases& random) {
  CapitationFacts facts;
  if (random.chance(50)) {
    facts.members = random.whole(1, 100'000);
    facts.months = random.whole(1, 12);
  } else {
    facts.member_months = random.whole(1, 1'000'000);
  }
  if (random.chance(50)) {
    facts.premium = money(random, 100'000'000'000);
  } else {
    facts.premium_per_member_month = money(random, 100'000);
  }
  facts.risk_score = Rate::decimal(random.whole(500, 2'000), 3);
  return facts;
}

FeeForServiceTerms random_fees(RandomCases& random) {
  FeeForServiceTerms terms;
  if (random.chance(60)) terms.rate_of_schedule = stated(Rate::decimal(random.whole(1, 2'000), 3));
  if (random.chance(50)) {
    terms.provider_types = {{.id = "hospitals", .title = "Hospitals", .rate_of_schedule = {}},
                            {.id = "primary_care",
                             .title = "Primary care",
                             .rate_of_schedule = Rate::decimal(random.whole(1, 2'000), 3)}};
  }
  return terms;
}

FeeForServiceFacts random_payments(RandomCases& random, const FeeForServiceTerms& terms) {
  FeeForServiceFacts facts;
  if (terms.provider_types.empty() && random.chance(50)) {
    facts.total = money(random, 100'000'000'000);
    return facts;
  }
  facts.by_type = {{.provider_type = "primary_care", .amount = money(random, 1'000'000'000)},
                   {.provider_type = "hospitals", .amount = money(random, 1'000'000'000)}};
  return facts;
}

void add(Contract& contract, const std::string& id, decltype(Stream::terms) terms) {
  Stream stream;
  stream.id = id;
  stream.terms = std::move(terms);
  contract.streams.push_back(std::move(stream));
}

void add_grant(RandomCases& random, Case& out, const std::string& id, std::int64_t high) {
  InfrastructureGrantTerms terms;
  terms.milestones.source = {"contract", Status::Contract, {}};
  const std::int64_t count = random.whole(1, 3);
  for (std::int64_t i = 0; i < count; ++i) {
    const std::string milestone = id + "_" + std::to_string(i);
    terms.milestones.value.push_back(
        {.id = milestone, .title = "Milestone", .amount = Money::cents(random.whole(1, high))});
    out.experience.milestones.push_back({.id = milestone, .met = random.chance(70)});
  }
  terms.advance = stated(random.chance(70));
  add(out.contract, id, terms);
}

PerformanceEffect random_effect(RandomCases& random) {
  switch (random.whole(0, 2)) {
    case 0:
      return AllOrNothing{.threshold = random.rate()};
    case 1:
      return LinearPart{.floor = Rate::percent(random.whole(0, 50)),
                        .ceiling = Rate::percent(random.whole(51, 100)),
                        .floor_source = {},
                        .ceiling_source = {}};
    default:
      return PartTiers{{{.from_score = Rate{}, .part = random.rate()},
                        {.from_score = Rate::percent(50), .part = random.rate()}}};
  }
}

void add_management(RandomCases& random, Case& out, std::int64_t high) {
  ManagementPaymentTerms terms;
  const std::int64_t count = random.whole(1, 4);
  for (std::int64_t i = 0; i < count; ++i) {
    const std::string tier = "tier_" + std::to_string(i);
    terms.tiers.push_back({.id = tier,
                           .title = "Tier",
                           .per_member_month = Money::cents(random.whole(0, 5'000)),
                           .source = {}});
    out.experience.member_months_by_tier.push_back(
        {.tier = tier, .member_months = random.whole(0, high / 100 + 1)});
  }
  if (random.chance(60)) {
    terms.performance_part =
        PerformancePart{.per_member_month = stated(Money::cents(random.whole(1, 1'000))),
                        .kept = stated(random_effect(random))};
  }
  terms.advance = stated(random.chance(40));
  add(out.contract, "management", terms);
}

RiskCorridorTerms random_corridor(RandomCases& random) {
  RiskCorridorTerms terms;
  terms.savings_corridors = {{.up_to = Rate::percent(5), .share = random.rate(), .source = {}},
                             {.up_to = std::nullopt, .share = random.rate(), .source = {}}};
  terms.loss_corridors = terms.savings_corridors;
  return terms;
}

// Grants and savings in a random order, so that some advances come too late for some savings.
Case random_case(RandomCases& random) {
  Case out;
  out.contract.title = "Random";
  out.contract.rounding = stated(random.rounding());
  const SharedSavingsTerms savings = random.terms();
  const SharedSavingsFacts facts = random.facts(savings);
  out.experience = testing::experience_of(facts);
  const std::int64_t scale = facts.benchmark.in_cents() / 10 + 1;
  if (savings.recoupment && random.chance(50)) {
    out.experience.advance_payment_balance = money(random, scale);
  }
  out.experience.capitation = random_members(random);
  if (random.chance(60)) add(out.contract, "capitation", random_capitation(random));
  if (random.chance(60)) {
    const FeeForServiceTerms fees = random_fees(random);
    out.experience.fee_for_service = random_payments(random, fees);
    add(out.contract, "fees", fees);
  }
  if (random.chance(60)) add_grant(random, out, "first_grant", scale);
  if (random.chance(50)) add_management(random, out, scale / 100 + 1);
  if (random.chance(30)) add(out.contract, "corridor", random_corridor(random));
  if (random.chance(50)) add_grant(random, out, "second_grant", scale);
  add(out.contract, "savings", savings);
  return out;
}

Settlement settled(const Case& of) {
  const auto result = settle(of.contract, of.experience);
  INFO((result.ok() ? std::string{}
                    : result.issues().front().path + result.issues().front().message));
  REQUIRE(result.ok());
  return result.value();
}

TEST_CASE("Contracts of several streams are in balance, by name and to the cent") {
  RandomCases random{20260701};
  for (int i = 0; i < kCases; ++i) {
    const Case each = random_case(random);
    const Settlement settlement = settled(each);
    const auto wrong = unbalanced(settlement, trace(each.contract, each.experience, settlement));
    INFO(i << ": " << (wrong.empty() ? "" : wrong.front()));
    REQUIRE(wrong.empty());
  }
}

TEST_CASE("Nothing is recouped beyond what was earned or what was advanced") {
  RandomCases random{20260702};
  int recouping = 0;
  for (int i = 0; i < kCases; ++i) {
    const Settlement settlement = settled(random_case(random));
    std::map<std::string, Money> recouped;
    for (const StreamOutcome& stream : settlement.streams) {
      const Recoupment& out = stream.recoupment;
      CHECK(out.recouped + out.net == out.earned);
      CHECK(out.net >= Money{});
      Money sum;
      for (const RecoupedAdvance& advance : out.advances) {
        CHECK(advance.recouped >= Money{});
        CHECK(advance.recouped + advance.left == advance.before);
        CHECK(advance.left >= Money{});
        recouped[advance.stream] = recouped[advance.stream] + advance.recouped;
        sum = sum + advance.recouped;
      }
      CHECK(sum == out.recouped);
      // Something stays outstanding only where nothing of the earnings is left.
      const bool all_back = out.advances.empty() || out.advances.back().left == Money{};
      CHECK((all_back || out.net == Money{}));
      if (out.recouped > Money{}) ++recouping;
    }
    for (const Advance& advance : settlement.advances) {
      CHECK(advance.recouped == recouped[advance.stream]);
      CHECK(advance.outstanding() >= Money{});
    }
  }
  CHECK(recouping > kCases / 10);
}

TEST_CASE("What a grant does not pay it names as unearned") {
  RandomCases random{20260703};
  for (int i = 0; i < kCases; ++i) {
    for (const StreamOutcome& stream : settled(random_case(random)).streams) {
      const auto* const grant = std::get_if<InfrastructureGrantOutcome>(&stream.outcome);
      if (grant == nullptr) continue;
      CHECK(grant->payment + grant->unearned == grant->total);
      CHECK(grant->payment >= Money{});
      CHECK(grant->unearned >= Money{});
    }
  }
}

TEST_CASE("What performance keeps and what it pays back are what was paid in advance") {
  RandomCases random{20260706};
  for (int i = 0; i < kCases; ++i) {
    for (const StreamOutcome& stream : settled(random_case(random)).streams) {
      const auto* const out = std::get_if<ManagementPaymentOutcome>(&stream.outcome);
      if (out == nullptr) continue;
      CHECK(net_of(stream.flows, kProvider) == out->payment);
      if (!out->performance) continue;
      CHECK(out->performance->payment + out->performance->not_earned == out->performance->at_stake);
      CHECK(out->performance->payment >= Money{});
      CHECK(out->performance->not_earned >= Money{});
    }
  }
}

TEST_CASE("The working of several streams replays, and a falsified step of it does not") {
  RandomCases random{20260704};
  for (int i = 0; i < kCases; ++i) {
    const Case each = random_case(random);
    const Trace steps = trace(each.contract, each.experience, settled(each));
    const auto wrong = replay(steps);
    INFO(i << ": " << (wrong.empty() ? "" : wrong.front()));
    REQUIRE(wrong.empty());
    if (i % 50 != 0) continue;
    const auto unseen = unseen_falsehoods(steps);
    INFO((unseen.empty() ? "" : unseen.front()));
    REQUIRE(unseen.empty());
  }
}

TEST_CASE("Streams that pay more than one dollar for a dollar saved never stand together") {
  RandomCases random{20260705};
  for (int i = 0; i < kCases; ++i) {
    const Rate first = random.rate();
    const Rate second = random.rate();
    Contract contract;
    SharedSavingsTerms terms = testing::one_sided_terms();
    terms.sharing_rate = stated(first);
    add(contract, "first", terms);
    terms.sharing_rate = stated(second);
    add(contract, "second", terms);
    const bool refused = !check_mixes({&contract.streams[0], &contract.streams[1]}).empty();
    CHECK(refused == (Ratio{first} + Ratio{second} > Ratio::whole(1)));
  }
}

}  // namespace
}  // namespace gainshare
