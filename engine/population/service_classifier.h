// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "population/assignment_windows.h"
#include "population/population.h"
#include "population/service_lists.h"

namespace gainshare {

// Whether a line of a claim counts in attribution, and as whose service. Codes, settings and
// specialties repeat by the million, so each distinct one is classified once, and a line costs a
// few operations on bits. RULES.md section 10; 42 CFR 425.400(c), 425.402(c), 425.404.

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

// Whether a line may count at all, whatever its claim tells and whoever furnished it.
inline bool may_count(CodeClass code, SettingClass setting, bool older_window) {
  const bool listed = older_window ? code.listed_before : code.listed;
  return setting.counts_all || (setting.counts_listed && listed);
}

inline std::optional<ServiceClass> service_class(CodeClass code, SettingClass setting,
                                                 ProviderClass provider, LineContext line) {
  if (!may_count(code, setting, line.older_window)) return std::nullopt;
  const auto holds =
      static_cast<Restrictions>(setting.holds | (line.in_snf_stay ? kNotInSnfStay : 0) |
                                (line.in_inpatient_stay ? kNotInpatient : 0) |
                                (line.without_base_code ? kNotWithoutBase : 0));
  if ((code.restrictions & holds & setting.heeds) != 0) return std::nullopt;
  if (setting.primary_care) return ServiceClass::PrimaryCarePhysician;
  return provider.service_class;
}

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
