// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "trace/stream_trace.h"

namespace gainshare {

// What the parts of a shared savings trace share.
struct SharedSavingsContext {
  const SharedSavingsTerms& terms;
  const SharedSavingsFacts& facts;
  const SharedSavingsOutcome& out;
  const Experience& experience;
  const std::optional<MadeBenchmark>& benchmark;
  Rounding rounding;
  bool medicare;  // the rules cited are the Medicare Shared Savings Program's
  bool projected;
  StepWriter& steps;
  const StreamTraceContext& stream;

  void cite(Rule rule) const { steps.cite(source_of(rule, medicare)); }
};

// In the order in which they stand in the trace.
void trace_minimum_rate(const SharedSavingsContext& c, const Term<MinimumRate>& term,
                        StepWriter::Words words);
void trace_figures(const SharedSavingsContext& c);
void trace_quality(const SharedSavingsContext& c);
void trace_sharing(const SharedSavingsContext& c);
void trace_losses(const SharedSavingsContext& c);
void trace_who_has_what(const SharedSavingsContext& c);

}  // namespace gainshare
