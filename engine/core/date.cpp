// SPDX-License-Identifier: Apache-2.0
#include "core/date.h"

#include <array>
#include <cstddef>

namespace gainshare {
namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2199;
constexpr std::size_t kIsoLength = 10;

constexpr bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

// Days of an ordinary and a leap year before each month, and all of them.
constexpr std::array<std::array<std::int16_t, 13>, 2> kDaysBeforeMonth{
    {{0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365},
     {0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335, 366}}};

const std::array<std::int16_t, 13>& months_of(int year) {
  return kDaysBeforeMonth[is_leap(year) ? 1 : 0];
}

// Days from 1899-12-31 to the first of January, by year from 1900 on: dates are read by the
// million.
constexpr auto kDaysBeforeYear = [] {
  std::array<Day, kLastYear - kFirstYear + 2> days{};
  for (int year = kFirstYear; year <= kLastYear; ++year) {
    const auto i = static_cast<std::size_t>(year - kFirstYear);
    days[i + 1] = days[i] + (is_leap(year) ? 366 : 365);
  }
  return days;
}();

Day days_before(int year) { return kDaysBeforeYear[static_cast<std::size_t>(year - kFirstYear)]; }

int days_in_month(int year, int month) {
  const auto& before = months_of(year);
  const auto i = static_cast<std::size_t>(month);
  return before[i] - before[i - 1];
}

std::optional<int> digits_to_int(std::string_view digits) {
  int value = 0;
  for (const char digit : digits) {
    if (digit < '0' || digit > '9') return std::nullopt;
    value = value * 10 + (digit - '0');
  }
  return value;
}

std::string padded(int value, std::size_t width) {
  const std::string digits = std::to_string(value);
  return std::string(width > digits.size() ? width - digits.size() : 0, '0') + digits;
}

}  // namespace

Day day_of(int year, int month, int day) {
  if (year < kFirstYear || year > kLastYear || month < 1 || month > 12) return kNoDay;
  if (day < 1 || day > days_in_month(year, month)) return kNoDay;
  return days_before(year) + months_of(year)[static_cast<std::size_t>(month - 1)] + day;
}

Day day_of(Date date) { return day_of(date.year, date.month, date.day); }

Date date_of(Day day) {
  constexpr int kLongestYear = 366;
  int year = kFirstYear + (day - 1) / kLongestYear;
  while (year < kLastYear && days_before(year + 1) < day) ++year;
  int left = day - days_before(year);
  int month = 1;
  while (month < 12 && left > days_in_month(year, month)) left -= days_in_month(year, month++);
  return {.year = static_cast<std::int16_t>(year),
          .month = static_cast<std::uint8_t>(month),
          .day = static_cast<std::uint8_t>(left)};
}

std::optional<Date> date_from_iso(std::string_view text) {
  if (text.size() != kIsoLength || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits_to_int(text.substr(0, 4));
  const auto month = digits_to_int(text.substr(5, 2));
  const auto day = digits_to_int(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  if (*year < kFirstYear || *year > kLastYear || *month < 1 || *month > 12) return std::nullopt;
  if (*day < 1 || *day > days_in_month(*year, *month)) return std::nullopt;
  return Date{.year = static_cast<std::int16_t>(*year),
              .month = static_cast<std::uint8_t>(*month),
              .day = static_cast<std::uint8_t>(*day)};
}

std::string to_iso(Date date) {
  return padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2);
}

}  // namespace gainshare
