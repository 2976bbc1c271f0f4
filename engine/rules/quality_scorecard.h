// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "contract/quality_scorecard_terms.h"
#include "core/result.h"
#include "experience/experience.h"

namespace gainshare {

struct MeasureOutcome {
  std::string measure_id;
  Ratio current;
  std::optional<Ratio> prior;
  Ratio achievement_points;
  // (current - prior) ÷ prior, turned round where lower is better; nothing without a prior
  // result or with one of zero, and then no points for improvement.
  std::optional<Ratio> relative_change;
  Ratio improvement_points;
  Ratio points;            // the better of the two
  Ratio weighted_points;   // points × weight
  Ratio weighted_maximum;  // maximum × weight
};

struct QualityScorecardOutcome {
  std::vector<MeasureOutcome> measures;  // in the contract's order
  Ratio points;                          // Σ points × weight
  Ratio maximum_points;                  // Σ maximum × weight
  Ratio score;                           // points ÷ maximum points
};

// Issues carry paths into the experience ("/quality/measures").
Issues check_scorecard_facts(const QualityScorecardTerms& terms,
                             const std::vector<MeasureResult>& results);
Result<QualityScorecardOutcome> score_measures(const QualityScorecardTerms& terms,
                                               const std::vector<MeasureResult>& results);

}  // namespace gainshare
