// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <concepts>
#include <cstdint>

#include "core/rational.h"

namespace gainshare {

// The largest amount that every reader of JSON holds exactly: 2^53 - 1 cents, about 90
// trillion dollars. Readers refuse more, so sums of a few amounts stay within int64.
inline constexpr std::int64_t kLargestCents = 9'007'199'254'740'991;

// Whole US cents. Made from integers only: there is no way in from a double, and the only way
// back from an exact Amount is round() in rounding.h.
class Money {
 public:
  constexpr Money() = default;
  static constexpr Money cents(std::int64_t n) { return Money{n}; }
  static constexpr Money dollars(std::int64_t n) { return Money{n * 100}; }
  static Money cents(std::floating_point auto) = delete;
  static Money dollars(std::floating_point auto) = delete;

  constexpr std::int64_t in_cents() const { return cents_; }

  friend constexpr Money operator+(Money a, Money b) { return Money{a.cents_ + b.cents_}; }
  friend constexpr Money operator-(Money a, Money b) { return Money{a.cents_ - b.cents_}; }
  friend constexpr Money operator-(Money a) { return Money{-a.cents_}; }
  friend constexpr auto operator<=>(Money, Money) = default;

 private:
  explicit constexpr Money(std::int64_t n) : cents_(n) {}
  std::int64_t cents_ = 0;
};

class Rate;

// An exact number without a unit: a share, a score, a trend, a count used as a factor.
class Ratio {
 public:
  Ratio() = default;
  explicit Ratio(Rational value) : value_(value) {}
  Ratio(Rate rate);  // NOLINT(google-explicit-constructor): widening, loses nothing
  static Ratio whole(std::int64_t n) { return Ratio{Rational{n}}; }
  static Ratio whole(std::floating_point auto) = delete;

  const Rational& exact() const { return value_; }
  bool valid() const { return value_.valid(); }
  int sign() const { return value_.sign(); }

  friend Ratio operator+(const Ratio& a, const Ratio& b) { return Ratio{a.value_ + b.value_}; }
  friend Ratio operator-(const Ratio& a, const Ratio& b) { return Ratio{a.value_ - b.value_}; }
  friend Ratio operator*(const Ratio& a, const Ratio& b) { return Ratio{a.value_ * b.value_}; }
  friend Ratio operator/(const Ratio& a, const Ratio& b) { return Ratio{a.value_ / b.value_}; }
  friend bool operator==(const Ratio& a, const Ratio& b) { return a.value_ == b.value_; }
  friend std::partial_ordering operator<=>(const Ratio& a, const Ratio& b) {
    return a.value_ <=> b.value_;
  }

 private:
  Rational value_;
};

// An exact amount of money, in cents, that has not been rounded.
class Amount {
 public:
  Amount() = default;
  explicit Amount(Rational cents) : cents_(cents) {}
  Amount(Money money)  // NOLINT(google-explicit-constructor): widening, loses nothing
      : cents_(money.in_cents()) {}

  const Rational& exact_cents() const { return cents_; }
  bool valid() const { return cents_.valid(); }
  int sign() const { return cents_.sign(); }

  friend Amount operator+(const Amount& a, const Amount& b) { return Amount{a.cents_ + b.cents_}; }
  friend Amount operator-(const Amount& a, const Amount& b) { return Amount{a.cents_ - b.cents_}; }
  friend Amount operator-(const Amount& a) { return Amount{-a.cents_}; }
  friend Amount operator*(const Amount& a, const Ratio& b) { return Amount{a.cents_ * b.exact()}; }
  friend Amount operator*(const Ratio& a, const Amount& b) { return b * a; }
  friend Amount operator/(const Amount& a, const Ratio& b) { return Amount{a.cents_ / b.exact()}; }
  friend Ratio operator/(const Amount& a, const Amount& b) { return Ratio{a.cents_ / b.cents_}; }
  friend bool operator==(const Amount& a, const Amount& b) { return a.cents_ == b.cents_; }
  friend std::partial_ordering operator<=>(const Amount& a, const Amount& b) {
    return a.cents_ <=> b.cents_;
  }

 private:
  Rational cents_;
};

// The smaller and the larger; invalid when either is.
Amount minimum(const Amount& a, const Amount& b);
Amount maximum(const Amount& a, const Amount& b);
Ratio minimum(const Ratio& a, const Ratio& b);
Ratio maximum(const Ratio& a, const Ratio& b);

}  // namespace gainshare
