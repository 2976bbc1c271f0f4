// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "trace/stream_trace.h"

namespace gainshare {

// What the parts of an episode payment's trace share.
struct EpisodeContext {
  const EpisodePaymentTerms& terms;
  const EpisodeFacts& facts;
  const EpisodePaymentOutcome& out;
  const StreamTraceContext& stream;
  StepWriter& steps;

  void cite(Rule rule) const { steps.cite(rule); }
  const Source& stated() const { return steps.stated(); }
};

// "score", the discounts and what quality makes of gain and loss.
void trace_episode_quality(const EpisodeContext& c);
// The composite score from its measures; ends with the step "score".
void trace_composite(const EpisodeContext& c);
// Prices, targets and spending of each group, and their sums.
void trace_episode_groups(const EpisodeContext& c);

}  // namespace gainshare
