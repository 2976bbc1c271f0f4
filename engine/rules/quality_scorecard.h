// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "contract/quality_scorecard_terms.h"
#include "core/result.h"
#include "experience/experience.h"

namespace gainshare {

// Each in the order in which it is found.
struct MeasureOutcome {
  std::string measure_id;
  bool scored = true;  // false: left out, or full points, as the contract says
  bool full_points_unscored = false;
  std::optional<bool> reported;  // where that decides: points for reporting, or none at all
  Ratio current;                 // the result; of counts numerator ÷ denominator
  std::optional<Ratio> prior;
  // Linear target: result - floor, target - floor, their quotient, and it from 0 on and to 1.
  Ratio above_floor;
  Ratio target_range;
  Ratio position;
  Ratio position_from_below;
  Ratio position_within;
  Ratio achievement_points;
  // P2 - P1, turned round where lower is better; what it is divided by; and the change by the
  // measure's method. Nothing where it is not defined (no prior result, or division by nothing),
  // and then no points for improvement.
  Ratio difference;
  Ratio gap;
  std::optional<Ratio> change;
  bool relative = false;  // the change is a relative one
  Ratio improvement_points;
  Ratio points;            // achievement and improvement combined
  Ratio weighted_points;   // points × weight
  Ratio weighted_maximum;  // maximum × weight
};

struct DomainOutcome {
  std::string domain_id;
  bool scored = false;  // some measure of it is
  Ratio points;         // Σ points × weight of its measures
  Ratio maximum_points;
  Ratio score;            // points ÷ maximum points
  Ratio weighted_score;   // score × weight of the domain
  bool attained = false;  // points above none
};

struct QualityScorecardOutcome {
  std::vector<MeasureOutcome> measures;  // in the contract's order
  std::vector<DomainOutcome> domains;
  Ratio points;           // Σ points × weight
  Ratio maximum_points;   // Σ maximum × weight
  Ratio weighted_scores;  // Σ score × weight of the scored domains
  Ratio domain_weights;   // Σ their weights
  // Points ÷ maximum points; with domains weighted scores ÷ weights.
  Ratio score;
  std::optional<bool> meets_attainment;  // where the contract asks for it
};

// Issues carry paths into the experience ("/quality/measures").
Issues check_scorecard_facts(const QualityScorecardTerms& terms,
                             const std::vector<MeasureResult>& results);
Result<QualityScorecardOutcome> score_measures(const QualityScorecardTerms& terms,
                                               const std::vector<MeasureResult>& results);

// The points of one measure with a result. RULES.md sections 3, 4 and 9.
MeasureOutcome score_measure(const QualityMeasure& measure, const MeasureResult& result,
                             Unscored unscored);

}  // namespace gainshare
