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
  CHECK(out.change == Ratio{Rate::decimal(125, 3)});
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
  CHECK_FALSE(out.change.has_value());
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

QualityMeasure simple(const std::string& id, Rate maximum = Rate::whole(2)) {
  QualityMeasure measure{.id = id, .title = id};
  measure.maximum_points = maximum;
  measure.achievement = {{std::nullopt, Rate::percent(50), maximum}};
  return measure;
}
MeasureResult counted(const std::string& id, std::int64_t numerator, std::int64_t denominator) {
  MeasureResult result{.id = id};
  result.numerator = numerator;
  result.denominator = denominator;
  return result;
}
MeasureResult unscored(const std::string& id) {
  MeasureResult result{.id = id};
  result.not_scored = true;
  return result;
}
QualityScorecardOutcome all_of(const QualityScorecardTerms& terms,
                               const std::vector<MeasureResult>& results) {
  const auto out = score_measures(terms, results);
  REQUIRE(out.ok());
  return out.value();
}

TEST_CASE("Counts make the rate, and observed against expected the ratio") {
  CHECK(all_of({.measures = {simple("m")}}, {counted("m", 1, 3)}).measures[0].current ==
        Ratio::whole(1) / Ratio::whole(3));
  MeasureResult events{.id = "m"};
  events.observed = Rate::whole(120);
  events.expected = Rate::whole(150);
  CHECK(all_of({.measures = {simple("m")}}, {events}).measures[0].current ==
        Ratio{Rate::decimal(8, 1)});
}

TEST_CASE("A measure needs its cases: at the minimum, one below and above, and none at all") {
  QualityMeasure measure = simple("m");
  measure.minimum_denominator = 20;
  const QualityScorecardTerms terms{.measures = {measure, simple("other")}};
  const auto scored_with = [&](std::int64_t cases) {
    return all_of(terms, {counted("m", 10, cases), counted("other", 1, 1)}).measures[0].scored;
  };
  CHECK(scored_with(20));
  CHECK(scored_with(21));
  CHECK_FALSE(scored_with(19));
  const QualityScorecardTerms no_minimum{.measures = {simple("m"), simple("other")}};
  CHECK_FALSE(all_of(no_minimum, {counted("m", 0, 0), counted("other", 1, 1)}).measures[0].scored);
  const auto lacking = score_measures(terms, {{"m", {}, Rate{}}, {"other", {}, Rate{}}});
  REQUIRE_FALSE(lacking.ok());
  CHECK(lacking.issues().front().path == "/quality/measures/0/denominator");
}

TEST_CASE("A measure that is not scored leaves points and maximum, or counts as fully achieved") {
  QualityScorecardTerms terms{.measures = {simple("a"), simple("b")}};
  const std::vector<MeasureResult> results{unscored("a"), {"b", {}, Rate{}}};
  CHECK(all_of(terms, results).maximum_points == Ratio::whole(2));
  CHECK(all_of(terms, results).score == Ratio{});
  terms.unscored.value = Unscored::FullPoints;
  CHECK(all_of(terms, results).maximum_points == Ratio::whole(4));
  CHECK(all_of(terms, results).score == Ratio{Rate::percent(50)});
  terms.unscored.value = Unscored::Reweight;
  CHECK_FALSE(score_measures(terms, {unscored("a"), unscored("b")}).ok());
}

TEST_CASE("Domains count by their weight, and an empty one leaves its weight to the others") {
  QualityScorecardTerms terms;
  terms.domains = {{"one", "One", Rate::percent(50)},
                   {"two", "Two", Rate::percent(30)},
                   {"three", "Three", Rate::percent(20)}};
  for (const char* id : {"one", "two", "three"}) {
    QualityMeasure measure = simple(id);
    measure.domain = id;
    terms.measures.push_back(measure);
  }
  const MeasureResult none{"one", {}, Rate{}};
  const auto whole = all_of(terms, {none, {"two", {}, Rate::whole(1)}, {"three", {}, Rate{}}});
  CHECK(whole.score == Ratio{Rate::percent(30)});
  // Without the third: 30 of 80.
  const auto empty = all_of(terms, {none, {"two", {}, Rate::whole(1)}, unscored("three")});
  CHECK_FALSE(empty.domains[2].scored);
  CHECK(empty.score == Ratio{Rate::decimal(375, 3)});
  CHECK_FALSE(empty.meets_attainment.has_value());
  terms.minimum_attainment = Source{};
  CHECK(all_of(terms, {none, {"two", {}, Rate::whole(1)}, unscored("three")}).meets_attainment ==
        false);
  CHECK(all_of(terms,
               {{"one", {}, Rate::percent(50)}, {"two", {}, Rate::whole(1)}, unscored("three")})
            .meets_attainment == true);
}

