// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "settlement/settlement.h"
#include "trace/rule_sources.h"
#include "trace/step_writer.h"

namespace gainshare {

// What a stream's trace is projected from.
struct StreamTraceContext {
  const Contract& contract;
  const Experience& experience;
  const Settlement& settlement;
  const Stream& stream;
  const StreamOutcome& settled;
  StepWriter& steps;
};

// One overload per kind, each in its own file.
void trace_stream(const SharedSavingsTerms& terms, const StreamTraceContext& context);
void trace_stream(const QualityScorecardTerms& terms, const StreamTraceContext& context);
void trace_stream(const RiskCorridorTerms& terms, const StreamTraceContext& context);
void trace_stream(const WithholdTerms& terms, const StreamTraceContext& context);
void trace_stream(const PrefundedBonusTerms& terms, const StreamTraceContext& context);
void trace_stream(const IncentivePoolTerms& terms, const StreamTraceContext& context);
void trace_stream(const EpisodePaymentTerms& terms, const StreamTraceContext& context);
void trace_stream(const CapitationTerms& terms, const StreamTraceContext& context);
void trace_stream(const PayForPerformanceTerms& terms, const StreamTraceContext& context);
void trace_stream(const FeeForServiceTerms& terms, const StreamTraceContext& context);
void trace_stream(const InfrastructureGrantTerms& terms, const StreamTraceContext& context);
void trace_stream(const ManagementPaymentTerms& terms, const StreamTraceContext& context);
void trace_stream(const TotalCostIndexTerms& terms, const StreamTraceContext& context);

// "score": the experience's, or that of the earlier scorecard which the stream names.
void trace_score(const StreamTraceContext& context, const Ratio& score);

// The step that gives what is outstanding of an advance, by the stream that paid it.
using AdvanceSteps = std::map<std::string, std::string>;
// What the stream's earnings pay back of advances, and where what they leave stands.
void trace_recoupment(const StreamTraceContext& context, AdvanceSteps& known);

void trace_benchmark(const BenchmarkTerms& terms, const Experience& experience,
                     const BenchmarkOutcome& outcome, Trace& trace);
void trace_per_capita_benchmark(const PerCapitaBenchmarkTerms& terms, const PerCapitaFacts& facts,
                                const PerCapitaBenchmarkOutcome& outcome, Trace& trace);
// "earned_part" from "score", by the effect of a contract.
void trace_performance_effect(const Term<PerformanceEffect>& effect,
                              const PayForPerformanceOutcome& out, StepWriter& steps);

void trace_projection(const YearToDate& so_far, const ProjectionOutcome& projection, Trace& trace);

}  // namespace gainshare
