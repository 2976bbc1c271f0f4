// SPDX-License-Identifier: Apache-2.0
#include "core/wide.h"

#include <algorithm>
#include <numeric>

#include "core/limbs.h"

namespace gainshare {
namespace {

// Nine decimal digits are the most that fit one limb.
constexpr std::uint32_t kDigitGroup = 1'000'000'000;
constexpr int kGroupDigits = 9;

std::uint64_t to_uint64(std::span<const std::uint32_t> limbs) {
  std::uint64_t value = 0;
  for (std::size_t i = limbs.size(); i-- != 0;) value = (value << 32) | limbs[i];
  return value;
}

}  // namespace

template <std::size_t Limbs>
std::optional<WideInteger<Limbs>> WideInteger<Limbs>::from_magnitude(
    std::span<const std::uint32_t> limbs, bool negative) {
  if (limbs.size() > Limbs) return std::nullopt;
  WideInteger result;
  std::copy(limbs.begin(), limbs.end(), result.limbs_.begin());
  result.negative_ = negative;
  result.trim(limbs.size());
  return result;
}

template <std::size_t Limbs>
std::optional<WideInteger<Limbs>> WideInteger<Limbs>::from_digits(std::string_view digits) {
  const bool negative = digits.starts_with('-');
  if (negative) digits.remove_prefix(1);
  if (digits.empty()) return std::nullopt;
  WideInteger result;
  for (const char digit : digits) {
    if (digit < '0' || digit > '9') return std::nullopt;
    const std::span used{result.limbs_.data(), result.used_};
    const auto carry = limbs::multiply_add(used, 10, static_cast<std::uint32_t>(digit - '0'));
    if (carry == 0) continue;
    if (result.used_ == Limbs) return std::nullopt;
    result.limbs_[result.used_++] = carry;
  }
  result.negative_ = negative && result.used_ != 0;
  return result;
}

template <std::size_t Limbs>
int WideInteger<Limbs>::bit_length() const {
  return limbs::bit_length(magnitude_limbs());
}

template <std::size_t Limbs>
std::optional<std::int64_t> WideInteger<Limbs>::to_int64() const {
  if (used_ > 2) return std::nullopt;
  const std::uint64_t magnitude = to_uint64(magnitude_limbs());
  const std::uint64_t largest = std::uint64_t{INT64_MAX} + (negative_ ? 1U : 0U);
  if (magnitude > largest) return std::nullopt;
  return static_cast<std::int64_t>(negative_ ? std::uint64_t{0} - magnitude : magnitude);
}

// Nine digits a division, from the least significant; only the leading group is written without
// its zeros.
template <std::size_t Limbs>
std::string WideInteger<Limbs>::to_digits() const {
  if (used_ == 0) return "0";
  std::string reversed;
  auto rest = *this;
  while (rest.used_ != 0) {
    std::uint32_t group = limbs::divide_by_limb({rest.limbs_.data(), rest.used_}, kDigitGroup);
    rest.trim(rest.used_);
    for (int i = 0; i < kGroupDigits && (group != 0 || rest.used_ != 0); ++i) {
      reversed += static_cast<char>('0' + group % 10);
      group /= 10;
    }
  }
  if (negative_) reversed += '-';
  std::reverse(reversed.begin(), reversed.end());
  return reversed;
}

template <std::size_t Limbs>
WideInteger<Limbs> WideInteger<Limbs>::negated() const {
  auto result = *this;
  result.negative_ = !negative_ && used_ != 0;
  return result;
}

template <std::size_t Limbs>
WideInteger<Limbs> WideInteger<Limbs>::magnitude() const {
  auto result = *this;
  result.negative_ = false;
  return result;
}

// Restores the invariant after limbs were written: `used_` is exact and zero has no sign.
template <std::size_t Limbs>
void WideInteger<Limbs>::trim(std::size_t used) {
  used_ = static_cast<std::uint32_t>(limbs::significant({limbs_.data(), used}));
  if (used_ == 0) negative_ = false;
}

// a + b, where b counts with the sign `b_negative`: equal signs add magnitudes, unequal ones
// subtract the smaller from the larger, which cannot overflow.
template <std::size_t Limbs>
std::optional<WideInteger<Limbs>> WideInteger<Limbs>::sum_signed(const WideInteger& a,
                                                                 const WideInteger& b,
                                                                 bool b_negative) {
  WideInteger result;
  if (a.negative_ == b_negative) {
    const std::size_t used = std::max(a.used_, b.used_);
    const auto carry =
        limbs::add(a.magnitude_limbs(), b.magnitude_limbs(), {result.limbs_.data(), used});
    if (carry != 0 && used == Limbs) return std::nullopt;
    if (carry != 0) result.limbs_[used] = carry;
    result.used_ = static_cast<std::uint32_t>(used + (carry != 0 ? 1 : 0));
    result.negative_ = b_negative;
    return result;
  }
  const bool a_is_larger = std::is_gteq(limbs::compare(a.magnitude_limbs(), b.magnitude_limbs()));
  const WideInteger& larger = a_is_larger ? a : b;
  const WideInteger& smaller = a_is_larger ? b : a;
  limbs::subtract(larger.magnitude_limbs(), smaller.magnitude_limbs(),
                  {result.limbs_.data(), larger.used_});
  result.negative_ = a_is_larger ? a.negative_ : b_negative;
  result.trim(larger.used_);
  return result;
}

template <std::size_t Limbs>
std::optional<WideInteger<Limbs>> WideInteger<Limbs>::sum(const WideInteger& a,
                                                          const WideInteger& b) {
  return sum_signed(a, b, b.negative_);
}

template <std::size_t Limbs>
std::optional<WideInteger<Limbs>> WideInteger<Limbs>::difference(const WideInteger& a,
                                                                 const WideInteger& b) {
  return sum_signed(a, b, !b.negative_);
}

template <std::size_t Limbs>
std::optional<WideInteger<Limbs>> WideInteger<Limbs>::product(const WideInteger& a,
                                                              const WideInteger& b) {
  const bool negative = a.negative_ != b.negative_;
  const std::size_t used = a.used_ + b.used_;
  if (used <= Limbs) {
    WideInteger result;
    if (a.used_ <= 1 && b.used_ <= 1) {
      result.set_magnitude(std::uint64_t{a.limbs_[0]} * b.limbs_[0]);
      result.negative_ = negative && result.used_ != 0;
      return result;
    }
    limbs::multiply(a.magnitude_limbs(), b.magnitude_limbs(), {result.limbs_.data(), used});
    result.negative_ = negative;
    result.trim(used);
    return result;
  }
  // As many limbs as both have may be one more than the product needs: only computing it tells.
  std::array<std::uint32_t, 2 * Limbs> full{};
  limbs::multiply(a.magnitude_limbs(), b.magnitude_limbs(), {full.data(), used});
  return from_magnitude({full.data(), limbs::significant({full.data(), used})}, negative);
}

template <std::size_t Limbs>
typename WideInteger<Limbs>::Division WideInteger<Limbs>::divide_by_limb(
    const WideInteger& dividend, const WideInteger& divisor) {
  Division result{.quotient = dividend, .remainder = {}};
  result.remainder.limbs_[0] =
      limbs::divide_by_limb({result.quotient.limbs_.data(), dividend.used_}, divisor.limbs_[0]);
  result.quotient.negative_ = dividend.negative_ != divisor.negative_;
  result.quotient.trim(dividend.used_);
  result.remainder.negative_ = dividend.negative_;
  result.remainder.trim(1);
  return result;
}

template <std::size_t Limbs>
typename WideInteger<Limbs>::Division WideInteger<Limbs>::divide(const WideInteger& dividend,
                                                                 const WideInteger& divisor) {
  if (std::is_lt(limbs::compare(dividend.magnitude_limbs(), divisor.magnitude_limbs()))) {
    return {.quotient = {}, .remainder = dividend};
  }
  if (divisor.used_ == 1) return divide_by_limb(dividend, divisor);
  std::array<std::uint32_t, Limbs + 1> scratch{};
  std::array<std::uint32_t, Limbs> normal{};
  Division result;
  const std::size_t quotient_limbs = dividend.used_ - divisor.used_ + 1U;
  limbs::divide(dividend.magnitude_limbs(), divisor.magnitude_limbs(),
                {result.quotient.limbs_.data(), quotient_limbs}, {scratch, normal});
  std::copy_n(scratch.begin(), divisor.used_, result.remainder.limbs_.begin());
  result.quotient.negative_ = dividend.negative_ != divisor.negative_;
  result.quotient.trim(quotient_limbs);
  result.remainder.negative_ = dividend.negative_;
  result.remainder.trim(divisor.used_);
  return result;
}

// Euclid; once the smaller fits 64 bits, so does everything after one more division.
template <std::size_t Limbs>
WideInteger<Limbs> WideInteger<Limbs>::greatest_common_divisor(WideInteger a, WideInteger b) {
  a.negative_ = false;
  b.negative_ = false;
  while (b.used_ > 2) {
    const WideInteger remainder = divide(a, b).remainder;
    a = b;
    b = remainder;
  }
  if (b.used_ == 0) return a;
  const std::uint64_t small = to_uint64(b.magnitude_limbs());
  const std::uint64_t rest = to_uint64(divide(a, b).remainder.magnitude_limbs());
  const std::uint64_t divisor = std::gcd(small, rest);
  WideInteger result;
  result.set_magnitude(divisor);
  return result;
}

template <std::size_t Limbs>
std::strong_ordering WideInteger<Limbs>::compare(const WideInteger& a, const WideInteger& b) {
  if (a.negative_ != b.negative_) {
    return a.negative_ ? std::strong_ordering::less : std::strong_ordering::greater;
  }
  // Of two negative numbers the larger magnitude is the smaller number.
  return a.negative_ ? limbs::compare(b.magnitude_limbs(), a.magnitude_limbs())
                     : limbs::compare(a.magnitude_limbs(), b.magnitude_limbs());
}

// The only two widths there are; see wide.h.
template class WideInteger<16>;
template class WideInteger<34>;

}  // namespace gainshare
