// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/wide.h"

namespace gainshare {

// An exact fraction. A result whose lowest terms need more than 512 bits, and division by zero,
// make it invalid; an invalid operand makes the result invalid, so one question at the end of a
// chain is enough. When terms are reduced is not observable: validity depends on values alone.
// It carries no unit: rules use Amount and Ratio, which wrap it and cannot be confused.
class Rational {
 public:
  Rational() = default;  // zero
  explicit Rational(std::int64_t value);
  Rational(std::int64_t numerator, std::int64_t denominator);  // denominator 0: invalid
  template <std::floating_point T>
  explicit Rational(T) = delete;
  template <class N, class D>
  requires std::floating_point<N> || std::floating_point<D> Rational(N, D)
  = delete;
  static Rational invalid();

  // "-12", "0.0235", ".5" is refused, "1/3", "2e-2" is refused unless `allow_exponent`
  // (JSON numbers have exponents). At most 60 digits between the zeros at either end, the last
  // of them at most 60 places from the point; a fraction's terms have at most 60 digits each.
  // These limit the value and not its spelling: to_text of a decimal that was read is read again
  // as the same. Empty when the text is no such number.
  static std::optional<Rational> from_text(std::string_view text, bool allow_exponent = false);

  bool valid() const { return valid_; }
  int sign() const;  // -1, 0, 1; 0 when invalid
  bool is_integer() const;

  // Lowest terms. "12.5" where a finite decimal exists, else "1/3"; "invalid" when invalid.
  // The canonical text of a value: equal values have equal texts.
  std::string to_text() const;

  // Lowest terms, denominator positive; 0/1 when invalid.
  Wide numerator() const;
  Wide denominator() const;

  // The terms as they are held, not always the lowest, denominator positive: for a division
  // that comes to the same either way.
  const Wide& held_numerator() const { return numerator_; }
  const Wide& held_denominator() const { return denominator_; }

  friend Rational operator+(const Rational& a, const Rational& b);
  friend Rational operator-(const Rational& a, const Rational& b);
  friend Rational operator*(const Rational& a, const Rational& b);
  friend Rational operator/(const Rational& a, const Rational& b);
  friend Rational operator-(const Rational& a);
  // By cross-multiplication, never by division. Invalid compares unordered and unequal.
  friend bool operator==(const Rational& a, const Rational& b);
  friend std::partial_ordering operator<=>(const Rational& a, const Rational& b);

 private:
  Rational(const Wide& numerator, const Wide& denominator)
      : numerator_(numerator), denominator_(denominator) {}
  template <class Integer>
  static Rational lowest_terms(const Integer& numerator, const Integer& denominator);
  static Rational product(const Wide& a, const Wide& b, const Wide& c, const Wide& d);
  static Rational sum(const Rational& a, const Rational& b);

  Wide numerator_;
  Wide denominator_{1};  // positive; terms are reduced only when they grow
  bool valid_ = true;
};

}  // namespace gainshare
