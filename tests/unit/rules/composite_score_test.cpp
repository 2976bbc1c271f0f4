// SPDX-License-Identifier: Apache-2.0
#include "rules/composite_score.h"

#include "support/catch.h"

namespace gainshare {
namespace {

// Two measures of CJR's three, with the points of 42 CFR 510.315(c) at their ends.
CompositeScore terms() {
  CompositeMeasure complications{.id = "complications",
                                 .title = "Complications",
                                 .maximum_points = Rate::whole(10),
                                 .points = {{Rate{}, Rate{}},
                                            {Rate::whole(30), Rate::decimal(55, 1)},
                                            {Rate::whole(50), Rate::whole(7)},
                                            {Rate::whole(90), Rate::whole(10)}},
                                 .improvement_deciles = 2,
                                 .improvement_points = Rate::whole(1),
                                 .missing_percentile = Rate::whole(50)};
  CompositeMeasure outcomes{.id = "pro", .title = "Outcomes", .maximum_points = Rate::whole(2)};
  return {.maximum = Rate::whole(12), .measures = {complications, outcomes}};
}

Ratio score(std::vector<CompositeResult> results) {
  results.push_back({.id = "pro", .submitted = true});
  return score_composite(terms(), results).score;
}

TEST_CASE("Points begin at their percentile and not before") {
  const auto at = [](Rate percentile) {
    return score({{.id = "complications", .percentile = percentile}});
  };
  CHECK(at(Rate::decimal(2999, 2)) == Ratio::whole(2));
  CHECK(at(Rate::whole(30)) == Ratio{Rate::decimal(75, 1)});
  CHECK(at(Rate::decimal(8999, 2)) == Ratio::whole(9));
  CHECK(at(Rate::whole(90)) == Ratio::whole(12));
}

TEST_CASE("A rise of two deciles adds points, one of one decile does not") {
  const auto rise = [](std::int64_t deciles) {
    return score(
        {{.id = "complications", .percentile = Rate::whole(50), .improvement_deciles = deciles}});
  };
  CHECK(rise(1) == Ratio::whole(9));
  CHECK(rise(2) == Ratio::whole(10));
  CHECK(rise(3) == Ratio::whole(10));
  CHECK(rise(-9) == Ratio::whole(9));
}

TEST_CASE("The score is at most the maximum") {
  CHECK(score({{.id = "complications", .percentile = Rate::whole(95), .improvement_deciles = 3}}) ==
        Ratio::whole(12));
}

TEST_CASE("A measure without a value counts at the percentile that stands in for it") {
  const auto out = score_composite(terms(), {{.id = "pro", .submitted = false}});
  CHECK(out.measures.front().assumed_percentile);
  CHECK(out.score == Ratio::whole(7));
}

TEST_CASE("What no measure asks for and what is not told have their places") {
  const Issues issues = check_composite(terms(), {{.id = "other"}});
  REQUIRE(issues.size() == 2);
  CHECK(issues[0].path == "/episodes/composite/0/id");
  CHECK(issues[1].path == "/episodes/composite");
  CHECK(check_composite(terms(), {{.id = "pro", .submitted = true}}).empty());
}

}  // namespace
}  // namespace gainshare
