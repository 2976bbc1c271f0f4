// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "population/assignment_windows.h"
#include "population/attribution_terms.h"
#include "population/population.h"

namespace gainshare {

// Whether a line of a claim counts in attribution, and as whose service. Codes, settings and
// specialties repeat by the million, so each distinct one is classified once, and a line costs a
// few operations on bits. RULES.md section 10; 42 CFR 425.400(c), 425.402(c), 425.404.

// What stands against counting a listed code. Of a code: where it does not count. Of a setting or
// a line: what holds there. They meet where both have the bit.
using Restrictions = std::uint8_t;
inline constexpr Restrictions kNotAwayFromHome = 1;       // only with place of service 12
inline constexpr Restrictions kNotInSnfPlace = 2;         // not with place of service 31
inline constexpr Restrictions kNotInSnfStay = 4;          // not during a stay in a SNF
inline constexpr Restrictions kNotInpatient = 8;          // not in an inpatient setting
inline constexpr Restrictions kNotElsewhereThanEta = 16;  // only at ETA hospitals
inline constexpr Restrictions kNotWithoutBase = 32;       // only beside a listed code of the claim

struct CodeClass {
  bool listed = false;         // counts in the window of the year
  bool listed_before = false;  // counts in the older window
  Restrictions restrictions = 0;
  friend bool operator==(const CodeClass&, const CodeClass&) = default;
};

struct SettingClass {
  bool counts_listed = false;  // listed codes count here
  bool counts_all = false;     // every service counts here
  bool primary_care = false;   // whoever furnishes it, it is a primary care physician's
  Restrictions holds = 0;
  Restrictions heeds = 0;  // those that matter here at all
  friend bool operator==(const SettingClass&, const SettingClass&) = default;
};

struct ProviderClass {
  std::optional<ServiceClass> service_class;
  friend bool operator==(const ProviderClass&, const ProviderClass&) = default;
};

// What only the line's own claim or member can tell.
struct LineContext {
  bool in_snf_stay = false;
  bool in_inpatient_stay = false;
  bool without_base_code = false;  // no other line of the claim has a listed code
  bool older_window = false;
};

inline std::optional<ServiceClass> service_class(CodeClass code, SettingClass setting,
                                                 ProviderClass provider, LineContext line) {
  const bool listed = line.older_window ? code.listed_before : code.listed;
  if (!setting.counts_all && !(setting.counts_listed && listed)) return std::nullopt;
  const auto holds =
      static_cast<Restrictions>(setting.holds | (line.in_snf_stay ? kNotInSnfStay : 0) |
                                (line.in_inpatient_stay ? kNotInpatient : 0) |
                                (line.without_base_code ? kNotWithoutBase : 0));
  if ((code.restrictions & holds & setting.heeds) != 0) return std::nullopt;
  if (setting.primary_care) return ServiceClass::PrimaryCarePhysician;
  return provider.service_class;
}

enum class HealthCenterServices : std::uint8_t { Listed, All };

// Lists as they are in force: of an edition, or the contract's own in their place.
struct ServiceLists {
  bool all_codes = false;
  std::vector<CodeRange> codes;
  std::vector<CodeRange> emergency_codes;  // where a window meets the emergency
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
  bool teaching_hospitals = false;
  HealthCenterServices health_centers = HealthCenterServices::All;
  bool nursing_restricted_at_health_centers = false;
  std::vector<std::string> revenue_codes;  // of rural health clinics
  // Specialties.
  bool all_primary_care = false;
  bool others_count = false;  // any specialty that no list names
  std::vector<std::string> primary_care;
  std::vector<std::string> non_physician;
  std::vector<std::string> step_two;
};

// Issues have paths below the terms of services ("/edition").
Result<ServiceLists> resolve_services(const ServiceTerms& terms);

class ServiceClassifier {
 public:
  ServiceClassifier(ServiceLists lists, const AssignmentWindows& windows);

  CodeClass code_class(std::string_view hcpcs) const;
  SettingClass setting_class(const Setting& setting) const;
  ProviderClass provider_class(std::string_view specialty) const;

 private:
  SettingClass health_center(const Setting& setting) const;
  ServiceLists lists_;
  bool emergency_ = false;         // the window of the year meets the emergency
  bool emergency_before_ = false;  // the older window does
};

}  // namespace gainshare
