// SPDX-License-Identifier: Apache-2.0
#include "trace/stream_trace.h"

namespace gainshare {

void trace_score(const StreamTraceContext& context, const Ratio& score) {
  const StepWriter::Words words{"score", "Quality score that counts"};
  const std::string& scorecard = context.stream.score_from;
  if (scorecard.empty()) {
    context.steps.given(words, score, Unit::Fraction, {"experience", Status::Contract, {}});
    return;
  }
  Step& step = context.steps.step(words, Op::Add, {scorecard + ".score_of_scorecard"},
                                  {"contract", Status::Contract, {}});
  step.value = score.exact();
  step.unit = Unit::Fraction;
}

}  // namespace gainshare
