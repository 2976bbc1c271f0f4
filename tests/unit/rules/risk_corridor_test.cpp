// SPDX-License-Identifier: Apache-2.0
#include "rules/risk_corridor.h"

#include "support/builders.h"
#include "support/catch.h"

namespace gainshare {
namespace {

using testing::stated;

// REACH, Global, to 2025.
Corridors global() {
  return {{.up_to = Rate::percent(25), .share = Rate::whole(1)},
          {.up_to = Rate::percent(35), .share = Rate::percent(50)},
          {.up_to = Rate::percent(50), .share = Rate::percent(25)},
          {.share = Rate::percent(10)}};
}

RiskCorridorTerms terms_with(const Corridors& corridors) {
  RiskCorridorTerms terms;
  terms.savings_corridors = corridors;
  terms.loss_corridors = corridors;
  return terms;
}

RiskCorridorOutcome settled(const RiskCorridorTerms& terms, Money benchmark, Money expenditure) {
  const auto out = settle_risk_corridor(terms,
                                        {.benchmark = benchmark,
                                         .expenditure = expenditure,
                                         .score = Rate::percent(80),
                                         .retention_met = true},
                                        Rounding{});
  REQUIRE(out.ok());
  CHECK(out.value().payment - out.value().loss_owed + out.value().payer_keeps ==
        out.value().savings);
  return out.value();
}

TEST_CASE("REACH lowers the benchmark by discount and withhold before anything is shared") {
  RiskCorridorTerms terms = terms_with(global());
  terms.discount = {{.id = "discount", .title = "Discount", .rate = Rate::percent(3)}};
  terms.quality_withhold = stated(Rate::percent(2));
  const auto out = settled(terms, Money::dollars(100'000'000), Money::dollars(90'000'000));
  CHECK(out.discounted_benchmark == Amount{Money::dollars(97'000'000)});
  CHECK(out.adjusted_benchmark == Amount{Money::dollars(96'612'000)});
  CHECK(out.payment == Money::dollars(6'612'000));
}

TEST_CASE("Each slice takes its own share, and the band's end belongs to it either way") {
  // 100 dollars: the first band ends at 25 dollars.
  const auto paid = [](std::int64_t spent_cents) {
    return settled(terms_with(global()), Money::dollars(100), Money::cents(spent_cents));
  };
  CHECK(paid(7'501).payment == Money::cents(2'499));
  CHECK(paid(7'500).payment == Money::cents(2'500));
  CHECK(paid(7'499).payment == Money::cents(2'501));  // the half cent is rounded up
  CHECK(paid(7'498).payment == Money::cents(2'501));
  CHECK(paid(12'499).loss_owed == Money::cents(2'499));
  CHECK(paid(12'500).loss_owed == Money::cents(2'500));
  CHECK(paid(12'501).loss_owed == Money::cents(2'501));
  CHECK(paid(12'502).loss_owed == Money::cents(2'501));
  CHECK(paid(7'000).shared_rate == Ratio{Rate::decimal(275, 3)});
  CHECK(paid(20'000).loss_owed == Money::cents(3'875));  // 25 + 5 + 3.75 + 5
}

TEST_CASE("Beyond a last band with an end nothing is shared") {
  const Corridors narrow{{.up_to = Rate::percent(5), .share = Rate::percent(50)}};
  const auto out = settled(terms_with(narrow), Money::dollars(100), Money::dollars(80));
  CHECK(out.payment == Money::dollars(2) + Money::cents(50));
}

TEST_CASE("The cap holds before the share, both ways, and sequestration takes savings alone") {
  RiskCorridorTerms terms = terms_with({{.share = Rate::whole(1)}});
  terms.share = stated(Rate::percent(80));
  terms.gross_cap = stated(Rate::percent(5));
  terms.sequestration = stated(Rate::percent(2));
  const auto savings = settled(terms, Money::dollars(100), Money::dollars(90));
  CHECK(savings.cap_bound);
  CHECK(savings.savings_side.shared == Amount{Money::dollars(4)});
  CHECK(savings.payment == Money::cents(392));
  const auto loss = settled(terms, Money::dollars(100), Money::dollars(110));
  CHECK(loss.cap_bound);
  CHECK(loss.loss_owed == Money::dollars(4));
  CHECK_FALSE(settled(terms, Money::dollars(100), Money::dollars(95)).cap_bound);
  CHECK(settled(terms, Money::dollars(100), Money::cents(9'499)).cap_bound);
  CHECK_FALSE(settled(terms, Money::dollars(100), Money::cents(9'501)).cap_bound);
  CHECK_FALSE(settled(terms, Money::dollars(100), Money::cents(10'499)).cap_bound);
  CHECK_FALSE(settled(terms, Money::dollars(100), Money::cents(10'500)).cap_bound);
  CHECK(settled(terms, Money::dollars(100), Money::cents(10'501)).cap_bound);
}

TEST_CASE("The parts of a discount add up, and some lower it") {
  RiskCorridorTerms terms = terms_with({{.share = Rate::whole(1)}});
  terms.discount = {{.id = "standard", .title = "Standard", .rate = Rate::percent(3)},
                    {.id = "quality", .title = "Quality", .rate = Rate::basis_points(-75)}};
  const auto out = settled(terms, Money::dollars(200'000'000), Money::dollars(190'000'000));
  CHECK(out.discount_rate == Ratio{Rate::basis_points(225)});
  CHECK(out.discounted_benchmark == Amount{Money::dollars(195'500'000)});
}

TEST_CASE("A retention withhold is lost by leaving and by nothing else") {
  RiskCorridorTerms terms = terms_with({{.share = Rate::whole(1)}});
  terms.retention_withhold = stated(Rate::percent(2));
  RiskCorridorInput input{.benchmark = Money::dollars(100), .expenditure = Money::dollars(90)};
  CHECK(check_risk_corridor_input(terms, input).size() == 1);
  input.retention_met = true;
  CHECK(check_risk_corridor_input(terms, input).empty());
  CHECK(settle_risk_corridor(terms, input, Rounding{}).value().payment == Money::dollars(10));
  input.retention_met = false;
  CHECK(settle_risk_corridor(terms, input, Rounding{}).value().payment == Money::dollars(8));
}

TEST_CASE("A quality withhold asks for the score") {
  RiskCorridorTerms terms = terms_with(global());
  terms.quality_withhold = stated(Rate::percent(2));
  const Issues lacking = check_risk_corridor_input(
      terms, {.benchmark = Money::dollars(1), .expenditure = Money::dollars(1)});
  REQUIRE(lacking.size() == 1);
  CHECK(lacking.front().path == "/quality/score");
}

TEST_CASE("Spending at the adjusted benchmark shares nothing either way") {
  const auto out = settled(terms_with(global()), Money::dollars(100), Money::dollars(100));
  CHECK(out.payment == Money{});
  CHECK(out.loss_owed == Money{});
}

}  // namespace
}  // namespace gainshare
