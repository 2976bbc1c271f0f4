// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "contract/source.h"
#include "core/rate.h"

namespace gainshare {

// Whether interest earns interest month by month, or only what was withheld does.
enum class Compounding : std::uint8_t { Monthly, None };
inline constexpr std::array kCompoundingNames{
    std::pair{Compounding::Monthly, std::string_view{"monthly"}},
    std::pair{Compounding::None, std::string_view{"none"}},
};

// Each goal earns its weight of the balance, or all of it is earned by meeting every goal.
enum class WithholdEarning : std::uint8_t { ByWeight, AllOrNothing };
inline constexpr std::array kWithholdEarningNames{
    std::pair{WithholdEarning::ByWeight, std::string_view{"by_weight"}},
    std::pair{WithholdEarning::AllOrNothing, std::string_view{"all_or_nothing"}},
};

// Part of the payments to one type of provider ("primary care") is withheld.
struct WithholdProviderType {
  std::string id;
  std::string title;
  Rate withhold_rate;  // of its payments, 0 to 1
};
struct WithholdGoal {
  std::string id;
  std::string title;
  Rate weight = Rate::whole(1);  // > 0
};

// Part of the payments goes into an account that bears interest; what the goals earn is paid to
// the provider, the rest goes back to the payer. RULES.md section 6, Partners in Progress.
struct WithholdTerms {
  Term<std::vector<WithholdProviderType>> provider_types;  // at least one; unique ids
  Term<Rate> annual_interest_rate;                         // a twelfth of it each month
  Term<Compounding> compounding;
  std::vector<WithholdGoal> goals;  // at least one; unique ids
  Term<WithholdEarning> earning;
};

}  // namespace gainshare
