// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>
#include <vector>

#include "core/date.h"
#include "population/intake/key.h"

namespace gainshare {

// How people write dates and amounts in tables of claims. Each is told by its shape alone.

// "2015-05-30", also with a time behind it ("T…" or a blank); "20150530"; "5/30/2015";
// "30-May-2015". kNoDay where it is none of these or not in the calendar of 1900 to 2199.
Day read_day(std::string_view text);

// The same for a file, whose dates are few and come again: each is mostly read once. The text must
// be readable for 16 bytes (intake/key.h).
class DayReader {
 public:
  Day operator()(std::string_view text) {
    if (text.size() > Key::kLongestInline) return read_day(text);
    const Key key = inline_key(text.data(), text.size());
    Known& known = known_[hash_of(key) % kKnown];
    if (!(key == known.key)) known = {.key = key, .day = read_day(text)};
    return known.day;
  }

 private:
  static constexpr std::size_t kKnown = 2048;  // five years of days, with room
  struct Known {
    Key key;  // at first that of the empty text, which is no day
    Day day = kNoDay;
  };
  std::vector<Known> known_ = std::vector<Known>(kKnown);
};

// In cents: "1250.5", "-12.30", "$1,250.50", "(12.30)", "12.30-". Thousands separators stand
// between groups of three. Places beyond the second are rounded half away from zero, and
// `rounded` is set when that changed the amount. Nothing where the text is no such amount, or
// beyond 2^53 - 1 cents.
std::optional<std::int64_t> read_cents(std::string_view text, bool& rounded);

// The commonest form, digits with or without a sign and two places, for amounts read by the
// million; false where it is any other, which read_cents may know.
// The text must be readable for 16 bytes.
inline bool read_plain_cents(std::string_view text, std::int64_t& cents) {
  constexpr std::size_t kMostWhole = 6;
  const bool negative = !text.empty() && text.front() == '-';
  const char* const begin = text.data() + (negative ? 1 : 0);
  const std::size_t size = text.size() - (negative ? 1 : 0);
  if (size < 4 || size > kMostWhole + 3 || begin[size - 3] != '.') return false;
  // Eight digits in one word, the first lowest: zeros, the whole ones, the two places.
  constexpr std::uint64_t kZeros = 0x3030'3030'3030'3030U;
  std::uint64_t whole = 0;
  std::uint64_t places = 0;
  std::memcpy(&whole, begin, sizeof whole);
  std::memcpy(&places, begin + size - 2, 2);
  const auto unused = static_cast<unsigned>(8 * (kMostWhole + 3 - size));
  const std::uint64_t digits = ((whole << unused) & 0x0000'FFFF'FFFF'FFFFU) | places << 48U |
                               (kZeros & ((std::uint64_t{1} << unused) - 1));
  // A byte below '0' or above '9' leaves a highest bit.
  const std::uint64_t values = digits - kZeros;
  if ((((digits + 0x4646'4646'4646'4646U) | values) & 0x8080'8080'8080'8080U) != 0) return false;
  // Pairs of digits, then fours, then all eight.
  std::uint64_t sum = values * 10 + (values >> 8U);
  sum = (((sum & 0x0000'00FF'0000'00FFU) * 0x000F'4240'0000'0064U) +
         (((sum >> 16U) & 0x0000'00FF'0000'00FFU) * 0x0000'2710'0000'0001U)) >>
        32U;
  cents = negative ? -static_cast<std::int64_t>(sum) : static_cast<std::int64_t>(sum);
  return true;
}

// Digits only, at most nine of them.
std::optional<std::uint32_t> read_count(std::string_view text);

// Without blanks (space, tab, no-break space) at either end.
inline std::string_view without_blanks(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

}  // namespace gainshare
