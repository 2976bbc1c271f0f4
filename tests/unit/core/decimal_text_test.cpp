// SPDX-License-Identifier: Apache-2.0
#include "core/decimal_text.h"

#include <string>

#include "support/catch.h"

namespace gainshare {
namespace {

TEST_CASE("Equal decimals have equal parts however they were written") {
  for (const std::string text :
       {"-1200", "-1200.0", "-01200.000", "-1.2e3", "-12E+2", "-12000e-1"}) {
    const auto decimal = read_decimal(text, true);
    INFO(text);
    REQUIRE(decimal.has_value());
    CHECK(decimal->negative);
    CHECK(decimal->digits == "12");
    CHECK(decimal->exponent == 2);
  }
}

TEST_CASE("Zero has no digits, no sign and no exponent") {
  for (const std::string text : {"0", "-0", "0.000", "-0e5", "000e-99999999999999999999"}) {
    const auto decimal = read_decimal(text, true);
    INFO(text);
    REQUIRE(decimal.has_value());
    CHECK_FALSE(decimal->negative);
    CHECK(decimal->digits.empty());
    CHECK(decimal->exponent == 0);
  }
}

TEST_CASE("An exponent is read only where it is allowed") {
  CHECK(read_decimal("2e-2", true).has_value());
  CHECK_FALSE(read_decimal("2e-2", false).has_value());
}

TEST_CASE("What is no plain decimal is refused") {
  for (const std::string text :
       {"",    "-",   ".",   ".5",  "5.",    "+5",    "1.2.3", "1,000", " 1",   "1 ",
        "1e",  "1e+", "1e-", "e5",  "1e5.5", "0x1F",  "NaN",   "inf",   "-inf", "1_000",
        "50%", "$5",  "(5)", "--5", "1-",    "1e5e5", "\t1",   "1\n",   "１",   "1/3"}) {
    INFO(text);
    CHECK_FALSE(read_decimal(text, true).has_value());
  }
  CHECK_FALSE(read_decimal(std::string_view{"1\0002", 3}, true).has_value());
}

TEST_CASE("An absurd exponent neither overflows nor becomes a small one") {
  const auto decimal = read_decimal("1e99999999999999999999999999", true);
  REQUIRE(decimal.has_value());
  CHECK(decimal->exponent >= 1000);
  CHECK(read_decimal("1e-4294967297", true)->exponent <= -1000);
}

TEST_CASE("A text of a megabyte is refused") {
  CHECK_FALSE(read_decimal(std::string(1'000'000, '1'), true).has_value());
  CHECK_FALSE(read_decimal(std::string(1'000'000, '0'), true).has_value());
  CHECK_FALSE(read_fraction("1/" + std::string(1'000'000, '3')).has_value());
}

TEST_CASE("A fraction is two rows of digits and one slash") {
  const auto fraction = read_fraction("-12/34");
  REQUIRE(fraction.has_value());
  CHECK(fraction->numerator == "-12");
  CHECK(fraction->denominator == "34");
  for (const std::string text : {"", "/", "1/", "/3", "1/-3", "1/+3", "+1/3", "1.5/3", "1/3.0",
                                 "1/2/3", "1 / 3", "1/3 ", "1e2/3", "-/3", "12"}) {
    INFO(text);
    CHECK_FALSE(read_fraction(text).has_value());
  }
}

}  // namespace
}  // namespace gainshare
