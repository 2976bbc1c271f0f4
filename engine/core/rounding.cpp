// SPDX-License-Identifier: Apache-2.0
#include "core/rounding.h"

namespace gainshare {
namespace {

// Whether the magnitude, of which `quotient` is the whole part, goes up to the next one.
bool goes_up(const DoubleWide::Division& division, const DoubleWide& divisor, RoundingMode mode) {
  if (division.remainder.is_zero()) return false;
  if (mode == RoundingMode::Down) return false;
  if (mode == RoundingMode::Up) return true;
  const auto order = *DoubleWide::product(division.remainder, DoubleWide{2}) <=> divisor;
  if (order != std::strong_ordering::equal) return order == std::strong_ordering::greater;
  return mode == RoundingMode::HalfUp || division.quotient.is_odd();
}

}  // namespace

std::optional<Money> round(const Amount& amount, Rounding rounding) {
  if (!amount.valid()) return std::nullopt;
  const std::int64_t cents_of_place = rounding.place == RoundingPlace::Dollar ? 100 : 1;
  // 512 bits and a factor of at most 200 fit DoubleWide: nothing here overflows.
  const Rational& cents = amount.exact_cents();
  const DoubleWide dividend = *DoubleWide::from(cents.held_numerator().magnitude());
  const DoubleWide divisor =
      *DoubleWide::product(*DoubleWide::from(cents.held_denominator()), DoubleWide{cents_of_place});
  const auto division = DoubleWide::divide(dividend, divisor);
  const auto whole = division.quotient.to_int64();
  if (!whole || *whole > kLargestCents) return std::nullopt;
  const std::int64_t places = *whole + (goes_up(division, divisor, rounding.mode) ? 1 : 0);
  if (places > kLargestCents / cents_of_place) return std::nullopt;
  const std::int64_t rounded = places * cents_of_place;
  return Money::cents(amount.sign() < 0 ? -rounded : rounded);
}

}  // namespace gainshare
