// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/date.h"

namespace gainshare {

// How people write dates and amounts in tables of claims. Each is told by its shape alone.

// "2015-05-30", also with a time behind it ("T…" or a blank); "20150530"; "5/30/2015";
// "30-May-2015". kNoDay where it is none of these or not in the calendar of 1900 to 2199.
Day read_day(std::string_view text);

// In cents: "1250.5", "-12.30", "$1,250.50", "(12.30)", "12.30-". Thousands separators stand
// between groups of three. Places beyond the second are rounded half away from zero, and
// `rounded` is set when that changed the amount. Nothing where the text is no such amount, or
// beyond 2^53 - 1 cents.
std::optional<std::int64_t> read_cents(std::string_view text, bool& rounded);

// Digits only, at most nine of them.
std::optional<std::uint32_t> read_count(std::string_view text);

// Without blanks (space, tab, no-break space) at either end.
inline std::string_view without_blanks(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

}  // namespace gainshare
