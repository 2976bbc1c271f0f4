// SPDX-License-Identifier: Apache-2.0
#include "property/core_oracle.h"

#include "support/catch.h"

#ifndef GAINSHARE_HAS_ORACLE

TEST_CASE("Exact arithmetic agrees with Boost.Multiprecision") {
  SKIP_TEST("Boost.Multiprecision is not installed; apt-get install libboost-dev");
}

#else

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "core/rational.h"
#include "core/rounding.h"

namespace gainshare::test {
namespace {

// Agreement means: the same value where it fits, and nothing where it does not.
bool agrees(const std::optional<Wide>& actual, const BigInt& expected) {
  if (!fits_wide(expected)) return !actual.has_value();
  return actual.has_value() && to_big(*actual) == expected;
}

TEST_CASE("Sums, differences and products agree with the oracle and overflow where it says") {
  RandomNumbers random{20240101};
  int overflows = 0;
  for (int i = 0; i < 8000; ++i) {
    const BigInt a = random.below(8) == 0 ? random.near_limit() : random.integer(512);
    const BigInt b = random.below(8) == 0 ? BigInt{random.below(4)} : random.integer(512);
    INFO("case " << i);
    const Wide x = to_wide(a);
    const Wide y = to_wide(b);
    const bool all = agrees(Wide::sum(x, y), a + b) && agrees(Wide::difference(x, y), a - b) &&
                     agrees(Wide::product(x, y), a * b);
    REQUIRE(all);
    if (!fits_wide(a * b)) ++overflows;
  }
  // Both sides of the limit were visited.
  CHECK(overflows > 400);
  CHECK(overflows < 7600);
}

TEST_CASE("Quotients, remainders and divisors agree with the oracle") {
  RandomNumbers random{20240202};
  for (int i = 0; i < 8000; ++i) {
    const BigInt a = random.integer(512);
    const BigInt b = random.integer(1 + static_cast<unsigned>(random.below(512)));
    INFO("case " << i);
    const Wide x = to_wide(a);
    const Wide y = to_wide(b);
    if (b != 0) {
      const auto division = Wide::divide(x, y);
      REQUIRE(to_big(division.quotient) == a / b);
      REQUIRE(to_big(division.remainder) == a % b);
    }
    REQUIRE(to_big(Wide::greatest_common_divisor(x, y)) == gcd(a, b));
    REQUIRE((x < y) == (a < b));
    REQUIRE((x == y) == (a == b));
    REQUIRE(x.bit_length() == (a == 0 ? 0 : static_cast<int>(msb(abs(a))) + 1));
  }
}

// A fraction of both kinds, with the same value.
struct Pair {
  Rational actual;
  BigRational expected;
};

Pair random_pair(RandomNumbers& random) {
  // Mostly figures as contracts have them, now and then large ones.
  constexpr std::array kScales{1, 2, 3, 7, 10, 100, 365, 10'000, 1'000'000};
  const auto scale = kScales[random.below(kScales.size())];
  const BigInt numerator = random.integer(random.below(4) == 0 ? 180 : 40);
  const std::string text = numerator.str() + "/" + std::to_string(scale);
  const auto actual = Rational::from_text(text);
  if (!actual) return {.actual = Rational{1}, .expected = 1};
  return {.actual = *actual, .expected = BigRational{numerator, scale}};
}

bool fits(const BigRational& value) {
  return fits_wide(numerator(value)) && fits_wide(denominator(value));
}

bool same(const Rational& actual, const BigRational& expected) {
  return to_big(actual.numerator()) == numerator(expected) &&
         to_big(actual.denominator()) == denominator(expected);
}

Pair applied(const Pair& a, const Pair& b, std::uint64_t operation) {
  switch (operation) {
    case 0:
      return {.actual = a.actual + b.actual, .expected = a.expected + b.expected};
    case 1:
      return {.actual = a.actual - b.actual, .expected = a.expected - b.expected};
    case 2:
      return {.actual = a.actual * b.actual, .expected = a.expected * b.expected};
    default:
      if (b.expected == 0) return a;
      return {.actual = a.actual / b.actual, .expected = a.expected / b.expected};
  }
}

TEST_CASE("Chains of fractions agree with the oracle until lowest terms need a 513th bit") {
  RandomNumbers random{20240303};
  int ended_by_size = 0;
  for (int chain = 0; chain < 300; ++chain) {
    Pair value = random_pair(random);
    for (int i = 0; i < 40 && value.actual.valid(); ++i) {
      const Pair operand = random_pair(random);
      value = applied(value, operand, random.below(4));
      INFO("chain " << chain << ", step " << i);
      REQUIRE(value.actual.valid() == fits(value.expected));
      if (!value.actual.valid()) break;
      REQUIRE(same(value.actual, value.expected));
      REQUIRE((value.actual < operand.actual) == (value.expected < operand.expected));
      REQUIRE((value.actual == operand.actual) == (value.expected == operand.expected));
    }
    if (!value.actual.valid()) ++ended_by_size;
  }
  CHECK(ended_by_size > 25);
  CHECK(ended_by_size < 275);
}

TEST_CASE("Two large fractions are compared as the oracle compares them") {
  RandomNumbers random{20240404};
  for (int i = 0; i < 3000; ++i) {
    Pair a{.actual = Rational{1}, .expected = 1};
    Pair b = a;
    for (int j = 0; j < 4; ++j) {
      const Pair factor = random_pair(random);
      if (factor.expected == 0) continue;
      a = applied(a, factor, j % 2 == 0 ? 2 : 3);
      // Nearly the same chain, so that the two differ late if at all.
      b = applied(b, random.below(4) == 0 ? random_pair(random) : factor, j % 2 == 0 ? 2 : 3);
    }
    if (!a.actual.valid() || !b.actual.valid()) continue;
    INFO("case " << i);
    REQUIRE((a.actual < b.actual) == (a.expected < b.expected));
    REQUIRE((a.actual > b.actual) == (a.expected > b.expected));
    REQUIRE((a.actual == b.actual) == (a.expected == b.expected));
  }
}

// What the text says, read without the code under test.
BigRational value_of(const std::string& text) {
  const std::size_t slash = text.find('/');
  if (slash != std::string::npos) {
    return BigRational{BigInt{text.substr(0, slash)}, BigInt{text.substr(slash + 1)}};
  }
  const std::size_t point = text.find('.');
  if (point == std::string::npos) return BigRational{BigInt{text}};
  std::string digits = text.substr(0, point) + text.substr(point + 1);
  const bool negative = digits[0] == '-';
  // A leading zero would make it octal.
  digits.erase(0, std::min(digits.find_first_not_of("-0"), digits.size() - 1));
  const auto places = static_cast<unsigned>(text.size() - point - 1);
  const BigRational magnitude{BigInt{digits}, pow(BigInt{10}, places)};
  return negative ? BigRational{-magnitude} : magnitude;
}

bool has_finite_decimal(BigInt denominator) {
  while (denominator % 2 == 0) denominator /= 2;
  while (denominator % 5 == 0) denominator /= 5;
  return denominator == 1;
}

TEST_CASE("The text of a fraction is its value, as a decimal exactly where there is one") {
  RandomNumbers random{20240505};
  int decimals = 0;
  for (int i = 0; i < 4000; ++i) {
    Pair value = random_pair(random);
    for (std::uint64_t j = random.below(4); j != 0; --j) {
      const Pair operand = random_pair(random);
      value = applied(value, operand, 2 + random.below(2));
    }
    if (!value.actual.valid()) continue;
    const std::string text = value.actual.to_text();
    INFO(text);
    REQUIRE(value_of(text) == value.expected);
    const bool finite = has_finite_decimal(denominator(value.expected));
    REQUIRE(finite == (text.find('/') == std::string::npos));
    if (text.find('.') != std::string::npos) REQUIRE(text.back() != '0');
    REQUIRE(text != "-0");
    if (finite) ++decimals;
  }
  CHECK(decimals > 400);
}

// Half of the distance between neighbours decides; written with fractions, not with remainders.
BigInt rounded_magnitude(const BigRational& magnitude, RoundingMode mode) {
  const BigInt lower = numerator(magnitude) / denominator(magnitude);
  const BigRational part = magnitude - BigRational{lower};
  const BigRational half{1, 2};
  const BigInt upper = lower + 1;
  if (part == 0 || mode == RoundingMode::Down) return lower;
  if (mode == RoundingMode::Up) return upper;
  if (part != half) return part < half ? lower : upper;
  if (mode == RoundingMode::HalfUp) return upper;
  return lower % 2 == 0 ? lower : upper;
}

std::optional<BigInt> expected_cents(const BigRational& exact, Rounding rounding) {
  const int unit = rounding.place == RoundingPlace::Dollar ? 100 : 1;
  const BigRational magnitude = abs(exact) / unit;
  const BigInt cents = rounded_magnitude(magnitude, rounding.mode) * unit;
  if (cents > kLargestCents) return std::nullopt;
  return exact < 0 ? BigInt{-cents} : cents;
}

TEST_CASE("Every rounding agrees with the oracle, at halves and near the largest amount too") {
  RandomNumbers random{20240606};
  int refused = 0;
  for (int i = 0; i < 4000; ++i) {
    Pair value = random_pair(random);
    if (random.below(3) == 0) {
      const BigInt halves = random.integer(60);
      value = {.actual = *Rational::from_text(halves.str() + "/2"),
               .expected = BigRational{halves, 2}};
    }
    for (const auto mode :
         {RoundingMode::HalfUp, RoundingMode::HalfEven, RoundingMode::Down, RoundingMode::Up}) {
      for (const auto place : {RoundingPlace::Cent, RoundingPlace::Dollar}) {
        const Rounding rounding{.mode = mode, .place = place};
        const auto actual = round(Amount{value.actual}, rounding);
        const auto expected = expected_cents(value.expected, rounding);
        INFO("case " << i << ", mode " << static_cast<int>(mode));
        REQUIRE(actual.has_value() == expected.has_value());
        if (actual) REQUIRE(BigInt{actual->in_cents()} == *expected);
        if (!actual) ++refused;
      }
    }
  }
  CHECK(refused > 50);
}

}  // namespace
}  // namespace gainshare::test

#endif
