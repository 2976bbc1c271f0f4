// SPDX-License-Identifier: Apache-2.0
#include "rules/composite_score.h"

#include <algorithm>

namespace gainshare {
namespace {

const CompositeResult* find_result(const std::vector<CompositeResult>& results,
                                   const std::string& id) {
  const auto found = std::find_if(results.begin(), results.end(),
                                  [&id](const CompositeResult& result) { return result.id == id; });
  return found == results.end() ? nullptr : &*found;
}

Ratio points_at(const CompositeMeasure& measure, const Ratio& percentile) {
  Ratio points;
  for (const PercentilePoints& step : measure.points) {
    if (percentile >= Ratio{step.from_percentile}) points = step.points;
  }
  return points;
}

CompositeMeasureOutcome score_measure(const CompositeMeasure& measure,
                                      const CompositeResult* result) {
  CompositeMeasureOutcome out{.id = measure.id};
  if (measure.points.empty()) {
    out.submitted = result != nullptr && result->submitted;
    if (out.submitted) out.performance_points = measure.maximum_points;
    return out;
  }
  out.assumed_percentile = result == nullptr || !result->percentile;
  out.percentile = out.assumed_percentile ? Ratio{measure.missing_percentile.value_or(Rate{})}
                                          : Ratio{*result->percentile};
  out.performance_points = points_at(measure, *out.percentile);
  if (result != nullptr) out.improvement_deciles = result->improvement_deciles;
  out.improved = measure.improvement_points != Rate{} &&
                 out.improvement_deciles >= measure.improvement_deciles;
  if (out.improved) out.improvement_points = measure.improvement_points;
  return out;
}

}  // namespace

CompositeOutcome score_composite(const CompositeScore& terms,
                                 const std::vector<CompositeResult>& results) {
  CompositeOutcome out;
  for (const CompositeMeasure& measure : terms.measures) {
    out.measures.push_back(score_measure(measure, find_result(results, measure.id)));
    const CompositeMeasureOutcome& scored = out.measures.back();
    out.points = out.points + scored.performance_points + scored.improvement_points;
  }
  out.score = minimum(out.points, Ratio{terms.maximum});
  return out;
}

Issues check_composite(const CompositeScore& terms, const std::vector<CompositeResult>& results) {
  Issues issues;
  for (std::size_t i = 0; i < results.size(); ++i) {
    const bool known =
        std::any_of(terms.measures.begin(), terms.measures.end(),
                    [&](const CompositeMeasure& measure) { return measure.id == results[i].id; });
    if (known) continue;
    issues.push_back({.path = "/episodes/composite/" + std::to_string(i) + "/id",
                      .code = IssueCode::UnknownChoice,
                      .message = "The composite score has no measure \"" + results[i].id +
                                 "\". Enter the id of one of its measures.",
                      .params = {{"value", results[i].id}}});
  }
  for (const CompositeMeasure& measure : terms.measures) {
    const CompositeResult* const result = find_result(results, measure.id);
    const bool has_value = result != nullptr && (result->percentile || measure.points.empty());
    if (has_value || measure.missing_percentile) continue;
    issues.push_back({.path = "/episodes/composite",
                      .code = IssueCode::Missing,
                      .message = "The result of measure \"" + measure.id +
                                 "\" of the composite score is not given. Add " +
                                 (measure.points.empty() ? "whether it was submitted."
                                                         : "its percentile, 0 to 100."),
                      .params = {{"measure", measure.id}}});
  }
  return issues;
}

}  // namespace gainshare
