// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gainshare {

// A signed integer of at most 512 bits whose operations say when they overflow.
//
// Sign and magnitude, 32-bit limbs (a 64-bit product is native in wasm and on every
// desktop), least significant first; `used_` limbs are significant, zero has none and is
// never negative. A chain of shares of a dollar amount stays far below 512 bits, so the
// width is a bound that is checked and not one that is reached.
class Wide {
 public:
  static constexpr std::size_t kLimbs = 16;

  constexpr Wide() = default;
  explicit Wide(std::int64_t value);

  // Decimal digits with an optional leading minus; nothing else. Empty when the text is not
  // that or does not fit.
  static std::optional<Wide> from_digits(std::string_view digits);

  bool is_zero() const { return used_ == 0; }
  bool is_negative() const { return negative_; }
  bool is_odd() const { return used_ != 0 && (limbs_[0] & 1U) != 0; }
  int bit_length() const;

  std::optional<std::int64_t> to_int64() const;
  std::string to_digits() const;

  Wide negated() const;
  Wide magnitude() const;

  // Empty on overflow.
  static std::optional<Wide> sum(const Wide& a, const Wide& b);
  static std::optional<Wide> difference(const Wide& a, const Wide& b);
  static std::optional<Wide> product(const Wide& a, const Wide& b);

  struct Division;
  // Truncated toward zero, the remainder takes the dividend's sign. The divisor is not zero.
  static Division divide(const Wide& dividend, const Wide& divisor);
  // Of magnitudes; gcd(0, b) = |b|.
  static Wide greatest_common_divisor(Wide a, Wide b);

  friend bool operator==(const Wide& a, const Wide& b);
  friend std::strong_ordering operator<=>(const Wide& a, const Wide& b);

 private:
  std::array<std::uint32_t, kLimbs> limbs_{};
  std::uint32_t used_ = 0;
  bool negative_ = false;
};

struct Wide::Division {
  Wide quotient;
  Wide remainder;
};

}  // namespace gainshare
