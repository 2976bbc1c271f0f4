// SPDX-License-Identifier: Apache-2.0
#include "core/rate.h"

#include <string>

#include "support/catch.h"

namespace gainshare {
namespace {

TEST_CASE("A percent and a basis point are ways to make the same rate") {
  CHECK(Rate::percent(2) == Rate::basis_points(200));
  CHECK(Rate::percent(100) == Rate::whole(1));
  CHECK(Rate::decimal(2'353'985, 8).to_text() == "0.02353985");
  CHECK(Rate::decimal(5, 0) == Rate::whole(5));
  CHECK(Rate::percent(3) > Rate::basis_points(299));
  CHECK(Rate::percent(-3) < Rate::basis_points(-299));
  CHECK(Rate{} == Rate::percent(0));
}

TEST_CASE("A rate is what its text says and never the nearest double") {
  const auto rate = Rate::from_text("0.0235");
  REQUIRE(rate.has_value());
  CHECK(*rate == Rate::decimal(235, 4));
  CHECK(Rate::from_text("2e-2") == Rate::percent(2));
  CHECK(Rate::from_text("2.0E-2") == Rate::percent(2));
  CHECK(Rate::from_text("0.020000") == Rate::percent(2));
  CHECK(Rate::from_text("-0.5") == Rate::percent(-50));
  CHECK(Rate::from_text("-0") == Rate{});
  CHECK(Rate::from_text("1e17") == Rate::whole(100'000'000'000'000'000));
}

TEST_CASE("A rate may be a fraction of two integers of at most nine digits") {
  CHECK(Rate::from_text("1/3")->to_text() == "1/3");
  CHECK(Rate::from_text("-2/6")->to_text() == "-1/3");
  CHECK(Rate::from_text("0/5")->to_text() == "0");
  CHECK(Rate::from_text("999999999/999999999") == Rate::whole(1));
  CHECK(Rate::from_text("0000000000001/3").has_value());
  CHECK_FALSE(Rate::from_text("1000000000/3").has_value());
  CHECK_FALSE(Rate::from_text("1/1000000000").has_value());
  CHECK_FALSE(Rate::from_text("1/0").has_value());
  CHECK_FALSE(Rate::from_text("1/000").has_value());
}

TEST_CASE("Eighteen digits are read and nineteen are refused") {
  CHECK(Rate::from_text("0.123456789012345678")->to_text() == "0.123456789012345678");
  CHECK(Rate::from_text("-123456789.012345678")->to_text() == "-123456789.012345678");
  CHECK(Rate::from_text("999999999999999999")->numerator() == 999'999'999'999'999'999);
  CHECK(Rate::from_text("0.000000000000000001")->to_text() == "0.000000000000000001");
  CHECK_FALSE(Rate::from_text("0.1234567890123456789").has_value());
  CHECK_FALSE(Rate::from_text("1000000000000000000").has_value());
  CHECK_FALSE(Rate::from_text("1e18").has_value());
  CHECK_FALSE(Rate::from_text("1e-19").has_value());
  CHECK_FALSE(Rate::from_text("0.0000000000000000001").has_value());
}

TEST_CASE("What is no rate is refused") {
  for (const std::string text : {"", "-", ".5", "5.", "+5", "50%", "1e400", "1e-400", "NaN", "inf",
                                 "0x1", "1,5", " 1", "1 ", "1/3/5", "one"}) {
    INFO(text);
    CHECK_FALSE(Rate::from_text(text).has_value());
  }
}

TEST_CASE("Rates are compared by value, where 64 bits would not hold the cross products") {
  CHECK(Rate::from_text("999999999999999999") > Rate::from_text("0.999999999999999999"));
  CHECK(Rate::from_text("1/3") > Rate::from_text("0.333333333333333333"));
  CHECK(Rate::from_text("1/3") < Rate::from_text("0.333333333333333334"));
  CHECK(Rate::from_text("0.50") == Rate::from_text("1/2"));
}

TEST_CASE("A rate widens to the same ratio") {
  CHECK(Ratio{Rate::percent(-7)}.exact() == Rational(-7, 100));
}

}  // namespace
}  // namespace gainshare
