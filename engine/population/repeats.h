// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
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

// Hands out the lines that count, some at a time, in the order of the log.
class CountedLines {
 public:
  CountedLines(const ClaimLog& log, const Repeats& repeats)
      : reader_(log), left_out_(repeats.left_out) {}
  // The next lines, which last until the next call; none at the end.
  std::span<const ClaimLine> next();

 private:
  ClaimLogReader reader_;
  std::span<const std::uint64_t> left_out_;  // of the lines to come
  std::uint64_t place_ = 0;                  // of the next line
};

// Calls take(const ClaimLine&) for each of them.
template <class Take>
void for_each_counted_line(const ClaimLog& log, const Repeats& repeats, Take&& take) {
  CountedLines counted{log, repeats};
  for (auto lines = counted.next(); !lines.empty(); lines = counted.next()) {
    for (const ClaimLine& line : lines) take(line);
  }
}

}  // namespace gainshare
