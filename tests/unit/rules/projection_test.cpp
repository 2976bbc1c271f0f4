// SPDX-License-Identifier: Apache-2.0
#include "rules/projection.h"

#include "support/catch.h"

namespace gainshare {
namespace {

TEST_CASE("Nine months with run-out and trend become a year") {
  // 360 ÷ 0.96 = 375 for 9 months; 41.666… a month × 1.02 × 3 = 127.50.
  const auto out = project_year_end({.months = 9,
                                     .expenditure = Money::dollars(360),
                                     .completion_factor = Rate::percent(96),
                                     .trend = Rate::percent(2)});
  REQUIRE(out.ok());
  CHECK(out.value().completed == Amount{Money::dollars(375)});
  CHECK(out.value().remaining == Amount{Money::cents(12'750)});
  CHECK(out.value().projected == Money::cents(50'250));
}

TEST_CASE("With member months the year runs on per member month") {
  // 4,000 for 100 member months is 40 each; 60 more member months at 40 × 0.95.
  const auto out = project_year_end({.months = 6,
                                     .expenditure = Money::dollars(4'000),
                                     .completion_factor = Rate::whole(1),
                                     .trend = Rate::decimal(-5, 2),
                                     .member_months = 100,
                                     .projected_member_months = 160});
  REQUIRE(out.ok());
  CHECK(out.value().projected == Money::dollars(6'280));
}

TEST_CASE("The projected spending is rounded to the cent, half up") {
  const auto out = project_year_end({.months = 7,
                                     .expenditure = Money::cents(100),
                                     .completion_factor = Rate::whole(1),
                                     .trend = Rate{}});
  // 100 × 12 / 7 = 171.43 cents.
  CHECK(out.value().projected == Money::cents(171));
}

TEST_CASE("A projection beyond exact money is an issue and not a wrong figure") {
  const auto out = project_year_end({.months = 1,
                                     .expenditure = Money::cents(kLargestCents),
                                     .completion_factor = Rate::decimal(1, 6),
                                     .trend = Rate{}});
  REQUIRE_FALSE(out.ok());
  CHECK(out.issues().front().code == IssueCode::ArithmeticOverflow);
}

}  // namespace
}  // namespace gainshare
