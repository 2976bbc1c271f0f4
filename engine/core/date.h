// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gainshare {

// A day of the Gregorian calendar, 1900 to 2199; "2024-01-01" on the wire.
struct Date {
  std::int16_t year = 1900;
  std::uint8_t month = 1;
  std::uint8_t day = 1;
  friend constexpr auto operator<=>(const Date&, const Date&) = default;
};

// Days since 1899-12-31: 1 is 1900-01-01, and 0 is no day.
using Day = std::int32_t;
inline constexpr Day kNoDay = 0;

Day day_of(Date date);
Date date_of(Day day);  // a day of 1900 to 2199
// The day, or kNoDay where the calendar has none such.
Day day_of(int year, int month, int day);

std::optional<Date> date_from_iso(std::string_view text);
std::string to_iso(Date date);

}  // namespace gainshare
