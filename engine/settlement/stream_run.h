// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "settlement/settlement.h"

namespace gainshare {

// What a stream may look at while it runs: the whole experience, and the streams before it.
struct StreamContext {
  const Contract& contract;
  const Experience& experience;
  const std::optional<ProjectionOutcome>& projection;
  const std::optional<MadeBenchmark>& benchmark;
  const std::vector<StreamOutcome>& earlier;
  const Stream& stream;
};

// One overload per kind, each in its own file: takes the facts it needs out of the experience,
// calls the rule, and says who pays whom. No arithmetic of its own.
Result<StreamOutcome> run(const SharedSavingsTerms& terms, const StreamContext& context);
Result<StreamOutcome> run(const QualityScorecardTerms& terms, const StreamContext& context);
Result<StreamOutcome> run(const RiskCorridorTerms& terms, const StreamContext& context);
Result<StreamOutcome> run(const WithholdTerms& terms, const StreamContext& context);
Result<StreamOutcome> run(const PrefundedBonusTerms& terms, const StreamContext& context);
Result<StreamOutcome> run(const IncentivePoolTerms& terms, const StreamContext& context);
Result<StreamOutcome> run(const EpisodePaymentTerms& terms, const StreamContext& context);
Result<StreamOutcome> run(const CapitationTerms& terms, const StreamContext& context);
Result<StreamOutcome> run(const PayForPerformanceTerms& terms, const StreamContext& context);
Result<StreamOutcome> run(const FeeForServiceTerms& terms, const StreamContext& context);
Result<StreamOutcome> run(const InfrastructureGrantTerms& terms, const StreamContext& context);
Result<StreamOutcome> run(const ManagementPaymentTerms& terms, const StreamContext& context);
Result<StreamOutcome> run(const TotalCostIndexTerms& terms, const StreamContext& context);

// The quality score that counts for a stream, and the points it comes from: those of the earlier
// scorecard that the stream names, or the experience's score, which has no points.
struct CountedScore {
  std::optional<Ratio> score;
  std::optional<Ratio> points;
  std::optional<bool> meets_attainment = std::nullopt;  // the scorecard's own standard
};
CountedScore counted_score(const StreamContext& context);

// Adds a flow unless it is nothing.
void add_flow(Flows& flows, Flow flow);

}  // namespace gainshare
