// SPDX-License-Identifier: Apache-2.0
#include "rules/benchmark.h"

#include "support/catch.h"

namespace gainshare {
namespace {

BenchmarkTerms weights(std::vector<BaseYearWeight> years) {
  return {.base_years = {.value = std::move(years), .source = {}}};
}

TEST_CASE("A benchmark of base years weighs each year's updated spending") {
  // 100.00 × 1.10 × 0.35 + 120.00 × 1.05 × 0.65 = 38.50 + 81.90.
  Experience experience;
  Spending& spending = experience.spending.emplace();
  spending.base_years = {{2022, Money::dollars(100), Rate::decimal(110, 2)},
                         {2023, Money::dollars(120), Rate::decimal(105, 2)}};
  const auto made = benchmark_of_base_years(
      weights({{2022, Rate::whole(35)}, {2023, Rate::whole(65)}}), experience);
  REQUIRE(made.ok());
  CHECK(made.value().benchmark == Money::cents(12'040));
  CHECK(made.value().base_years[0].weighted == Amount{Money::cents(3'850)});
  CHECK(made.value().base_years[1].weighted == Amount{Money::cents(8'190)});
}

TEST_CASE("Weights need not add up to one, and the years' order does not matter") {
  Experience experience;
  Spending& spending = experience.spending.emplace();
  spending.base_years = {{2023, Money::cents(200), Rate::whole(1)},
                         {2021, Money::cents(100), Rate::whole(1)},
                         {2022, Money::cents(100), Rate::whole(1)}};
  const Rate one = Rate::whole(1);
  const auto made =
      benchmark_of_base_years(weights({{2021, one}, {2022, one}, {2023, one}}), experience);
  REQUIRE(made.ok());
  // 400 / 3 = 133 1/3 cents, rounded once.
  CHECK(made.value().exact * Ratio::whole(3) == Amount{Money::cents(400)});
  CHECK(made.value().benchmark == Money::cents(133));
}

TEST_CASE("Per member month, the fraction of a cent is kept until the total") {
  Experience experience;
  Spending& spending = experience.spending.emplace();
  spending.basis = SpendingBasis::PerMemberPerMonth;
  spending.base_years = {{2023, Money::cents(10'000), Rate::decimal(100'004, 5)}};
  experience.population.member_months = 1'000;
  const auto made = benchmark_of_base_years(weights({{2023, Rate::whole(1)}}), experience);
  REQUIRE(made.ok());
  CHECK(made.value().benchmark == Money::cents(10'000'400));
}

TEST_CASE("Half a cent rounds up, less rounds down, and less than half a cent is no benchmark") {
  const auto of = [](std::int64_t cents, Rate factor) {
    Experience experience;
    Spending& spending = experience.spending.emplace();
    spending.base_years = {{2023, Money::cents(cents), factor}};
    return benchmark_of_base_years(weights({{2023, Rate::whole(1)}}), experience);
  };
  CHECK(of(1, Rate::decimal(5, 1)).value().benchmark == Money::cents(1));
  CHECK(of(3, Rate::decimal(5, 1)).value().benchmark == Money::cents(2));
  const auto none = of(1, Rate::decimal(499'999'999, 9));
  REQUIRE(!none.ok());
  CHECK(none.issues()[0].path == "/spending/base_years");
  CHECK(!of(0, Rate::whole(1)).ok());
  const auto beyond = of(kLargestCents, Rate::whole(2));
  REQUIRE(!beyond.ok());
  CHECK(beyond.issues()[0].code == IssueCode::OutOfRange);
}

TEST_CASE("Every base year that is missing and every one without a weight is told") {
  Experience experience;
  Spending& spending = experience.spending.emplace();
  spending.base_years = {{2020, Money::cents(100), Rate::whole(1)},
                         {2022, Money::cents(100), Rate::whole(1)},
                         {2019, Money::cents(100), Rate::whole(1)}};
  const Rate one = Rate::whole(1);
  const auto made =
      benchmark_of_base_years(weights({{2021, one}, {2022, one}, {2023, one}}), experience);
  REQUIRE(!made.ok());
  REQUIRE(made.issues().size() == 4);
  CHECK(made.issues()[0].message ==
        "The benchmark counts the base year 2021, but its spending is not given. Add the year "
        "2021.");
  CHECK(made.issues()[1].params[0].second == "2023");
  CHECK(made.issues()[2].path == "/spending/base_years/0/year");
  CHECK(made.issues()[3].path == "/spending/base_years/2/year");
}

TEST_CASE("A benchmark beside base years is refused") {
  Experience experience;
  Spending& spending = experience.spending.emplace();
  spending.benchmark = Money::dollars(1);
  spending.base_years = {{2023, Money::cents(100), Rate::whole(1)}};
  const auto made = benchmark_of_base_years(weights({{2023, Rate::whole(1)}}), experience);
  REQUIRE(!made.ok());
  CHECK(made.issues()[0].path == "/spending/benchmark_cents");
}

}  // namespace
}  // namespace gainshare
