// SPDX-License-Identifier: Apache-2.0
#include "population/service_classifier.h"

#include <algorithm>
#include <utility>

namespace gainshare {
namespace {

// Places of service (CMS place of service code set).
constexpr std::string_view kHome = "12";
constexpr std::string_view kSnf = "31";

constexpr Restrictions kNursing = kNotInSnfPlace | kNotInSnfStay;
constexpr Restrictions kEvery = 0xFF;

bool is_inpatient(std::string_view place) {
  return place == "21" || place == "51" || place == "61";  // hospital, psychiatric, rehabilitation
}

// Files differ in case and padding; codes do not.
std::string plain(std::string_view text) {
  std::string code;
  for (const char c : text) {
    if (c == ' ') continue;
    code += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return code;
}

// In a range of codes of the same length: "99214" is from "99201" to "99215", "9921" is not.
bool names(const std::vector<CodeRange>& ranges, std::string_view code) {
  return std::any_of(ranges.begin(), ranges.end(), [code](const CodeRange& range) {
    return code.size() == range.first.size() && code >= range.first && code <= range.last;
  });
}

bool names(const std::vector<std::string>& codes, std::string_view code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

bool meets(const DaySpan& window, const ServiceLists& lists) {
  return lists.emergency_first != kNoDay && window.first <= lists.emergency_last &&
         window.last >= lists.emergency_first;
}

// Four digits; files leave out the leading zero.
std::string revenue_center(std::string_view text) {
  std::string code = plain(text);
  return code.size() == 3 ? "0" + code : code;
}

}  // namespace

ServiceClassifier::ServiceClassifier(ServiceLists lists, const AssignmentWindows& windows)
    : lists_(std::move(lists)),
      emergency_(meets(windows.current, lists_)),
      emergency_before_(windows.older && meets(*windows.older, lists_)) {}

CodeClass ServiceClassifier::code_class(std::string_view hcpcs) const {
  const std::string code = plain(hcpcs);
  const bool listed = lists_.all_codes || names(lists_.codes, code);
  const bool emergency = names(lists_.emergency_codes, code);
  CodeClass result{.listed = listed || (emergency_ && emergency),
                   .listed_before = listed || (emergency_before_ && emergency)};
  const auto restrict = [&](const std::vector<CodeRange>& codes, Restrictions restrictions) {
    if (names(codes, code)) {
      result.restrictions = static_cast<Restrictions>(result.restrictions | restrictions);
    }
  };
  restrict(lists_.home_codes, kNotAwayFromHome);
  restrict(lists_.nursing_codes, lists_.nursing_restrictions);
  restrict(lists_.inpatient_excluded_codes, kNotInpatient);
  restrict(lists_.base_code_needed, kNotWithoutBase);
  restrict(lists_.teaching_hospital_codes, kNotElsewhereThanEta);
  return result;
}

// 42 CFR 425.404. From 2019 on every service of a federally qualified health center or a rural
// health clinic counts; before, those whose code or, of a clinic, revenue center is listed.
SettingClass ServiceClassifier::health_center(const Setting& setting) const {
  const bool clinic = names(lists_.clinic_bill_types, facility_of(setting.bill_type));
  const bool all =
      lists_.health_center_services == HealthCenterServices::All ||
      (clinic && names(lists_.clinic_revenue_codes, revenue_center(setting.revenue_code)));
  return {.counts_listed = true,
          .counts_all = all,
          .primary_care = true,
          .heeds = lists_.nursing_restricted_at_health_centers ? kNursing : Restrictions{0}};
}

SettingClass ServiceClassifier::setting_class(const Setting& setting) const {
  const std::string_view facility = facility_of(setting.bill_type);
  SettingClass result{.heeds = kEvery};
  if (setting.place_of_service != kHome) result.holds |= kNotAwayFromHome;
  if (setting.place_of_service == kSnf) result.holds |= kNursing;
  if (is_inpatient(setting.place_of_service)) result.holds |= kNotInpatient;
  if (lists_.any_setting) {
    result.counts_listed = true;
    return result;
  }
  if (names(lists_.clinic_bill_types, facility) ||
      names(lists_.health_center_bill_types, facility)) {
    return health_center(setting);
  }
  const bool teaching = names(lists_.teaching_hospital_bill_types, facility);
  if (!teaching) result.holds |= kNotElsewhereThanEta;
  const bool method_two =
      names(lists_.method_two_bill_types, facility) &&
      names(lists_.method_two_revenue_centers,
            std::string_view{revenue_center(setting.revenue_code)}.substr(0, 3));
  const bool professional =
      setting.claim_type == "professional" || (setting.claim_type.empty() && facility.empty());
  result.counts_listed = teaching || method_two || professional;
  return result;
}

ProviderClass ServiceClassifier::provider_class(std::string_view specialty) const {
  const std::string code = plain(specialty);
  if (names(lists_.primary_care, code)) return {ServiceClass::PrimaryCarePhysician};
  if (names(lists_.non_physician, code)) return {ServiceClass::NonPhysicianPractitioner};
  if (names(lists_.step_two, code)) return {ServiceClass::StepTwoSpecialist};
  if (lists_.all_primary_care) return {ServiceClass::PrimaryCarePhysician};
  if (lists_.others_count && !code.empty()) return {ServiceClass::OtherProfessional};
  return {};
}

}  // namespace gainshare
