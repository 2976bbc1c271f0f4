// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/date.h"
#include "core/rate.h"
#include "population/services.h"

namespace gainshare {

// What a member is assigned to. The claims say an NPI; the roster says its TIN and group.
enum class CandidateUnit : std::uint8_t { Tin, Npi, Group };
inline constexpr std::array kCandidateUnitNames{
    std::pair{CandidateUnit::Tin, std::string_view{"tin"}},
    std::pair{CandidateUnit::Npi, std::string_view{"npi"}},
    std::pair{CandidateUnit::Group, std::string_view{"group"}},
};

// Over the performance year itself, or before it begins.
enum class AssignmentTiming : std::uint8_t { Retrospective, Prospective };
inline constexpr std::array kAssignmentTimingNames{
    std::pair{AssignmentTiming::Retrospective, std::string_view{"retrospective"}},
    std::pair{AssignmentTiming::Prospective, std::string_view{"prospective"}},
};

enum class AssignmentMethod : std::uint8_t {
  PatientDesignation,
  InsurerDesignation,
  TwoStep,
  PluralityOfVisits,
  PluralityOfAllowedCharges,
  Geography,
};
inline constexpr std::array kAssignmentMethodNames{
    std::pair{AssignmentMethod::PatientDesignation, std::string_view{"patient_designation"}},
    std::pair{AssignmentMethod::InsurerDesignation, std::string_view{"insurer_designation"}},
    std::pair{AssignmentMethod::TwoStep, std::string_view{"two_step"}},
    std::pair{AssignmentMethod::PluralityOfVisits, std::string_view{"plurality_of_visits"}},
    std::pair{AssignmentMethod::PluralityOfAllowedCharges,
              std::string_view{"plurality_of_allowed_charges"}},
    std::pair{AssignmentMethod::Geography, std::string_view{"geography"}},
};

// What decides between equals. `None` ends the list: nobody wins.
enum class TieBreak : std::uint8_t { MostRecent, LowestId, None };
inline constexpr std::array kTieBreakNames{
    std::pair{TieBreak::MostRecent, std::string_view{"most_recent"}},
    std::pair{TieBreak::LowestId, std::string_view{"lowest_id"}},
    std::pair{TieBreak::None, std::string_view{"none"}},
};

// "99201" to "99215"; a single code is a range of one.
struct CodeRange {
  std::string first;
  std::string last;
  friend bool operator==(const CodeRange&, const CodeRange&) = default;
};

// Which services count, and who furnishes them. An edition of program "mssp_assignment" says it
// all; a list of the contract's own takes the place of the edition's. Without an edition, a list
// that is not stated does not restrict: every service counts, and every specialty is primary care.
struct ServiceTerms {
  std::optional<std::int32_t> edition;  // the performance year
  std::optional<std::vector<CodeRange>> codes;
  std::optional<std::vector<std::string>> primary_care_specialties;
  std::optional<std::vector<std::string>> non_physician_specialties;
  std::optional<std::vector<std::string>> step_two_specialties;
  // Outpatient hospital claims (bill type 13) are those of Electing Teaching Amendment hospitals:
  // claims do not say which are, so the contract does.
  bool teaching_amendment_hospitals = false;
  friend bool operator==(const ServiceTerms&, const ServiceTerms&) = default;
};

// Parts of the older and the recent window in what is compared: 1/3 and 2/3, say.
struct WindowWeights {
  Rate recent = Rate::whole(1);
  Rate older;
};

struct CountyCandidate {
  std::string county;
  std::string candidate;  // an id
};

struct MethodTerms {
  AssignmentMethod method = AssignmentMethod::PluralityOfAllowedCharges;
  // All participants as one candidate against everybody else, as Medicare compares an ACO; else
  // everyone stands for itself. Two-step and plurality.
  bool participants_as_one = false;
  std::vector<TieBreak> tie_breaks;          // in order; exhausted: nobody wins
  std::optional<WindowWeights> weights;      // plurality over two windows
  std::vector<ServiceClass> services_of = {  // plurality
      ServiceClass::PrimaryCarePhysician, ServiceClass::NonPhysicianPractitioner};
  std::vector<CountyCandidate> counties;  // geography
};

// What a member who was assigned before the year must still be at its end.
enum class CoverageKept : std::uint8_t { EveryMonth, AnyMonth };
inline constexpr std::array kCoverageKeptNames{
    std::pair{CoverageKept::EveryMonth, std::string_view{"every_month"}},
    std::pair{CoverageKept::AnyMonth, std::string_view{"any_month"}},
};
struct ReconciliationTerms {
  CoverageKept coverage = CoverageKept::EveryMonth;
  std::vector<std::string> counties;  // where members must live; empty: anywhere
};

struct AttributionTerms {
  CandidateUnit unit = CandidateUnit::Tin;
  AssignmentTiming timing = AssignmentTiming::Retrospective;
  // Prospective: months between the end of the window and the year; Medicare's window ends on
  // 30 September, three months before.
  std::int32_t gap_months = 0;
  ServiceTerms services;
  std::vector<MethodTerms> methods;                   // the first that decides
  std::optional<ReconciliationTerms> reconciliation;  // prospective
};

}  // namespace gainshare
