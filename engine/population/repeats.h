// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/date.h"
#include "population/intake/intake.h"

namespace gainshare {

// A line that is left out because another has its claim id and line number.
struct RepeatedLine {
  std::string member;
  std::uint32_t line = 0;
  Day day = kNoDay;
  std::int64_t paid_cents = 0;
};

// Which lines of the log do not count. Lines with the same claim id, source and line number are
// one line that was sent more than once, so:
// 1. of those that say the same in every respect, one counts, and the others are duplicates;
// 2. of those that differ, reversals count, and so does the line that each takes back (the two add
//    up to nothing); of the others the one paid last counts (then the larger paid, then the larger
//    allowed), and the rest are superseded.
// The choice looks at what lines say and not at the order in which they came.
struct Repeats {
  std::vector<std::uint64_t> left_out;  // places in the log, ascending
  std::int64_t duplicates = 0;
  std::int64_t superseded = 0;
  std::vector<RepeatedLine> first_duplicates;  // the first few by member, line and day
  std::vector<RepeatedLine> first_superseded;
};
Repeats find_repeats(const Intake& intake);

// Calls take(const ClaimLine&) for each line that counts, in the order of the log.
template <class Take>
void for_each_counted_line(const ClaimLog& log, const Repeats& repeats, Take&& take) {
  auto left_out = repeats.left_out.begin();
  std::uint64_t place = 0;
  log.for_each([&](const ClaimLine& line) {
    const std::uint64_t here = place++;
    if (left_out != repeats.left_out.end() && *left_out == here) {
      ++left_out;
    } else {
      take(line);
    }
  });
}

}  // namespace gainshare
