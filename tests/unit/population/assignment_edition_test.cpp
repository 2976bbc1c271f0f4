// SPDX-License-Identifier: Apache-2.0
// The editions themselves: one for each year, every figure cited and used.
#include "population/assignment_edition.h"

#include <set>
#include <sstream>

#include "support/catch.h"

namespace gainshare {
namespace {

void write(const std::vector<CodeRange>& ranges, std::ostream& out) {
  for (const auto& [first, last] : ranges) out << first << '-' << last << ' ';
  out << '\n';
}
void write(const std::vector<std::string>& texts, std::ostream& out) {
  for (const std::string& text : texts) out << text << ' ';
  out << '\n';
}

// All that an edition comes to, as text.
std::string text_of(const AssignmentEdition& edition) {
  std::ostringstream out;
  const ServiceLists& lists = edition.lists;
  for (const auto* ranges :
       {&lists.codes, &lists.emergency_codes, &lists.home_codes, &lists.nursing_codes,
        &lists.inpatient_excluded_codes, &lists.base_code_needed, &lists.teaching_hospital_codes}) {
    write(*ranges, out);
  }
  for (const auto* texts : {&lists.clinic_revenue_codes, &lists.clinic_bill_types,
                            &lists.health_center_bill_types, &lists.teaching_hospital_bill_types,
                            &lists.method_two_bill_types, &lists.method_two_revenue_centers,
                            &lists.primary_care, &lists.non_physician, &lists.step_two}) {
    write(*texts, out);
  }
  const TwoStepRules& steps = edition.two_step;
  out << lists.emergency_first << ' ' << lists.emergency_last << ' '
      << int{lists.nursing_restrictions} << lists.nursing_restricted_at_health_centers << ' '
      << static_cast<int>(lists.health_center_services) << ' ' << int{steps.pre_step} << ' '
      << int{steps.step_one} << ' ' << int{steps.step_two} << ' ' << int{steps.step_three} << ' '
      << int{steps.step_three_recent} << ' ' << static_cast<int>(edition.tie)
      << edition.voluntary_alignment << edition.gap_months;
  return out.str();
}

std::string text_with(const ProgramEdition& edition, const std::vector<Parameter>& parameters) {
  ProgramEdition changed = edition;
  changed.parameters = parameters;
  const std::vector<ProgramEdition> only{changed};
  return text_of(assignment_edition(edition.performance_year, only).value());
}

TEST_CASE("Every performance year from 2012 to 2026 has an edition of assignment rules") {
  std::set<std::int32_t> years;
  for (const ProgramEdition& edition : program_editions()) {
    if (edition.program == kMsspAssignment) years.insert(edition.performance_year);
  }
  CHECK(years.size() == 15);
  CHECK(*years.begin() == 2012);
  CHECK(*years.rbegin() == 2026);
}

TEST_CASE("No figure of an assignment edition goes unread, and each is cited") {
  for (const ProgramEdition& edition : program_editions()) {
    if (edition.program != kMsspAssignment) continue;
    const std::vector<Parameter> all{edition.parameters.begin(), edition.parameters.end()};
    const std::string before = text_with(edition, all);
    for (std::size_t i = 0; i < all.size(); ++i) {
      INFO(edition.performance_year << " " << all[i].id);
      CHECK_FALSE(all[i].citation.empty());
      // Another value, as lawful as the one there; what has a default is changed, not removed.
      std::vector<Parameter> changed = all;
      Parameter& one = changed[i];
      if (one.id == "tie") {
        one.value = "most_recent";
      } else if (one.id == "health_center_services") {
        one.value = one.value == "all" ? "listed" : "all";
      } else {
        changed.erase(changed.begin() + static_cast<std::ptrdiff_t>(i));
      }
      CHECK(text_with(edition, changed) != before);
    }
  }
}

TEST_CASE("The steps are those of the rule in each era") {
  const auto steps = [](std::int32_t year) { return assignment_edition(year).value().two_step; };
  const ServiceClassSet physician = set_of(ServiceClass::PrimaryCarePhysician);
  const ServiceClassSet practitioner = set_of(ServiceClass::NonPhysicianPractitioner);
  const ServiceClassSet specialist = set_of(ServiceClass::StepTwoSpecialist);
  const ServiceClassSet other = set_of(ServiceClass::OtherProfessional);
  for (const std::int32_t year : {2012, 2015}) {
    CHECK(steps(year).step_one == physician);
    CHECK(steps(year).step_two == (physician | practitioner | other));
    CHECK(steps(year).pre_step == (physician | other));
  }
  for (const std::int32_t year : {2016, 2024}) {
    CHECK(steps(year).step_one == (physician | practitioner));
    CHECK(steps(year).step_two == specialist);
    CHECK(steps(year).pre_step == (physician | specialist));
    CHECK(steps(year).step_three == 0);
  }
  CHECK(steps(2025).step_three == (physician | practitioner | specialist));
  CHECK(steps(2026).step_three_recent == practitioner);
  CHECK_FALSE(assignment_edition(2017).value().voluntary_alignment);
  CHECK(assignment_edition(2018).value().voluntary_alignment);
}

}  // namespace
}  // namespace gainshare
