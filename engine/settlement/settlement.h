// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "contract/contract.h"
#include "core/result.h"
#include "experience/experience.h"
#include "rules/benchmark.h"
#include "rules/capitation.h"
#include "rules/distribution.h"
#include "rules/episode_payment.h"
#include "rules/fee_for_service.h"
#include "rules/incentive_pool.h"
#include "rules/infrastructure_grant.h"
#include "rules/management_payment.h"
#include "rules/pay_for_performance.h"
#include "rules/per_capita_benchmark.h"
#include "rules/prefunded_bonus.h"
#include "rules/projection.h"
#include "rules/quality_scorecard.h"
#include "rules/recoupment.h"
#include "rules/risk_corridor.h"
#include "rules/shared_savings.h"
#include "rules/total_cost_index.h"
#include "rules/withhold.h"
#include "settlement/flow.h"

namespace gainshare {

// A benchmark that the contract makes, and how: of the year in total, by the kind of its terms.
struct MadeBenchmark {
  std::variant<BenchmarkOutcome, PerCapitaBenchmarkOutcome> working;
  Money benchmark;
};

struct StreamOutcome {
  std::string stream_id;
  SharedSavingsFacts facts;  // what a shared savings stream settled on
  // The alternatives stand in the order of those of Stream::terms.
  std::variant<SharedSavingsOutcome, QualityScorecardOutcome, RiskCorridorOutcome, WithholdOutcome,
               PrefundedBonusOutcome, IncentivePoolOutcome, EpisodePaymentOutcome,
               CapitationOutcome, PayForPerformanceOutcome, FeeForServiceOutcome,
               InfrastructureGrantOutcome, ManagementPaymentOutcome, TotalCostIndexOutcome>
      outcome;
  Flows flows;            // who pays whom by this stream
  Recoupment recoupment;  // what its earnings pay back of advances
};

struct Settlement {
  std::optional<ProjectionOutcome> projection;
  std::optional<MadeBenchmark> benchmark;  // where the contract makes it
  std::vector<StreamOutcome> streams;      // in the contract's order
  std::vector<Advance> advances;           // oldest first, with what is outstanding of them
  Money payment;                           // all that flows to the provider
  Money loss_owed;                         // shared losses that flow back
  Money net_payment;  // all that flows to the provider less all that flows back
  std::optional<DistributionOutcome> distribution;
  Flows distribution_flows;  // down the tree: a flow to a participant, then those from it
};

// Who pays whom by the whole contract: by its streams in order, then by the distribution.
Flows all_flows(const Settlement& settlement);

// Runs a contract's streams in order. Issues carry paths into the experience.
Result<Settlement> settle(const Contract& contract, const Experience& experience);

}  // namespace gainshare
