// SPDX-License-Identifier: Apache-2.0
#include "core/decimal_text.h"

#include <cstddef>

namespace gainshare {
namespace {

// Longer texts are refused unread. It is above the longest that a number within the limits of
// Rational::from_text needs.
constexpr std::size_t kLongestText = 256;
constexpr int kLargestExponent = 9999;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool take(std::string_view& text, char wanted) {
  if (!text.starts_with(wanted)) return false;
  text.remove_prefix(1);
  return true;
}

std::string_view take_digits(std::string_view& text) {
  std::size_t count = 0;
  while (count < text.size() && is_digit(text[count])) ++count;
  const std::string_view digits = text.substr(0, count);
  text.remove_prefix(count);
  return digits;
}

// After the "e". Exponents beyond any that is read stop growing instead of overflowing.
std::optional<int> take_exponent(std::string_view& text) {
  const bool negative = take(text, '-');
  if (!negative) take(text, '+');
  const std::string_view digits = take_digits(text);
  if (digits.empty()) return std::nullopt;
  int value = 0;
  for (const char digit : digits) {
    value = value * 10 + (digit - '0');
    if (value > kLargestExponent) value = kLargestExponent;
  }
  return negative ? -value : value;
}

DecimalText normalized(DecimalText decimal) {
  const std::size_t last = decimal.digits.find_last_not_of('0');
  if (last == std::string::npos) return {};
  decimal.exponent += static_cast<int>(decimal.digits.size() - 1 - last);
  decimal.digits.erase(last + 1);
  decimal.digits.erase(0, decimal.digits.find_first_not_of('0'));
  return decimal;
}

}  // namespace

std::optional<DecimalText> read_decimal(std::string_view text, bool allow_exponent) {
  if (text.size() > kLongestText) return std::nullopt;
  DecimalText decimal{.negative = take(text, '-'), .digits = {}, .exponent = 0};
  const std::string_view whole = take_digits(text);
  if (whole.empty()) return std::nullopt;
  decimal.digits = whole;
  if (take(text, '.')) {
    const std::string_view places = take_digits(text);
    if (places.empty()) return std::nullopt;
    decimal.digits += places;
    decimal.exponent = -static_cast<int>(places.size());
  }
  if (allow_exponent && (take(text, 'e') || take(text, 'E'))) {
    const auto exponent = take_exponent(text);
    if (!exponent) return std::nullopt;
    decimal.exponent += *exponent;
  }
  if (!text.empty()) return std::nullopt;
  return normalized(decimal);
}

std::optional<FractionText> read_fraction(std::string_view text) {
  if (text.size() > kLongestText) return std::nullopt;
  std::string_view rest = text;
  take(rest, '-');
  if (take_digits(rest).empty()) return std::nullopt;
  const std::string_view numerator = text.substr(0, text.size() - rest.size());
  if (!take(rest, '/')) return std::nullopt;
  const std::string_view denominator = take_digits(rest);
  if (denominator.empty() || !rest.empty()) return std::nullopt;
  return FractionText{.numerator = numerator, .denominator = denominator};
}

}  // namespace gainshare
