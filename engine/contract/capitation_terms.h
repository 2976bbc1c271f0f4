// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "contract/source.h"
#include "core/money.h"
#include "core/rate.h"

namespace gainshare {

enum class CapitationForm : std::uint8_t { PerMemberPerMonth, PercentOfPremium };
inline constexpr std::array kCapitationFormNames{
    std::pair{CapitationForm::PerMemberPerMonth, std::string_view{"per_member_per_month"}},
    std::pair{CapitationForm::PercentOfPremium, std::string_view{"percent_of_premium"}},
};

// What the payment is reckoned from: a rate for each member month, or a part of the premium.
struct CapitationRate {
  Money per_member_month;  // > 0
};
struct PremiumShare {
  Rate share;  // > 0, at most 1
};

// A fixed payment for the members, whatever they use. RULES.md section 8.
struct CapitationTerms {
  Term<std::variant<CapitationRate, PremiumShare>> base;
  std::optional<Term<Rate>> trend_factor;  // > 0; 1.03 raises the payment by 3 %
  Term<bool> risk_adjusted;                // times the members' risk score
  // Services that it does not cover, in words: what fee-for-service pays beside it.
  std::optional<std::string> carve_out;
};

}  // namespace gainshare
