// SPDX-License-Identifier: Apache-2.0
#include "core/limbs.h"

#include <array>
#include <vector>

#include "support/catch.h"

namespace gainshare::limbs {
namespace {

struct Parts {
  std::vector<Limb> quotient;
  std::vector<Limb> remainder;
};

Parts divided(const std::vector<Limb>& a, const std::vector<Limb>& b) {
  Parts parts{.quotient = std::vector<Limb>(a.size() - b.size() + 1), .remainder = {}};
  std::vector<Limb> scratch(a.size() + 1);
  std::vector<Limb> normal(b.size());
  divide(a, b, parts.quotient, {.scratch = scratch, .normal = normal});
  parts.remainder.assign(scratch.begin(), scratch.begin() + static_cast<std::ptrdiff_t>(b.size()));
  return parts;
}

TEST_CASE("Leading zero limbs are not significant") {
  const std::array<Limb, 4> limbs{7, 0, 1, 0};
  CHECK(significant(limbs) == 3);
  CHECK(significant(Magnitude{limbs}.first(2)) == 1);
  CHECK(significant({}) == 0);
  CHECK(bit_length(Magnitude{limbs}.first(3)) == 65);
  CHECK(bit_length({}) == 0);
}

TEST_CASE("A sum carries through every limb and hands the last carry back") {
  const std::array<Limb, 2> ones{0xFFFFFFFF, 0xFFFFFFFF};
  const std::array<Limb, 1> one{1};
  std::array<Limb, 2> out{9, 9};
  CHECK(add(one, ones, out) == 1);
  CHECK(out == std::array<Limb, 2>{0, 0});
}

TEST_CASE("A difference borrows through every limb") {
  const std::array<Limb, 3> power{0, 0, 1};
  const std::array<Limb, 1> one{1};
  std::array<Limb, 3> out{};
  subtract(power, one, out);
  CHECK(out == std::array<Limb, 3>{0xFFFFFFFF, 0xFFFFFFFF, 0});
}

TEST_CASE("A product overwrites what stood in its place") {
  const std::array<Limb, 2> ones{0xFFFFFFFF, 0xFFFFFFFF};
  std::array<Limb, 4> out{5, 5, 5, 5};
  multiply(ones, ones, out);
  CHECK(out == std::array<Limb, 4>{1, 0, 0xFFFFFFFE, 0xFFFFFFFF});
  std::array<Limb, 2> empty_product{5, 5};
  multiply({}, ones, empty_product);
  CHECK(empty_product == std::array<Limb, 2>{0, 0});
  multiply(ones, {}, empty_product);
  CHECK(empty_product == std::array<Limb, 2>{0, 0});
}

// Hacker's Delight, divmnu: the cases in which Knuth's estimate is one or two too large, and the
// one in which the divisor has to be added back.
TEST_CASE("Division corrects an estimate that is too large") {
  const Parts too_large = divided({0, 0xFFFFFFFE, 0x80000000}, {0xFFFFFFFF, 0x80000000});
  CHECK(too_large.quotient == std::vector<Limb>{0xFFFFFFFF, 0});
  CHECK(too_large.remainder == std::vector<Limb>{0xFFFFFFFF, 0x7FFFFFFF});

  const Parts added_back = divided({3, 0, 0x80000000}, {1, 0, 0x20000000});
  CHECK(added_back.quotient == std::vector<Limb>{3});
  CHECK(added_back.remainder == std::vector<Limb>{0, 0, 0x20000000});

  const Parts added_back_twice = divided({0, 0, 0x8000, 0x7FFF}, {1, 0, 0x8000});
  CHECK(added_back_twice.quotient == std::vector<Limb>{0xFFFE0000, 0});
  CHECK(added_back_twice.remainder == std::vector<Limb>{0x20000, 0xFFFFFFFF, 0x7FFF});
}

TEST_CASE("A number divided by itself is one and leaves nothing") {
  const Parts parts = divided({5, 7, 9}, {5, 7, 9});
  CHECK(parts.quotient == std::vector<Limb>{1});
  CHECK(parts.remainder == std::vector<Limb>{0, 0, 0});
}

TEST_CASE("Single limbs multiply and divide in place") {
  std::array<Limb, 2> limbs{0xFFFFFFFF, 0xFFFFFFFF};
  CHECK(multiply_add(limbs, 10, 9) == 9);
  CHECK(limbs == std::array<Limb, 2>{0xFFFFFFFF, 0xFFFFFFFF});
  CHECK(divide_by_limb(limbs, 10) == 5);
  CHECK(limbs == std::array<Limb, 2>{0x99999999, 0x19999999});
}

}  // namespace
}  // namespace gainshare::limbs
