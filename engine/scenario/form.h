// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/rational.h"

namespace gainshare {

// Whole numbers from first to last.
struct Span {
  std::int64_t first = 0;
  std::int64_t last = 0;
};

// Lowest power first, without zeros at the end; nothing is zero.
using Polynomial = std::vector<Rational>;

// A figure as an exact function of one unknown whole number: a quotient of polynomials. Sums and
// products of figures of which some are the unknown itself never leave this kind.
class Form {
 public:
  Form() : Form(Rational{}) {}
  explicit Form(const Rational& constant);
  // The line through (x, y) and the point one further, whose value is `next`.
  static Form line(std::int64_t x, const Rational& y, const Rational& next);

  // Invalid beyond exact arithmetic or the highest degree kept, and after a division by zero.
  bool valid() const { return valid_; }
  bool is_zero() const { return valid_ && top_.empty(); }
  bool is_constant() const { return top_.size() <= 1 && bottom_.size() == 1; }
  Rational at(std::int64_t x) const;
  int sign_at(std::int64_t x) const;
  Form slope() const;  // its derivative

  // Every whole number of the span at which the sign (-, 0, +) is another than one before.
  std::vector<std::int64_t> sign_changes(Span span) const;

  friend Form operator+(const Form& a, const Form& b);
  friend Form operator-(const Form& a, const Form& b);
  friend Form operator*(const Form& a, const Form& b);
  friend Form operator/(const Form& a, const Form& b);
  // The same function, however it is written.
  friend bool operator==(const Form& a, const Form& b) { return (a - b).is_zero(); }

 private:
  Form(Polynomial top, Polynomial bottom);
  Polynomial top_;
  Polynomial bottom_;
  bool valid_ = true;
};

// The largest whole number not above; nothing beyond 64 bits.
std::optional<std::int64_t> floor_of(const Rational& value);

}  // namespace gainshare
