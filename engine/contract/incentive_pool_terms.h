// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "contract/quality_scorecard_terms.h"
#include "contract/source.h"
#include "core/rate.h"

namespace gainshare {

// When no area earns a point, the network holds the pool, or it joins the rest of the savings.
enum class UnclaimedPool : std::uint8_t { Hold, ReturnToSavings };
inline constexpr std::array kUnclaimedPoolNames{
    std::pair{UnclaimedPool::Hold, std::string_view{"hold"}},
    std::pair{UnclaimedPool::ReturnToSavings, std::string_view{"return_to_savings"}},
};

// A measure whose change from year to year is compared between the areas.
struct PoolMeasure {
  std::string id;
  std::string title;
  Direction direction = Direction::LowerIsBetter;
};

// The part of an area in the rest of the savings.
struct SettlementWeight {
  std::string area;
  Rate weight;  // >= 0, some above
};

// Part of a network's savings rewards the areas that beat the simple mean of all areas; a point
// for each measure. RULES.md section 7, OneCare Vermont's Performance Incentive Pool.
struct IncentivePoolTerms {
  Term<Rate> pool_rate;                     // of the savings; the rest is settled otherwise
  Term<std::vector<PoolMeasure>> measures;  // at least one; unique ids
  Term<UnclaimedPool> unclaimed;
  // How the rest is split. Empty: by lives where the areas state them, else not at all.
  std::vector<SettlementWeight> settlement_split;
};

}  // namespace gainshare
