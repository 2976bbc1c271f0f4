// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace gainshare {

// A signed integer of at most `Limbs` × 32 bits whose operations say when they overflow.
//
// Sign and magnitude, 32-bit limbs (a 64-bit product is native in wasm and on every
// desktop), least significant first; `used_` limbs are significant, zero has none and is
// never negative. A chain of shares of a dollar amount stays far below 512 bits, so the
// width is a bound that is checked and not one that is reached.
template <std::size_t Limbs>
class WideInteger {
 public:
  static constexpr std::size_t kLimbs = Limbs;
  static constexpr int kBits = static_cast<int>(Limbs) * 32;

  constexpr WideInteger() = default;
  explicit constexpr WideInteger(std::int64_t value) : negative_(value < 0) {
    // Negated as unsigned: the magnitude of the least int64 is no int64.
    const auto bits = static_cast<std::uint64_t>(value);
    set_magnitude(negative_ ? std::uint64_t{0} - bits : bits);
  }
  template <std::floating_point T>
  explicit WideInteger(T) = delete;

  // From another width; empty when it does not fit.
  template <std::size_t Other>
  static std::optional<WideInteger> from(const WideInteger<Other>& other) {
    return from_magnitude(other.magnitude_limbs(), other.is_negative());
  }
  // Decimal digits with an optional leading minus; nothing else. Empty when the text is not
  // that or does not fit.
  static std::optional<WideInteger> from_digits(std::string_view digits);

  bool is_zero() const { return used_ == 0; }
  bool is_negative() const { return negative_; }
  bool is_odd() const { return used_ != 0 && (limbs_[0] & 1U) != 0; }
  int bit_length() const;
  std::span<const std::uint32_t> magnitude_limbs() const { return {limbs_.data(), used_}; }

  std::optional<std::int64_t> to_int64() const;
  std::string to_digits() const;

  WideInteger negated() const;
  WideInteger magnitude() const;

  // Empty on overflow.
  static std::optional<WideInteger> sum(const WideInteger& a, const WideInteger& b);
  static std::optional<WideInteger> difference(const WideInteger& a, const WideInteger& b);
  static std::optional<WideInteger> product(const WideInteger& a, const WideInteger& b);

  struct Division {
    WideInteger quotient;
    WideInteger remainder;
  };
  // Truncated toward zero, the remainder takes the dividend's sign. The divisor is not zero.
  static Division divide(const WideInteger& dividend, const WideInteger& divisor);
  // Of magnitudes; gcd(0, b) = |b|.
  static WideInteger greatest_common_divisor(WideInteger a, WideInteger b);

  static std::strong_ordering compare(const WideInteger& a, const WideInteger& b);
  friend bool operator==(const WideInteger& a, const WideInteger& b) {
    return compare(a, b) == std::strong_ordering::equal;
  }
  friend std::strong_ordering operator<=>(const WideInteger& a, const WideInteger& b) {
    return compare(a, b);
  }

 private:
  static std::optional<WideInteger> from_magnitude(std::span<const std::uint32_t> limbs,
                                                   bool negative);
  static std::optional<WideInteger> sum_signed(const WideInteger& a, const WideInteger& b,
                                               bool b_negative);
  static Division divide_by_limb(const WideInteger& dividend, const WideInteger& divisor);
  // Limbs above the second are zero already; the sign is the caller's.
  constexpr void set_magnitude(std::uint64_t magnitude) {
    limbs_[0] = static_cast<std::uint32_t>(magnitude);
    limbs_[1] = static_cast<std::uint32_t>(magnitude >> 32);
    used_ = limbs_[1] != 0 ? 2U : (limbs_[0] != 0 ? 1U : 0U);
  }
  void trim(std::size_t used);

  std::array<std::uint32_t, Limbs> limbs_{};
  std::uint32_t used_ = 0;
  bool negative_ = false;
};

// The width of every stored value, and one that holds the terms of any single operation on two
// of them before they are reduced: (2^512)² × 2 and some digits more.
using Wide = WideInteger<16>;
using DoubleWide = WideInteger<34>;

extern template class WideInteger<16>;
extern template class WideInteger<34>;

}  // namespace gainshare
