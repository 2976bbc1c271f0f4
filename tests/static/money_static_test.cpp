// SPDX-License-Identifier: Apache-2.0
// What may and what may not be written with the value types, decided while compiling. That the
// refusals are errors of a compiler, too, is shown by refused/.
#include <concepts>
#include <cstdint>
#include <optional>
#include <type_traits>

#include "core/rate.h"
#include "core/rounding.h"
#include "support/catch.h"

namespace gainshare {
namespace {

template <class A, class B>
concept Addable = requires(const A& a, const B& b) {
  a + b;
};
template <class A, class B>
concept Subtractable = requires(const A& a, const B& b) {
  a - b;
};
template <class A, class B>
concept Multipliable = requires(const A& a, const B& b) {
  a* b;
};
template <class A, class B>
concept Divisible = requires(const A& a, const B& b) {
  a / b;
};
template <class A, class B>
concept Comparable = requires(const A& a, const B& b) {
  a == b;
  a < b;
};
template <class N>
concept MakesMoney = requires(N n) {
  Money::cents(n);
}
|| requires(N n) { Money::dollars(n); }
|| std::constructible_from<Money, N>;
template <class N>
concept MakesRate = requires(N n) {
  Rate::whole(n);
}
|| requires(N n) { Rate::percent(n); }
|| requires(N n) { Rate::basis_points(n); }
|| requires(N n) { Rate::decimal(n, 2); }
|| std::constructible_from<Rate, N>;
template <class N>
concept MakesRatio = requires(N n) {
  Ratio::whole(n);
}
|| std::constructible_from<Ratio, N>;
template <class N>
concept MakesRational =
    std::constructible_from<Rational, N> || std::constructible_from<Rational, N, std::int64_t> ||
    std::constructible_from<Rational, std::int64_t, N>;

TEST_CASE("Money adds to money and to nothing else") {
  STATIC_REQUIRE(Addable<Money, Money>);
  STATIC_REQUIRE(Subtractable<Money, Money>);
  STATIC_REQUIRE_FALSE(Addable<Money, Rate>);
  STATIC_REQUIRE_FALSE(Addable<Rate, Money>);
  STATIC_REQUIRE_FALSE(Addable<Money, Ratio>);
  STATIC_REQUIRE_FALSE(Subtractable<Money, Rate>);
  STATIC_REQUIRE_FALSE(Addable<Money, std::int64_t>);
  STATIC_REQUIRE_FALSE(Addable<Money, double>);
}

TEST_CASE("Money is neither multiplied nor divided before it is an exact amount") {
  STATIC_REQUIRE_FALSE(Multipliable<Money, Money>);
  STATIC_REQUIRE_FALSE(Multipliable<Money, Rate>);
  STATIC_REQUIRE_FALSE(Multipliable<Rate, Money>);
  STATIC_REQUIRE_FALSE(Multipliable<Money, double>);
  STATIC_REQUIRE_FALSE(Multipliable<Money, int>);
  STATIC_REQUIRE_FALSE(Divisible<Money, Rate>);
  STATIC_REQUIRE_FALSE(Divisible<Money, int>);
  STATIC_REQUIRE(Multipliable<Amount, Rate>);
  STATIC_REQUIRE(Multipliable<Rate, Amount>);
  STATIC_REQUIRE(Multipliable<Amount, Ratio>);
  STATIC_REQUIRE(Divisible<Amount, Ratio>);
}

TEST_CASE("Amounts and ratios do not add, and amounts are not multiplied") {
  STATIC_REQUIRE(Addable<Amount, Amount>);
  STATIC_REQUIRE(Addable<Amount, Money>);
  STATIC_REQUIRE(Addable<Ratio, Rate>);
  STATIC_REQUIRE_FALSE(Addable<Amount, Ratio>);
  STATIC_REQUIRE_FALSE(Addable<Ratio, Amount>);
  STATIC_REQUIRE_FALSE(Addable<Amount, Rate>);
  STATIC_REQUIRE_FALSE(Subtractable<Amount, Ratio>);
  STATIC_REQUIRE_FALSE(Multipliable<Amount, Amount>);
  STATIC_REQUIRE_FALSE(Multipliable<Amount, Money>);
  STATIC_REQUIRE_FALSE(Multipliable<Amount, double>);
  STATIC_REQUIRE_FALSE(Divisible<Ratio, Amount>);
  STATIC_REQUIRE_FALSE(Divisible<Amount, double>);
}

TEST_CASE("A part of an amount is a ratio, a share of one is an amount") {
  STATIC_REQUIRE(std::same_as<decltype(Amount{} / Amount{}), Ratio>);
  STATIC_REQUIRE(std::same_as<decltype(Amount{} / Ratio{}), Amount>);
  STATIC_REQUIRE(std::same_as<decltype(Amount{} * Ratio{}), Amount>);
  STATIC_REQUIRE(std::same_as<decltype(Ratio{} * Ratio{}), Ratio>);
}

TEST_CASE("Values of different units are not compared") {
  STATIC_REQUIRE(Comparable<Money, Money>);
  STATIC_REQUIRE(Comparable<Amount, Money>);
  STATIC_REQUIRE(Comparable<Ratio, Rate>);
  STATIC_REQUIRE_FALSE(Comparable<Money, Rate>);
  STATIC_REQUIRE_FALSE(Comparable<Rate, Money>);
  STATIC_REQUIRE_FALSE(Comparable<Money, Ratio>);
  STATIC_REQUIRE_FALSE(Comparable<Amount, Rate>);
  STATIC_REQUIRE_FALSE(Comparable<Amount, Ratio>);
  STATIC_REQUIRE_FALSE(Comparable<Money, std::int64_t>);
  STATIC_REQUIRE_FALSE(Comparable<Rate, double>);
}

TEST_CASE("No value is made from a floating-point number") {
  STATIC_REQUIRE_FALSE(MakesMoney<double>);
  STATIC_REQUIRE_FALSE(MakesMoney<float>);
  STATIC_REQUIRE_FALSE(MakesRate<double>);
  STATIC_REQUIRE_FALSE(MakesRatio<double>);
  STATIC_REQUIRE_FALSE(std::constructible_from<Amount, double>);
  STATIC_REQUIRE_FALSE(MakesRational<double>);
  STATIC_REQUIRE_FALSE(std::constructible_from<Wide, double>);
  STATIC_REQUIRE(MakesMoney<int>);
  STATIC_REQUIRE(MakesRate<int>);
  STATIC_REQUIRE(MakesRatio<int>);
  STATIC_REQUIRE(MakesRational<int>);
}

TEST_CASE("Only rounding makes money of an exact amount") {
  STATIC_REQUIRE(std::convertible_to<Money, Amount>);
  STATIC_REQUIRE(std::convertible_to<Rate, Ratio>);
  STATIC_REQUIRE_FALSE(std::constructible_from<Money, Amount>);
  STATIC_REQUIRE_FALSE(std::constructible_from<Money, Rational>);
  STATIC_REQUIRE_FALSE(std::constructible_from<Money, std::int64_t>);
  STATIC_REQUIRE_FALSE(std::constructible_from<Rate, Ratio>);
  STATIC_REQUIRE_FALSE(std::assignable_from<Money&, Amount>);
  STATIC_REQUIRE(std::same_as<decltype(round(Amount{}, Rounding{})), std::optional<Money>>);
}

TEST_CASE("A number without a unit does not slip in for one that has a unit") {
  STATIC_REQUIRE_FALSE(std::convertible_to<Rational, Amount>);
  STATIC_REQUIRE_FALSE(std::convertible_to<Rational, Ratio>);
  STATIC_REQUIRE_FALSE(std::convertible_to<std::int64_t, Rational>);
  STATIC_REQUIRE_FALSE(std::convertible_to<std::int64_t, Ratio>);
  STATIC_REQUIRE_FALSE(std::constructible_from<Amount, Ratio>);
  STATIC_REQUIRE_FALSE(std::constructible_from<Ratio, Amount>);
  STATIC_REQUIRE_FALSE(std::constructible_from<Ratio, Money>);
}

TEST_CASE("Values are copied as bytes") {
  STATIC_REQUIRE(std::is_trivially_copyable_v<Money>);
  STATIC_REQUIRE(std::is_trivially_copyable_v<Rate>);
  STATIC_REQUIRE(std::is_trivially_copyable_v<Rational>);
  STATIC_REQUIRE(std::is_trivially_copyable_v<Amount>);
}

}  // namespace
}  // namespace gainshare
