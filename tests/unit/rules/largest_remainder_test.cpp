// SPDX-License-Identifier: Apache-2.0
#include "rules/largest_remainder.h"

#include "support/catch.h"

namespace gainshare {
namespace {

std::vector<Ratio> weights(std::initializer_list<std::int64_t> whole) {
  std::vector<Ratio> list;
  for (const std::int64_t weight : whole) list.push_back(Ratio::whole(weight));
  return list;
}

std::vector<std::int64_t> cents_of(std::int64_t total, std::initializer_list<std::int64_t> whole) {
  const auto split = apportion(Money::cents(total), weights(whole));
  REQUIRE(split.has_value());
  std::vector<std::int64_t> cents;
  for (const Money part : split->cents) cents.push_back(part.in_cents());
  return cents;
}

using Cents = std::vector<std::int64_t>;

TEST_CASE("Equal remainders: the first in order get the cents that are left") {
  CHECK(cents_of(1'000, {1, 1, 1}) == Cents{334, 333, 333});
  CHECK(cents_of(1'001, {1, 1, 1}) == Cents{334, 334, 333});
  CHECK(cents_of(1'002, {1, 1, 1}) == Cents{334, 334, 334});
  CHECK(cents_of(1, {1, 1}) == Cents{1, 0});
}

TEST_CASE("The largest remainder comes before an earlier smaller one") {
  // 10 by 1, 2, 4: 1.43, 2.86, 5.71; two cents are left, for the second and the third.
  CHECK(cents_of(10, {1, 2, 4}) == Cents{1, 3, 6});
}

TEST_CASE("Nothing is split into nothing, and no weight gets nothing") {
  CHECK(cents_of(0, {1, 2}) == Cents{0, 0});
  CHECK(cents_of(7, {0, 1, 0}) == Cents{0, 7, 0});
}

TEST_CASE("The exact parts add up to the total") {
  const auto split = apportion(Money::cents(100), weights({1, 2, 4}));
  REQUIRE(split.has_value());
  CHECK(split->exact[0] == Amount{Rational{100, 7}});
  CHECK(split->exact[0] + split->exact[1] + split->exact[2] == Amount{Money::cents(100)});
}

TEST_CASE("What cannot be split is refused") {
  CHECK_FALSE(apportion(Money::cents(10), weights({0, 0})).has_value());
  CHECK_FALSE(apportion(Money::cents(10), {}).has_value());
  CHECK_FALSE(apportion(Money::cents(10), weights({2, -1})).has_value());
  CHECK_FALSE(apportion(Money::cents(-10), weights({1})).has_value());
  CHECK_FALSE(apportion(Money::cents(10), {Ratio{Rational::invalid()}}).has_value());
}

}  // namespace
}  // namespace gainshare
