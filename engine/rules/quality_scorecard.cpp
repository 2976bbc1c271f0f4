// SPDX-License-Identifier: Apache-2.0
#include "rules/quality_scorecard.h"

#include <algorithm>

namespace gainshare {
namespace {

const MeasureResult* find_result(const std::vector<MeasureResult>& results, const std::string& id) {
  const auto found = std::find_if(results.begin(), results.end(),
                                  [&id](const MeasureResult& result) { return result.id == id; });
  return found == results.end() ? nullptr : &*found;
}

// A rate on the cut point has reached it, in either direction.
Ratio points_for_achievement(const QualityMeasure& measure, const Ratio& current) {
  Ratio points;
  for (const AchievementStep& step : measure.achievement) {
    const Ratio cut = step.rate;
    const bool reached =
        measure.direction == Direction::HigherIsBetter ? current >= cut : current <= cut;
    if (reached) points = step.points;
  }
  return points;
}

Ratio points_for_improvement(const QualityMeasure& measure, const Ratio& change) {
  Ratio points;
  for (const ImprovementStep& step : measure.improvement) {
    if (change >= Ratio{step.from_relative_change}) points = step.points;
  }
  return points;
}

MeasureOutcome score(const QualityMeasure& measure, const MeasureResult& result) {
  MeasureOutcome out;
  out.measure_id = measure.id;
  out.current = result.current;
  if (result.prior) out.prior = Ratio{*result.prior};
  out.achievement_points = points_for_achievement(measure, out.current);
  if (out.prior && out.prior->sign() != 0 && !measure.improvement.empty()) {
    const Ratio change = measure.direction == Direction::HigherIsBetter ? out.current - *out.prior
                                                                        : *out.prior - out.current;
    out.relative_change = change / *out.prior;
    out.improvement_points = points_for_improvement(measure, *out.relative_change);
  }
  out.points = maximum(out.achievement_points, out.improvement_points);
  out.weighted_points = out.points * Ratio{measure.weight};
  out.weighted_maximum = Ratio{measure.maximum_points} * Ratio{measure.weight};
  return out;
}

}  // namespace

Issues check_scorecard_facts(const QualityScorecardTerms& terms,
                             const std::vector<MeasureResult>& results) {
  Issues issues;
  for (const QualityMeasure& measure : terms.measures) {
    if (find_result(results, measure.id) != nullptr) continue;
    issues.push_back({.path = "/quality/measures",
                      .code = IssueCode::Missing,
                      .message = "The result of measure \"" + measure.id +
                                 "\" is not given. Add it with its current rate.",
                      .params = {{"measure", measure.id}}});
  }
  return issues;
}

Result<QualityScorecardOutcome> score_measures(const QualityScorecardTerms& terms,
                                               const std::vector<MeasureResult>& results) {
  Issues issues = check_scorecard_facts(terms, results);
  if (!issues.empty()) return issues;
  QualityScorecardOutcome out;
  for (const QualityMeasure& measure : terms.measures) {
    out.measures.push_back(score(measure, *find_result(results, measure.id)));
    out.points = out.points + out.measures.back().weighted_points;
    out.maximum_points = out.maximum_points + out.measures.back().weighted_maximum;
  }
  out.score = out.points / out.maximum_points;
  if (!out.score.valid()) {
    return Issue{.path = "/quality/measures",
                 .code = IssueCode::ArithmeticOverflow,
                 .message =
                     "The measures are beyond exact arithmetic. Enter rates and weights "
                     "with fewer digits.",
                 .params = {}};
  }
  return out;
}

}  // namespace gainshare
