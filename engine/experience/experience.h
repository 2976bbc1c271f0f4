// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/money.h"
#include "core/rate.h"
#include "experience/capitation_facts.h"
#include "experience/episode_facts.h"
#include "experience/fee_for_service_facts.h"
#include "experience/incentive_pool_facts.h"
#include "experience/management_payment_facts.h"
#include "experience/milestone_facts.h"
#include "experience/participant_facts.h"
#include "experience/pay_for_performance_facts.h"
#include "experience/per_capita_facts.h"
#include "experience/prefunded_bonus_facts.h"
#include "experience/risk_corridor_facts.h"
#include "experience/total_cost_index_facts.h"
#include "experience/withhold_facts.h"

namespace gainshare {

// What happened: the facts that every stream of a contract shares. Nothing here is a term.

struct Population {
  std::optional<std::int64_t> assigned_beneficiaries;
  std::optional<std::int64_t> member_months;
};

enum class SpendingBasis : std::uint8_t { Total, PerMemberPerMonth };
inline constexpr std::array kSpendingBasisNames{
    std::pair{SpendingBasis::Total, std::string_view{"total"}},
    std::pair{SpendingBasis::PerMemberPerMonth, std::string_view{"per_member_per_month"}},
};

// What was spent in a year before, and what brings it to the performance year's level.
struct BaseYear {
  std::int32_t year = 0;
  Money expenditure;   // >= 0; per member per month when the basis says so
  Rate update_factor;  // trend, risk and whatever else the contract updates by; > 0
};

struct Spending {
  SpendingBasis basis = SpendingBasis::Total;
  // > 0; per member per month when the basis says so. Nothing when the contract makes it of the
  // base years.
  std::optional<Money> benchmark;
  std::vector<BaseYear> base_years;          // unique years
  std::optional<PerCapitaFacts> per_capita;  // of a benchmark by type of enrolment
  // Nothing when the year is in progress: then Experience::year_to_date projects it.
  std::optional<Money> expenditure;
  std::optional<Money> participant_revenue;  // Medicare A and B revenue of the participants
  std::optional<bool> low_revenue;
};

// 42 CFR 425.652(b)(5). Either the benchmark updated with the two-way factor alone, from which
// the rule decides, or that the benchmark given is already the deciding one.
struct GuardrailFacts {
  std::optional<Money> two_way_benchmark;
  bool applied = false;
};

// A measure's result in one of four forms: a rate of 0 to 1 or any other figure of its own scale,
// counts, observed against expected, or only whether it was reported; or that it cannot be scored.
struct MeasureResult {
  std::string id;
  std::optional<Rate> prior;  // the period before
  std::optional<Rate> current;
  std::optional<std::int64_t> numerator = std::nullopt;  // with the denominator
  std::optional<std::int64_t> denominator = std::nullopt;
  std::optional<Rate> observed = std::nullopt;  // with expected
  std::optional<Rate> expected = std::nullopt;  // > 0
  std::optional<bool> reported = std::nullopt;
  bool not_scored = false;
};

struct QualityResult {
  std::optional<Rate> score;  // 0 to 1
  std::optional<bool> met_standard;
  std::optional<bool> met_alternative_standard;
  std::vector<MeasureResult> measures;  // unique ids
};

// Extreme and uncontrollable circumstances: how long and how many, or the amount as settled.
struct DisasterPart {
  std::int64_t affected_months = 0;  // 0 to 12
  Rate affected_share;               // of the assigned beneficiaries
};
struct DisasterAmount {
  Money reduction;
};
using Disaster = std::variant<DisasterPart, DisasterAmount>;

// A year in progress. Spending to date is completed for claims not yet paid (run-out), the
// remaining months run on at the completed monthly level changed by the trend.
struct YearToDate {
  std::int64_t months = 0;  // 1 to 11
  Money expenditure;        // paid so far for those months
  Rate completion_factor;   // part of those months' claims already paid, > 0 to 1
  Rate trend;               // remaining months against the months so far, per month
  // Where membership changes: spending runs on per member month.
  std::optional<std::int64_t> member_months;            // in the months so far
  std::optional<std::int64_t> projected_member_months;  // in the whole year
};

struct Experience {
  Population population;
  std::optional<Spending> spending;  // every stream of money needs it
  GuardrailFacts guardrail;
  QualityResult quality;
  std::optional<Disaster> disaster;
  std::optional<Money> advance_payment_balance;
  std::optional<YearToDate> year_to_date;
  std::optional<RiskCorridorFacts> risk_corridor;
  std::optional<EpisodeFacts> episodes;
  std::optional<WithholdFacts> withhold;
  std::vector<GoalResult> goals;  // unique ids
  std::optional<PrefundedBonusFacts> prefunded_bonus;
  std::vector<IncentivePoolFacts> incentive_pools;  // unique streams
  std::optional<CapitationFacts> capitation;
  std::optional<TotalCostIndexFacts> total_cost_index;
  std::optional<PayForPerformanceFacts> pay_for_performance;
  std::optional<FeeForServiceFacts> fee_for_service;
  std::vector<MilestoneResult> milestones;  // unique ids
  MonthsByTier member_months_by_tier;
  std::vector<ParticipantFacts> participants;  // unique ids
};

}  // namespace gainshare
