// SPDX-License-Identifier: Apache-2.0
#include "population/intake/cell_text.h"

#include <array>

#include "core/money.h"

namespace gainshare {
namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The value of digits, or -1 where one is none.
int digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (!is_digit(c)) return -1;
    value = value * 10 + (c - '0');
  }
  return text.empty() ? -1 : value;
}

// 1 to 12, or 0. "May", "MAY", "may".
int month_named(std::string_view name) {
  constexpr std::array<std::string_view, 12> kMonths{"jan", "feb", "mar", "apr", "may", "jun",
                                                     "jul", "aug", "sep", "oct", "nov", "dec"};
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    bool same = true;
    for (std::size_t k = 0; k < 3; ++k) same = same && (name[k] | 0x20) == kMonths[i][k];
    if (same) return static_cast<int>(i) + 1;
  }
  return 0;
}

constexpr std::size_t kIsoSize = 10;

Day read_us_day(std::string_view text) {
  const std::size_t first = text.find('/');
  const std::size_t second = text.find('/', first + 1);
  if (second == std::string_view::npos || first > 2 || second - first > 3) return kNoDay;
  const std::string_view year = text.substr(second + 1);
  if (year.size() != 4) return kNoDay;
  return day_of(digits(year), digits(text.substr(0, first)),
                digits(text.substr(first + 1, second - first - 1)));
}

// "30-May-2015" or "3-May-2015".
Day read_named_day(std::string_view text) {
  const std::size_t dash = text.find('-');
  if ((dash != 1 && dash != 2) || text.size() != dash + 9 || text[dash + 4] != '-') return kNoDay;
  return day_of(digits(text.substr(dash + 5)), month_named(text.substr(dash + 1, 3)),
                digits(text.substr(0, dash)));
}

// Sign, currency and brackets taken off. False where they contradict each other.
bool take_sign(std::string_view& text, bool& negative) {
  if (text.size() >= 2 && text.front() == '(' && text.back() == ')') {
    negative = true;
    text = text.substr(1, text.size() - 2);
  } else if (!text.empty() && text.back() == '-') {
    negative = true;
    text.remove_suffix(1);
  }
  bool currency = false;
  while (!text.empty() && !is_digit(text.front()) && text.front() != '.') {
    const char c = text.front();
    if (c == '$' ? currency : (c != '-' && c != '+') || negative) return false;
    currency = currency || c == '$';
    if (c == '+' && text.size() > 1 && !is_digit(text[1]) && text[1] != '$') return false;
    negative = negative || c == '-';
    text.remove_prefix(1);
  }
  return !text.empty();
}

// The digits before the point, with or without commas between groups of three; -1 where they are
// none or too many.
std::int64_t read_whole(std::string_view text) {
  constexpr std::int64_t kMost = kLargestCents / 100;
  const bool grouped = text.find(',') != std::string_view::npos;
  std::int64_t value = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool comma_here = grouped && (text.size() - i) % 4 == 0;
    if (comma_here) {
      if (text[i] != ',' || i == 0) return -1;
      continue;
    }
    if (!is_digit(text[i])) return -1;
    value = value * 10 + (text[i] - '0');
    if (value > kMost) return -1;
  }
  return value;
}

}  // namespace

Day read_day(std::string_view text) {
  if (text.size() >= kIsoSize && text[4] == '-' && text[7] == '-') {
    if (text.size() > kIsoSize && text[kIsoSize] != 'T' && text[kIsoSize] != ' ') return kNoDay;
    return day_of(digits(text.substr(0, 4)), digits(text.substr(5, 2)), digits(text.substr(8, 2)));
  }
  if (text.size() == 8 && is_digit(text[2]) && is_digit(text[1])) {
    return day_of(digits(text.substr(0, 4)), digits(text.substr(4, 2)), digits(text.substr(6, 2)));
  }
  return text.find('/') != std::string_view::npos ? read_us_day(text) : read_named_day(text);
}

std::optional<std::int64_t> read_cents(std::string_view text, bool& rounded) {
  bool negative = false;
  if (!take_sign(text, negative)) return std::nullopt;
  const std::size_t point = text.find('.');
  const std::int64_t whole = read_whole(text.substr(0, point));
  std::string_view places = point == std::string_view::npos ? "" : text.substr(point + 1);
  if (whole < 0 || (point == 0 && places.empty())) return std::nullopt;
  std::int64_t cents = whole * 100;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (!is_digit(places[i])) return std::nullopt;
    if (i == 0) cents += (places[i] - '0') * 10;
    if (i == 1) cents += places[i] - '0';
    if (i == 2 && places[i] >= '5') ++cents;
    if (i >= 2 && places[i] != '0') rounded = true;
  }
  if (cents > kLargestCents) return std::nullopt;
  return negative ? -cents : cents;
}

std::optional<std::uint32_t> read_count(std::string_view text) {
  constexpr std::size_t kMostDigits = 9;
  if (text.size() > kMostDigits) return std::nullopt;
  const int value = digits(text);
  if (value < 0) return std::nullopt;
  return static_cast<std::uint32_t>(value);
}

}  // namespace gainshare
