// SPDX-License-Identifier: Apache-2.0
#include "rules/total_cost_index.h"

#include "support/catch.h"

namespace gainshare {
namespace {

Ratio ratio(std::int64_t n, std::int64_t d) { return Ratio{Rational{n, d}}; }

CostIndexSide side(std::int64_t paid_dollars, std::int64_t resource_dollars, Rate burden) {
  return {
      .paid = {.per_member_month = Money::dollars(paid_dollars), .total = {}},
      .resources = MonthlyCost{.per_member_month = Money::dollars(resource_dollars), .total = {}},
      .member_months = {},
      .illness_burden = burden};
}

TotalCostIndexFacts facts() {
  return {.group = side(420, 380, Rate::decimal(105, 2)),
          .peers = side(390, 370, Rate::whole(1)),
          .members = 600};
}

TotalCostIndexTerms terms(std::int64_t minimum_members = 600) {
  TotalCostIndexTerms out;
  out.minimum_members.value = minimum_members;
  out.decimals.value = 3;
  return out;
}

TotalCostIndexOutcome settled(const TotalCostIndexTerms& of, const TotalCostIndexFacts& with) {
  REQUIRE(check_total_cost_index_facts(of, with).empty());
  const auto out = total_cost_index(of, with);
  REQUIRE(out.ok());
  return out.value();
}

std::vector<std::string> lacking(const TotalCostIndexFacts& with) {
  std::vector<std::string> paths;
  for (const Issue& issue : check_total_cost_index_facts(terms(), with))
    paths.push_back(issue.path);
  return paths;
}
using Paths = std::vector<std::string>;

TEST_CASE("420 at 1.05 against 390 at 1 is a total cost index of 40/39") {
  const TotalCostIndexOutcome out = settled(terms(), facts());
  CHECK(out.cost.group_adjusted == Amount{Money::dollars(400)});
  CHECK(out.cost.index == ratio(40, 39));
  REQUIRE(out.resources);
  CHECK(out.resources->index == Ratio{Rational{38'000, 105}} / Ratio::whole(370));
  CHECK(*out.price * out.resources->index == out.cost.index);
  CHECK(*out.reported_cost == ratio(1026, 1000));
  CHECK(*out.reported_resources == ratio(978, 1000));
  CHECK(*out.reported_price == ratio(1049, 1000));
}

TEST_CASE("The price index comes of the exact indices, not of the reported ones") {
  TotalCostIndexTerms two = terms();
  two.decimals.value = 0;
  const TotalCostIndexOutcome out = settled(two, facts());
  CHECK(*out.reported_cost == Ratio::whole(1));
  CHECK(*out.reported_resources == Ratio::whole(1));
  CHECK(*out.price > ratio(1048, 1000));
}

TEST_CASE("A half of the last decimal is reported upwards") {
  TotalCostIndexFacts half = facts();
  half.group = side(1'025, 1, Rate::whole(1));
  half.peers = side(1'000, 1, Rate::whole(1));
  TotalCostIndexTerms two = terms();
  two.decimals.value = 2;
  CHECK(*settled(two, half).reported_cost == ratio(103, 100));
}

TEST_CASE("One member below the minimum nothing is reported, and the exact indices stay") {
  TotalCostIndexFacts few = facts();
  few.members = 599;
  const TotalCostIndexOutcome out = settled(terms(), few);
  CHECK_FALSE(out.enough_members);
  CHECK_FALSE(out.reported_cost);
  CHECK_FALSE(out.reported_price);
  CHECK(out.cost.index == ratio(40, 39));
  few.members.reset();
  CHECK(settled(terms(0), few).enough_members);
}

TEST_CASE("A cost in all and its member months are the same as by member month") {
  TotalCostIndexFacts totals = facts();
  for (CostIndexSide* each : {&totals.group, &totals.peers}) {
    for (MonthlyCost* cost : {&each->paid, &*each->resources}) {
      cost->total = Money::cents(cost->per_member_month->in_cents() * 700);
      cost->per_member_month.reset();
    }
    each->member_months = 700;
  }
  CHECK(settled(terms(), totals).price == settled(terms(), facts()).price);
}

TEST_CASE("Without resource values there is a total cost index alone") {
  TotalCostIndexFacts paid = facts();
  paid.group.resources.reset();
  paid.peers.resources.reset();
  const TotalCostIndexOutcome out = settled(terms(), paid);
  CHECK_FALSE(out.resources);
  CHECK_FALSE(out.price);
  CHECK(out.reported_cost);
}

TEST_CASE("What an index lacks is asked for, all at once") {
  CHECK(lacking({}) == Paths{"/total_cost_index/group/paid_pmpm_cents",
                             "/total_cost_index/peers/paid_pmpm_cents",
                             "/total_cost_index/members"});
  TotalCostIndexFacts one_side = facts();
  one_side.peers.resources.reset();
  CHECK(lacking(one_side) == Paths{"/total_cost_index/peers/resources_pmpm_cents"});
  TotalCostIndexFacts no_months = facts();
  no_months.group.paid = {.per_member_month = {}, .total = Money::dollars(1)};
  CHECK(lacking(no_months) == Paths{"/total_cost_index/group/member_months"});
}

TEST_CASE("A member counts from 1 to 64 years with nine months, ends included") {
  const CostIndexMembers members{.youngest_age = 1, .oldest_age = 64, .minimum_months = 9};
  CHECK(counts_in_cost_index(members, 1, 9));
  CHECK(counts_in_cost_index(members, 64, 12));
  CHECK_FALSE(counts_in_cost_index(members, 0, 12));
  CHECK_FALSE(counts_in_cost_index(members, 65, 12));
  CHECK_FALSE(counts_in_cost_index(members, 40, 8));
  CHECK(counts_in_cost_index({}, 99, 0));
}

TEST_CASE("A cost of nothing is refused where an index divides by it, and not elsewhere") {
  TotalCostIndexFacts zero = facts();
  zero.peers = side(0, 0, Rate::whole(1));
  CHECK(lacking(zero) == Paths{"/total_cost_index/peers/paid_pmpm_cents",
                               "/total_cost_index/peers/resources_pmpm_cents"});
  zero = facts();
  zero.group.paid.per_member_month = Money{};
  CHECK(settled(terms(), zero).cost.index == Ratio{});
}

}  // namespace
}  // namespace gainshare
