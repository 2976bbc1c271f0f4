// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "population/period_outcome.h"

namespace gainshare {

// A member's months and cost in a year by enrolment type. Cost of a type in which the member has no
// month (of days outside coverage) counts with the type of most months.
struct MemberYear {
  std::array<std::int32_t, kEnrollmentTypeCount> months{};
  std::array<std::int64_t, kEnrollmentTypeCount> cost_cents{};
  std::int32_t all_months = 0;
};
// The members' years of a tally, of which only the types that occur are looked at.
class MemberYears {
 public:
  explicit MemberYears(const PeriodTally& tally);
  MemberYear operator()(MemberIndex member) const;

 private:
  struct OfType {
    std::size_t type = 0;
    const std::uint8_t* months = nullptr;      // by MemberIndex; null where nobody has one
    const std::int64_t* cost_cents = nullptr;  // likewise
  };
  std::vector<OfType> types_;
};

bool is_counted(const MembersCounted& terms, const Member& member, std::int32_t months,
                DaySpan year);

// The cap of so many months: the annual amount × months / 12, rounded half up to the cent.
std::int64_t cap_of_months(const AnnualCap& annual, std::int32_t months);

// The amounts at which terms truncate, by type; none where they do not, or where a type has nobody.
// A percentile is that of nearest rank: the least annualised cost (cost × 12 / months) that the
// stated part of the members do not exceed. 42 CFR 425.601(a)(4) truncates at the 99th by type.
std::array<std::optional<AnnualCap>, kEnrollmentTypeCount> annual_caps(
    const ClaimsPopulation& population, const PeriodTally& tally, const CostTerms& terms);

}  // namespace gainshare
