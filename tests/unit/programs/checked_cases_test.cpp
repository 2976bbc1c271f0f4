// SPDX-License-Identifier: Apache-2.0
// Real settlements, recomputed from the resolved terms. RULES.md 2.3, "Checked real cases"; the
// published figures are whole dollars.
#include <string>

#include "programs/programs.h"
#include "rules/shared_savings.h"
#include "support/catch.h"

namespace gainshare {
namespace {

struct Case {
  MsspElections elections;
  SharedSavingsFacts facts;

  SharedSavingsOutcome settle() const {
    const auto resolved = resolve_mssp(elections);
    REQUIRE(resolved.ok());
    REQUIRE(check_shared_savings_facts(resolved.value().terms, facts).empty());
    const auto outcome = settle_shared_savings(resolved.value().terms, facts, Rounding{});
    REQUIRE(outcome.ok());
    return outcome.value();
  }
};

Case case_of(std::int32_t year, std::string_view track, Money benchmark, Money expenditure) {
  Case result;
  result.elections.performance_year = year;
  result.elections.track = track;
  result.elections.minimum_rate_stated = true;
  result.facts.benchmark = benchmark;
  result.facts.expenditure = expenditure;
  result.facts.population.assigned_beneficiaries = 10'000;
  result.facts.quality.met_standard = true;
  return result;
}

// A case of which only the savings are known: they stand well above the minimum rate.
Case savings_case(std::int32_t year, std::string_view track, Money savings) {
  const Money benchmark = Money::cents(savings.in_cents() * 10);
  return case_of(year, track, benchmark, benchmark - savings);
}

Case loss_case(std::int32_t year, std::string_view track, Money loss) {
  const Money benchmark = Money::cents(loss.in_cents() * 10);
  return case_of(year, track, benchmark, benchmark + loss);
}

bool is_dollars(Money amount, std::int64_t dollars) {
  const std::int64_t difference = amount.in_cents() - dollars * 100;
  return difference >= -100 && difference <= 100;
}

TEST_CASE("Palm Beach 2014, Track 1: the size table decides, the score scales the share") {
  Case palm_beach =
      case_of(2014, "track_1", Money::dollars(450'902'466), Money::dollars(418'729'017));
  palm_beach.facts.population.assigned_beneficiaries = 34'601;
  palm_beach.facts.quality.score = Rate::decimal(916'964'286, 9);
  CHECK(is_dollars(palm_beach.settle().payment, 14'455'933));
}

TEST_CASE("Palm Beach 2013, Track 1: complete reporting pays the full share, to the cent") {
  Case palm_beach = savings_case(2013, "track_1", Money::cents(3'956'883'484));
  CHECK(palm_beach.settle().payment == Money::cents(1'938'872'907));
}

TEST_CASE("Chinese Community 2014, Track 1: savings of 1.4 % are below its size's minimum") {
  Case chinese = case_of(2014, "track_1", Money::dollars(100'000'000), Money::dollars(98'594'400));
  chinese.facts.population.assigned_beneficiaries = 11'219;
  chinese.facts.quality.score = Rate::whole(1);
  const auto outcome = chinese.settle();
  CHECK(outcome.payment == Money{});
  CHECK(outcome.below_minimum_rate);
}

TEST_CASE("RGV 2014, Track 2: 60 % scaled by the score") {
  Case rgv = savings_case(2014, "track_2", Money::dollars(13'767'494));
  rgv.elections.minimum_rate = Rate::percent(2);
  rgv.elections.track_year = 2;
  rgv.facts.quality.score = Rate::decimal(930'022'321, 9);
  CHECK(is_dollars(rgv.settle().payment, 7'528'797));
}

TEST_CASE("A1409 2018, Track 1: the payment limit comes after sequestration") {
  Case a1409 = case_of(2018, "track_1", Money::dollars(121'182'225), Money::dollars(83'501'144));
  a1409.facts.quality.score = Rate::decimal(9082, 4);
  const auto outcome = a1409.settle();
  CHECK(is_dollars(outcome.payment, 12'118'223));
  CHECK(outcome.cap_bound);
}

TEST_CASE("A1001 2020, ENHANCED: no sequestration") {
  Case a1001 = savings_case(2020, "enhanced", Money::dollars(72'427'998));
  a1001.facts.quality.score = Rate::whole(1);
  CHECK(is_dollars(a1001.settle().payment, 54'320'998));
}

TEST_CASE("A5328 2024, BASIC A: the half rate pays below the minimum") {
  Case a5328 = case_of(2024, "basic_a", Money::dollars(106'946'667), Money::dollars(106'914'583));
  a5328.elections.agreement_start = Date{2024, 1, 1};
  a5328.facts.low_revenue = true;
  const auto outcome = a5328.settle();
  CHECK(is_dollars(outcome.payment, 6'288));
  CHECK(outcome.reduced_sharing_used);
}

TEST_CASE("A3743 2018, Track 3: failing the standard owes at the highest rate") {
  Case a3743 = loss_case(2018, "track_3", Money::dollars(2'828'054));
  a3743.facts.quality.met_standard = false;
  a3743.facts.quality.score = Rate::whole(0);
  a3743.facts.disaster = DisasterAmount{Money::dollars(2'797)};
  CHECK(is_dollars(a3743.settle().loss_owed, 2'118'244));
}

TEST_CASE("A5471 2024, ENHANCED: the loss rate keeps the score and is not rounded") {
  Case a5471 = loss_case(2024, "enhanced", Money::dollars(279'953));
  a5471.facts.quality.score = Rate::decimal(7705, 4);
  a5471.facts.disaster = DisasterAmount{Money::dollars(6'830)};
  const auto outcome = a5471.settle();
  CHECK(outcome.loss_rate == Ratio{Rate::decimal(422'125, 6)});
  CHECK(is_dollars(outcome.loss_owed, 111'345));
}

TEST_CASE("A2029 2021, Track 2: the loss rate follows the score, and the loss is forgiven") {
  Case a2029 = loss_case(2021, "track_2", Money::dollars(2'382'640));
  a2029.elections.track_year = 3;
  a2029.facts.quality.score = Rate::percent(89);
  const auto outcome = a2029.settle();
  CHECK(outcome.loss_rate == Ratio{Rate::decimal(466, 3)});
  CHECK(is_dollars(round(outcome.loss_after_limit, Rounding{}).value_or(Money{}), 1'110'310));
  CHECK(outcome.loss_owed == Money{});
}

TEST_CASE("fewer than 5,000 beneficiaries put a fixed election on the size table from 2020 on") {
  for (const auto& [year, track, by_table] :
       {std::tuple{2018, "track_3", false}, std::tuple{2019, "track_3", false},
        std::tuple{2019, "enhanced", true}, std::tuple{2020, "track_3", true},
        std::tuple{2024, "enhanced", true}}) {
    // 3 % saved: above an elected 1 %, below the 3.9 % to 5 % of the table.
    Case small = case_of(year, track, Money::dollars(50'000'000), Money::dollars(48'500'000));
    small.elections.minimum_rate = Rate::percent(1);
    small.facts.population.assigned_beneficiaries = 4'500;
    small.facts.quality.score = Rate::whole(1);
    INFO(year << " " << track);
    CHECK((small.settle().payment == Money{}) == by_table);
  }
}

}  // namespace
}  // namespace gainshare
