// SPDX-License-Identifier: Apache-2.0
#include "json/quality_scorecard_reader.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "json/object_reader.h"
#include "json/sources.h"
#include "json/words.h"

namespace gainshare::json {
namespace {

constexpr CountRange kMeasureCount{.low = 1, .high = 200};
constexpr CountRange kStepCount{.low = 1, .high = 100};
constexpr WholeRange kPercentile{.noun = "a percentile", .low = 1, .high = 99};
constexpr RateRange kPoints{.noun = "points", .low = {}, .high = Rate::whole(1000)};
constexpr RateRange kSomePoints{
    .noun = "points", .low = {}, .high = Rate::whole(1000), .above_low = true};
constexpr RateRange kWeight{
    .noun = "a weight", .low = {}, .high = Rate::whole(1000), .above_low = true};
// A measure need not be a share: an observed-to-expected ratio passes 1, a count goes further.
constexpr RateRange kMeasureValue{
    .noun = "a measure's value", .low = {}, .high = Rate::whole(1'000'000)};
constexpr RateRange kRelativeChange{
    .noun = "a relative change", .low = Rate::whole(-1), .high = Rate::whole(1000)};

void report_order(const Place& scale, std::size_t index, std::string_view key, std::string message,
                  Issues& issues) {
  const Place step{scale, index};
  issues.push_back({.path = Place{step, key}.pointer(),
                    .code = IssueCode::BadOrder,
                    .message = std::move(message),
                    .params = {}});
}

// Cut points follow the percentiles: they rise where higher is better and fall where lower is.
void check_achievement(const QualityMeasure& measure, const Place& scale, Issues& issues) {
  for (std::size_t i = 1; i < measure.achievement.size(); ++i) {
    const AchievementStep& before = measure.achievement[i - 1];
    const AchievementStep& step = measure.achievement[i];
    if (step.percentile <= before.percentile) {
      report_order(scale, i, "percentile", "List the steps by ascending percentile.", issues);
    }
    const bool higher = measure.direction == Direction::HigherIsBetter;
    if (higher ? step.rate < before.rate : step.rate > before.rate) {
      report_order(scale, i, "rate",
                   "Rate is " + step.rate.to_text() + " after " + before.rate.to_text() +
                       (higher ? ". Where higher is better, rates rise with the percentile."
                               : ". Where lower is better, rates fall with the percentile."),
                   issues);
    }
  }
}

void check_improvement(const QualityMeasure& measure, const Place& scale, Issues& issues) {
  for (std::size_t i = 1; i < measure.improvement.size(); ++i) {
    const Rate before = measure.improvement[i - 1].from_relative_change;
    if (measure.improvement[i].from_relative_change > before) continue;
    report_order(scale, i, "from_relative_change", "List the steps by ascending relative change.",
                 issues);
  }
}

// A step that gives more than the measure can earn.
void check_maximum(Rate points, Rate maximum, const Place& step, Issues& issues) {
  if (points <= maximum) return;
  issues.push_back({.path = Place{step, "points"}.pointer(),
                    .code = IssueCode::Conflict,
                    .message = "Points are " + points.to_text() +
                               ", above the measure's maximum of " + maximum.to_text() +
                               ". Enter at most the maximum.",
                    .params = {{"value", points.to_text()}, {"high", maximum.to_text()}}});
}

void read_achievement(ObjectReader& measure, std::optional<Rate> maximum, QualityMeasure& out) {
  const Node* const list = measure.list("achievement", Need::Optional, kStepCount);
  if (list == nullptr) return;
  const Place place{measure.place(), "achievement"};
  const std::size_t before = measure.issues().size();
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const Place item{place, i};
    ObjectReader reader{list->items[i], item, measure.issues()};
    AchievementStep& step = out.achievement.emplace_back();
    step.percentile = reader.whole("percentile", Need::Required, kPercentile).value_or(0);
    step.rate = reader.rate("rate", Need::Required, kMeasureValue).value_or(Rate{});
    const auto points = reader.rate("points", Need::Required, kPoints);
    step.points = points.value_or(Rate{});
    reader.finish();
    if (points && maximum) check_maximum(*points, *maximum, item, measure.issues());
  }
  if (measure.issues().size() == before) check_achievement(out, place, measure.issues());
}

void read_improvement(ObjectReader& measure, std::optional<Rate> maximum, QualityMeasure& out) {
  const Node* const list = measure.list("improvement", Need::Optional, kStepCount);
  if (list == nullptr) return;
  const Place place{measure.place(), "improvement"};
  const std::size_t before = measure.issues().size();
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const Place item{place, i};
    ObjectReader reader{list->items[i], item, measure.issues()};
    ImprovementStep& step = out.improvement.emplace_back();
    step.from_relative_change =
        reader.rate("from_relative_change", Need::Required, kRelativeChange).value_or(Rate{});
    const auto points = reader.rate("points", Need::Required, kPoints);
    step.points = points.value_or(Rate{});
    reader.finish();
    if (points && maximum) check_maximum(*points, *maximum, item, measure.issues());
  }
  if (measure.issues().size() == before) check_improvement(out, place, measure.issues());
}

QualityMeasure read_measure(const Node& node, const Place& place, Issues& issues) {
  QualityMeasure measure;
  ObjectReader reader{node, place, issues};
  measure.id = read_id(reader).value_or("");
  measure.title = reader.text("title", Need::Required, {.low = 1, .high = 200}).value_or("");
  measure.direction = reader.choice("direction", Need::Optional, kDirectionNames)
                          .value_or(Direction::HigherIsBetter);
  const auto maximum = reader.rate("maximum_points", Need::Required, kSomePoints);
  measure.maximum_points = maximum.value_or(Rate{});
  measure.weight = reader.rate("weight", Need::Optional, kWeight).value_or(Rate::whole(1));
  read_achievement(reader, maximum, measure);
  read_improvement(reader, maximum, measure);
  if (node.kind == Kind::Object && !reader.has("achievement") && !reader.has("improvement")) {
    reader.report({}, IssueCode::Missing,
                  "The measure has no scale. Add \"achievement\", \"improvement\" or both.",
                  {{"key", "achievement"}});
  }
  reader.finish();
  return measure;
}

}  // namespace

QualityScorecardTerms read_quality_scorecard_terms(const Node& node, const Place& place,
                                                   Issues& issues) {
  QualityScorecardTerms terms;
  terms.source = stated({});
  ObjectReader reader{node, place, issues};
  const Node* const list = reader.list("measures", Need::Required, kMeasureCount);
  reader.finish();
  if (list == nullptr) return terms;
  const Place measures{place, "measures"};
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const Place item{measures, i};
    QualityMeasure measure = read_measure(list->items[i], item, issues);
    const bool taken =
        !measure.id.empty() &&
        std::any_of(terms.measures.begin(), terms.measures.end(),
                    [&](const QualityMeasure& other) { return other.id == measure.id; });
    if (taken) report_taken_id(measure.id, item, issues);
    terms.measures.push_back(std::move(measure));
  }
  return terms;
}

}  // namespace gainshare::json
