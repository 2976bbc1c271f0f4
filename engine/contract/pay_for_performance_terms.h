// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "contract/source.h"
#include "core/rate.h"

namespace gainshare {

// A bonus is paid on top; a withhold is kept back from payments and returned as it is earned; a
// penalty is owed for what is not earned.
enum class PerformanceForm : std::uint8_t { Bonus, Withhold, Penalty };
inline constexpr std::array kPerformanceFormNames{
    std::pair{PerformanceForm::Bonus, std::string_view{"bonus"}},
    std::pair{PerformanceForm::Withhold, std::string_view{"withhold"}},
    std::pair{PerformanceForm::Penalty, std::string_view{"penalty"}},
};

// The part of the amount at stake that a score earns: all of it from the threshold on (so that a
// penalty is owed only below it),
struct AllOrNothing {
  Rate threshold;
};
// (score - floor) ÷ (ceiling - floor), within 0 and 1,
struct LinearPart {
  Rate floor;
  Rate ceiling = Rate::whole(1);  // > floor
  Source floor_source{"contract", Status::Contract, {}};
  Source ceiling_source{"contract", Status::Contract, {}};
};
// or that of the last tier reached.
struct PartTier {
  Rate from_score;  // inclusive; the band ends below the next tier's
  Rate part;        // 0 to 1
};
struct PartTiers {
  std::vector<PartTier> tiers;  // ascending, first from 0
};
using PerformanceEffect = std::variant<AllOrNothing, LinearPart, PartTiers>;

// Money for quality itself, beside or instead of savings. RULES.md section 8.
struct PayForPerformanceTerms {
  Term<PerformanceForm> form;
  Term<Rate> rate;  // at stake, of the base
  Term<PerformanceEffect> effect;
};

}  // namespace gainshare
