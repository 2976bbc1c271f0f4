// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/wide.h"

namespace gainshare {

// An exact fraction. Overflow of 512 bits and division by zero make it invalid; an invalid
// operand makes the result invalid, so one question at the end of a chain is enough.
// It carries no unit: rules use Amount and Ratio, which wrap it and cannot be confused.
class Rational {
 public:
  Rational() = default;  // zero
  explicit Rational(std::int64_t value);
  Rational(std::int64_t numerator, std::int64_t denominator);  // denominator 0: invalid
  static Rational invalid();

  // "-12", "0.0235", ".5" is refused, "1/3", "2e-2" is refused unless `allow_exponent`
  // (JSON numbers have exponents). At most 60 significant digits and an exponent of at most
  // 60 either way; empty when the text is no such number.
  static std::optional<Rational> from_text(std::string_view text, bool allow_exponent = false);

  bool valid() const { return valid_; }
  int sign() const;  // -1, 0, 1; 0 when invalid
  bool is_integer() const;

  // Lowest terms. "12.5" where a finite decimal exists, else "1/3"; "invalid" when invalid.
  // The canonical text of a value: equal values have equal texts.
  std::string to_text() const;

  // Lowest terms, denominator positive.
  Wide numerator() const;
  Wide denominator() const;

  friend Rational operator+(const Rational& a, const Rational& b);
  friend Rational operator-(const Rational& a, const Rational& b);
  friend Rational operator*(const Rational& a, const Rational& b);
  friend Rational operator/(const Rational& a, const Rational& b);
  friend Rational operator-(const Rational& a);
  // By cross-multiplication, never by division. Invalid compares unordered and unequal.
  friend bool operator==(const Rational& a, const Rational& b);
  friend std::partial_ordering operator<=>(const Rational& a, const Rational& b);

 private:
  Wide numerator_;
  Wide denominator_{1};  // positive; terms are reduced only when they grow
  bool valid_ = true;
};

}  // namespace gainshare
