// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "contract/source.h"

namespace gainshare {

// The rules whose paragraph a step cites. The same arithmetic stands in two places of the
// literature: the general method, and the Medicare Shared Savings Program's regulation.
enum class Rule : std::uint8_t {
  Savings,         // benchmark - expenditure
  MinimumSavings,  // meet or exceed the minimum savings rate
  ReducedSharing,  // half rate below it
  Pool,            // first dollar or beyond the minimum; pool cap
  Quality,         // standard, alternative, score
  SharingRate,
  Sequestration,
  PaymentLimit,
  Rounding,
  Losses,  // minimum loss rate, base, rate
  LossLimit,
  DisasterReduction,
  Guardrail,
  YearFraction,
  Recoupment,
  WhoHasWhat,  // what the payer keeps
  Projection,
  Benchmark,            // of base years
  HistoricalBenchmark,  // by type of enrolment, from here
  ControlGroupBenchmark,
  BenchmarkGrowth,
  RegionalAdjustment,
  PriorSavingsAdjustment,
  EquityAdjustment,
  BenchmarkChoice,
  RiskRatio,
  UpdatedBenchmark,
  CarriedAmount,
  Scorecard,
  Discount,  // risk corridors, from here
  QualityWithhold,
  RetentionWithhold,
  GrossCap,
  CorridorSharing,
  SavingsSequestration,
  Withhold,  // HealthPartners, from here
  WithholdInterest,
  PrefundedBonus,
  PrefundLimit,
  PrefundInterest,
  IncentivePool,
  SettlementSplit,
  LargestRemainder,  // cents of an amount that is split
  TargetPrice,       // episodes, from here
  PriceBlend,
  Reconciliation,
  QualityOfEpisodes,
  CompositePoints,
  StopGainAndLoss,
  CostPercentiles,
  EpisodeCap,
  Capitation,  // payments that are not shared savings, from here
  PayForPerformance,
  FeeForService,
  InfrastructureGrant,
  ManagementPayment,
  TotalCostIndex,  // HealthPartners Total Cost of Care, and its reporting
  IndexReporting,
  Distribution,  // the distribution, from here
  DistributionKept,
};

Source source_of(Rule rule, bool medicare_shared_savings);

// What a step cites that a term decides: the rule where the contract states the term itself, else
// where the term comes from (a program's edition, or a default).
const Source& cited_for(const Source& term, const Source& rule);

}  // namespace gainshare
