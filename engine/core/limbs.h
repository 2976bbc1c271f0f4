// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>

// Schoolbook arithmetic on magnitudes: 32-bit limbs, least significant first, no leading zero
// limb (zero is the empty span). Only wide.cpp calls these; they know neither sign nor limit.
namespace gainshare::limbs {

using Limb = std::uint32_t;
using Magnitude = std::span<const Limb>;
using Output = std::span<Limb>;

// The limbs that remain when leading zeros are dropped.
std::size_t significant(Magnitude a);
int bit_length(Magnitude a);
std::strong_ordering compare(Magnitude a, Magnitude b);

// a + b into out, which holds as many limbs as the longer of the two. The carry is returned.
Limb add(Magnitude a, Magnitude b, Output out);
// a - b, where a >= b, into out, which holds as many limbs as a.
void subtract(Magnitude a, Magnitude b, Output out);
// a × b into out, which holds as many limbs as a and b together.
void multiply(Magnitude a, Magnitude b, Output out);
// a × factor + addend in place. The limb carried out is returned.
Limb multiply_add(Output a, Limb factor, Limb addend);
// a ÷ divisor in place. The remainder is returned.
Limb divide_by_limb(Output a, Limb divisor);
// a ÷ b by Knuth's Algorithm D, where b has two limbs or more and a is not shorter. The quotient
// has a.size() - b.size() + 1 limbs. `scratch` holds a.size() + 1 limbs and ends as the
// remainder in its lowest b.size() limbs; `normal` holds b.size() limbs.
struct Workspace {
  Output scratch;
  Output normal;
};
void divide(Magnitude a, Magnitude b, Output quotient, Workspace space);
// a shifted down by fewer than 32 bits, in place.
void shift_right(Output a, int bits);

}  // namespace gainshare::limbs
