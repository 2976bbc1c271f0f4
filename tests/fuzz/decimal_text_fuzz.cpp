// SPDX-License-Identifier: Apache-2.0
// Texts of numbers from outside: whatever is read is written as one canonical text, and that text
// is read again as the same value.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

#include "core/rate.h"
#include "core/rational.h"

namespace {

using gainshare::Rate;
using gainshare::Rational;

void require(bool holds) {
  if (!holds) std::abort();
}

void check_rational(std::string_view text, bool allow_exponent) {
  const auto value = Rational::from_text(text, allow_exponent);
  if (!value) return;
  require(value->valid());
  const std::string canonical = value->to_text();
  const auto again = Rational::from_text(canonical);
  // The decimal of a fraction may have more digits than are read: 1/2^60 has sixty places.
  const bool was_fraction = text.find('/') != std::string_view::npos;
  require(again.has_value() || was_fraction);
  if (!again) return;
  require(*again == *value);
  require(again->to_text() == canonical);
}

void check_rate(std::string_view text) {
  const auto rate = Rate::from_text(text);
  if (!rate) return;
  require(rate->denominator() > 0);
  const Rational exact(rate->numerator(), rate->denominator());
  const auto again = Rational::from_text(rate->to_text());
  require(again.has_value() && *again == exact);
  // A rate is a rational of fewer digits, never of another value.
  const auto wider = Rational::from_text(text, true);
  require(wider.has_value() && *wider == exact);
  if (text.find('/') == std::string_view::npos) require(Rate::from_text(rate->to_text()) == *rate);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  check_rational(text, true);
  check_rational(text, false);
  check_rate(text);
  return 0;
}
