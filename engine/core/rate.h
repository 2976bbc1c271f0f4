// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/money.h"

namespace gainshare {

// A stated rate, score, weight or trend, exact as its text says: 0.0235 is 235/10000 and never
// the nearest double. A percent is a way to make one, not another type.
class Rate {
 public:
  constexpr Rate() = default;
  static constexpr Rate whole(std::int64_t n) { return Rate{n, 1}; }
  static constexpr Rate percent(std::int64_t n) { return Rate{n, 100}; }
  static constexpr Rate basis_points(std::int64_t n) { return Rate{n, 10'000}; }
  // `digits` × 10^-`places`, places 0 to 18: decimal(2353985, 8) is 0.02353985.
  static constexpr Rate decimal(std::int64_t digits, int places) {
    std::int64_t scale = 1;
    for (int i = 0; i < places; ++i) scale *= 10;
    return Rate{digits, scale};
  }
  static Rate whole(std::floating_point auto) = delete;
  static Rate percent(std::floating_point auto) = delete;
  static Rate basis_points(std::floating_point auto) = delete;
  static Rate decimal(std::floating_point auto, int) = delete;

  // A decimal with at most 18 digits, or a fraction "1/3" of two integers of at most 9 digits.
  // Exponents as in JSON ("2e-2"). Empty when the text is not that.
  static std::optional<Rate> from_text(std::string_view text);

  constexpr std::int64_t numerator() const { return numerator_; }
  constexpr std::int64_t denominator() const { return denominator_; }
  std::string to_text() const { return Ratio{*this}.exact().to_text(); }

  friend constexpr bool operator==(Rate a, Rate b) {
    return __extension__ static_cast<__int128>(a.numerator_) * b.denominator_ ==
           __extension__ static_cast<__int128>(b.numerator_) * a.denominator_;
  }
  friend constexpr std::strong_ordering operator<=>(Rate a, Rate b) {
    return __extension__ static_cast<__int128>(a.numerator_) * b.denominator_ <=>
           __extension__ static_cast<__int128>(b.numerator_) * a.denominator_;
  }

 private:
  constexpr Rate(std::int64_t numerator, std::int64_t denominator)
      : numerator_(numerator), denominator_(denominator) {}
  std::int64_t numerator_ = 0;
  std::int64_t denominator_ = 1;
};

inline Ratio::Ratio(Rate rate) : value_(rate.numerator(), rate.denominator()) {}

}  // namespace gainshare
