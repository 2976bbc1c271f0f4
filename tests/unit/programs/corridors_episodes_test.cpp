// SPDX-License-Identifier: Apache-2.0
// Pioneer, Next Generation, Direct Contracting, REACH, LEAD, CJR and BPCI Advanced: what they
// resolve to, in every year, and what they refuse.
#include <string>

#include "programs/aco_reach/resolve.h"
#include "programs/bpci_advanced/resolve.h"
#include "programs/cjr/resolve.h"
#include "programs/ngaco/resolve.h"
#include "programs/pioneer/resolve.h"
#include "rules/risk_corridor.h"
#include "support/catch.h"

namespace gainshare {
namespace {

template <class T>
std::vector<std::string> paths_of(const Result<T>& result) {
  std::vector<std::string> paths;
  if (result.ok()) return paths;
  for (const Issue& issue : result.issues()) paths.push_back(issue.path);
  return paths;
}
using Paths = std::vector<std::string>;

NextGenerationElections next_generation(std::int32_t year, const char* risk) {
  NextGenerationElections elections;
  elections.performance_year = year;
  elections.risk_arrangement = risk;
  elections.cap = Rate::percent(5);
  if (year < 2019) elections.discount.whole = Rate::basis_points(225);
  return elections;
}

TEST_CASE("Next Generation shares 80 % to 2018, 85 % from 2019, or all") {
  for (std::int32_t year = 2016; year <= 2020; ++year) {
    INFO(year);
    const auto partial = resolve_next_generation(next_generation(year, "partial_risk"));
    const auto full = resolve_next_generation(next_generation(year, "full_risk"));
    REQUIRE(partial.ok());
    REQUIRE(full.ok());
    CHECK(partial.value().terms.share.value == Rate::percent(year < 2019 ? 80 : 85));
    CHECK(full.value().terms.share.value == Rate::whole(1));
    CHECK(partial.value().terms.sequestration.value == Rate::percent(2));
    CHECK(partial.value().terms.quality_withhold.has_value() == (year >= 2019));
  }
  CHECK(paths_of(resolve_next_generation(next_generation(2021, "full_risk"))) ==
        Paths{"/performance_year"});
}

TEST_CASE("Next Generation's example pays 4,312,000") {
  const auto resolved = resolve_next_generation(next_generation(2017, "partial_risk"));
  REQUIRE(resolved.ok());
  const auto out = settle_risk_corridor(
      resolved.value().terms,
      {.benchmark = Money::dollars(200'000'000), .expenditure = Money::dollars(190'000'000)},
      Rounding{});
  REQUIRE(out.ok());
  CHECK(*out.value().cap == Amount{Money::dollars(9'775'000)});
  CHECK(out.value().savings_side.shared == Amount{Money::dollars(4'400'000)});
  CHECK(out.value().payment == Money::dollars(4'312'000));
}

TEST_CASE("A discount by parts is the standard one and its three additions") {
  auto elections = next_generation(2016, "full_risk");
  elections.discount = {.quality = Rate::percent(-1),
                        .regional = Rate::percent(1),
                        .national = Rate::basis_points(-50)};
  const auto resolved = resolve_next_generation(elections);
  REQUIRE(resolved.ok());
  REQUIRE(resolved.value().terms.discount.size() == 4);
  CHECK(resolved.value().terms.discount.front().rate == Rate::percent(3));
  CHECK(resolved.value().terms.discount.front().source.status == Status::Unverified);
  elections.discount.quality = Rate::decimal(1, 9);
  elections.discount.regional = Rate::decimal(10'000'001, 9);
  elections.discount.national.reset();
  CHECK(paths_of(resolve_next_generation(elections)) ==
        Paths{"/quality_discount", "/regional_discount", "/national_discount"});
}

TEST_CASE("Next Generation refuses what nobody could elect, all of it at once") {
  auto elections = next_generation(2017, "some_risk");
  elections.cap = Rate::decimal(49, 3);
  elections.discount.whole = Rate::decimal(46, 3);
  CHECK(paths_of(resolve_next_generation(elections)) ==
        Paths{"/risk_arrangement", "/cap", "/discount"});
  elections = next_generation(2018, "full_risk");
  elections.cap.reset();
  elections.discount.regional = Rate{};
  CHECK(paths_of(resolve_next_generation(elections)) == Paths{"/cap", "/discount"});
  elections = next_generation(2019, "full_risk");
  elections.discount.whole = Rate::percent(1);
  CHECK(paths_of(resolve_next_generation(elections)) == Paths{"/discount"});
  for (const auto& [cap, lawful] :
       {std::pair{Rate::decimal(499, 4), false}, std::pair{Rate::percent(5), true},
        std::pair{Rate::percent(15), true}, std::pair{Rate::decimal(1501, 4), false}}) {
    elections = next_generation(2018, "full_risk");
    elections.cap = cap;
    CHECK(resolve_next_generation(elections).ok() == lawful);
  }
}

TEST_CASE("Direct Contracting and REACH: discount and withhold of every year") {
  struct Year {
    std::int32_t year;
    Rate discount;
    Rate withhold;
    Rate first_band;
  };
  const Rate two = Rate::percent(2);
  const Rate five = Rate::percent(5);
  for (const Year& expected :
       {Year{2021, two, five, Rate::percent(25)}, Year{2022, two, five, Rate::percent(25)},
        Year{2023, Rate::percent(3), two, Rate::percent(25)},
        Year{2024, Rate::percent(3), two, Rate::percent(25)},
        Year{2025, Rate::percent(4), two, Rate::percent(25)},
        Year{2026, Rate::percent(4), five, Rate::percent(10)}}) {
    INFO(expected.year);
    const std::string program = expected.year < 2023 ? "gpdc" : "aco_reach";
    const auto global = resolve_reach({program, expected.year, "global", false, std::nullopt});
    REQUIRE(global.ok());
    const RiskCorridorTerms& terms = global.value().terms;
    CHECK(terms.discount.front().rate == expected.discount);
    CHECK(terms.quality_withhold->value == expected.withhold);
    CHECK(terms.savings_corridors.front().up_to == expected.first_band);
    CHECK_FALSE(terms.retention_withhold.has_value());
    const auto professional =
        resolve_reach({program, expected.year, "professional", true, std::nullopt});
    REQUIRE(professional.ok());
    CHECK(professional.value().terms.discount.empty());
    CHECK(professional.value().terms.savings_corridors.front().share == Rate::percent(50));
    CHECK(professional.value().terms.retention_withhold->source.status == Status::Unverified);
  }
  CHECK(paths_of(resolve_reach({"gpdc", 2023, "global", false, std::nullopt})) ==
        Paths{"/performance_year"});
  CHECK(paths_of(resolve_reach({"aco_reach", 2022, "global", false, std::nullopt})) ==
        Paths{"/performance_year"});
  CHECK(paths_of(resolve_reach({"aco_reach", 2024, "full", false, "low"})) ==
        Paths{"/risk_arrangement", "/spending_level"});
}

TEST_CASE("LEAD is not settled, and its discount depends on spending") {
  const auto low = resolve_reach({"lead", 2027, "global", false, "low"});
  const auto high = resolve_reach({"lead", 2027, "professional", false, "high"});
  REQUIRE(low.ok());
  REQUIRE(high.ok());
  CHECK(low.value().terms.discount.front().rate == Rate::percent(3));
  CHECK(high.value().terms.discount.front().rate == Rate::basis_points(175));
  CHECK(low.value().terms.sequestration.value == Rate::percent(2));
  CHECK(low.value().terms.savings_corridors.front().source.status == Status::NotSettled);
  CHECK(find_edition("lead", 2027)->law == "not_settled");
  CHECK(paths_of(resolve_reach({"lead", 2027, "global", true, std::nullopt})) ==
        Paths{"/spending_level", "/retention_withhold"});
  CHECK(paths_of(resolve_reach({"lead", 2027, "global", false, "middle"})) ==
        Paths{"/spending_level"});
}

TEST_CASE("Pioneer's options by year; the options have no third year") {
  const auto share = [](std::int32_t year, const char* option) {
    const auto resolved = resolve_pioneer({year, option});
    REQUIRE(resolved.ok());
    const SharedSavingsTerms& terms = resolved.value().terms;
    CHECK(std::get<Rate>(terms.loss->share.value) == terms.sharing_rate.value);
    CHECK(terms.loss->limit.of_benchmark->value == terms.cap->value.rate);
    CHECK(terms.savings_basis.source.status == Status::Unverified);
    return terms.sharing_rate.value;
  };
  CHECK(share(1, "core") == Rate::percent(60));
  CHECK(share(2, "core") == Rate::percent(70));
  CHECK(share(3, "core") == Rate::percent(70));
  CHECK(share(1, "option_a") == Rate::percent(50));
  CHECK(share(2, "option_b") == Rate::percent(75));
  CHECK(paths_of(resolve_pioneer({3, "option_a"})) == Paths{"/option"});
  CHECK(paths_of(resolve_pioneer({4, "core"})) == Paths{"/performance_year"});
}

TEST_CASE("CJR: limits, blend and repayments of every year") {
  struct Year {
    std::int32_t year;
    std::int64_t gain, loss, rural;  // percent
    const char* regional;
    std::int64_t good_repayment;  // basis points
  };
  for (const Year& expected :
       {Year{1, 5, 0, 0, "1/3", 0}, Year{2, 5, 5, 3, "1/3", 100}, Year{3, 10, 10, 5, "2/3", 100},
        Year{4, 20, 20, 5, "1", 200}, Year{5, 20, 20, 5, "1", 200}, Year{6, 20, 20, 5, "1", 150},
        Year{7, 20, 20, 5, "1", 150}, Year{8, 20, 20, 5, "1", 150}}) {
    INFO(expected.year);
    const auto standard = resolve_cjr({expected.year, "standard"});
    const auto rural = resolve_cjr({expected.year, "rural"});
    REQUIRE(standard.ok());
    REQUIRE(rural.ok());
    const EpisodePaymentTerms& terms = standard.value().terms;
    CHECK(terms.stop_gain->value == Rate::percent(expected.gain));
    CHECK(terms.stop_loss->value == Rate::percent(expected.loss));
    CHECK(rural.value().terms.stop_loss->value == Rate::percent(expected.rural));
    CHECK(terms.regional_share->value == Rate::from_text(expected.regional));
    CHECK(terms.no_repayment.has_value() == (expected.year == 1));
    const auto& bands = std::get<DiscountBands>(terms.quality.value).bands;
    REQUIRE(bands.size() == 4);
    CHECK_FALSE(bands[0].discount.has_value());
    CHECK(bands[1].discount == Rate::percent(3));
    CHECK_FALSE(bands[3].inclusive);
    if (expected.year > 1) {
      CHECK(bands[2].repayment_discount == Rate::basis_points(expected.good_repayment));
    }
    CHECK((bands[2].source.status == Status::Unverified) == (expected.year >= 6));
  }
  CHECK(paths_of(resolve_cjr({9, "standard"})) == Paths{"/performance_year"});
  CHECK(paths_of(resolve_cjr({2, "urban"})) == Paths{"/hospital"});
}

TEST_CASE("CJR's composite has the points of 42 CFR 510.315") {
  const auto resolved = resolve_cjr({2, "standard"});
  REQUIRE(resolved.ok());
  const CompositeScore& composite = *resolved.value().terms.composite;
  REQUIRE(composite.measures.size() == 3);
  CHECK(composite.maximum == Rate::whole(20));
  CHECK(composite.measures[0].points.size() == 8);
  CHECK(composite.measures[0].improvement_points == Rate::whole(1));
  CHECK(composite.measures[1].improvement_points == Rate::decimal(8, 1));
  CHECK(composite.measures[2].maximum_points == Rate::whole(2));
}

TEST_CASE("BPCI Advanced has the same figures in every year, all from memory") {
  for (std::int32_t year = 2018; year <= 2025; ++year) {
    const auto resolved = resolve_bpci_advanced(year);
    REQUIRE(resolved.ok());
    CHECK(resolved.value().terms.discount->value == Rate::percent(3));
    CHECK(resolved.value().terms.discount->source.status == Status::Unverified);
    CHECK(std::get<ScoreAdjustment>(resolved.value().terms.quality.value).most ==
          Rate::percent(10));
    CHECK(resolved.value().terms.winsorise->value.low == Rate::percent(1));
  }
  CHECK(paths_of(resolve_bpci_advanced(2017)) == Paths{"/performance_year"});
}

}  // namespace
}  // namespace gainshare
