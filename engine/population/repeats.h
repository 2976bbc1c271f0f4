// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
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

// Calls take() for the lines that count, some at a time, in the order of the log. Not a template:
// a browser does not replace a loop that runs by better code, so what is done with the lines must
// be a function that is called again and again, and stay one whatever is inlined.
void for_each_counted(const ClaimLog& log, const Repeats& repeats,
                      const std::function<void(std::span<const ClaimLine>)>& take);

}  // namespace gainshare
