// SPDX-License-Identifier: Apache-2.0
#include "core/rounding.h"

#include <limits>

namespace gainshare {
namespace {

// Where a magnitude lies between two neighbours that it may be rounded to.
enum class Position : std::uint8_t { AtLower, BelowHalf, AtHalf, AboveHalf };

Position position(const Wide& remainder, const Wide& divisor) {
  if (remainder.is_zero()) return Position::AtLower;
  // Against what is missing to the next one: twice the remainder might not fit.
  const auto order = remainder <=> *Wide::difference(divisor, remainder);
  if (order == std::strong_ordering::equal) return Position::AtHalf;
  return order == std::strong_ordering::less ? Position::BelowHalf : Position::AboveHalf;
}

// Of `cents` and a part of a cent, among dollars.
Position position_in_dollar(std::int64_t cents, bool has_part) {
  if (cents == 0 && !has_part) return Position::AtLower;
  if (cents == 50 && !has_part) return Position::AtHalf;
  return cents < 50 ? Position::BelowHalf : Position::AboveHalf;
}

bool goes_up(Position position, bool lower_is_odd, RoundingMode mode) {
  switch (mode) {
    case RoundingMode::Down:
      return false;
    case RoundingMode::Up:
      return position != Position::AtLower;
    case RoundingMode::HalfUp:
      return position >= Position::AtHalf;
    case RoundingMode::HalfEven:
      return position == Position::AboveHalf || (position == Position::AtHalf && lower_is_odd);
  }
  return false;
}

}  // namespace

std::optional<Money> round(const Amount& amount, Rounding rounding) {
  if (!amount.valid()) return std::nullopt;
  const Rational& exact = amount.exact_cents();
  const Wide& divisor = exact.held_denominator();
  const auto division = Wide::divide(exact.held_numerator().magnitude(), divisor);
  const auto cents = division.quotient.to_int64();
  if (!cents || *cents > kLargestCents) return std::nullopt;
  const bool in_dollars = rounding.place == RoundingPlace::Dollar;
  const std::int64_t unit = in_dollars ? 100 : 1;
  const std::int64_t lower = *cents / unit;
  const Position where = in_dollars
                             ? position_in_dollar(*cents % 100, !division.remainder.is_zero())
                             : position(division.remainder, divisor);
  const std::int64_t rounded =
      (lower + (goes_up(where, lower % 2 != 0, rounding.mode) ? 1 : 0)) * unit;
  if (rounded > kLargestCents) return std::nullopt;
  return Money::cents(amount.sign() < 0 ? -rounded : rounded);
}

Amount carried(const Amount& amount) {
  constexpr std::int64_t kParts = 1'000'000'000;
  const Rational scaled = amount.exact_cents() * Rational{kParts};
  if (!scaled.valid()) return Amount{Rational::invalid()};
  const Wide& divisor = scaled.held_denominator();
  const auto division = Wide::divide(scaled.held_numerator().magnitude(), divisor);
  const auto lower = division.quotient.to_int64();
  if (!lower || *lower == std::numeric_limits<std::int64_t>::max()) {
    return Amount{Rational::invalid()};
  }
  const bool up = goes_up(position(division.remainder, divisor), false, RoundingMode::HalfUp);
  const std::int64_t parts = *lower + (up ? 1 : 0);
  return Amount{Rational{amount.sign() < 0 ? -parts : parts, kParts}};
}

}  // namespace gainshare