TEST_CASE("A measure that pays for reporting has all points when reported and none when not") {
  QualityMeasure reporting{.id = "m", .title = "M", .maximum_points = Rate::whole(2)};
  reporting.reporting_only = true;
  const auto points = [&reporting](MeasureResult result) {
    return score_measure(reporting, result, Unscored::Reweight).points;
  };
  MeasureResult result{.id = "m"};
  result.reported = true;
  CHECK(points(result) == Ratio::whole(2));
  result.reported = false;
  CHECK(points(result) == Ratio{});
  CHECK(points({"m", {}, Rate{}}) == Ratio::whole(2));  // a result is a report
  // A scored measure that was not reported earns nothing; that it was is not enough.
  CHECK(score_measure(simple("m"), result, Unscored::Reweight).points == Ratio{});
  result.reported = true;
  CHECK_FALSE(score_measures({.measures = {simple("m")}}, {result}).ok());
}

TEST_CASE("Points in proportion to a target: at floor and target, below and above, both ways") {
  QualityMeasure measure{.id = "m", .title = "M", .maximum_points = Rate::whole(4)};
  measure.target = LinearTarget{Rate::percent(50), Rate::percent(90)};
  const auto points = [&measure](std::int64_t ten_thousandths) {
    return score_measure(measure, {"m", {}, Rate::decimal(ten_thousandths, 4)}, Unscored::Reweight)
        .points;
  };
  CHECK(points(5000) == Ratio{});
  CHECK(points(4999) == Ratio{});
  CHECK(points(5001) == Ratio{Rate::decimal(1, 3)});
  CHECK(points(7000) == Ratio::whole(2));
  CHECK(points(8999) == Ratio{Rate::decimal(3999, 3)});
  CHECK(points(9000) == Ratio::whole(4));
  CHECK(points(9001) == Ratio::whole(4));
  measure.direction = Direction::LowerIsBetter;
  measure.target = LinearTarget{Rate::percent(20), Rate::percent(10)};
  CHECK(points(2000) == Ratio{});
  CHECK(points(1500) == Ratio::whole(2));
  CHECK(points(1000) == Ratio::whole(4));
  CHECK(points(999) == Ratio::whole(4));
}

TEST_CASE("Improvement is relative, absolute, or the part of the gap that was closed") {
  QualityMeasure measure = deck_measure();
  const auto change = [&measure](ImprovementMethod method, Rate prior, Rate current) {
    measure.improvement_method = method;
    return score_measure(measure, {"deck", prior, current}, Unscored::Reweight).change;
  };
  const auto ratio = [](std::int64_t n, std::int64_t d) {
    return Ratio::whole(n) / Ratio::whole(d);
  };
  const Rate p1 = Rate::percent(60);
  const Rate p2 = Rate::percent(70);
  CHECK(change(ImprovementMethod::Relative, p1, p2) == ratio(1, 6));
  CHECK(change(ImprovementMethod::Absolute, p1, p2) == ratio(1, 10));
  CHECK(change(ImprovementMethod::GapClosure, p1, p2) == ratio(1, 4));
  // Nothing left to close.
  CHECK_FALSE(change(ImprovementMethod::GapClosure, Rate::whole(1), p2).has_value());
  measure.best_value = Rate::percent(80);
  CHECK(change(ImprovementMethod::GapClosure, p1, p2) == ratio(1, 2));
  measure.best_value.reset();
  measure.direction = Direction::LowerIsBetter;
  CHECK(change(ImprovementMethod::Relative, p2, p1) == ratio(1, 7));
  CHECK(change(ImprovementMethod::Absolute, p2, p1) == ratio(1, 10));
  CHECK(change(ImprovementMethod::GapClosure, p2, p1) == ratio(1, 7));
  CHECK(change(ImprovementMethod::Absolute, p1, p2) == ratio(-1, 10));
}

TEST_CASE("Achievement and improvement: the better, the sum within the maximum, one, or weighted") {
  QualityMeasure measure = deck_measure();
  const auto points = [&measure](Combination combine) {
    measure.combine = combine;
    // 1.8 by achievement, 1.2 by improvement (45 after 42.4 is 6.13 %).
    return score_measure(measure, {"deck", Rate::decimal(424, 3), Rate::percent(45)},
                         Unscored::Reweight)
        .points;
  };
  CHECK(points(Combination::BetterOf) == Ratio{Rate::decimal(18, 1)});
  CHECK(points(Combination::Achievement) == Ratio{Rate::decimal(18, 1)});
  CHECK(points(Combination::Improvement) == Ratio{Rate::decimal(12, 1)});
  CHECK(points(Combination::Sum) == Ratio::whole(2));
  measure.achievement_weight = Rate::percent(25);
  CHECK(points(Combination::Weighted) == Ratio{Rate::decimal(135, 2)});
}

}  // namespace
}  // namespace gainshare
