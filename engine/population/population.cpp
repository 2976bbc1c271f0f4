// SPDX-License-Identifier: Apache-2.0
#include "population/population.h"

#include <algorithm>

namespace gainshare {

DualStatus dual_status_of(std::string_view code) {
  constexpr std::array<std::string_view, 3> kFull{"02", "04", "08"};
  constexpr std::array<std::string_view, 4> kPartial{"01", "03", "05", "06"};
  // Files that read it as a number have lost the zero.
  const std::string padded = code.size() == 1 ? "0" + std::string{code} : std::string{code};
  if (std::find(kFull.begin(), kFull.end(), padded) != kFull.end()) return DualStatus::Full;
  const bool partial = std::find(kPartial.begin(), kPartial.end(), padded) != kPartial.end();
  return partial ? DualStatus::Partial : DualStatus::NonDual;
}

std::int32_t age_on(Day born, Day day) {
  const Date from = date_of(born);
  const Date to = date_of(day);
  const bool before_birthday =
      to.month < from.month || (to.month == from.month && to.day < from.day);
  return to.year - from.year - (before_birthday ? 1 : 0);
}

std::string_view facility_of(std::string_view bill_type) {
  if (!bill_type.empty() && bill_type.front() == '0') bill_type.remove_prefix(1);
  return bill_type.substr(0, 2);
}

}  // namespace gainshare
