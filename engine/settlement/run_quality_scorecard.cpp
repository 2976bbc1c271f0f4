// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "settlement/stream_run.h"

namespace gainshare {

// A scorecard pays nothing itself; other streams use its score.
Result<StreamOutcome> run(const QualityScorecardTerms& terms, const StreamContext& context) {
  Result<QualityScorecardOutcome> scored =
      score_measures(terms, context.experience.quality.measures);
  if (!scored) return scored.issues();
  StreamOutcome out{.stream_id = context.stream.id};
  out.outcome = std::move(scored).value();
  return out;
}

}  // namespace gainshare
