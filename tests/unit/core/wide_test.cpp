// SPDX-License-Identifier: Apache-2.0
#include "core/wide.h"

#include <cstdint>
#include <limits>
#include <string>

#include "support/catch.h"

namespace gainshare {
namespace {

// 2^512 - 1, the largest magnitude, and 2^512, the first beyond it.
const std::string kLargest =
    "1340780792994259709957402499820584612747936582059239337772356144372176403007354697680187429816"
    "69"
    "03427690031858186486050853753882811946569946433649006084095";
const std::string kFirstBeyond =
    "1340780792994259709957402499820584612747936582059239337772356144372176403007354697680187429816"
    "69"
    "03427690031858186486050853753882811946569946433649006084096";

Wide wide(const std::string& digits) {
  const auto value = Wide::from_digits(digits);
  REQUIRE(value.has_value());
  return *value;
}

TEST_CASE("A wide integer is read from digits and written back") {
  for (const std::string digits : {"0", "7", "-7", "1000000000", "4294967296",
                                   "-18446744073709551616", "1000000001000000000"}) {
    CHECK(wide(digits).to_digits() == digits);
  }
  CHECK(wide("-0").to_digits() == "0");
  CHECK_FALSE(wide("-0").is_negative());
  CHECK(wide("000012").to_digits() == "12");
}

TEST_CASE("What is not a row of digits is refused") {
  for (const std::string text : {"", "-", "+1", "1.5", "1e3", " 1", "1 ", "--1", "0x10", "1,000"}) {
    CHECK_FALSE(Wide::from_digits(text).has_value());
  }
  CHECK_FALSE(Wide::from_digits(std::string_view{"1\0", 2}).has_value());
}

TEST_CASE("The largest 512-bit number is kept and the next one is refused") {
  CHECK(wide(kLargest).to_digits() == kLargest);
  CHECK(wide("-" + kLargest).to_digits() == "-" + kLargest);
  CHECK(wide(kLargest).bit_length() == 512);
  CHECK_FALSE(Wide::from_digits(kFirstBeyond).has_value());
  CHECK_FALSE(Wide::from_digits(std::string(100'000, '9')).has_value());
}

TEST_CASE("Every int64 is made and given back, the least one too") {
  for (const std::int64_t value :
       {std::int64_t{0}, std::int64_t{-1}, std::int64_t{4294967295}, std::int64_t{-4294967296},
        std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min()}) {
    CHECK(Wide{value}.to_int64() == value);
    CHECK(Wide{value}.to_digits() == std::to_string(value));
  }
  CHECK_FALSE(wide("9223372036854775808").to_int64().has_value());
  CHECK(wide("-9223372036854775808").to_int64() == std::numeric_limits<std::int64_t>::min());
  CHECK_FALSE(wide("-9223372036854775809").to_int64().has_value());
  CHECK_FALSE(wide("18446744073709551616").to_int64().has_value());
}

TEST_CASE("A sum overflows exactly where its magnitude needs a 513th bit") {
  CHECK_FALSE(Wide::sum(wide(kLargest), Wide{1}).has_value());
  CHECK_FALSE(Wide::difference(wide("-" + kLargest), Wide{1}).has_value());
  CHECK(Wide::sum(wide(kLargest), Wide{-1})->bit_length() == 512);
  CHECK(Wide::sum(wide(kLargest), wide("-" + kLargest))->is_zero());
  CHECK(Wide::difference(wide(kLargest), Wide{0}) == wide(kLargest));
}

TEST_CASE("Zero is never negative, however it came about") {
  CHECK_FALSE(Wide::difference(Wide{-5}, Wide{-5})->is_negative());
  CHECK_FALSE(Wide::product(Wide{-5}, Wide{0})->is_negative());
  CHECK_FALSE(Wide::divide(Wide{-1}, Wide{5}).quotient.is_negative());
  CHECK_FALSE(Wide::divide(Wide{-10}, Wide{5}).remainder.is_negative());
  CHECK_FALSE(Wide{0}.negated().is_negative());
  CHECK(Wide::sum(Wide{0}, Wide{-3}) == Wide{-3});
}

TEST_CASE("A product overflows exactly where its magnitude needs a 513th bit") {
  const Wide half = wide(Wide::divide(wide(kLargest), Wide{2}).quotient.to_digits());
  CHECK(Wide::product(half, Wide{2})->bit_length() == 512);
  CHECK_FALSE(Wide::product(*Wide::sum(half, Wide{1}), Wide{2}).has_value());
  // 17 limbs of room are needed to compute it, 16 to hold it.
  const Wide limb_and_bit = wide("4294967296");
  const Wide below = Wide::divide(wide(kLargest), limb_and_bit).quotient;
  CHECK(Wide::product(below, limb_and_bit).has_value());
  CHECK_FALSE(Wide::product(wide(kLargest), wide(kLargest)).has_value());
  CHECK(Wide::product(wide(kLargest), Wide{0})->is_zero());
}

TEST_CASE("Division is truncated toward zero and the remainder has the dividend's sign") {
  const auto check = [](std::int64_t dividend, std::int64_t divisor) {
    const auto division = Wide::divide(Wide{dividend}, Wide{divisor});
    CHECK(division.quotient.to_int64() == dividend / divisor);
    CHECK(division.remainder.to_int64() == dividend % divisor);
  };
  check(7, 2);
  check(-7, 2);
  check(7, -2);
  check(-7, -2);
  check(1, 1'000'000'000'000);
  check(-1'000'000'000'000'000'000, 999'999'999'989);
}

TEST_CASE("The greatest common divisor is of magnitudes, and of zero and b it is b") {
  CHECK(Wide::greatest_common_divisor(Wide{-12}, Wide{18}) == Wide{6});
  CHECK(Wide::greatest_common_divisor(Wide{0}, Wide{-18}) == Wide{18});
  CHECK(Wide::greatest_common_divisor(Wide{18}, Wide{0}) == Wide{18});
  CHECK(Wide::greatest_common_divisor(Wide{0}, Wide{0}).is_zero());
  const Wide big = wide("340282366920938463463374607431768211457");
  CHECK(
      Wide::greatest_common_divisor(*Wide::product(big, Wide{6}), *Wide::product(big, Wide{-9})) ==
      *Wide::product(big, Wide{3}));
}

TEST_CASE("Wide integers are ordered by sign first and then by magnitude") {
  CHECK(Wide{-2} < Wide{-1});
  CHECK(Wide{-1} < Wide{0});
  CHECK(Wide{0} < Wide{1});
  CHECK(wide("-4294967296") < wide("-4294967295"));
  CHECK(wide("4294967296") > wide("4294967295"));
  CHECK(wide("18446744073709551617") > wide("18446744073709551616"));
}

TEST_CASE("A wide integer changes width where it fits and nowhere else") {
  const auto larger = DoubleWide::from(wide(kLargest));
  REQUIRE(larger.has_value());
  CHECK(Wide::from(*larger) == wide(kLargest));
  CHECK_FALSE(Wide::from(*DoubleWide::sum(*larger, DoubleWide{1})).has_value());
  CHECK(Wide::from(DoubleWide{-5}) == Wide{-5});
}

}  // namespace
}  // namespace gainshare
