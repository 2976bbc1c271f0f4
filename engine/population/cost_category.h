// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

#include "population/population.h"

namespace gainshare {

enum class CostCategory : std::uint8_t {
  Inpatient,
  Outpatient,
  SkilledNursing,
  HomeHealth,
  Hospice,
  Professional,
  DurableEquipment,
  Pharmacy,
  Unknown,
};
inline constexpr std::array kCostCategoryNames{
    std::pair{CostCategory::Inpatient, std::string_view{"inpatient"}},
    std::pair{CostCategory::Outpatient, std::string_view{"outpatient"}},
    std::pair{CostCategory::SkilledNursing, std::string_view{"skilled_nursing"}},
    std::pair{CostCategory::HomeHealth, std::string_view{"home_health"}},
    std::pair{CostCategory::Hospice, std::string_view{"hospice"}},
    std::pair{CostCategory::Professional, std::string_view{"professional"}},
    std::pair{CostCategory::DurableEquipment, std::string_view{"durable_equipment"}},
    std::pair{CostCategory::Pharmacy, std::string_view{"pharmacy"}},
    std::pair{CostCategory::Unknown, std::string_view{"unknown"}},
};
inline constexpr std::size_t kCostCategoryCount = kCostCategoryNames.size();

// By the claim's type and, for institutions, the first two digits of the bill type (NUBC): 11
// inpatient, 18 and 21 skilled nursing, 32 to 34 home health, 81 and 82 hospice, all else
// outpatient.
CostCategory category_of(const Setting& setting);

// Durable equipment, prosthetics, orthotics and supplies by their HCPCS level II letter (E, K, L),
// whoever bills them.
bool is_durable_equipment(std::string_view hcpcs);

}  // namespace gainshare
