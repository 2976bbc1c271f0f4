// SPDX-License-Identifier: Apache-2.0
#include "rules/episode_payment.h"

#include "support/builders.h"
#include "support/catch.h"

namespace gainshare {
namespace {

using testing::stated;

EpisodeFacts priced(std::int64_t count, Money target, Money actual) {
  EpisodeFacts facts;
  facts.groups.push_back({.id = "group", .count = count, .target_price = target, .actual = actual});
  return facts;
}

EpisodePaymentOutcome settled(const EpisodePaymentTerms& terms, const EpisodeFacts& facts,
                              std::optional<Rate> score = std::nullopt) {
  const EpisodeInput input{.episodes = facts, .score = score};
  REQUIRE(check_episode_facts(terms, input).empty());
  const auto out = settle_episodes(terms, input, Rounding{});
  REQUIRE(out.ok());
  return out.value();
}

EpisodePaymentTerms limited(Rate stop) {
  EpisodePaymentTerms terms;
  terms.stop_gain = stated(stop);
  terms.stop_loss = stated(stop);
  return terms;
}

// CJR, years 2 and 3.
EpisodePaymentTerms cjr_terms() {
  EpisodePaymentTerms terms = limited(Rate::percent(20));
  const auto band = [](const char* id, Rate from, std::optional<Rate> discount, Rate repayment) {
    return DiscountBand{.id = id,
                        .title = id,
                        .from_score = from,
                        .discount = discount,
                        .repayment_discount = repayment};
  };
  DiscountBands bands{
      {band("below", {}, std::nullopt, Rate::percent(2)),
       band("acceptable", Rate::whole(5), Rate::percent(3), Rate::percent(2)),
       band("good", Rate::decimal(69, 1), Rate::percent(2), Rate::percent(1)),
       band("excellent", Rate::whole(15), Rate::decimal(15, 3), Rate::decimal(5, 3))}};
  bands.bands.back().inclusive = false;
  terms.quality = stated(EpisodeQuality{bands});
  return terms;
}

EpisodePaymentOutcome by_score(Rate composite, Money actual = Money::dollars(95)) {
  EpisodeFacts facts;
  facts.composite_score = composite;
  facts.groups.push_back(
      {.id = "group", .count = 1, .historical_price = Money::dollars(100), .actual = actual});
  return settled(cjr_terms(), facts);
}

TEST_CASE("CJR pays the difference to the target within stop-gain and stop-loss") {
  const auto reconciled = [](std::int64_t actual) {
    const auto out = settled(limited(Rate::percent(20)),
                             priced(100, Money::dollars(25'000), Money::dollars(actual)));
    return out.payment - out.repayment;
  };
  CHECK(reconciled(2'300'000) == Money::dollars(200'000));
  CHECK(reconciled(1'800'000) == Money::dollars(500'000));
  CHECK(reconciled(3'200'000) == -Money::dollars(500'000));
  CHECK(reconciled(2'000'001) == Money::dollars(499'999));
  CHECK(reconciled(2'000'000) == Money::dollars(500'000));
  CHECK(reconciled(1'999'999) == Money::dollars(500'000));
  CHECK(reconciled(2'999'999) == -Money::dollars(499'999));
  CHECK(reconciled(3'000'000) == -Money::dollars(500'000));
  CHECK(reconciled(3'000'001) == -Money::dollars(500'000));
  CHECK(reconciled(2'500'000) == Money{});
}

TEST_CASE("BPCI Advanced: the target is made from the price, and quality takes off the gain") {
  EpisodePaymentTerms terms = limited(Rate::percent(20));
  terms.discount = stated(Rate::percent(3));
  terms.quality = stated(EpisodeQuality{ScoreAdjustment{Rate::percent(10)}});
  EpisodeFacts facts;
  facts.groups.push_back({.id = "bundle",
                          .count = 150,
                          .historical_price = Money::dollars(30'000),
                          .case_mix = Rate::decimal(104, 2),
                          .peer_trend = Rate::decimal(99, 2),
                          .actual = Money::dollars(4'200'000)});
  const auto out = settled(terms, facts, Rate::percent(80));
  CHECK(out.groups.front().benchmark_price == Amount{Money::dollars(30'888)});
  CHECK(out.groups.front().target_price == Amount{Money::cents(2'996'136)});
  CHECK(out.target == Amount{Money::dollars(4'494'204)});
  CHECK(*out.stop_gain == Amount{Money::cents(89'884'080)});
  CHECK(out.payment == Money::cents(28'831'992));
  facts.groups.front().actual = Money::dollars(4'594'204);  // a loss of 100,000
  CHECK(settled(terms, facts, Rate::percent(80)).repayment == Money::dollars(92'000));
}

TEST_CASE("The composite score decides the discount, each band from its own edge") {
  CHECK(by_score(Rate::decimal(499, 2)).payment == Money{});
  CHECK_FALSE(by_score(Rate::decimal(499, 2)).meets_quality);
  CHECK(by_score(Rate::whole(5)).payment == Money::dollars(2));
  CHECK(by_score(Rate::decimal(689, 2)).payment == Money::dollars(2));
  CHECK(by_score(Rate::decimal(69, 1)).payment == Money::dollars(3));
  CHECK(by_score(Rate::decimal(501, 2)).payment == Money::dollars(2));
  CHECK(by_score(Rate::decimal(691, 2)).payment == Money::dollars(3));
  CHECK(by_score(Rate::decimal(1499, 2)).payment == Money::dollars(3));
  CHECK(by_score(Rate::whole(15)).payment == Money::dollars(3));
  CHECK(by_score(Rate::decimal(1501, 2)).payment == Money::cents(350));
}

TEST_CASE("Between the two targets of a band nothing is paid and nothing repaid") {
  // Acceptable: paid below 97, repaid above 98.
  const auto at = [](std::int64_t cents) { return by_score(Rate::whole(6), Money::cents(cents)); };
  CHECK(at(9'699).payment == Money::cents(1));
  CHECK(at(9'700).payment == Money{});
  CHECK(at(9'800).repayment == Money{});
  CHECK(at(9'801).repayment == Money::cents(1));
}

TEST_CASE("A band without a discount still repays, from its own target") {
  CHECK(by_score(Rate::whole(4), Money::dollars(99)).repayment == Money::dollars(1));
}

TEST_CASE("Where nothing is repaid a loss stays with the payer") {
  EpisodePaymentTerms terms = limited(Rate::percent(20));
  terms.no_repayment = Source{};
  const auto out = settled(terms, priced(1, Money::dollars(100), Money::dollars(120)));
  CHECK(out.repayment == Money{});
  CHECK(out.payer_keeps == -Amount{Money::dollars(20)});
}

TEST_CASE("A minimum quality score stands in the way of a payment and not of a repayment") {
  EpisodePaymentTerms terms;
  terms.minimum_score = stated(Rate::percent(50));
  const auto facts = priced(1, Money::dollars(100), Money::dollars(90));
  CHECK(settled(terms, facts, Rate::decimal(499, 3)).payment == Money{});
  CHECK(settled(terms, facts, Rate::percent(50)).payment == Money::dollars(10));
  CHECK(settled(terms, facts, Rate::decimal(501, 3)).payment == Money::dollars(10));
  const auto loss = priced(1, Money::dollars(100), Money::dollars(110));
  CHECK(settled(terms, loss, Rate{}).repayment == Money::dollars(10));
}

TEST_CASE("Hospital and region are blended; the region alone needs no other price") {
  EpisodePaymentTerms terms;
  terms.regional_share = stated(Rate::from_text("1/3").value());
  EpisodeFacts facts;
  facts.groups.push_back({.id = "group",
                          .count = 3,
                          .historical_price = Money::dollars(30),
                          .regional_price = Money::dollars(60),
                          .actual = Money::dollars(100)});
  CHECK(settled(terms, facts).target == Amount{Money::dollars(120)});
  terms.regional_share = stated(Rate::whole(1));
  facts.groups.front().historical_price.reset();
  CHECK(settled(terms, facts).target == Amount{Money::dollars(180)});
}

TEST_CASE("A percentile is the cost at its nearest rank") {
  std::vector<Money> costs;
  for (const std::int64_t cost : {30, 10, 20, 40, 50}) costs.push_back(Money::cents(cost));
  CHECK(nearest_rank(costs, Rate{}) == Money::cents(10));
  CHECK(nearest_rank(costs, Rate::percent(20)) == Money::cents(10));
  CHECK(nearest_rank(costs, Rate::decimal(199, 3)) == Money::cents(10));
  CHECK(nearest_rank(costs, Rate::decimal(201, 3)) == Money::cents(20));
  CHECK(nearest_rank(costs, Rate::decimal(799, 3)) == Money::cents(40));
  CHECK(nearest_rank(costs, Rate::percent(80)) == Money::cents(40));
  CHECK(nearest_rank(costs, Rate::decimal(801, 3)) == Money::cents(50));
  CHECK(nearest_rank(costs, Rate::percent(99)) == Money::cents(50));
  CHECK(nearest_rank(costs, Rate::whole(1)) == Money::cents(50));
  CHECK(nearest_rank({}, Rate::whole(1)) == Money{});
}

TEST_CASE("Costs beyond the percentiles and the highest cost count as those") {
  EpisodePaymentTerms terms;
  terms.winsorise = stated(Winsorisation{.low = Rate::percent(40), .high = Rate::percent(80)});
  EpisodeFacts facts;
  EpisodeGroup group{.id = "group", .count = 5, .target_price = Money::cents(30)};
  for (const std::int64_t cost : {30, 10, 20, 40, 50}) group.costs.push_back(Money::cents(cost));
  facts.groups.push_back(group);
  CHECK(settled(terms, facts).actual == Amount{Money::cents(20 + 20 + 30 + 40 + 40)});
  facts.groups.front().highest_cost = Money::cents(35);
  CHECK(settled(terms, facts).actual == Amount{Money::cents(20 + 20 + 30 + 35 + 35)});
}

TEST_CASE("What the terms need and the facts lack is said with its place") {
  const auto paths = [](const EpisodePaymentTerms& terms, const EpisodeFacts& facts) {
    std::vector<std::string> found;
    for (const Issue& issue : check_episode_facts(terms, {.episodes = facts})) {
      found.push_back(issue.path);
    }
    return found;
  };
  EpisodeFacts facts;
  facts.groups.push_back({.id = "group", .count = 1, .actual = Money{}});
  EpisodePaymentTerms terms = cjr_terms();
  terms.regional_share = stated(Rate::percent(50));
  CHECK(paths(terms, facts) == std::vector<std::string>{"/episodes/groups/0/regional_price_cents",
                                                        "/episodes/groups/0/historical_price_cents",
                                                        "/episodes/composite_score"});
}

}  // namespace
}  // namespace gainshare
