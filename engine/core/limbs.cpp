// SPDX-License-Identifier: Apache-2.0
#include "core/limbs.h"

#include <algorithm>
#include <bit>

namespace gainshare::limbs {
namespace {

constexpr int kLimbBits = 32;

constexpr Limb low(std::uint64_t value) { return static_cast<Limb>(value); }
constexpr Limb high(std::uint64_t value) { return static_cast<Limb>(value >> kLimbBits); }
constexpr std::uint64_t join(Limb upper, Limb lower) {
  return (std::uint64_t{upper} << kLimbBits) | lower;
}

// In all loops below `carry` and `borrow` are what one limb hands to the next; a product of two
// limbs and two more limbs fits 64 bits: (2^32 - 1)² + 2 × (2^32 - 1) = 2^64 - 1.

// Shifts up by fewer than 32 bits; out may be one limb longer than a, which takes the overflow.
void shift_left(Magnitude a, int bits, Output out) {
  Limb carry = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const std::uint64_t shifted = std::uint64_t{a[i]} << bits;
    out[i] = low(shifted) | carry;
    carry = high(shifted);
  }
  if (out.size() > a.size()) out[a.size()] = carry;
}

// Knuth's step D3: one digit of the quotient from the three leading limbs of the window and the
// two of the divisor. At most one too large, and that with probability 2 / 2^32.
Limb estimate(Limb top, Limb middle, Limb bottom, Magnitude normal) {
  const Limb leading = normal[normal.size() - 1];
  const Limb second = normal[normal.size() - 2];
  const std::uint64_t numerator = join(top, middle);
  std::uint64_t digit = numerator / leading;
  std::uint64_t rest = numerator % leading;
  while (high(digit) != 0 || digit * second > join(low(rest), bottom)) {
    --digit;
    rest += leading;
    if (high(rest) != 0) break;
  }
  return low(digit);
}

// Knuth's step D4: window -= normal × digit. True when that went below zero.
bool subtract_product(Output window, Magnitude normal, Limb digit) {
  Limb carry = 0;
  Limb borrow = 0;
  for (std::size_t i = 0; i < normal.size(); ++i) {
    const std::uint64_t product = std::uint64_t{normal[i]} * digit + carry;
    carry = high(product);
    const std::uint64_t difference = std::uint64_t{window[i]} - low(product) - borrow;
    window[i] = low(difference);
    borrow = high(difference) & 1U;
  }
  const std::uint64_t difference = std::uint64_t{window[normal.size()]} - carry - borrow;
  window[normal.size()] = low(difference);
  return high(difference) != 0;
}

}  // namespace

std::size_t significant(Magnitude a) {
  std::size_t count = a.size();
  while (count != 0 && a[count - 1] == 0) --count;
  return count;
}

int bit_length(Magnitude a) {
  if (a.empty()) return 0;
  return static_cast<int>(a.size()) * kLimbBits - std::countl_zero(a.back());
}

std::strong_ordering compare(Magnitude a, Magnitude b) {
  if (a.size() != b.size()) return a.size() <=> b.size();
  for (std::size_t i = a.size(); i-- != 0;) {
    if (a[i] != b[i]) return a[i] <=> b[i];
  }
  return std::strong_ordering::equal;
}

Limb add(Magnitude a, Magnitude b, Output out) {
  if (a.size() < b.size()) std::swap(a, b);
  Limb carry = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const std::uint64_t sum = std::uint64_t{a[i]} + (i < b.size() ? b[i] : 0U) + carry;
    out[i] = low(sum);
    carry = high(sum);
  }
  return carry;
}

void subtract(Magnitude a, Magnitude b, Output out) {
  Limb borrow = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const std::uint64_t difference = std::uint64_t{a[i]} - (i < b.size() ? b[i] : 0U) - borrow;
    out[i] = low(difference);
    borrow = high(difference) & 1U;
  }
}

void multiply(Magnitude a, Magnitude b, Output out) {
  // The first row is written and only the others are added, so that out need not be cleared.
  std::size_t written = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    Limb carry = 0;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const Limb before = i + j < written ? out[i + j] : 0U;
      const std::uint64_t product = std::uint64_t{a[i]} * b[j] + before + carry;
      out[i + j] = low(product);
      carry = high(product);
    }
    out[i + b.size()] = carry;
    written = i + b.size() + 1;
  }
  std::fill(out.begin() + static_cast<std::ptrdiff_t>(written), out.end(), 0U);
}

Limb multiply_add(Output a, Limb factor, Limb addend) {
  Limb carry = addend;
  for (Limb& limb : a) {
    const std::uint64_t product = std::uint64_t{limb} * factor + carry;
    limb = low(product);
    carry = high(product);
  }
  return carry;
}

Limb divide_by_limb(Output a, Limb divisor) {
  Limb remainder = 0;
  for (std::size_t i = a.size(); i-- != 0;) {
    const std::uint64_t numerator = join(remainder, a[i]);
    a[i] = low(numerator / divisor);
    remainder = low(numerator % divisor);
  }
  return remainder;
}

void divide(Magnitude a, Magnitude b, Output quotient, Workspace space) {
  const std::size_t width = b.size();
  // D1: both are shifted until the divisor's highest bit is set; the quotient stays the same.
  const int shift = std::countl_zero(b.back());
  shift_left(b, shift, space.normal.first(width));
  shift_left(a, shift, space.scratch.first(a.size() + 1));
  const Magnitude normal = space.normal.first(width);
  for (std::size_t j = a.size() - width + 1; j-- != 0;) {
    const Output window = space.scratch.subspan(j, width + 1);
    Limb digit = estimate(window[width], window[width - 1], window[width - 2], normal);
    if (subtract_product(window, normal, digit)) {
      // D6: the digit was one too large. The carry of adding back cancels the borrow, in a limb
      // that no later window has.
      --digit;
      add(window.first(width), normal, window.first(width));
    }
    quotient[j] = digit;
  }
  shift_right(space.scratch.first(width), shift);
}

void shift_right(Output a, int bits) {
  Limb carry = 0;
  for (std::size_t i = a.size(); i-- != 0;) {
    const std::uint64_t shifted = join(a[i], 0) >> bits;
    a[i] = high(shifted) | carry;
    carry = low(shifted);
  }
}

}  // namespace gainshare::limbs
