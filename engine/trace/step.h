// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "contract/source.h"
#include "core/rational.h"
#include "core/rounding.h"

namespace gainshare {

// The closed list of operations. Each is defined here and nowhere else; both replayers follow
// these words. a, b, c are the inputs in order.
enum class Op : std::uint8_t {
  Given,        // no inputs: stated by the contract, the experience or a programme
  Subtract,     // a - b
  Add,          // a + b + …
  Multiply,     // a × b × …
  Divide,       // a ÷ b
  Complement,   // 1 - a
  Minimum,      // the smallest input
  Maximum,      // the largest input
  AtLeast,      // truth: a >= b
  MoreThan,     // truth: a > b
  All,          // truth: every input is true
  Any,          // truth: some input is true
  Not,          // truth: a is false
  When,         // a true: b, else c
  Interpolate,  // a in a table of [from, to, start, end]: start + (a-from)/(to-from)×(end-start);
                // the first row with a <= to; a row without `to` gives start
  Tier,         // a in a table of [from, value]: the value of the last row with from <= a, else 0
  NearestRank,  // a, and b, c, … in ascending order: the one at rank ⌈a × their number⌉, at least 1
  Round,      // a rounded by `rounding`
  Carry,      // a at the ninth place of a cent, half away from zero: it goes on from there
  Apportion,  // a, whole cents, in parts b, c, … that add up to a, by largest remainder: each
              // rounded down to cents; the cents left go one each to the largest remainders, of
              // equal ones to the first. The table's one cell [k] says which part, from 1
};

inline constexpr std::array kOpNames{
    std::pair{Op::Given, std::string_view{"given"}},
    std::pair{Op::Subtract, std::string_view{"subtract"}},
    std::pair{Op::Add, std::string_view{"add"}},
    std::pair{Op::Multiply, std::string_view{"multiply"}},
    std::pair{Op::Divide, std::string_view{"divide"}},
    std::pair{Op::Complement, std::string_view{"complement"}},
    std::pair{Op::Minimum, std::string_view{"minimum"}},
    std::pair{Op::Maximum, std::string_view{"maximum"}},
    std::pair{Op::AtLeast, std::string_view{"at_least"}},
    std::pair{Op::MoreThan, std::string_view{"more_than"}},
    std::pair{Op::All, std::string_view{"all"}},
    std::pair{Op::Any, std::string_view{"any"}},
    std::pair{Op::Not, std::string_view{"not"}},
    std::pair{Op::When, std::string_view{"when"}},
    std::pair{Op::Interpolate, std::string_view{"interpolate"}},
    std::pair{Op::Tier, std::string_view{"tier"}},
    std::pair{Op::NearestRank, std::string_view{"nearest_rank"}},
    std::pair{Op::Round, std::string_view{"round"}},
    std::pair{Op::Carry, std::string_view{"carry"}},
    std::pair{Op::Apportion, std::string_view{"apportion"}},
};

enum class Unit : std::uint8_t {
  Cents,     // US cents, exact
  Fraction,  // of one: 0.02 is 2 %
  Count,     // people, months
  Points,    // of a quality scale
  Truth,
};

inline constexpr std::array kUnitNames{
    std::pair{Unit::Cents, std::string_view{"cents"}},
    std::pair{Unit::Fraction, std::string_view{"fraction"}},
    std::pair{Unit::Count, std::string_view{"count"}},
    std::pair{Unit::Points, std::string_view{"points"}},
    std::pair{Unit::Truth, std::string_view{"truth"}},
};

using StepValue = std::variant<Rational, bool>;

// One step of the working: enough to recompute it from the steps before it, and to explain it.
struct Step {
  std::string id;     // "shared_savings.minimum_savings": the stream, then the quantity
  std::string label;  // English, for the terminal; a page says it in its own language by id
  Op op = Op::Given;
  std::vector<std::string> inputs;  // ids of earlier steps
  StepValue value;
  Unit unit = Unit::Cents;
  std::optional<Rounding> rounding;                         // Round only
  std::vector<std::vector<std::optional<Rational>>> table;  // Interpolate, Tier, Apportion
  Source source;                                            // of the figure (Given) or of the rule
  bool assumed = false;  // an assumption of a projection, not a fact
};
using Trace = std::vector<Step>;

}  // namespace gainshare
