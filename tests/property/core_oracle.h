// SPDX-License-Identifier: Apache-2.0
// Boost.Multiprecision as the oracle of the exact arithmetic, and awkward random numbers for both.
// It is used by tests alone: it adds size to the module and needs exceptions.
#pragma once

#if __has_include(<boost/multiprecision/cpp_int.hpp>)
#define GAINSHARE_HAS_ORACLE 1
#include <boost/multiprecision/cpp_int.hpp>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <string>

#include "core/wide.h"

namespace gainshare::test {

using BigInt = boost::multiprecision::cpp_int;
using BigRational = boost::multiprecision::cpp_rational;

inline BigInt power_of_two(unsigned bits) { return BigInt{1} << bits; }

inline bool fits_wide(const BigInt& value) { return abs(value) < power_of_two(512); }

// The same sequence everywhere: only mt19937_64 itself is used, never a distribution of the
// standard library, which differs between implementations.
class RandomNumbers {
 public:
  explicit RandomNumbers(std::uint64_t seed) : engine_(seed) {}

  std::uint64_t below(std::uint64_t limit) { return engine_() % limit; }

  // Up to `most_bits` bits, of every length equally often: limbs at random, or limbs of the kind
  // at which carries, borrows and quotient estimates go wrong.
  BigInt integer(unsigned most_bits) {
    const auto bits = static_cast<unsigned>(below(most_bits + 1));
    const bool awkward = below(2) == 0;
    BigInt value = 0;
    for (unsigned i = 0; i < bits; i += 32) value = (value << 32) | limb(awkward);
    value &= power_of_two(bits) - 1;
    return below(2) == 0 ? value : BigInt{-value};
  }

  // One of the integers next to ±2^512, where the width ends.
  BigInt near_limit() {
    const BigInt value = power_of_two(512) - 3 + below(3);
    return below(2) == 0 ? value : BigInt{-value};
  }

 private:
  std::uint32_t limb(bool awkward) {
    constexpr std::uint32_t kAwkward[]{0,          1,          0x7FFFFFFF, 0x80000000,
                                       0x80000001, 0xFFFFFFFE, 0xFFFFFFFF};
    if (awkward) return kAwkward[below(7)];
    return static_cast<std::uint32_t>(engine_() >> 32);
  }

  std::mt19937_64 engine_;
};

inline Wide to_wide(const BigInt& value) { return *Wide::from_digits(value.str()); }
inline BigInt to_big(const Wide& value) { return BigInt{value.to_digits()}; }

}  // namespace gainshare::test
#endif
