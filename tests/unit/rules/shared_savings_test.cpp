// SPDX-License-Identifier: Apache-2.0
#include "rules/shared_savings.h"

#include "support/builders.h"
#include "support/catch.h"

namespace gainshare {
namespace {

using testing::facts_of;
using testing::one_sided_terms;
using testing::stated;
using testing::two_sided_terms;

SharedSavingsOutcome settled(const SharedSavingsTerms& terms, const SharedSavingsFacts& facts) {
  const auto result = settle_shared_savings(terms, facts, Rounding{});
  REQUIRE(result.ok());
  return result.value();
}

constexpr Money kBenchmark = Money::dollars(500);

TEST_CASE("The deck's example above the minimum: 10 and 10, 12 and 8") {
  const auto one = settled(one_sided_terms(), facts_of(kBenchmark, Money::dollars(480)));
  CHECK(one.payment == Money::dollars(10));
  CHECK(one.payer_share_of_pool == Amount{Money::dollars(10)});
  CHECK(one.payer_keeps == Money::dollars(10));
  CHECK(one.minimum_savings == Amount{Money::dollars(10)});
  const auto two = settled(two_sided_terms(), facts_of(kBenchmark, Money::dollars(480)));
  CHECK(two.payment == Money::dollars(12));
  CHECK(two.payer_share_of_pool == Amount{Money::dollars(8)});
}

TEST_CASE("The deck's example below the minimum pays nobody's share") {
  for (const auto& terms : {one_sided_terms(), two_sided_terms()}) {
    const auto out = settled(terms, facts_of(kBenchmark, Money::dollars(495)));
    CHECK(out.payment == Money{});
    CHECK(out.loss_owed == Money{});
    CHECK(out.below_minimum_rate);
    CHECK(out.payer_keeps == Money::dollars(5));
    CHECK(out.payer_share_of_pool == Amount{});
  }
}

TEST_CASE("The minimum savings rate is met at the cent and not one cent below") {
  CHECK(settled(one_sided_terms(), facts_of(kBenchmark, Money::cents(49'000))).payment ==
        Money::dollars(5));
  CHECK(settled(one_sided_terms(), facts_of(kBenchmark, Money::cents(49'001))).payment == Money{});
}

TEST_CASE("The basis above the threshold shares only what lies beyond it") {
  auto terms = one_sided_terms();
  terms.savings_basis = stated(Basis::AboveThreshold);
  CHECK(settled(terms, facts_of(kBenchmark, Money::dollars(490))).payment == Money{});
  CHECK(settled(terms, facts_of(kBenchmark, Money::dollars(480))).payment == Money::dollars(5));
}

TEST_CASE("A cap limits the pool before the split or the payment after it") {
  const auto facts = facts_of(kBenchmark, Money::dollars(400));
  CHECK(settled(one_sided_terms(), facts).payment == Money::dollars(25));
  CHECK(settled(one_sided_terms(), facts).cap_bound);
  CHECK(settled(two_sided_terms(), facts).payment == Money::dollars(45));
  auto terms = one_sided_terms();
  terms.cap = stated(Cap{.on = CapOn::Payment, .rate = Rate::percent(10)});
  CHECK(settled(terms, facts).payment == Money::dollars(50));
  CHECK_FALSE(settled(terms, facts).cap_bound);
  terms.cap->value.rate = Rate::basis_points(999);
  CHECK(settled(terms, facts).payment == Money::cents(4'995));
  CHECK(settled(terms, facts).cap_bound);
}

TEST_CASE("Sequestration comes before the payment limit") {
  auto terms = one_sided_terms();
  terms.sharing_rate = stated(Rate::percent(100));
  terms.sequestration = stated(Rate::percent(2));
  terms.cap = stated(Cap{.on = CapOn::Payment, .rate = Rate::percent(10)});
  // 100 × 98 % = 98, limited to 50; the other order would give 49.
  const auto out = settled(terms, facts_of(kBenchmark, Money::dollars(400)));
  CHECK(out.payment == Money::dollars(50));
  CHECK(out.withheld_by_cap_or_sequestration == Amount{Money::dollars(50)});
}

TEST_CASE("A quality gate is inclusive and otherwise leaves the share whole") {
  auto terms = one_sided_terms();
  terms.quality.standard = stated(QualityStandard{.minimum_score = Rate::percent(70)});
  auto facts = facts_of(kBenchmark, Money::dollars(480));
  facts.quality.score = Rate::percent(70);
  CHECK(settled(terms, facts).payment == Money::dollars(10));
  facts.quality.score = Rate::decimal(699'999, 6);
  const auto failed = settled(terms, facts);
  CHECK(failed.payment == Money{});
  CHECK(failed.quality_failed);
}

TEST_CASE("An escalator moves the share with the score, from zero or from a floor") {
  auto terms = one_sided_terms();
  terms.quality.effect = stated(QualityEffect{ShareEscalator{}});
  auto facts = facts_of(kBenchmark, Money::dollars(480));
  facts.quality.score = Rate::percent(80);
  CHECK(settled(terms, facts).payment == Money::dollars(8));
  terms.sharing_rate = stated(Rate::percent(60));
  terms.quality.effect = stated(QualityEffect{ShareEscalator{.lowest = Rate::percent(15)}});
  // 15 % + 45 % × 0.8 = 51 % of $20.
  CHECK(settled(terms, facts).payment == Money::cents(1'020));
}

TEST_CASE("Tiers take the last one whose lower bound the score reaches") {
  auto terms = one_sided_terms();
  const ShareTiers tiers{.tiers = {{Rate{}, Rate{}},
                                   {Rate::percent(50), Rate::percent(20)},
                                   {Rate::percent(70), Rate::percent(40)},
                                   {Rate::percent(90), Rate::percent(50)}}};
  terms.quality.effect = stated(QualityEffect{tiers});
  auto facts = facts_of(kBenchmark, Money::dollars(480));
  facts.quality.score = Rate::percent(70);
  CHECK(settled(terms, facts).payment == Money::dollars(8));
  facts.quality.score = Rate::decimal(69'999, 5);
  CHECK(settled(terms, facts).payment == Money::dollars(4));
  facts.quality.score = Rate::whole(1);
  CHECK(settled(terms, facts).payment == Money::dollars(10));
}

TEST_CASE("A loss is shared from the minimum loss rate on, up to the loss limit") {
  const auto owed = [](Money expenditure) {
    return settled(two_sided_terms(), facts_of(kBenchmark, expenditure)).loss_owed;
  };
  CHECK(owed(Money::dollars(510)) == Money::dollars(6));
  CHECK(owed(Money::cents(50'999)) == Money{});
  CHECK(owed(Money::dollars(650)) == Money::dollars(50));
  auto above = two_sided_terms();
  above.loss->basis = stated(Basis::AboveThreshold);
  CHECK(settled(above, facts_of(kBenchmark, Money::dollars(520))).loss_owed == Money::dollars(6));
  CHECK(settled(one_sided_terms(), facts_of(kBenchmark, Money::dollars(650))).loss_owed == Money{});
}

TEST_CASE(
    "The smallest leg of a loss limit binds, and a leg without revenue is said to be missing") {
  auto terms = two_sided_terms();
  terms.loss->limit.of_revenue = stated(Rate::percent(8));
  auto facts = facts_of(kBenchmark, Money::dollars(650));
  CHECK(settled(terms, facts).revenue_limit_not_applied);
  facts.participant_revenue = Money::dollars(400);
  const auto out = settled(terms, facts);
  CHECK(out.loss_owed == Money::dollars(32));
  CHECK_FALSE(out.revenue_limit_not_applied);
  terms.loss->limit.amount = stated(Money::dollars(7));
  CHECK(settled(terms, facts).loss_owed == Money::dollars(7));
}

TEST_CASE("A quality-scaled loss rate stays within its limits, and failing costs the highest") {
  auto terms = two_sided_terms();
  terms.loss->limit = {};
  terms.loss->share = stated(LossShare{QualityScaledLoss{
      .factor = Rate::percent(75), .lowest = Rate::percent(40), .highest = Rate::percent(75)}});
  auto facts = facts_of(kBenchmark, Money::dollars(600));
  facts.quality.score = Rate::decimal(7705, 4);
  CHECK(settled(terms, facts).loss_rate == Ratio{Rate::decimal(422'125, 6)});
  facts.quality.score = Rate::whole(1);
  CHECK(settled(terms, facts).loss_rate == Ratio{Rate::percent(40)});
  terms.quality.standard = stated(QualityStandard{.stated_by_experience = true});
  facts.quality.met_standard = false;
  CHECK(settled(terms, facts).loss_rate == Ratio{Rate::percent(75)});
}

TEST_CASE("A disaster reduces a loss by months and people, or by the amount as settled") {
  auto terms = two_sided_terms();
  terms.loss->limit = {};
  terms.loss->disaster_reduction = Source{};
  // $3,000,000 × 4/12 × 25 % = $250,000.
  auto facts = facts_of(Money::dollars(100'000'000), Money::dollars(105'000'000));
  facts.disaster = DisasterPart{.affected_months = 4, .affected_share = Rate::percent(25)};
  const auto out = settled(terms, facts);
  CHECK(out.disaster_reduction == Amount{Money::dollars(250'000)});
  CHECK(out.loss_owed == Money::dollars(2'750'000));
  facts.disaster = DisasterAmount{.reduction = Money::dollars(4'000'000)};
  CHECK(settled(terms, facts).loss_owed == Money{});
  facts.disaster.reset();
  terms.loss->forgiven = Source{};
  CHECK(settled(terms, facts).loss_owed == Money{});
  CHECK(settled(terms, facts).loss_forgiven);
}

TEST_CASE("Below the minimum a qualifying ACO shares at the reduced rate") {
  auto terms = one_sided_terms();
  terms.reduced_sharing = stated(ReducedSharing{.factor = Rate::decimal(5, 1),
                                                .minimum_beneficiaries = 5'000,
                                                .low_revenue_only = true,
                                                .low_revenue_threshold = Rate::percent(35)});
  auto facts = facts_of(kBenchmark, Money::dollars(495));
  facts.population.assigned_beneficiaries = 5'000;
  facts.low_revenue = true;
  CHECK(settled(terms, facts).payment == Money::cents(125));
  facts.population.assigned_beneficiaries = 4'999;
  CHECK(settled(terms, facts).payment == Money{});
  facts.population.assigned_beneficiaries = 5'000;
  facts.low_revenue = false;
  CHECK(settled(terms, facts).payment == Money{});
  facts.low_revenue.reset();
  // 35 % of $495 is $173.25: low revenue is strictly below.
  facts.participant_revenue = Money::cents(17'324);
  CHECK(settled(terms, facts).payment == Money::cents(125));
  facts.participant_revenue = Money::cents(17'325);
  CHECK(settled(terms, facts).payment == Money{});
}

TEST_CASE("Reduced sharing decided by revenue is the one place where more savings pay less") {
  // Spending falls by a cent, 35 % of it falls with it, and the ACO is no longer low-revenue.
  auto terms = one_sided_terms();
  terms.reduced_sharing = stated(ReducedSharing{.factor = Rate::decimal(5, 1),
                                                .low_revenue_only = true,
                                                .low_revenue_threshold = Rate::percent(35)});
  auto facts = facts_of(kBenchmark, Money::dollars(495));
  facts.population.assigned_beneficiaries = 5'000;
  facts.participant_revenue = Money::cents(17'324);
  CHECK(settled(terms, facts).payment == Money::cents(125));
  facts.expenditure = Money::cents(49'497);
  CHECK(settled(terms, facts).payment == Money{});
}

TEST_CASE("The guardrail lets the two-way benchmark decide a loss, never make a saving") {
  auto terms = two_sided_terms();
  terms.guardrail = Source{};
  auto facts = facts_of(kBenchmark, Money::dollars(520));
  facts.guardrail.two_way_benchmark = Money::dollars(505);
  const auto softened = settled(terms, facts);
  CHECK(softened.guardrail_used);
  CHECK(softened.loss_owed == Money::dollars(9));
  facts.guardrail.two_way_benchmark = Money::dollars(530);
  const auto neither = settled(terms, facts);
  CHECK(neither.guardrail_neither);
  CHECK(neither.payment == Money{});
  CHECK(neither.loss_owed == Money{});
  facts.guardrail.two_way_benchmark = Money::dollars(495);
  CHECK(settled(terms, facts).loss_owed == Money::dollars(12));
  // Below the minimum loss rate the guardrail is not reached.
  facts.expenditure = Money::cents(50'999);
  facts.guardrail.two_way_benchmark = Money::dollars(505);
  CHECK_FALSE(settled(terms, facts).guardrail_used);
}

TEST_CASE("A published benchmark under the guardrail pays no savings and settles losses as usual") {
  auto terms = two_sided_terms();
  terms.guardrail = Source{};
  auto facts = facts_of(kBenchmark, Money::dollars(480));
  facts.guardrail.applied = true;
  CHECK(settled(terms, facts).payment == Money{});
  facts.expenditure = Money::dollars(520);
  CHECK(settled(terms, facts).loss_owed == Money::dollars(12));
}

TEST_CASE("Half a year is settled whole and then halved") {
  auto terms = two_sided_terms();
  terms.year_fraction = stated(Rate::decimal(5, 1));
  CHECK(settled(terms, facts_of(kBenchmark, Money::dollars(480))).payment == Money::dollars(6));
  terms.loss->disaster_reduction = Source{};
  auto facts = facts_of(kBenchmark, Money::dollars(520));
  facts.disaster = DisasterAmount{.reduction = Money::dollars(2)};
  // (60 % of 20 - 2) × 1/2.
  CHECK(settled(terms, facts).loss_owed == Money::dollars(5));
}

TEST_CASE("The contract's rounding decides the last cent, once") {
  const auto facts = facts_of(Money::cents(100), Money::cents(95));
  const auto paid = [&](RoundingMode mode) {
    return settle_shared_savings(one_sided_terms(), facts, {.mode = mode}).value().payment;
  };
  // Half of 5 cents.
  CHECK(paid(RoundingMode::HalfUp) == Money::cents(3));
  CHECK(paid(RoundingMode::HalfEven) == Money::cents(2));
  CHECK(paid(RoundingMode::Down) == Money::cents(2));
  CHECK(paid(RoundingMode::Up) == Money::cents(3));
}

TEST_CASE("What the terms need and the facts lack is listed at once with its place") {
  auto terms = two_sided_terms();
  terms.minimum_savings_rate.value = {.by_beneficiaries = {{.from = 0, .start = Rate::percent(2)}}};
  terms.quality.effect = stated(QualityEffect{ShareEscalator{}});
  auto facts = facts_of(kBenchmark, Money::dollars(480));
  facts.disaster = DisasterAmount{};
  facts.guardrail.applied = true;
  const Issues issues = check_shared_savings_facts(terms, facts);
  REQUIRE(issues.size() == 4);
  CHECK(issues[0].path == "/population/assigned_beneficiaries");
  CHECK(issues[1].path == "/quality/score");
  CHECK(issues[2].path == "/disaster");
  CHECK(issues[3].path == "/spending/guardrail_applied");
}

TEST_CASE("A rate table runs straight inside a band and gives way to nothing at its ends") {
  const MinimumRate rate{.fixed = Rate::percent(1),
                         .by_beneficiaries = {{.from = 0,
                                               .to = 4'999,
                                               .start = Rate::percent(5),
                                               .end = Rate::decimal(39, 3)},
                                              {.from = 5'000, .start = Rate::percent(3)}},
                         .fixed_needs_beneficiaries = 5'000};
  CHECK(minimum_rate(rate, 4'999) == Ratio{Rate::decimal(39, 3)});
  CHECK(minimum_rate(rate, 0) == Ratio{Rate::percent(5)});
  CHECK(minimum_rate(rate, 5'000) == Ratio{Rate::percent(1)});
}

}  // namespace
}  // namespace gainshare
