// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "contract/benchmark_terms.h"
#include "contract/capitation_terms.h"
#include "contract/distribution_terms.h"
#include "contract/episode_payment_terms.h"
#include "contract/fee_for_service_terms.h"
#include "contract/incentive_pool_terms.h"
#include "contract/infrastructure_grant_terms.h"
#include "contract/management_payment_terms.h"
#include "contract/pay_for_performance_terms.h"
#include "contract/per_capita_benchmark_terms.h"
#include "contract/prefunded_bonus_terms.h"
#include "contract/quality_scorecard_terms.h"
#include "contract/risk_corridor_terms.h"
#include "contract/shared_savings_terms.h"
#include "contract/total_cost_index_terms.h"
#include "contract/withhold_terms.h"
#include "core/date.h"
#include "core/rounding.h"

namespace gainshare {

// The programme, year and elections a stream was resolved from.
struct ProgramReference {
  std::string program;  // "mssp"
  std::int32_t performance_year = 0;
  std::string edition;  // "2024-1"
  std::string title;    // for people: "Medicare Shared Savings Program, 2024, BASIC Level E"
};

// One way in which a contract pays. Other kinds join the variant.
struct Stream {
  std::string id;  // unique in the contract; the prefix of its trace steps
  std::optional<ProgramReference> program;
  std::variant<SharedSavingsTerms, QualityScorecardTerms, RiskCorridorTerms, WithholdTerms,
               PrefundedBonusTerms, IncentivePoolTerms, EpisodePaymentTerms, CapitationTerms,
               PayForPerformanceTerms, FeeForServiceTerms, InfrastructureGrantTerms,
               ManagementPaymentTerms, TotalCostIndexTerms>
      terms;
  // The earlier quality scorecard whose score counts; empty: that of the experience.
  std::string score_from;
};

struct Contract {
  std::string title;
  Term<Rounding> rounding;
  // How the benchmark is made. Nothing: the experience states it.
  std::optional<std::variant<BenchmarkTerms, PerCapitaBenchmarkTerms>> benchmark;
  std::vector<Stream> streams;  // at least one; settled in order
  std::optional<DistributionTerms> distribution;
};

// What a contract that names a programme chose inside it. Resolved to terms by resolve_mssp() in
// programs/programs.h. 42 CFR 425.600, .605(b)(2), .610(b).
struct MsspElections {
  std::int32_t performance_year = 0;
  std::string track;                       // "track_1" … "basic_e", "enhanced"
  std::optional<Rate> minimum_rate;        // elected 0, 0.5, 1, 1.5, 2 %; nothing: the size table
  bool minimum_rate_stated = false;        // the contract says it: a rate or "variable"
  std::optional<Date> agreement_start;     // decides half rate (2024 on) and Track 2's fixed 2 %
  std::optional<std::int32_t> track_year;  // Track 2: its first, second, third year (limits)
  bool first_performance_year = false;     // quality pays for reporting
  bool six_month_year = false;             // 2019 only
};

}  // namespace gainshare
