// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <variant>

#include "settlement/stream_run.h"

namespace gainshare {

CountedScore counted_score(const StreamContext& context) {
  const std::string& id = context.stream.score_from;
  if (id.empty()) return {.score = context.experience.quality.score, .points = std::nullopt};
  const auto found =
      std::find_if(context.earlier.begin(), context.earlier.end(),
                   [&id](const StreamOutcome& stream) { return stream.stream_id == id; });
  const auto* const scored = found == context.earlier.end()
                                 ? nullptr
                                 : std::get_if<QualityScorecardOutcome>(&found->outcome);
  // Where the scorecard could not be scored its own issues say so: no second one about its score.
  if (scored == nullptr) return {.score = Ratio{}, .points = Ratio{}};
  return {.score = scored->score,
          .points = scored->points,
          .meets_attainment = scored->meets_attainment};
}

}  // namespace gainshare
