// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "contract/source.h"
#include "core/money.h"
#include "core/rate.h"

namespace gainshare {

enum class Sides : std::uint8_t { OneSided, TwoSided };
inline constexpr std::array kSidesNames{
    std::pair{Sides::OneSided, std::string_view{"one_sided"}},
    std::pair{Sides::TwoSided, std::string_view{"two_sided"}},
};

// Once the minimum rate is met: is the whole difference shared, or only what lies beyond it?
enum class Basis : std::uint8_t { FirstDollar, AboveThreshold };
inline constexpr std::array kBasisNames{
    std::pair{Basis::FirstDollar, std::string_view{"first_dollar"}},
    std::pair{Basis::AboveThreshold, std::string_view{"above_threshold"}},
};

// A cap in percent of the benchmark limits the pool before it is split, or the payment after.
enum class CapOn : std::uint8_t { Pool, Payment };
inline constexpr std::array kCapOnNames{
    std::pair{CapOn::Pool, std::string_view{"pool"}},
    std::pair{CapOn::Payment, std::string_view{"payment"}},
};

struct Cap {
  CapOn on = CapOn::Pool;
  Rate rate;  // of the benchmark, >= 0
};

// One band of a minimum-rate table by assigned beneficiaries. Inside a band the rate runs
// straight from `start` at `from` to `end` at `to`; the last band has no `to` and is flat.
struct SizeBand {
  std::int64_t from = 0;
  std::optional<std::int64_t> to;
  Rate start;
  Rate end;
  Source source;
};
using SizeTable = std::vector<SizeBand>;  // ascending, without gaps, from 0

// A minimum savings or loss rate: a fixed one, a table by size, or a fixed election that gives
// way to the table when the population is smaller than `fixed_needs_beneficiaries`.
struct MinimumRate {
  std::optional<Rate> fixed;
  SizeTable by_beneficiaries;
  std::int64_t fixed_needs_beneficiaries = 0;
};

// What a quality result that passes does to the sharing rate.
struct FullShare {};     // the share is fixed once the standard is met
struct ShareEscalator {  // lowest + (sharing rate - lowest) × score
  Rate lowest;
};
struct QualityTier {
  Rate from_score;    // inclusive; the band ends below the next tier's
  Rate sharing_rate;  // replaces the contract's sharing rate
};
struct ShareTiers {
  std::vector<QualityTier> tiers;  // ascending, first from 0
};
using QualityEffect = std::variant<FullShare, ShareEscalator, ShareTiers>;

// The standard that must be met before anything is shared.
struct QualityStandard {
  // Met when the score is at least this; nothing: the score does not decide.
  std::optional<Rate> minimum_score;
  // The experience says whether it was met (per-domain attainment, incentives and first-year
  // reporting cannot be told from one score). Where it says so, that decides.
  bool stated_by_experience = false;
};

struct QualityTerms {
  std::optional<Term<QualityStandard>> standard;
  Term<QualityEffect> effect;
  // Failing the standard but meeting the alternative one: the share is scaled by the score.
  std::optional<Source> alternative;
  // The first year of a programme pays for complete reporting: the score counts as 1.
  std::optional<Source> reporting_year;
};

// The part of a loss that is owed: a fixed share, or 1 - factor × score within limits.
struct QualityScaledLoss {
  Rate factor;
  Rate lowest;
  Rate highest;  // also when the quality standards are failed
};
using LossShare = std::variant<Rate, QualityScaledLoss>;

// The loss limit is the smallest of the legs that are stated.
struct LossLimit {
  std::optional<Term<Rate>> of_benchmark;
  std::optional<Term<Rate>> of_revenue;  // of the participants' Medicare A and B revenue
  bool revenue_leg_for_low_revenue_only = false;
  std::optional<Term<Money>> amount;
};

struct LossTerms {
  Term<MinimumRate> minimum_rate;
  Term<Basis> basis;
  Term<LossShare> share;
  LossLimit limit;
  // Extreme and uncontrollable circumstances reduce what is owed (after rate and limit).
  std::optional<Source> disaster_reduction;
  // Every loss of the year is forgiven.
  std::optional<Source> forgiven;
};

// Savings below the minimum rate are shared all the same, at a fraction of the rate.
struct ReducedSharing {
  Rate factor;
  std::int64_t minimum_beneficiaries = 0;
  bool low_revenue_only = false;
  Rate low_revenue_threshold;  // participants' revenue ÷ the population's spending, below
};

// Everything a shared-savings contract can say, its own words or a programme's parameters
// alike: one rule settles both. RULES.md sections 1 and 2.1.
struct SharedSavingsTerms {
  Term<Sides> sides;
  Term<MinimumRate> minimum_savings_rate;
  Term<Basis> savings_basis;
  Term<Rate> sharing_rate;
  std::optional<Term<Cap>> cap;
  QualityTerms quality;
  Term<Rate> sequestration;
  std::optional<LossTerms> loss;  // exactly when two-sided
  std::optional<Term<ReducedSharing>> reduced_sharing;
  // A second benchmark (two-way update alone) may soften a loss; see GuardrailFacts.
  std::optional<Source> guardrail;
  // Advance payments are recouped from what is earned.
  std::optional<Source> recoupment;
  // Part of a year that is settled: 1, or 1/2 for the six-month years of 2019.
  Term<Rate> year_fraction{.value = Rate::whole(1)};
};

}  // namespace gainshare
