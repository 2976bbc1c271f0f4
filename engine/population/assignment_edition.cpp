// SPDX-License-Identifier: Apache-2.0
#include "population/assignment_edition.h"

#include <array>
#include <string>
#include <string_view>

#include "core/enum_name.h"
#include "programs/edition_lookup.h"

namespace gainshare {
namespace {

constexpr ProgramTrack kNoTrack{.id = {}, .title = {}, .parameters = {}};

// By the year from which they count; each list adds to those before it.
constexpr std::array<std::string_view, 8> kCodeLists{"codes_2012", "codes_2016", "codes_2019",
                                                     "codes_2021", "codes_2022", "codes_2023",
                                                     "codes_2024", "codes_2025"};

// "99201-99215 G0402".
std::vector<CodeRange> codes_of(const Parameter& parameter) {
  std::vector<CodeRange> ranges;
  for (const std::string_view word : words_of(parameter)) {
    const std::size_t dash = word.find('-');
    const std::string_view last = dash == std::string_view::npos ? word : word.substr(dash + 1);
    ranges.push_back({.first = std::string{word.substr(0, dash)}, .last = std::string{last}});
  }
  return ranges;
}

std::vector<std::string> texts_of(const Parameter& parameter) {
  std::vector<std::string> texts;
  for (const std::string_view word : words_of(parameter)) texts.emplace_back(word);
  return texts;
}

ServiceClassSet classes_of(const Parameter& parameter) {
  ServiceClassSet set = 0;
  for (const std::string_view word : words_of(parameter)) {
    const auto service_class = from_name(kServiceClassNames, word);
    if (service_class) set = static_cast<ServiceClassSet>(set | set_of(*service_class));
  }
  return set;
}

TwoStepRules steps_of(const TrackParameters& parameters) {
  return {.pre_step = classes_of(parameters.at("pre_step")),
          .step_one = classes_of(parameters.at("step_one")),
          .step_two = classes_of(parameters.at("step_two")),
          .step_three = classes_of(parameters.at("step_three")),
          .step_three_recent = classes_of(parameters.at("step_three_recent"))};
}

void read_codes(const TrackParameters& parameters, ServiceLists& lists) {
  for (const std::string_view id : kCodeLists) {
    const std::vector<CodeRange> added = codes_of(parameters.at(id));
    lists.codes.insert(lists.codes.end(), added.begin(), added.end());
  }
  lists.emergency_codes = codes_of(parameters.at("emergency_codes"));
  if (!lists.emergency_codes.empty()) {
    lists.emergency_first = day_of(date_of(parameters.at("emergency_from")));
    lists.emergency_last = day_of(date_of(parameters.at("emergency_to")));
  }
  lists.home_codes = codes_of(parameters.at("home_codes"));
  lists.nursing_codes = codes_of(parameters.at("nursing_codes"));
  // Whoever is in a place of service 31 is in a SNF, so the later rule holds the earlier one.
  const std::string_view excluded = parameters.at("nursing_excluded").value;
  lists.nursing_restrictions = excluded == "place_31" ? kNotInSnfPlace
                               : excluded.empty()     ? Restrictions{0}
                                                      : kNotInSnfPlace | kNotInSnfStay;
  lists.nursing_restricted_at_health_centers = excluded == "snf_stay_and_health_centers";
  lists.inpatient_excluded_codes = codes_of(parameters.at("inpatient_excluded_codes"));
  lists.base_code_needed = codes_of(parameters.at("base_code_needed"));
  lists.teaching_hospital_codes = codes_of(parameters.at("teaching_hospital_codes"));
}

void read_settings(const TrackParameters& parameters, ServiceLists& lists) {
  if (parameters.at("health_center_services").value == "listed") {
    lists.health_center_services = HealthCenterServices::Listed;
  }
  const auto texts = [&](std::string_view id) { return texts_of(parameters.at(id)); };
  lists.clinic_revenue_codes = texts("clinic_revenue_codes");
  lists.clinic_bill_types = texts("clinic_bill_types");
  lists.health_center_bill_types = texts("health_center_bill_types");
  lists.teaching_hospital_bill_types = texts("teaching_hospital_bill_types");
  lists.method_two_bill_types = texts("method_two_bill_types");
  lists.method_two_revenue_centers = texts("method_two_revenue_centers");
}

AssignmentEdition read_edition(const ProgramEdition& edition) {
  const TrackParameters parameters{.edition = &edition, .track = &kNoTrack};
  AssignmentEdition out;
  read_codes(parameters, out.lists);
  read_settings(parameters, out.lists);
  out.lists.primary_care = texts_of(parameters.at("primary_care_specialties"));
  out.lists.non_physician = texts_of(parameters.at("non_physician_specialties"));
  out.lists.step_two = texts_of(parameters.at("step_two_specialties"));
  out.two_step = steps_of(parameters);
  out.lists.others_count = has(out.two_step.step_two, ServiceClass::OtherProfessional);
  out.tie = from_name(kTieBreakNames, parameters.at("tie").value).value_or(TieBreak::None);
  out.voluntary_alignment = holds(parameters.find("voluntary_alignment"));
  out.gap_months = static_cast<std::int32_t>(count_of(parameters.at("prospective_gap")));
  return out;
}

}  // namespace

Result<AssignmentEdition> assignment_edition(std::int32_t performance_year,
                                             std::span<const ProgramEdition> editions) {
  const auto edition = edition_or_issue(editions, kMsspAssignment, performance_year);
  if (edition) return read_edition(*edition.value());
  Issues issues = edition.issues();
  for (Issue& issue : issues) issue.path = "/edition";
  return issues;
}

// The contract's own lists take the place of the edition's. What the edition says about where a
// code counts stays: it is about the place, not the list.
Result<ServiceLists> resolve_services(const ServiceTerms& terms) {
  ServiceLists lists{.all_codes = true, .any_setting = true, .all_primary_care = true};
  if (terms.edition) {
    auto edition = assignment_edition(*terms.edition);
    if (!edition) return edition.issues();
    lists = std::move(edition).value().lists;
    if (!terms.teaching_amendment_hospitals) lists.teaching_hospital_bill_types.clear();
  }
  if (terms.codes) {
    lists.all_codes = false;
    lists.codes = *terms.codes;
    lists.emergency_codes.clear();
  }
  if (terms.primary_care_specialties) {
    lists.all_primary_care = false;
    lists.primary_care = *terms.primary_care_specialties;
  }
  if (terms.non_physician_specialties) lists.non_physician = *terms.non_physician_specialties;
  if (terms.step_two_specialties) lists.step_two = *terms.step_two_specialties;
  return lists;
}

}  // namespace gainshare
