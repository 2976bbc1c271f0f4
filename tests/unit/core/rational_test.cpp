// SPDX-License-Identifier: Apache-2.0
#include "core/rational.h"

#include <cstdint>
#include <limits>
#include <string>

#include "support/catch.h"

namespace gainshare {
namespace {

Rational exact(const std::string& text) {
  const auto value = Rational::from_text(text, true);
  INFO(text);
  REQUIRE(value.has_value());
  return *value;
}

// 10^60, and so 10^120 and 10^240 by squaring; 10^240 has 798 bits.
Rational ten_to_60() { return exact("1e60"); }

TEST_CASE("A double would say 0.0599…96: (42.4 - 40) / 40 is six percent") {
  CHECK((exact("42.4") - exact("40")) / exact("40") == exact("0.06"));
  CHECK(((exact("42.4") - exact("40")) / exact("40")).to_text() == "0.06");
}

TEST_CASE("A text is canonical: equal values have equal texts") {
  CHECK(exact("12.50").to_text() == "12.5");
  CHECK(exact("25/2").to_text() == "12.5");
  CHECK(exact("-0.0").to_text() == "0");
  CHECK(exact("-0/7").to_text() == "0");
  CHECK(exact("6/9").to_text() == "2/3");
  CHECK(exact("-6/9").to_text() == "-2/3");
  CHECK(exact("6/3").to_text() == "2");
  CHECK(exact("2e-2").to_text() == "0.02");
  CHECK(exact("1200e-1").to_text() == "120");
  CHECK(exact("00.50").to_text() == "0.5");
  CHECK(Rational(1, -8).to_text() == "-0.125");
  CHECK(Rational(-1, -3).to_text() == "1/3");
  CHECK((exact("1/6") + exact("1/3")).to_text() == "0.5");
  CHECK((exact("1/3") * exact("3")).to_text() == "1");
  CHECK(Rational(1, 1'000'000'007).to_text() == "1/1000000007");
}

TEST_CASE("A decimal keeps the zeros inside it and loses those at its end") {
  CHECK(exact("1.000000001000000000").to_text() == "1.000000001");
  CHECK(exact("0.000000000000000000100").to_text() == "0.0000000000000000001");
  CHECK(Rational(1, 1 << 30).to_text() == "0.000000000931322574615478515625");
  CHECK(Rational(1, std::int64_t{1} << 62).to_text() ==
        "0.00000000000000000021684043449710088680149056017398834228515625");
}

TEST_CASE("A decimal of more places than 512 bits have digits is still written out") {
  // 2^-500: each place needs a power of ten that itself would not fit.
  Rational value{1};
  for (int i = 0; i < 500; ++i) value = value / Rational{2};
  REQUIRE(value.valid());
  const std::string text = value.to_text();
  CHECK(text.size() == 502);
  CHECK(text.substr(0, 2) == "0.");
  CHECK(text.substr(text.size() - 9) == "681640625");  // 5^500 mod 10^9
  CHECK((value * exact("2")).to_text().size() == 501);
}

TEST_CASE("What is no number is refused") {
  for (const std::string text : {"",      "-",  ".5",  "5.",    "+5",   "1/0",   "0/0",    "1/-3",
                                 "1/",    "/3", "abc", "NaN",   "inf",  "1e400", "1e-400", "50%",
                                 "1.5/3", " 1", "1 ",  "1,000", "0x10", "1e61",  "1e-61"}) {
    INFO(text);
    CHECK_FALSE(Rational::from_text(text, true).has_value());
  }
  CHECK_FALSE(Rational::from_text("2e-2").has_value());
  CHECK_FALSE(Rational::from_text("2E2").has_value());
}

TEST_CASE("Sixty digits are read and sixty-one are refused") {
  const std::string sixty = std::string(59, '1') + "2";
  CHECK(exact(sixty).to_text() == sixty);
  CHECK(exact("-0." + sixty).to_text() == "-0." + sixty);
  CHECK(exact(sixty + "e60").to_text() == sixty + std::string(60, '0'));
  CHECK(exact(sixty + "e-60").to_text() == "0." + sixty);
  CHECK(exact(sixty + "/7").valid());
  CHECK_FALSE(Rational::from_text("1" + sixty).has_value());
  CHECK_FALSE(Rational::from_text("0.1" + sixty).has_value());
  CHECK_FALSE(Rational::from_text("1" + sixty + "/7").has_value());
  CHECK_FALSE(Rational::from_text("7/1" + sixty).has_value());
  CHECK_FALSE(Rational::from_text("1" + std::string(61, '0')).has_value());
  CHECK_FALSE(Rational::from_text("0." + std::string(60, '0') + "1").has_value());
}

TEST_CASE("The least int64 is a numerator and a denominator like any other") {
  constexpr auto kLeast = std::numeric_limits<std::int64_t>::min();
  CHECK(Rational(kLeast, 1).to_text() == "-9223372036854775808");
  CHECK(Rational(kLeast, kLeast) == Rational{1});
  CHECK(Rational(2, kLeast) == Rational(-1, std::int64_t{1} << 62));
}

TEST_CASE("Division by zero is invalid, and so is everything made from it") {
  const Rational bad = Rational{1} / Rational{0};
  CHECK_FALSE(bad.valid());
  CHECK_FALSE(Rational(1, 0).valid());
  CHECK_FALSE((bad + Rational{1}).valid());
  CHECK_FALSE((Rational{1} - bad).valid());
  CHECK_FALSE((bad * Rational{0}).valid());
  CHECK_FALSE((Rational{0} / bad).valid());
  CHECK_FALSE((-bad).valid());
  CHECK(bad.to_text() == "invalid");
  CHECK(bad.sign() == 0);
  CHECK_FALSE(bad.is_integer());
  CHECK(bad.numerator() == Wide{0});
  CHECK(bad.denominator() == Wide{1});
}

TEST_CASE("An invalid value is unordered and unequal to everything, itself too") {
  const Rational bad = Rational::invalid();
  CHECK_FALSE(bad == bad);
  CHECK_FALSE(bad == Rational{0});
  CHECK_FALSE(bad < Rational{0});
  CHECK_FALSE(Rational{0} <= bad);
  CHECK((bad <=> bad) == std::partial_ordering::unordered);
}

TEST_CASE("What does not fit 512 bits in lowest terms is invalid") {
  const Rational big = ten_to_60() * ten_to_60();
  CHECK(big.valid());
  CHECK_FALSE((big * big).valid());
  CHECK_FALSE((Rational{1} / big / big).valid());
  CHECK_FALSE((big + Rational{1} / big / Rational{7} / exact("1e34")).valid());
}

TEST_CASE("What fits in lowest terms is valid, however large it was on the way") {
  const Rational big = ten_to_60() * ten_to_60();
  CHECK(big / big == Rational{1});
  CHECK((big / Rational{3}) * (Rational{3} / big) == Rational{1});
  // Both products of the terms have more than 1000 bits; they meet at one.
  const Rational ratio = (big + Rational{1}) / (big + Rational{7});
  CHECK(ratio.valid());
  CHECK(ratio * ((big + Rational{7}) / (big + Rational{1})) == Rational{1});
  CHECK((ratio - ratio).to_text() == "0");
}

TEST_CASE("Comparison is exact where the cross products do not fit 512 bits") {
  const Rational big = ten_to_60() * ten_to_60();
  const Rational left = (big + Rational{1}) / (big + Rational{2});
  const Rational right = (big + Rational{2}) / (big + Rational{3});
  CHECK(left < right);
  CHECK(right > left);
  CHECK(-right < -left);
  CHECK_FALSE(left == right);
  CHECK(left == (big + Rational{1}) / (big + Rational{2}));
}

TEST_CASE("Comparison is by value and not by terms") {
  CHECK(exact("2/4") == exact("0.5"));
  CHECK(exact("1/3") < exact("0.3334"));
  CHECK(exact("1/3") > exact("0.3333"));
  CHECK(exact("-1/3") < exact("-0.3333"));
  CHECK(exact("-1") < exact("0"));
  CHECK(exact("0/5") == exact("0/7"));
  CHECK(exact("10") >= exact("500") * exact("0.02"));
}

TEST_CASE("A long chain of shares stays exact and in bounds") {
  Rational value{1};
  for (int i = 2; i <= 500; ++i) value = value * Rational(i - 1, i);
  CHECK(value == Rational(1, 500));
  Rational sum{0};
  for (int i = 0; i < 3000; ++i) sum = sum + Rational(1, 3000);
  CHECK(sum == Rational{1});
  Rational mixed{0};
  for (int i = 1; i < 1000; ++i) mixed = mixed + Rational(1, i) - Rational(1, i + 1);
  CHECK(mixed == Rational(999, 1000));
}

TEST_CASE("An integer is recognised whatever its terms are") {
  CHECK(Rational(6, 3).is_integer());
  CHECK(Rational(-6, 3).is_integer());
  CHECK(Rational{0}.is_integer());
  CHECK_FALSE(Rational(7, 3).is_integer());
  CHECK(Rational(6, 4).numerator() == Wide{3});
  CHECK(Rational(6, -4).numerator() == Wide{-3});
  CHECK(Rational(6, -4).denominator() == Wide{2});
}

TEST_CASE("The sign is that of the value") {
  CHECK(Rational(-1, 3).sign() == -1);
  CHECK(Rational(1, -3).sign() == -1);
  CHECK(Rational(0, -3).sign() == 0);
  CHECK(Rational(-1, -3).sign() == 1);
  CHECK((-Rational{0}).to_text() == "0");
}

}  // namespace
}  // namespace gainshare
