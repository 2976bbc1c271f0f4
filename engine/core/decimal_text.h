// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gainshare {

// A decimal taken apart: ± `digits` × 10^`exponent`. The digits have no zero at either end, so
// zero has none, and equal values have equal parts however they were written.
struct DecimalText {
  bool negative = false;
  std::string digits;
  int exponent = 0;
};

// "-12", "0.0235" and, when allowed, "2e-2"; not ".5", "5.", "+5", or a grouped "1,000". Empty
// when the text is none of these.
std::optional<DecimalText> read_decimal(std::string_view text, bool allow_exponent);

// "n/d", both of decimal digits only and `n` with an optional minus. Empty without a slash.
struct FractionText {
  std::string_view numerator;
  std::string_view denominator;
};
std::optional<FractionText> read_fraction(std::string_view text);

}  // namespace gainshare
