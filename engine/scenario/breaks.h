// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "scenario/form.h"
#include "scenario/point.h"

namespace gainshare {

// A step of the working that chooses otherwise than one unit before.
struct RuleChange {
  std::string step_id;
  std::string label;
  std::string before;  // "false", "shared_savings.payment_limit", the row of a table
  std::string after;
};

// The first value at which the result follows another rule than one unit before.
struct BreakPoint {
  std::int64_t at = 0;
  Rational before;        // the result one unit before, as settled there
  Rational after;         // and here
  Rational slope_before;  // what it changes by per unit, before it is rounded
  Rational slope_after;
  bool jumps = false;  // no value between the two units would make both rules agree
  std::vector<RuleChange> rules;
};

// The result from one break-point to the next.
struct Stretch {
  Span span;
  Form form;  // the result before it is rounded
};

// What was not looked into, and why: an empty list is a complete analysis.
struct NotAnalysed {
  Span span;
  std::string step_id;  // empty: the settlement as a whole
  std::string reason;
};

struct Breaks {
  std::vector<BreakPoint> points;
  std::vector<Stretch> stretches;
  std::vector<NotAnalysed> not_analysed;
  std::int64_t settlements = 0;  // how many were made
};

// Every break-point of the measure in a range of the input, exactly: within a piece, every figure
// is a form in the input, so the next change of a choice is a root, found in whole units. The
// settlement is made anew there and one unit before; where rounding moves a change away from the
// root it is found by halving between settlements. A change of rule that leaves the result as it
// was (a gate that is passed while another stays shut) is no break-point, nor is rounding.
Breaks find_breaks(const SettleAt& settle, Span range, const Measure& measure);

}  // namespace gainshare
