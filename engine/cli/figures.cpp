// SPDX-License-Identifier: Apache-2.0
#include "cli/figures.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace gainshare::cli {
namespace {

constexpr int kDollarPlaces = 6;
constexpr int kPercentPlaces = 6;
constexpr int kPointPlaces = 6;

std::string grouped(std::string digits) {
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, ",");
  return digits;
}

struct Digits {
  bool negative = false;
  bool cut = false;  // the decimals go on
  std::string whole;
  std::string places;  // without zeros at the end
};

// Long division of the lowest terms, half up on the last place that is shown.
Digits digits_of(const Rational& value, int places) {
  Rational scaled = value;
  for (int i = 0; i < places; ++i) scaled = scaled * Rational{10};
  Digits out{.negative = value.sign() < 0, .cut = !scaled.is_integer(), .whole = {}, .places = {}};
  const Rational half{value.sign() < 0 ? -1 : 1, 2};
  const Rational shown = out.cut ? scaled + half : scaled;
  std::string digits =
      Wide::divide(shown.numerator().magnitude(), shown.denominator()).quotient.to_digits();
  const auto wanted = static_cast<std::size_t>(places) + 1;
  if (digits.size() < wanted) digits.insert(0, wanted - digits.size(), '0');
  out.whole = digits.substr(0, digits.size() - wanted + 1);
  out.places = digits.substr(out.whole.size());
  while (!out.places.empty() && out.places.back() == '0') out.places.pop_back();
  return out;
}

std::string sign_of(const Digits& digits) {
  return std::string{digits.cut ? "≈" : ""} + (digits.negative ? "-" : "");
}

// Of exact cents: two decimals, and more only where the amount has them.
std::string exact_dollars(const Rational& cents) {
  Digits digits = digits_of(cents / Rational{100}, kDollarPlaces);
  if (digits.places.size() < 2) digits.places.resize(2, '0');
  return sign_of(digits) + "$" + grouped(digits.whole) + "." + digits.places;
}

}  // namespace

std::string dollars(Money money) { return exact_dollars(Rational{money.in_cents()}); }

std::string decimal(const Rational& value, int places) {
  if (!value.valid()) return "not computable";
  const Digits digits = digits_of(value, places);
  const std::string point = digits.places.empty() ? "" : "." + digits.places;
  return sign_of(digits) + grouped(digits.whole) + point;
}

std::string figure(const Step& step) {
  if (const bool* truth = std::get_if<bool>(&step.value)) return *truth ? "yes" : "no";
  const Rational& value = *std::get_if<Rational>(&step.value);
  switch (step.unit) {
    case Unit::Cents:
      return value.valid() ? exact_dollars(value) : "not computable";
    case Unit::Fraction:
      return decimal(value * Rational{100}, kPercentPlaces) + " %";
    case Unit::Count:
    case Unit::Points:
    case Unit::Truth:
      break;
  }
  return decimal(value, kPointPlaces);
}

std::size_t width(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

std::string left(std::string_view text, std::size_t columns) {
  const std::size_t used = width(text);
  return std::string{text} + std::string(columns > used ? columns - used : 0, ' ');
}

std::string right(std::string_view text, std::size_t columns) {
  const std::size_t used = width(text);
  return std::string(columns > used ? columns - used : 0, ' ') + std::string{text};
}

}  // namespace gainshare::cli
