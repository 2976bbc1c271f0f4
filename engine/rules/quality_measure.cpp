// SPDX-License-Identifier: Apache-2.0
// The points of one measure of a quality scorecard.
#include "rules/quality_scorecard.h"

namespace gainshare {
namespace {

bool higher_is_better(const QualityMeasure& measure) {
  return measure.direction == Direction::HigherIsBetter;
}

// The result as a figure; of counts their quotient.
Ratio figure_of(const MeasureResult& result) {
  if (result.numerator) {
    return Ratio::whole(*result.numerator) / Ratio::whole(result.denominator.value_or(0));
  }
  if (result.observed) return Ratio{*result.observed} / Ratio{result.expected.value_or(Rate{})};
  return Ratio{result.current.value_or(Rate{})};
}

bool is_scored(const QualityMeasure& measure, const MeasureResult& result) {
  if (result.not_scored) return false;
  if (!result.denominator) return true;
  // Without a case there is nothing to divide by, whatever the minimum.
  const bool no_rate = result.numerator && *result.denominator == 0;
  return !no_rate && *result.denominator >= measure.minimum_denominator.value_or(0);
}

// A rate on the cut point has reached it, in either direction.
void achieve(const QualityMeasure& measure, MeasureOutcome& out) {
  for (const AchievementStep& step : measure.achievement) {
    const Ratio cut = step.rate;
    const bool reached = higher_is_better(measure) ? out.current >= cut : out.current <= cut;
    if (reached) out.achievement_points = step.points;
  }
  if (!measure.target) return;
  out.above_floor = out.current - Ratio{measure.target->floor};
  out.target_range = Ratio{measure.target->target} - Ratio{measure.target->floor};
  out.position = out.above_floor / out.target_range;
  out.position_from_below = maximum(Ratio{}, out.position);
  out.position_within = minimum(out.position_from_below, Ratio::whole(1));
  out.achievement_points = Ratio{measure.maximum_points} * out.position_within;
}

// What the difference is divided by; of an absolute change nothing.
Ratio gap_of(const QualityMeasure& measure, const Ratio& prior) {
  if (measure.improvement_method == ImprovementMethod::Relative) return prior;
  const Rate otherwise = Rate::whole(higher_is_better(measure) ? 1 : 0);
  const Ratio best = measure.best_value.value_or(otherwise);
  return higher_is_better(measure) ? best - prior : prior - best;
}

void improve(const QualityMeasure& measure, MeasureOutcome& out) {
  if (!out.prior || measure.improvement.empty()) return;
  out.difference = higher_is_better(measure) ? out.current - *out.prior : *out.prior - out.current;
  if (measure.improvement_method == ImprovementMethod::Absolute) {
    out.change = out.difference;
  } else {
    out.gap = gap_of(measure, *out.prior);
    // On nothing, or with no gap left, improvement is not defined.
    if (out.gap.sign() <= 0) return;
    out.change = out.difference / out.gap;
  }
  out.relative = measure.improvement_method == ImprovementMethod::Relative;
  for (const ImprovementStep& step : measure.improvement) {
    if (*out.change >= Ratio{step.from_change}) out.improvement_points = step.points;
  }
}

Ratio combined(const QualityMeasure& measure, const MeasureOutcome& out) {
  const Ratio weight = measure.achievement_weight;
  switch (measure.combine) {
    case Combination::BetterOf:
      break;
    case Combination::Sum:
      return minimum(out.achievement_points + out.improvement_points, measure.maximum_points);
    case Combination::Achievement:
      return out.achievement_points;
    case Combination::Improvement:
      return out.improvement_points;
    case Combination::Weighted:
      return out.achievement_points * weight + out.improvement_points * (Ratio::whole(1) - weight);
  }
  return maximum(out.achievement_points, out.improvement_points);
}

}  // namespace

MeasureOutcome score_measure(const QualityMeasure& measure, const MeasureResult& result,
                             Unscored unscored) {
  MeasureOutcome out;
  out.measure_id = measure.id;
  out.scored = is_scored(measure, result);
  out.full_points_unscored = !out.scored && unscored == Unscored::FullPoints;
  if (!out.scored && !out.full_points_unscored) return out;
  out.weighted_maximum = Ratio{measure.maximum_points} * Ratio{measure.weight};
  if (out.full_points_unscored) {
    out.points = measure.maximum_points;
  } else if (measure.reporting_only || result.reported == false) {
    out.reported = result.reported.value_or(true);
    if (*out.reported) out.points = measure.maximum_points;
  } else {
    out.current = figure_of(result);
    if (result.prior) out.prior = Ratio{*result.prior};
    achieve(measure, out);
    improve(measure, out);
    out.points = combined(measure, out);
  }
  out.weighted_points = out.points * Ratio{measure.weight};
  return out;
}

}  // namespace gainshare
