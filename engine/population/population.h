// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/date.h"
#include "population/services.h"

namespace gainshare {

// Where and how a service was billed, as the claim says it.
struct Setting {
  std::string claim_type;        // "professional", "institutional", …
  std::string place_of_service;  // two characters
  std::string bill_type;         // three or four
  std::string revenue_code;      // four
  friend bool operator==(const Setting&, const Setting&) = default;
};

// A provider of the roster, or an NPI of the claims that the roster lacks (then `rostered` is
// false and all but the NPI is empty).
struct Provider {
  std::string npi;
  std::string tin;
  std::string specialty;  // Medicare specialty code, two characters
  std::string group;
  bool participant = false;
  bool rostered = false;
};

enum class Sex : std::uint8_t { Unknown, Female, Male };

// Medicare's four enrolment types; `Other` is everybody else, such as commercial members.
enum class EnrollmentType : std::uint8_t { Esrd, Disabled, AgedDual, AgedNonDual, Other };
inline constexpr std::array kEnrollmentTypeNames{
    std::pair{EnrollmentType::Esrd, std::string_view{"esrd"}},
    std::pair{EnrollmentType::Disabled, std::string_view{"disabled"}},
    std::pair{EnrollmentType::AgedDual, std::string_view{"aged_dual"}},
    std::pair{EnrollmentType::AgedNonDual, std::string_view{"aged_non_dual"}},
    std::pair{EnrollmentType::Other, std::string_view{"other"}},
};
inline constexpr std::size_t kEnrollmentTypeCount = kEnrollmentTypeNames.size();

struct Member {
  std::string id;
  Day born = kNoDay;
  Day died = kNoDay;
  Sex sex = Sex::Unknown;
  bool originally_disabled = false;
  std::string county;                 // FIPS code or whatever the file says
  std::string designated_by_patient;  // NPI or TIN that the patient named; empty: none
  std::string designated_by_insurer;  // likewise the insurer
};

enum class DualStatus : std::uint8_t { NonDual, Partial, Full };
// Medicare's dual status code: 02, 04, 08 have full benefits, 01, 03, 05, 06 partial ones.
DualStatus dual_status_of(std::string_view code);

// In whole years; a birthday counts on its day, and one of 29 February on 1 March of other years.
std::int32_t age_on(Day born, Day day);

// The kind of facility: the bill type without the zero in front of it that some files have, and
// without what follows the first two digits.
std::string_view facility_of(std::string_view bill_type);

struct CoverageSpan {
  MemberIndex member = 0;
  Day first = kNoDay;
  Day last = kNoDay;  // inclusive
  EnrollmentType type = EnrollmentType::Other;
  DualStatus dual = DualStatus::NonDual;
  std::uint32_t risk_score = 0;  // as stated: its number in Intake::words; 0 where it is not
};

}  // namespace gainshare
