// SPDX-License-Identifier: Apache-2.0
// One measure of a scorecard: its scales, and how they come together.
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "json/quality_scorecard_reader.h"
#include "json/sources.h"
#include "json/words.h"

namespace gainshare::json {
namespace {

constexpr CountRange kStepCount{.low = 1, .high = 100};
constexpr CountRange kTextLength{.low = 1, .high = 200};
constexpr CountRange kPartsLength{.low = 1, .high = 500};
constexpr WholeRange kPercentile{.noun = "a percentile", .low = 1, .high = 99};
constexpr WholeRange kCases{.noun = "a number of cases", .low = 1, .high = 1'000'000'000};
constexpr RateRange kPoints{.noun = "points", .low = {}, .high = Rate::whole(1000)};
constexpr RateRange kSomePoints{
    .noun = "points", .low = {}, .high = Rate::whole(1000), .above_low = true};
constexpr RateRange kWeight{
    .noun = "a weight", .low = {}, .high = Rate::whole(1000), .above_low = true};
// A measure need not be a share: an observed-to-expected ratio passes 1, a count goes further.
constexpr RateRange kMeasureValue{
    .noun = "a measure's value", .low = {}, .high = Rate::whole(1'000'000)};
constexpr RateRange kChange{
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
    const bool by_percentile = step.percentile && before.percentile;
    if (by_percentile && *step.percentile <= *before.percentile) {
      report_order(scale, i, "percentile", "List the steps by ascending percentile.", issues);
    }
    const bool higher = measure.direction == Direction::HigherIsBetter;
    const bool back = higher ? step.rate < before.rate : step.rate > before.rate;
    if (back || (!by_percentile && step.rate == before.rate)) {
      report_order(scale, i, "rate",
                   "Rate is " + step.rate.to_text() + " after " + before.rate.to_text() +
                       (higher ? ". Where higher is better, rates rise from step to step."
                               : ". Where lower is better, rates fall from step to step."),
                   issues);
    }
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
    step.percentile = reader.whole("percentile", Need::Optional, kPercentile);
    step.rate = reader.rate("rate", Need::Required, kMeasureValue).value_or(Rate{});
    const auto points = reader.rate("points", Need::Required, kPoints);
    step.points = points.value_or(Rate{});
    reader.finish();
    if (points && maximum) check_maximum(*points, *maximum, item, measure.issues());
  }
  if (measure.issues().size() == before) check_achievement(out, place, measure.issues());
}

// The change a step begins at; of the relative method it may be called relative too.
Rate read_change(ObjectReader& step, ImprovementMethod method) {
  constexpr std::string_view kRelative = "from_relative_change";
  if (!step.has(kRelative)) {
    step.any(kRelative);
    return step.rate("from_change", Need::Required, kChange).value_or(Rate{});
  }
  step.forbid("from_change", "from_relative_change already states the change.");
  const auto change = step.rate(kRelative, Need::Required, kChange);
  if (method != ImprovementMethod::Relative) {
    step.report(kRelative, IssueCode::Conflict,
                "The measure's improvement is not relative. Write from_change.");
  }
  return change.value_or(Rate{});
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
    step.from_change = read_change(reader, out.improvement_method);
    const auto points = reader.rate("points", Need::Required, kPoints);
    step.points = points.value_or(Rate{});
    reader.finish();
    if (points && maximum) check_maximum(*points, *maximum, item, measure.issues());
  }
  if (measure.issues().size() != before) return;
  for (std::size_t i = 1; i < out.improvement.size(); ++i) {
    if (out.improvement[i].from_change > out.improvement[i - 1].from_change) continue;
    const bool relative = list->items[i].find("from_relative_change") != nullptr;
    report_order(place, i, relative ? "from_relative_change" : "from_change",
                 "List the steps by ascending change.", measure.issues());
  }
}

std::optional<LinearTarget> read_target(ObjectReader& measure, Direction direction) {
  const Node* const node = measure.object("target", Need::Optional);
  if (node == nullptr) return std::nullopt;
  const Place place{measure.place(), "target"};
  ObjectReader reader{*node, place, measure.issues()};
  const auto floor = reader.rate("floor", Need::Required, kMeasureValue);
  const auto target = reader.rate("target", Need::Required, kMeasureValue);
  reader.finish();
  const bool higher = direction == Direction::HigherIsBetter;
  if (floor && target && !(higher ? *floor < *target : *target < *floor)) {
    reader.report("target", IssueCode::Conflict,
                  "The floor is " + floor->to_text() + " and the target " + target->to_text() +
                      (higher ? ". Where higher is better, the target is above the floor."
                              : ". Where lower is better, the target is below the floor."),
                  {{"value", target->to_text()}});
  }
  return LinearTarget{.floor = floor.value_or(Rate{}), .target = target.value_or(Rate{})};
}

// How improvement is measured, and what it makes with achievement.
void read_methods(ObjectReader& reader, QualityMeasure& measure) {
  measure.improvement_method =
      reader.choice("improvement_method", Need::Optional, kImprovementMethodNames)
          .value_or(ImprovementMethod::Relative);
  measure.best_value = reader.rate("best_value", Need::Optional, kMeasureValue);
  const auto combine = reader.choice("combine", Need::Optional, kCombinationNames);
  measure.combine = combine.value_or(Combination::BetterOf);
  measure.achievement_weight =
      reader.rate("achievement_weight", Need::Optional, {.noun = "a weight"}).value_or(Rate{});
}

// Methods and combinations that have nothing to work on, or lack it.
void check_methods(ObjectReader& reader, const QualityMeasure& measure) {
  const bool achieves = reader.has("achievement") || reader.has("target");
  const bool improves = reader.has("improvement");
  if (reader.has("improvement_method") && !improves) {
    reader.report("improvement_method", IssueCode::NotApplicable,
                  "The measure has no improvement scale. Add one, or leave the method out.");
  }
  if (reader.has("best_value") && measure.improvement_method != ImprovementMethod::GapClosure) {
    reader.report("best_value", IssueCode::NotApplicable,
                  "The best value closes a gap. It belongs to the improvement method "
                  "\"gap_closure\".");
  }
  const bool weighted = measure.combine == Combination::Weighted;
  if (weighted != reader.has("achievement_weight")) {
    reader.report("achievement_weight", weighted ? IssueCode::Missing : IssueCode::NotApplicable,
                  weighted ? "A weighted combination needs the weight of achievement. Enter a "
                             "weight from 0 to 1."
                           : "The weight belongs to the combination \"weighted\". Leave it out.");
  }
  const Combination by = measure.combine;
  const bool fits = by == Combination::BetterOf || (by == Combination::Achievement && !improves) ||
                    (by == Combination::Improvement && !achieves) ||
                    ((by == Combination::Sum || weighted) && achieves && improves);
  if (fits) return;
  reader.report("combine", IssueCode::Conflict,
                by == Combination::Sum || weighted
                    ? "A sum or a weighted combination needs both an achievement and an "
                      "improvement scale. Add the other, or leave \"combine\" out."
                    : "The measure has a scale that this combination never uses. Take it out, or "
                      "combine both.");
}

// A measure that pays for reporting has no scale; every other has one.
void check_scales(ObjectReader& reader, const QualityMeasure& measure) {
  if (reader.has("achievement") && reader.has("target")) {
    reader.report("target", IssueCode::Conflict,
                  "Achievement has steps and a target. Keep one of them.");
  }
  if (measure.reporting_only) {
    constexpr std::string_view kWhy = "the measure earns its points by being reported.";
    for (const std::string_view key : {"achievement", "target", "improvement", "improvement_method",
                                       "best_value", "combine", "achievement_weight"}) {
      reader.forbid(key, kWhy);
    }
    return;
  }
  check_methods(reader, measure);
  if (reader.has("achievement") || reader.has("improvement") || reader.has("target")) return;
  reader.report({}, IssueCode::Missing,
                "The measure has no scale. Add \"achievement\", \"target\" or \"improvement\", or "
                "let it be \"reporting_only\".",
                {{"key", "achievement"}});
}

}  // namespace

