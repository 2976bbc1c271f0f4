// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "scenario/breaks.h"

namespace gainshare {

// A value of the input and what is settled there.
struct Reached {
  std::int64_t at = 0;
  Rational result;
};

// Where in a range the settled result is the target to the cent.
struct Sought {
  std::vector<Span> solutions;    // every value of each span; in order
  std::optional<Reached> lowest;  // of the whole range
  std::optional<Reached> highest;
  std::optional<Reached> below;  // the nearest results on either side of the target
  std::optional<Reached> above;
  std::vector<NotAnalysed> not_analysed;
};

// Between two break-points, and between the turns of its form, the result only rises or only falls,
// so where it comes to the target is found by halving between settlements.
Sought seek(const SettleAt& settle, Span range, const Measure& measure, const Rational& target);

}  // namespace gainshare
