// SPDX-License-Identifier: Apache-2.0
#include "core/rational.h"

#include <algorithm>
#include <cstddef>

#include "core/decimal_text.h"

namespace gainshare {
namespace {

constexpr std::size_t kMostDigits = 60;
constexpr int kMostPlaces = 60;

// A decimal is written this many digits at a time.
constexpr std::size_t kGroupDigits = 9;
constexpr std::int64_t kDigitGroup = 1'000'000'000;
constexpr int kGroupBits = 30;

// Terms up to this size are left as they are: a greatest common divisor costs more than the
// few limbs it would save.
constexpr int kReduceAboveBits = 256;

// Whether a term came to fit, and need not be reduced.
bool is_short(const std::optional<Wide>& a) {
  return a.has_value() && a->bit_length() <= kReduceAboveBits;
}

DoubleWide widened(const Wide& a) { return *DoubleWide::from(a); }

// Cannot overflow: 512 + 512 bits are fewer than DoubleWide holds.
DoubleWide full_product(const Wide& a, const Wide& b) {
  return *DoubleWide::product(widened(a), widened(b));
}

std::optional<Wide> power_of_ten(int exponent) {
  return Wide::from_digits("1" + std::string(static_cast<std::size_t>(exponent), '0'));
}

// Whether the denominator of a fraction in lowest terms has no prime factor but 2 and 5.
bool has_finite_decimal(Wide denominator) {
  for (const std::int64_t prime : {std::int64_t{10}, std::int64_t{5}, std::int64_t{2}}) {
    const Wide factor{prime};
    auto division = Wide::divide(denominator, factor);
    while (division.remainder.is_zero()) {
      denominator = division.quotient;
      division = Wide::divide(denominator, factor);
    }
  }
  return denominator == Wide{1};
}

// The digits after the point of rest / divisor, nine at a time. It ends because the decimal is
// finite; no power of ten has to fit, only the divisor and nine digits more.
template <class Integer>
std::string decimal_places(Integer rest, const Integer& divisor) {
  const Integer scale{kDigitGroup};
  std::string places;
  while (!rest.is_zero()) {
    const auto division = Integer::divide(*Integer::product(rest, scale), divisor);
    const std::string group = division.quotient.to_digits();
    places.append(kGroupDigits - group.size(), '0').append(group);
    rest = division.remainder;
  }
  places.erase(places.find_last_not_of('0') + 1);
  return places;
}

std::string finite_decimal(const Wide& numerator, const Wide& denominator) {
  const auto whole = Wide::divide(numerator.magnitude(), denominator);
  std::string text = numerator.is_negative() ? "-" : "";
  text += whole.quotient.to_digits();
  if (whole.remainder.is_zero()) return text;
  const bool fits = denominator.bit_length() + kGroupBits <= Wide::kBits;
  return text + "." +
         (fits ? decimal_places(whole.remainder, denominator)
               : decimal_places(widened(whole.remainder), widened(denominator)));
}

std::size_t digits_without_leading_zeros(std::string_view text) {
  const std::size_t first = text.find_first_not_of("-0");
  return first == std::string_view::npos ? 0 : text.size() - first;
}

}  // namespace

Rational::Rational(std::int64_t value) : numerator_(value) {}

Rational::Rational(std::int64_t numerator, std::int64_t denominator)
    : numerator_(numerator), denominator_(denominator), valid_(denominator != 0) {
  if (!valid_) *this = invalid();
  if (!denominator_.is_negative()) return;
  numerator_ = numerator_.negated();
  denominator_ = denominator_.negated();
}

Rational Rational::invalid() {
  Rational result;
  result.valid_ = false;
  return result;
}

std::optional<Rational> Rational::from_text(std::string_view text, bool allow_exponent) {
  if (const auto fraction = read_fraction(text)) {
    if (digits_without_leading_zeros(fraction->numerator) > kMostDigits ||
        digits_without_leading_zeros(fraction->denominator) > kMostDigits) {
      return std::nullopt;
    }
    const auto denominator = Wide::from_digits(fraction->denominator);
    if (!denominator || denominator->is_zero()) return std::nullopt;
    return Rational{*Wide::from_digits(fraction->numerator), *denominator};
  }
  const auto decimal = read_decimal(text, allow_exponent);
  if (!decimal) return std::nullopt;
  if (decimal->digits.empty()) return Rational{};
  const int exponent = decimal->exponent;
  if (decimal->digits.size() > kMostDigits || exponent > kMostPlaces || exponent < -kMostPlaces) {
    return std::nullopt;
  }
  // 60 digits and 60 zeros are 399 bits: both terms fit.
  const Wide digits = *Wide::from_digits(decimal->digits);
  const Wide scale = *power_of_ten(exponent < 0 ? -exponent : exponent);
  const Wide numerator = decimal->negative ? digits.negated() : digits;
  if (exponent < 0) return Rational{numerator, scale};
  return Rational{*Wide::product(numerator, scale), Wide{1}};
}

int Rational::sign() const {
  if (!valid_ || numerator_.is_zero()) return 0;
  return numerator_.is_negative() ? -1 : 1;
}

bool Rational::is_integer() const {
  return valid_ && Wide::divide(numerator_, denominator_).remainder.is_zero();
}

std::string Rational::to_text() const {
  if (!valid_) return "invalid";
  const Rational lowest = lowest_terms(numerator_, denominator_);
  if (has_finite_decimal(lowest.denominator_)) {
    return finite_decimal(lowest.numerator_, lowest.denominator_);
  }
  return lowest.numerator_.to_digits() + "/" + lowest.denominator_.to_digits();
}

Wide Rational::numerator() const { return lowest_terms(numerator_, denominator_).numerator_; }

Wide Rational::denominator() const { return lowest_terms(numerator_, denominator_).denominator_; }

// The one place where a result can become invalid for its size. Terms of zero come to 0/1.
template <class Integer>
Rational Rational::lowest_terms(const Integer& numerator, const Integer& denominator) {
  const Integer divisor = Integer::greatest_common_divisor(numerator, denominator);
  const auto lowest_numerator = Wide::from(Integer::divide(numerator, divisor).quotient);
  const auto lowest_denominator = Wide::from(Integer::divide(denominator, divisor).quotient);
  if (!lowest_numerator || !lowest_denominator) return invalid();
  return Rational{*lowest_numerator, *lowest_denominator};
}

// (a × b) / (c × d), where c and d are positive.
Rational Rational::product(const Wide& a, const Wide& b, const Wide& c, const Wide& d) {
  const auto numerator = Wide::product(a, b);
  const auto denominator = Wide::product(c, d);
  // Both terms fit and so do the lowest ones: nothing has to be decided yet.
  if (is_short(numerator) && is_short(denominator)) return Rational{*numerator, *denominator};
  return lowest_terms(full_product(a, b), full_product(c, d));
}

// a/b + c/d = (a×d + c×b) / (b×d); with b = d it is (a + c) / b.
Rational Rational::sum(const Rational& a, const Rational& b) {
  if (a.denominator_ == b.denominator_) {
    const auto numerator = Wide::sum(a.numerator_, b.numerator_);
    if (is_short(numerator)) return Rational{*numerator, a.denominator_};
  }
  const auto left = Wide::product(a.numerator_, b.denominator_);
  const auto right = Wide::product(b.numerator_, a.denominator_);
  const auto denominator = Wide::product(a.denominator_, b.denominator_);
  if (is_short(left) && is_short(right) && is_short(denominator)) {
    return Rational{*Wide::sum(*left, *right), *denominator};
  }
  return lowest_terms(*DoubleWide::sum(full_product(a.numerator_, b.denominator_),
                                       full_product(b.numerator_, a.denominator_)),
                      full_product(a.denominator_, b.denominator_));
}

Rational operator+(const Rational& a, const Rational& b) {
  if (!a.valid_ || !b.valid_) return Rational::invalid();
  return Rational::sum(a, b);
}

Rational operator-(const Rational& a, const Rational& b) { return a + -b; }

Rational operator*(const Rational& a, const Rational& b) {
  if (!a.valid_ || !b.valid_) return Rational::invalid();
  return Rational::product(a.numerator_, b.numerator_, a.denominator_, b.denominator_);
}

Rational operator/(const Rational& a, const Rational& b) {
  if (!a.valid_ || !b.valid_ || b.numerator_.is_zero()) return Rational::invalid();
  // The sign moves to the numerator, because denominators are positive.
  const Wide inverse = b.numerator_.is_negative() ? b.denominator_.negated() : b.denominator_;
  return Rational::product(a.numerator_, inverse, a.denominator_, b.numerator_.magnitude());
}

Rational operator-(const Rational& a) {
  Rational result = a;
  result.numerator_ = a.numerator_.negated();
  return result;
}

bool operator==(const Rational& a, const Rational& b) {
  return (a <=> b) == std::partial_ordering::equivalent;
}

std::partial_ordering operator<=>(const Rational& a, const Rational& b) {
  if (!a.valid_ || !b.valid_) return std::partial_ordering::unordered;
  // Most comparisons are with zero, and need no product.
  if (a.sign() != b.sign()) return a.sign() <=> b.sign();
  if (a.denominator_ == b.denominator_) return a.numerator_ <=> b.numerator_;
  // a/b < c/d exactly where a×d < c×b, since b and d are positive.
  const auto left = Wide::product(a.numerator_, b.denominator_);
  const auto right = Wide::product(b.numerator_, a.denominator_);
  if (left && right) return *left <=> *right;
  return full_product(a.numerator_, b.denominator_) <=> full_product(b.numerator_, a.denominator_);
}

}  // namespace gainshare
