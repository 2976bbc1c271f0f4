// SPDX-License-Identifier: Apache-2.0
#include "scenario/slider.h"

#include "support/builders.h"
#include "support/catch.h"

using namespace gainshare;
using gainshare::testing::contract_of;
using gainshare::testing::stated;
using gainshare::testing::two_sided_terms;

namespace {

Experience experience_of(SpendingBasis basis, std::optional<std::int64_t> member_months) {
  Experience experience;
  experience.population.member_months = member_months;
  experience.spending = Spending{.basis = basis, .benchmark = Money::cents(1)};
  return experience;
}

Slider opened(const Contract& contract, const Experience& experience) {
  Result<Slider> slider = Slider::open(contract, experience);
  REQUIRE(slider.ok());
  return std::move(slider).value();
}

}  // namespace

TEST_CASE("A slider settles the deck's example and its loss") {
  const Slider slider =
      opened(contract_of(two_sided_terms()), experience_of(SpendingBasis::Total, {}));
  const auto savings = slider.settle(Money::dollars(500), Money::dollars(480), {});
  REQUIRE(savings.ok());
  CHECK(savings.value().savings == Money::dollars(20));
  CHECK(savings.value().payment == Money::dollars(12));
  CHECK(savings.value().loss_owed == Money{});
  CHECK(savings.value().payer_keeps == Money::dollars(8));
  const auto loss = slider.settle(Money::dollars(500), Money::dollars(510), {});
  REQUIRE(loss.ok());
  CHECK(loss.value().loss_owed == Money::dollars(6));
  CHECK(loss.value().payer_keeps == Money::dollars(-4));
}

TEST_CASE("A slider's score takes the place of the experience's") {
  SharedSavingsTerms terms = two_sided_terms();
  terms.quality.effect = stated(QualityEffect{ShareEscalator{}});
  Experience experience = experience_of(SpendingBasis::Total, {});
  const Slider without = opened(contract_of(terms), experience);
  CHECK_FALSE(without.settle(Money::dollars(500), Money::dollars(480), {}).ok());
  experience.quality.score = Rate::percent(50);
  const Slider slider = opened(contract_of(terms), experience);
  const auto half = slider.settle(Money::dollars(500), Money::dollars(480), {});
  REQUIRE(half.ok());
  CHECK(half.value().payment == Money::dollars(6));
  const auto full = slider.settle(Money::dollars(500), Money::dollars(480), Rate::whole(1));
  REQUIRE(full.ok());
  CHECK(full.value().payment == Money::dollars(12));
}

TEST_CASE("Figures per member per month are multiplied by the member months") {
  const Slider slider = opened(contract_of(two_sided_terms()),
                               experience_of(SpendingBasis::PerMemberPerMonth, 1'000));
  const auto amounts = slider.settle(Money::dollars(500), Money::dollars(480), {});
  REQUIRE(amounts.ok());
  CHECK(amounts.value().savings == Money::dollars(20'000));
  const auto beyond = slider.settle(Money::cents(kLargestCents), Money::cents(1), {});
  REQUIRE_FALSE(beyond.ok());
  CHECK(beyond.issues().at(0).path == "/spending/benchmark_cents");
  CHECK(beyond.issues().at(0).code == IssueCode::ArithmeticOverflow);
}

TEST_CASE("A slider refuses figures that no experience could have") {
  const Slider slider =
      opened(contract_of(two_sided_terms()), experience_of(SpendingBasis::Total, {}));
  CHECK_FALSE(slider.settle(Money{}, Money{}, {}).ok());
  CHECK_FALSE(slider.settle(Money::cents(1), Money::cents(-1), {}).ok());
  CHECK_FALSE(slider.settle(Money::cents(kLargestCents + 1), Money{}, {}).ok());
  CHECK(slider.settle(Money{}, Money::cents(-1), Rate::whole(2)).issues().size() == 3);
}

TEST_CASE("A slider opens on exactly one shared savings stream") {
  const Experience experience = experience_of(SpendingBasis::Total, {});
  Contract contract = contract_of(two_sided_terms());
  contract.streams.push_back(contract.streams.front());
  CHECK_FALSE(Slider::open(contract, experience).ok());
  contract.streams.clear();
  CHECK(Slider::open(contract, experience).issues().at(0).code == IssueCode::NotApplicable);
}

TEST_CASE("A slider takes the score of the scorecard that its stream names") {
  SharedSavingsTerms terms = two_sided_terms();
  terms.quality.effect = stated(QualityEffect{ShareEscalator{}});
  Contract contract = contract_of(terms);
  contract.streams.front().score_from = "card";
  QualityMeasure measure{.id = "m", .title = "Measure"};
  measure.maximum_points = Rate::whole(2);
  measure.achievement = {{std::nullopt, Rate{}, Rate::whole(1)}};
  contract.streams.insert(contract.streams.begin(),
                          {.id = "card", .terms = QualityScorecardTerms{.measures = {measure}}});
  Experience experience = experience_of(SpendingBasis::Total, {});
  experience.quality.score = Rate::whole(1);
  CHECK_FALSE(Slider::open(contract, experience).ok());  // the measure has no result
  experience.quality.measures = {{"m", std::nullopt, Rate{}}};
  const Slider slider = opened(contract, experience);
  const auto paid = [&slider](std::optional<Rate> score) {
    return slider.settle(Money::dollars(500), Money::dollars(480), score).value().payment;
  };
  CHECK(paid({}) == Money::dollars(6));  // one point of two: half of 60 %
  CHECK(paid(Rate::whole(1)) == Money::dollars(12));
}
