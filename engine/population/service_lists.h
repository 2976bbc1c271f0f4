// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/date.h"
#include "core/result.h"
#include "population/attribution_terms.h"

namespace gainshare {

// What stands against counting a listed code. Of a code: where it does not count. Of a setting or
// a line: what holds there. They meet where both have the bit.
using Restrictions = std::uint8_t;
inline constexpr Restrictions kNotAwayFromHome = 1;       // only with place of service 12
inline constexpr Restrictions kNotInSnfPlace = 2;         // not with place of service 31
inline constexpr Restrictions kNotInSnfStay = 4;          // not during a stay in a SNF
inline constexpr Restrictions kNotInpatient = 8;          // not in an inpatient setting
inline constexpr Restrictions kNotElsewhereThanEta = 16;  // only at ETA hospitals
inline constexpr Restrictions kNotWithoutBase = 32;       // only beside a listed code of the claim

enum class HealthCenterServices : std::uint8_t { Listed, All };

// Lists as they are in force: of an edition, or the contract's own in their place.
struct ServiceLists {
  bool all_codes = false;
  std::vector<CodeRange> codes;
  std::vector<CodeRange> emergency_codes;  // in every month of a window that meets the emergency
  Day emergency_first = kNoDay;
  Day emergency_last = kNoDay;
  std::vector<CodeRange> home_codes;  // with place of service 12 alone
  std::vector<CodeRange> nursing_codes;
  Restrictions nursing_restrictions = 0;
  std::vector<CodeRange> inpatient_excluded_codes;
  std::vector<CodeRange> base_code_needed;
  std::vector<CodeRange> teaching_hospital_codes;

  // Settings. Lists of the contract's own look at none of them: whatever the claim, it counts.
  bool any_setting = false;
  HealthCenterServices health_center_services = HealthCenterServices::All;
  bool nursing_restricted_at_health_centers = false;
  std::vector<std::string> clinic_revenue_codes;  // of rural health clinics
  // Types of bill by their first two digits.
  std::vector<std::string> clinic_bill_types;
  std::vector<std::string> health_center_bill_types;
  std::vector<std::string> teaching_hospital_bill_types;
  std::vector<std::string> method_two_bill_types;
  std::vector<std::string> method_two_revenue_centers;  // first three digits

  // Specialties.
  bool all_primary_care = false;
  bool others_count = false;  // any specialty that no list names, as another professional's
  std::vector<std::string> primary_care;
  std::vector<std::string> non_physician;
  std::vector<std::string> step_two;
};

// Issues have paths below the terms of services ("/edition").
Result<ServiceLists> resolve_services(const ServiceTerms& terms);

}  // namespace gainshare
