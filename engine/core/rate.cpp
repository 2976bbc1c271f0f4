// SPDX-License-Identifier: Apache-2.0
#include "core/rate.h"

#include <cstddef>

#include "core/decimal_text.h"

namespace gainshare {
namespace {

constexpr std::size_t kMostDecimalDigits = 18;
constexpr int kMostPlaces = 18;
constexpr std::size_t kMostFractionDigits = 9;

// Only called with texts of decimal digits and an optional minus; empty when there are too many
// digits that count.
std::optional<std::int64_t> bounded_integer(std::string_view text, std::size_t most_digits) {
  const bool negative = text.starts_with('-');
  const std::size_t first = text.find_first_not_of("-0");
  if (first == std::string_view::npos) return 0;
  const std::string_view digits = text.substr(first);
  if (digits.size() > most_digits) return std::nullopt;
  std::int64_t value = 0;
  for (const char digit : digits) value = value * 10 + (digit - '0');
  return negative ? -value : value;
}

}  // namespace

std::optional<Rate> Rate::from_text(std::string_view text) {
  if (const auto fraction = read_fraction(text)) {
    const auto numerator = bounded_integer(fraction->numerator, kMostFractionDigits);
    const auto denominator = bounded_integer(fraction->denominator, kMostFractionDigits);
    if (!numerator || !denominator || *denominator == 0) return std::nullopt;
    return Rate{*numerator, *denominator};
  }
  const auto decimal = read_decimal(text, true);
  if (!decimal) return std::nullopt;
  if (decimal->digits.empty()) return Rate{};
  if (decimal->exponent < -kMostPlaces || decimal->exponent > kMostPlaces) return std::nullopt;
  std::string digits = decimal->digits;
  if (decimal->exponent > 0) digits.append(static_cast<std::size_t>(decimal->exponent), '0');
  const auto value = bounded_integer(digits, kMostDecimalDigits);
  if (!value) return std::nullopt;
  return Rate::decimal(decimal->negative ? -*value : *value,
                       decimal->exponent < 0 ? -decimal->exponent : 0);
}

}  // namespace gainshare
