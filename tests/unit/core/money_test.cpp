// SPDX-License-Identifier: Apache-2.0
#include "core/money.h"

#include "core/rate.h"
#include "support/catch.h"

namespace gainshare {
namespace {

TEST_CASE("Money is whole cents and adds without a remainder") {
  CHECK(Money::dollars(5) == Money::cents(500));
  CHECK((Money::dollars(500) - Money::dollars(480)).in_cents() == 2000);
  CHECK((Money::cents(1) + Money::cents(-3)).in_cents() == -2);
  CHECK((-Money::cents(7)).in_cents() == -7);
  CHECK(Money::cents(-1) < Money{});
}

TEST_CASE("A share of money is an amount, and a part of an amount is a ratio") {
  const Amount savings = Money::dollars(20);
  CHECK(savings * Rate::percent(50) == Amount{Money::dollars(10)});
  CHECK(Rate::percent(50) * savings == savings / Rate::whole(2));
  CHECK(savings / Money::dollars(500) == Ratio{Rate::percent(4)});
  CHECK((savings * Rate::from_text("1/3").value()).exact_cents().to_text() == "2000/3");
}

TEST_CASE("An amount keeps what a cent cannot hold") {
  const Amount third = Amount{Money::cents(1)} / Ratio::whole(3);
  CHECK(third + third + third == Money::cents(1));
  CHECK(third - Money::cents(1) == -(third + third));
  CHECK(third.sign() == 1);
}

TEST_CASE("The smaller and the larger are taken by value") {
  const Amount small = Amount{Money::cents(10)} / Ratio::whole(3);
  const Amount large = Money::cents(4);
  CHECK(minimum(small, large) == small);
  CHECK(minimum(large, small) == small);
  CHECK(maximum(small, large) == large);
  CHECK(maximum(large, small) == large);
  CHECK(minimum(Ratio{Rate::percent(50)}, Ratio{Rate::percent(40)}) == Ratio{Rate::percent(40)});
  CHECK(maximum(Ratio{Rate::percent(50)}, Ratio{Rate::percent(40)}) == Ratio{Rate::percent(50)});
}

TEST_CASE("The smaller or larger of something invalid is invalid, on either side") {
  const Amount bad = Amount{Money::cents(1)} / Ratio::whole(0);
  const Amount good = Money::cents(1);
  const Ratio bad_ratio = good / Amount{};
  CHECK_FALSE(bad.valid());
  CHECK_FALSE(minimum(bad, good).valid());
  CHECK_FALSE(minimum(good, bad).valid());
  CHECK_FALSE(maximum(bad, good).valid());
  CHECK_FALSE(maximum(good, bad).valid());
  CHECK_FALSE(minimum(bad_ratio, Ratio::whole(1)).valid());
  CHECK_FALSE(maximum(Ratio::whole(1), bad_ratio).valid());
}

}  // namespace
}  // namespace gainshare
