// SPDX-License-Identifier: Apache-2.0
#include "rules/quality_scorecard.h"

#include <algorithm>
#include <string>

namespace gainshare {
namespace {

constexpr const char* kMeasures = "/quality/measures";

std::optional<std::size_t> find_result(const std::vector<MeasureResult>& results,
                                       const std::string& id) {
  const auto found = std::find_if(results.begin(), results.end(),
                                  [&id](const MeasureResult& result) { return result.id == id; });
  if (found == results.end()) return std::nullopt;
  return static_cast<std::size_t>(found - results.begin());
}

Issue issue(std::string path, IssueCode code, std::string message, const std::string& measure) {
  return {.path = std::move(path),
          .code = code,
          .message = std::move(message),
          .params = {{"measure", measure}}};
}

void check_result(const QualityMeasure& measure, const MeasureResult& result,
                  const std::string& path, Issues& issues) {
  const bool has_figure = result.current || result.numerator || result.observed;
  if (result.reported == true && !measure.reporting_only) {
    issues.push_back(issue(path, IssueCode::Missing,
                           "Measure \"" + measure.id +
                               "\" is scored by its result, and only that it was reported is "
                               "said. Enter the result.",
                           measure.id));
  }
  if (measure.minimum_denominator && has_figure && !result.denominator) {
    issues.push_back(issue(path + "/denominator", IssueCode::Missing,
                           "Measure \"" + measure.id + "\" is scored from " +
                               std::to_string(*measure.minimum_denominator) +
                               " cases on, but their number is not given. Enter the denominator.",
                           measure.id));
  }
}

DomainOutcome score_domain(const QualityScorecardTerms& terms, const QualityDomain& domain,
                           const std::vector<MeasureOutcome>& measures) {
  DomainOutcome out;
  out.domain_id = domain.id;
  for (std::size_t i = 0; i < measures.size(); ++i) {
    if (terms.measures[i].domain != domain.id) continue;
    out.scored = out.scored || measures[i].weighted_maximum.sign() > 0;
    out.points = out.points + measures[i].weighted_points;
    out.maximum_points = out.maximum_points + measures[i].weighted_maximum;
  }
  if (!out.scored) return out;
  out.score = out.points / out.maximum_points;
  out.weighted_score = out.score * Ratio{domain.weight};
  out.attained = out.points.sign() > 0;
  return out;
}

void score_domains(const QualityScorecardTerms& terms, QualityScorecardOutcome& out) {
  bool attained = true;
  for (const QualityDomain& domain : terms.domains) {
    const DomainOutcome& scored =
        out.domains.emplace_back(score_domain(terms, domain, out.measures));
    if (!scored.scored) continue;
    out.weighted_scores = out.weighted_scores + scored.weighted_score;
    out.domain_weights = out.domain_weights + Ratio{domain.weight};
    attained = attained && scored.attained;
  }
  if (terms.minimum_attainment) out.meets_attainment = attained;
}

}  // namespace

Issues check_scorecard_facts(const QualityScorecardTerms& terms,
                             const std::vector<MeasureResult>& results) {
  Issues issues;
  for (const QualityMeasure& measure : terms.measures) {
    const std::optional<std::size_t> found = find_result(results, measure.id);
    if (!found) {
      issues.push_back(issue(kMeasures, IssueCode::Missing,
                             "The result of measure \"" + measure.id + "\" is not given. " +
                                 (measure.reporting_only ? "Say whether it was reported."
                                                         : "Add it with its current rate."),
                             measure.id));
      continue;
    }
    check_result(measure, results[*found], kMeasures + ("/" + std::to_string(*found)), issues);
  }
  return issues;
}

Result<QualityScorecardOutcome> score_measures(const QualityScorecardTerms& terms,
                                               const std::vector<MeasureResult>& results) {
  Issues issues = check_scorecard_facts(terms, results);
  if (!issues.empty()) return issues;
  QualityScorecardOutcome out;
  for (const QualityMeasure& measure : terms.measures) {
    const MeasureResult& result = results[find_result(results, measure.id).value_or(0)];
    out.measures.push_back(score_measure(measure, result, terms.unscored.value));
    out.points = out.points + out.measures.back().weighted_points;
    out.maximum_points = out.maximum_points + out.measures.back().weighted_maximum;
  }
  if (out.maximum_points.valid() && out.maximum_points.sign() == 0) {
    return Issue{.path = kMeasures,
                 .code = IssueCode::Missing,
                 .message =
                     "No measure of the scorecard can be scored, so there is no score. Enter "
                     "at least one result with enough cases.",
                 .params = {}};
  }
  score_domains(terms, out);
  out.score = terms.domains.empty() ? out.points / out.maximum_points
                                    : out.weighted_scores / out.domain_weights;
  if (!out.score.valid() || !out.points.valid()) {
    return Issue{.path = kMeasures,
                 .code = IssueCode::ArithmeticOverflow,
                 .message =
                     "The measures are beyond exact arithmetic. Enter rates and weights "
                     "with fewer digits.",
                 .params = {}};
  }
  return out;
}

}  // namespace gainshare
