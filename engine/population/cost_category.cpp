// SPDX-License-Identifier: Apache-2.0
#include "population/cost_category.h"

#include "csv/table.h"

namespace gainshare {

CostCategory category_of(const Setting& setting) {
  const std::string type = lower_ascii(setting.claim_type);
  if (type == "pharmacy") return CostCategory::Pharmacy;
  if (type == "professional") return CostCategory::Professional;
  const std::string_view facility = facility_of(setting.bill_type);
  if (type != "institutional" && facility.empty()) {
    return setting.place_of_service.empty() ? CostCategory::Unknown : CostCategory::Professional;
  }
  if (facility == "11") return CostCategory::Inpatient;
  if (facility == "18" || facility == "21") return CostCategory::SkilledNursing;
  if (facility == "32" || facility == "33" || facility == "34") return CostCategory::HomeHealth;
  if (facility == "81" || facility == "82") return CostCategory::Hospice;
  return facility.empty() ? CostCategory::Unknown : CostCategory::Outpatient;
}

bool is_durable_equipment(std::string_view hcpcs) {
  constexpr std::size_t kLevelTwo = 5;
  return hcpcs.size() == kLevelTwo &&
         (hcpcs.front() == 'E' || hcpcs.front() == 'K' || hcpcs.front() == 'L');
}

}  // namespace gainshare
