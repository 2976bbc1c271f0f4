// SPDX-License-Identifier: Apache-2.0
#include "rules/benchmark_adjustment.h"

#include "rules/benchmark_risk.h"
#include "support/builders.h"
#include "support/catch.h"

namespace gainshare {
namespace {

using testing::stated;

Amount dollars(std::int64_t n) { return Amount{Money::dollars(n)}; }

RegionalAdjustmentTerms terms_2024() {
  return {.weight_below = stated(Rate::percent(50)),
          .weight_above = stated(Rate::percent(15)),
          .cap_up = stated(Rate::percent(5)),
          .cap_down = stated(Rate::basis_points(150)),
          .offset_negative = stated(true),
          .drop_negative = stated(true)};
}

// One type of 10,000 against a region at the same risk, in a nation of 10,000.
RegionalFacts against(std::int64_t regional, Rate proportion = Rate::whole(1)) {
  return {.historical = dollars(10'000),
          .regional = Money::dollars(regional),
          .relative_risk = Ratio::whole(1),
          .national = Money::dollars(10'000),
          .proportion = proportion};
}

TEST_CASE("The weight is that of a group that spends no more or more than its region") {
  CHECK(regional_adjustment(terms_2024(), {against(10'800)}, {}).overall == dollars(400));
  // Equal spending: no more than the region.
  CHECK(regional_adjustment(terms_2024(), {against(10'000)}, {}).weight ==
        Ratio{Rate::percent(50)});
  const auto more = regional_adjustment(terms_2024(), {against(9'800)}, {});
  CHECK_FALSE(more.spends_less);
  CHECK(more.overall == -dollars(30));
  CHECK(more.dropped);
}

TEST_CASE("All types together say which weight counts, and each is capped by itself") {
  const Rate half = Rate::percent(50);
  const auto out =
      regional_adjustment(terms_2024(), {against(12'000, half), against(9'000, half)}, {});
  CHECK(out.difference == dollars(500));
  CHECK(out.types[0].capped == dollars(500));   // 1,000 within 5 %
  CHECK(out.types[1].capped == -dollars(150));  // -500 within 1.5 %
  CHECK(out.overall == dollars(175));
  CHECK_FALSE(out.dropped);
}

TEST_CASE("The offset reduces negative adjustments alone, after the cap") {
  const Rate half = Rate::percent(50);
  const auto out = regional_adjustment(terms_2024(), {against(12'000, half), against(9'000, half)},
                                       Ratio{Rate::percent(20)});
  CHECK(out.types[0].after_offset == dollars(500));
  CHECK(out.types[1].after_offset == -dollars(120));
  CHECK(negative_offset(Ratio{Rate::percent(10)}, Ratio{Rate::percent(80)}) == Ratio{});
  CHECK(negative_offset(Ratio{Rate::percent(20)}, Ratio{Rate::percent(100)}) ==
        Ratio{Rate::percent(20)});
  CHECK(negative_offset(Ratio{Rate::percent(90)}, Ratio{Rate::percent(120)}) == Ratio::whole(1));
}

TEST_CASE(
    "Prior savings average the years, losses too, and take the lesser of half and 5 percent") {
  const PriorSavingsTerms terms{.scale = stated(Rate::percent(50)),
                                .cap = stated(Rate::percent(5))};
  const auto of = [&terms](std::vector<Money> years, Rate proration) {
    return prior_savings_adjustment(terms, years, proration, dollars(10'000)).adjustment;
  };
  const Rate whole = Rate::whole(1);
  CHECK(of({Money::dollars(600), Money::dollars(-300), Money{}}, whole) == dollars(50));
  CHECK(of({Money::dollars(600), Money::dollars(-300), Money{}}, Rate::percent(50)) == dollars(25));
  CHECK(of({Money::dollars(1'000)}, whole) == dollars(500));
  CHECK(of({Money::dollars(1'001)}, whole) == dollars(500));
  CHECK(of({Money::dollars(-1)}, whole) == Amount{});
}

TEST_CASE("Of regional and prior savings the higher counts, of equal ones prior savings") {
  const auto choose = [](std::int64_t regional, std::int64_t prior) {
    RegionalOutcome region;
    region.overall = dollars(regional);
    region.dropped = regional < 0;
    PriorSavingsOutcome savings;
    savings.adjustment = dollars(prior);
    return chosen_adjustment(region, savings, {});
  };
  CHECK(choose(101, 100) == BenchmarkAdjustment::Regional);
  CHECK(choose(100, 100) == BenchmarkAdjustment::PriorSavings);
  CHECK(choose(-1, 1) == BenchmarkAdjustment::PriorSavings);
  CHECK(choose(-1, 0) == BenchmarkAdjustment::None);
  CHECK(choose(0, 0) == BenchmarkAdjustment::Regional);
}

TEST_CASE("Without a rule that drops it a negative regional adjustment counts") {
  RegionalAdjustmentTerms terms = terms_2024();
  terms.drop_negative = stated(false);
  const auto out = regional_adjustment(terms, {against(9'800)}, {});
  CHECK(chosen_adjustment(out, {}, {}) == BenchmarkAdjustment::Regional);
}

TEST_CASE("An equity adjustment begins at its share, and nothing is left above the ceiling") {
  const EquityAdjustmentTerms terms{.rate = stated(Rate::percent(5)),
                                    .minimum_share = stated(Rate::percent(15))};
  const auto of = [&terms](Rate share, std::int64_t other) {
    return equity_adjustment(terms, share, dollars(10'000), dollars(other));
  };
  CHECK(of(Rate::percent(15), 100).adjustment == dollars(60));
  CHECK_FALSE(of(Rate::decimal(1499, 4), 100).eligible);
  CHECK(of(Rate::decimal(1499, 4), 100).adjustment == Amount{});
  CHECK(of(Rate::percent(50), 500).adjustment == Amount{});
  CHECK(of(Rate::percent(50), 501).adjustment == Amount{});
  CHECK(of(Rate::percent(50), -200).highest == Amount{});
}

TEST_CASE("A risk ratio is capped where a cap is stated, on either side") {
  const Ratio up{Rate::percent(3)};
  const Ratio down{Rate::percent(2)};
  const auto ratio = [](int percent) { return Ratio{Rate::percent(percent)}; };
  CHECK(capped_risk_ratio(ratio(105), up, {}) == ratio(103));
  CHECK(capped_risk_ratio(ratio(103), up, {}) == ratio(103));
  CHECK(capped_risk_ratio(ratio(94), up, {}) == ratio(94));
  CHECK(capped_risk_ratio(ratio(94), up, down) == ratio(98));
  CHECK(capped_risk_ratio(ratio(105), {}, {}) == ratio(105));
}

TEST_CASE("The aggregate risk ratio weighs by benchmark and person-years, and exceeds strictly") {
  // 100 × 10 at 1.06 and 300 × 10 at 1.02: (1,060 + 3,060) / 4,000 = 1.03.
  const std::vector<RiskOfType> types{{dollars(100), Rate::whole(10), Ratio{Rate::percent(106)}},
                                      {dollars(300), Rate::whole(10), Ratio{Rate::percent(102)}}};
  const auto at = aggregate_risk(types, Ratio{Rate::percent(3)}, Ratio{});
  CHECK(at.ratio == Ratio{Rate::percent(103)});
  CHECK_FALSE(at.exceeded);
  CHECK(aggregate_risk(types, Ratio{Rate::percent(3)}, Ratio{Rate::basis_points(-1)}).exceeded);
  CHECK(aggregate_risk({}, Ratio{Rate::percent(3)}, Ratio{}).ratio == Ratio::whole(1));
}

}  // namespace
}  // namespace gainshare
