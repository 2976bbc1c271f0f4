// SPDX-License-Identifier: Apache-2.0
#include "rules/risk_score.h"

#include <array>

#include "support/catch.h"

namespace gainshare {
namespace {

Ratio ratio(std::int64_t n, std::int64_t d) { return Ratio{Rational{n, d}}; }

TEST_CASE("A raw score of 1.2 is paid as 0.9853403… after coding and normalisation") {
  const Ratio score = payment_score(
      Rate::decimal(12, 1),
      {.coding_adjustment = Rate::decimal(59, 3), .normalisation = Rate::decimal(1146, 3)});
  CHECK(score == ratio(11'292, 11'460));
}

TEST_CASE("Frailty is added after everything else, and may take away") {
  const PaymentScoreTerms terms{.coding_adjustment = Rate::percent(10),
                                .normalisation = Rate::whole(2),
                                .frailty = Rate::decimal(-5, 2)};
  CHECK(payment_score(Ratio::whole(1), terms) == ratio(2, 5));
  CHECK(payment_score(Ratio::whole(1), {}) == Ratio::whole(1));
}

TEST_CASE("A blend is the sum of each score by its weight") {
  const std::array parts{BlendPart{.score = Ratio::whole(1), .weight = Rate::percent(67)},
                         BlendPart{.score = ratio(6, 5), .weight = Rate::percent(33)}};
  CHECK(blended_score(parts) == ratio(1066, 1000));
  CHECK(blended_score({}) == Ratio{});
}

TEST_CASE("A mean weighs each score by its months, and renormalised it is 1") {
  const std::array scores{WeightedScore{.score = Ratio::whole(1), .months = 12},
                          WeightedScore{.score = Ratio::whole(2), .months = 6}};
  const Ratio mean = mean_score(scores);
  CHECK(mean == ratio(4, 3));
  CHECK(renormalised_score(mean, mean) == Ratio::whole(1));
  CHECK(renormalised_score(Ratio::whole(1), mean) == ratio(3, 4));
  CHECK_FALSE(mean_score({}).valid());
  CHECK_FALSE(renormalised_score(mean, Ratio{}).valid());
}

TEST_CASE("A risk ratio stays within its caps, each side by itself") {
  const RiskRatioCaps up{.down = {}, .up = Rate::percent(3)};
  const RiskRatio above = risk_ratio(ratio(11, 10), Ratio::whole(1), up);
  CHECK(above.uncapped == ratio(11, 10));
  CHECK(above.capped == ratio(103, 100));
  CHECK(above.cap_bound);
  CHECK(risk_ratio(ratio(1, 2), Ratio::whole(1), up).capped == ratio(1, 2));
  const RiskRatioCaps down{.down = Rate::percent(5), .up = {}};
  CHECK(risk_ratio(ratio(1, 2), Ratio::whole(1), down).capped == ratio(95, 100));
  CHECK(risk_ratio(Ratio::whole(2), Ratio::whole(1), down).capped == Ratio::whole(2));
  CHECK(risk_ratio(Ratio::whole(2), Ratio::whole(3), {}).capped == ratio(2, 3));
}

TEST_CASE("Exactly at a cap nothing is taken, and a thousandth beyond it is") {
  const RiskRatioCaps caps{.down = Rate::percent(3), .up = Rate::percent(3)};
  for (const std::int64_t limit : {970, 1030}) {
    CHECK_FALSE(risk_ratio(ratio(limit, 1000), Ratio::whole(1), caps).cap_bound);
  }
  CHECK(risk_ratio(ratio(1031, 1000), Ratio::whole(1), caps).cap_bound);
  CHECK(risk_ratio(ratio(969, 1000), Ratio::whole(1), caps).cap_bound);
}

TEST_CASE("A ratio to a base of nothing is no ratio") {
  const RiskRatio none = risk_ratio(Ratio::whole(1), Ratio{}, {.down = {}, .up = Rate::percent(3)});
  CHECK_FALSE(none.uncapped.valid());
  CHECK_FALSE(none.capped.valid());
  CHECK_FALSE(none.cap_bound);
}

TEST_CASE("Who stayed counts by demographic change, or by an HCC score that fell") {
  CHECK(continuously_assigned_ratio(ratio(11, 10), ratio(101, 100)) == ratio(101, 100));
  CHECK(continuously_assigned_ratio(Ratio::whole(1), ratio(101, 100)) == ratio(101, 100));
  CHECK(continuously_assigned_ratio(ratio(9, 10), ratio(101, 100)) == ratio(9, 10));
}

}  // namespace
}  // namespace gainshare
