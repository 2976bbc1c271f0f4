// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "core/date.h"

namespace gainshare {

// Members, providers and candidates are known by their place in the population's lists.
using MemberIndex = std::uint32_t;
using CandidateIndex = std::uint32_t;

// Who furnished a service that counts in attribution.
enum class ServiceClass : std::uint8_t {
  PrimaryCarePhysician,
  NonPhysicianPractitioner,
  StepTwoSpecialist,
  OtherProfessional,
};
inline constexpr std::array kServiceClassNames{
    std::pair{ServiceClass::PrimaryCarePhysician, std::string_view{"primary_care_physician"}},
    std::pair{ServiceClass::NonPhysicianPractitioner,
              std::string_view{"non_physician_practitioner"}},
    std::pair{ServiceClass::StepTwoSpecialist, std::string_view{"step_two_specialist"}},
    std::pair{ServiceClass::OtherProfessional, std::string_view{"other_professional"}},
};
inline constexpr std::size_t kServiceClassCount = kServiceClassNames.size();

// What one candidate (a TIN, a group, an NPI) did for one member in one window, by class. Amounts
// are net of reversals. A visit is a day on which more lines were furnished than were reversed.
struct ServiceTally {
  MemberIndex member = 0;
  CandidateIndex candidate = 0;
  ServiceClass service_class = ServiceClass::PrimaryCarePhysician;
  std::uint8_t window = 0;  // 0 the window of the year; 1 the older of two, where terms have two
  std::int32_t visits = 0;
  std::int64_t allowed_cents = 0;
  Day latest = kNoDay;  // of the visits; kNoDay where there are none
};

// Of all members: ascending by member, candidate, window, class.
using ServiceTallies = std::vector<ServiceTally>;

// Those of one member.
inline std::span<const ServiceTally> tallies_of(const ServiceTallies& all, MemberIndex member) {
  const auto begin =
      std::lower_bound(all.begin(), all.end(), member,
                       [](const ServiceTally& tally, MemberIndex m) { return tally.member < m; });
  auto end = begin;
  while (end != all.end() && end->member == member) ++end;
  return std::span{all}.subspan(static_cast<std::size_t>(begin - all.begin()),
                                static_cast<std::size_t>(end - begin));
}

}  // namespace gainshare
