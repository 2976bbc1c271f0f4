// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/date.h"
#include "population/intake/key.h"

namespace gainshare {

// How people write dates and amounts in tables of claims. Each is told by its shape alone.

// "2015-05-30", also with a time behind it ("T…" or a blank); "20150530"; "5/30/2015";
// "30-May-2015". kNoDay where it is none of these or not in the calendar of 1900 to 2199.
Day read_day(std::string_view text);

// The same for a column: a date that repeats from row to row is read once. The text must be
// readable for 16 bytes (intake/key.h).
class DayReader {
 public:
  Day operator()(std::string_view text) {
    if (text.size() > Key::kLongestInline) return read_day(text);
    const Key key = inline_key(text.data(), text.size());
    if (!(key == last_)) {
      last_ = key;
      day_ = read_day(text);
    }
    return day_;
  }

 private:
  Key last_;  // of the empty text, which is no day
  Day day_ = kNoDay;
};

// In cents: "1250.5", "-12.30", "$1,250.50", "(12.30)", "12.30-". Thousands separators stand
// between groups of three. Places beyond the second are rounded half away from zero, and
// `rounded` is set when that changed the amount. Nothing where the text is no such amount, or
// beyond 2^53 - 1 cents.
std::optional<std::int64_t> read_cents(std::string_view text, bool& rounded);

// The commonest form, digits with or without a sign and two places, for amounts read by the
// million; false where it is any other, which read_cents may know.
inline bool read_plain_cents(std::string_view text, std::int64_t& cents) {
  constexpr std::size_t kMost = 16;
  const bool negative = !text.empty() && text.front() == '-';
  const char* at = text.data() + (negative ? 1 : 0);
  const char* const point = text.data() + text.size() - 3;
  if (text.size() > kMost || point <= at || *point != '.') return false;
  std::int64_t value = 0;
  unsigned wrong = 0;
  const auto take = [&](char c) {
    const auto digit = static_cast<unsigned>(c) - '0';
    wrong |= digit > 9 ? 1U : 0U;
    value = value * 10 + digit;
  };
  for (; at < point; ++at) take(*at);
  take(point[1]);
  take(point[2]);
  cents = negative ? -value : value;
  return wrong == 0;
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
