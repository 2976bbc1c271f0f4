// SPDX-License-Identifier: Apache-2.0
#include "rules/quality_scorecard.h"

#include "support/catch.h"

namespace gainshare {
namespace {

// Minnesota IHP, as the Connecticut deck shows it: percentiles 20/30/35/40/45/55 %.
QualityMeasure deck_measure() {
  const auto points = [](std::int64_t tenths) { return Rate::decimal(tenths, 1); };
  return {.id = "deck",
          .title = "Deck",
          .achievement = {{30, Rate::percent(20), points(10)},
                          {40, Rate::percent(30), points(12)},
                          {50, Rate::percent(35), points(14)},
                          {60, Rate::percent(40), points(16)},
                          {70, Rate::percent(45), points(18)},
                          {80, Rate::percent(55), points(20)}},
          .improvement = {{Rate::percent(5), points(10)},
                          {Rate::percent(6), points(12)},
                          {Rate::percent(7), points(14)},
                          {Rate::percent(8), points(16)},
                          {Rate::percent(9), points(18)},
                          {Rate::percent(10), points(20)}},
          .maximum_points = Rate::whole(2)};
}

MeasureOutcome scored(const QualityMeasure& measure, std::optional<Rate> prior, Rate current) {
  const auto out =
      score_measures({.measures = {measure}, .source = {}}, {{measure.id, prior, current}});
  REQUIRE(out.ok());
  return out.value().measures.front();
}

TEST_CASE("40 % then 45 % earns 1.8 by achievement, 2.0 by improvement, and so 2.0") {
  const auto out = scored(deck_measure(), Rate::percent(40), Rate::percent(45));
  CHECK(out.achievement_points == Ratio{Rate::decimal(18, 1)});
  CHECK(out.relative_change == Ratio{Rate::decimal(125, 3)});
  CHECK(out.improvement_points == Ratio::whole(2));
  CHECK(out.points == Ratio::whole(2));
}

TEST_CASE("Each step of the scales begins at its value and not before") {
  const auto by_achievement = [](Rate rate) {
    return scored(deck_measure(), std::nullopt, rate).achievement_points;
  };
  CHECK(by_achievement(Rate::decimal(5499, 4)) == Ratio{Rate::decimal(18, 1)});
  CHECK(by_achievement(Rate::percent(55)) == Ratio::whole(2));
  CHECK(by_achievement(Rate::decimal(1999, 4)) == Ratio{});
  const auto by_improvement = [](Rate rate) {
    return scored(deck_measure(), Rate::percent(40), rate).improvement_points;
  };
  // (42.4 - 40) / 40 is 6 % exactly; a double makes it a little less.
  CHECK(by_improvement(Rate::decimal(424, 3)) == Ratio{Rate::decimal(12, 1)});
  CHECK(by_improvement(Rate::decimal(4199, 4)) == Ratio{});
  CHECK(by_improvement(Rate::percent(42)) == Ratio::whole(1));
  CHECK(by_improvement(Rate::percent(38)) == Ratio{});
}

TEST_CASE("Where lower is better the scale and the change turn round") {
  QualityMeasure measure = deck_measure();
  measure.direction = Direction::LowerIsBetter;
  measure.achievement = {{30, Rate::decimal(1662, 4), Rate::decimal(110, 2)},
                         {90, Rate::decimal(1545, 4), Rate::whole(2)}};
  const auto points = [&measure](std::int64_t rate) {
    return scored(measure, std::nullopt, Rate::decimal(rate, 4)).achievement_points;
  };
  CHECK(points(1545) == Ratio::whole(2));
  CHECK(points(1546) == Ratio{Rate::decimal(110, 2)});
  CHECK(points(1662) == Ratio{Rate::decimal(110, 2)});
  CHECK(points(1663) == Ratio{});
  CHECK(scored(measure, Rate::percent(20), Rate::percent(18)).improvement_points ==
        Ratio::whole(2));
}

TEST_CASE("Improvement on nothing is not defined and earns nothing") {
  const auto out = scored(deck_measure(), Rate{}, Rate::percent(45));
  CHECK_FALSE(out.relative_change.has_value());
  CHECK(out.points == Ratio{Rate::decimal(18, 1)});
}

TEST_CASE("Weights add up over measures, and a missing result is named") {
  QualityMeasure heavy = deck_measure();
  heavy.id = "heavy";
  heavy.weight = Rate::whole(2);
  const QualityScorecardTerms terms{.measures = {deck_measure(), heavy}, .source = {}};
  const auto out = score_measures(terms, {{"deck", {}, Rate::percent(55)}, {"heavy", {}, Rate{}}});
  REQUIRE(out.ok());
  CHECK(out.value().score == Ratio::whole(1) / Ratio::whole(3));
  const auto missing = score_measures(terms, {{"deck", {}, Rate::percent(55)}});
  REQUIRE_FALSE(missing.ok());
  CHECK(missing.issues().front().params.front().second == "heavy");
}

}  // namespace
}  // namespace gainshare
