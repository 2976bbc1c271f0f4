// SPDX-License-Identifier: Apache-2.0
#include "scenario/form.h"

#include <random>

#include "support/catch.h"

using namespace gainshare;

namespace {

// y = x, the unknown itself.
Form unknown() { return Form::line(0, Rational{0}, Rational{1}); }
Form whole(std::int64_t n) { return Form{Rational{n}}; }

std::vector<std::int64_t> tried_one_by_one(const Form& form, Span span) {
  std::vector<std::int64_t> changes;
  for (std::int64_t at = span.first + 1; at <= span.last; ++at) {
    if (form.sign_at(at) != form.sign_at(at - 1)) changes.push_back(at);
  }
  return changes;
}

}  // namespace

TEST_CASE("A line goes through its two points") {
  const Form line = Form::line(10, Rational{7}, Rational{9, 2});
  CHECK(line.at(10) == Rational{7});
  CHECK(line.at(11) == Rational{9, 2});
  CHECK(line.at(0) == Rational{32});
  CHECK(line.slope().at(0) == Rational{-5, 2});
}

TEST_CASE("A quotient in lowest terms is the same function however it came about") {
  const Form x = unknown();
  const Form rate = (x - whole(480)) / x;  // savings over the benchmark
  CHECK(rate * x == x - whole(480));
  CHECK((rate * x).is_zero() == false);
  CHECK((rate * x - x + whole(480)).is_zero());
  CHECK(rate.at(500) == Rational{1, 25});
  CHECK(rate.slope().at(20) == Rational{480, 400});
}

TEST_CASE("Division by nothing and beyond exact arithmetic is invalid, and stays so") {
  const Form nothing = whole(1) / whole(0);
  CHECK_FALSE(nothing.valid());
  CHECK_FALSE((nothing + unknown()).valid());
  CHECK_FALSE(nothing.is_zero());
  Form power = unknown();
  for (int i = 0; i < 40; ++i) power = power * unknown();
  CHECK_FALSE(power.valid());
}

TEST_CASE("A line changes its sign at its root and beyond it") {
  const Form x = unknown();
  CHECK((x - whole(5)).sign_changes({0, 10}) == std::vector<std::int64_t>{5, 6});
  CHECK((x - Form{Rational{11, 2}}).sign_changes({0, 10}) == std::vector<std::int64_t>{6});
  CHECK((x - whole(5)).sign_changes({5, 10}) == std::vector<std::int64_t>{6});
  CHECK((x - whole(5)).sign_changes({0, 5}) == std::vector<std::int64_t>{5});
  CHECK((x - whole(5)).sign_changes({6, 10}).empty());
  CHECK((whole(1) / (x - whole(5))).sign_changes({0, 10}) == std::vector<std::int64_t>{5, 6});
}

TEST_CASE("No change of sign of a random quotient is missed or invented") {
  std::mt19937_64 random{7};
  std::uniform_int_distribution<std::int64_t> any{-60, 60};
  for (int i = 0; i < 300; ++i) {
    Form form = whole(1 + i % 3);
    for (int factor = 0; factor < 1 + i % 4; ++factor) {
      form = form * (unknown() - Form{Rational{any(random), 1 + factor % 2}});
    }
    form = form + whole(any(random));
    if (i % 2 == 1) form = form / (unknown() * unknown() + whole(1 + i));
    INFO(i);
    CHECK(form.sign_changes({-70, 70}) == tried_one_by_one(form, {-70, 70}));
  }
}