QualityMeasure read_quality_measure(const Node& node, const Place& place, Issues& issues) {
  QualityMeasure measure;
  ObjectReader reader{node, place, issues};
  measure.id = read_id(reader).value_or("");
  measure.title = reader.text("title", Need::Required, kTextLength).value_or("");
  measure.direction = reader.choice("direction", Need::Optional, kDirectionNames)
                          .value_or(Direction::HigherIsBetter);
  const auto maximum = reader.rate("maximum_points", Need::Required, kSomePoints);
  measure.maximum_points = maximum.value_or(Rate{});
  measure.weight = reader.rate("weight", Need::Optional, kWeight).value_or(Rate::whole(1));
  measure.weight_source = source_of(reader, "weight");
  measure.domain = reader.text("domain", Need::Optional, kTextLength).value_or("");
  measure.minimum_denominator = reader.whole("minimum_denominator", Need::Optional, kCases);
  measure.reporting_only = reader.truth("reporting_only", Need::Optional).value_or(false);
  measure.parts = reader.text("all_or_nothing", Need::Optional, kPartsLength).value_or("");
  read_methods(reader, measure);
  read_achievement(reader, maximum, measure);
  measure.target = read_target(reader, measure.direction);
  read_improvement(reader, maximum, measure);
  if (const auto pool = reader.text("comparison_pool", Need::Optional, kTextLength)) {
    measure.scale_source = source_of(reader);
    measure.scale_source.citation = "contract: percentiles of " + *pool;
  }
  if (node.kind == Kind::Object) check_scales(reader, measure);
  reader.finish();
  return measure;
}

}  // namespace gainshare::json
