// SPDX-License-Identifier: Apache-2.0
#include "rules/total_cost_index.h"

#include <string>

#include "core/rounding.h"

namespace gainshare {
namespace {

Amount monthly(const MonthlyCost& cost, const CostIndexSide& side) {
  if (cost.per_member_month) return Amount{*cost.per_member_month};
  return Amount{*cost.total} / Ratio::whole(*side.member_months);
}

CostIndex index_of(const MonthlyCost& group, const MonthlyCost& peers,
                   const TotalCostIndexFacts& facts) {
  CostIndex out{.group_monthly = monthly(group, facts.group),
                .peers_monthly = monthly(peers, facts.peers)};
  out.group_adjusted = out.group_monthly / Ratio{facts.group.illness_burden};
  out.peers_adjusted = out.peers_monthly / Ratio{facts.peers.illness_burden};
  out.index = out.group_adjusted / out.peers_adjusted;
  return out;
}

// Where a figure stands: "/total_cost_index/peers/paid_cents".
struct Figure {
  std::string side;
  std::string name;  // "paid", "resources"
  std::string path() const { return "/total_cost_index/" + side + "/" + name + "_pmpm_cents"; }
};

void check_cost(const MonthlyCost& cost, const CostIndexSide& side, const Figure& figure,
                Issues& issues) {
  if (!cost.per_member_month && !cost.total) {
    issues.push_back(missing(figure.path(),
                             "What the members cost is not given. Enter it per "
                             "member per month, or in all with member_months."));
  } else if (!cost.per_member_month && !side.member_months) {
    issues.push_back(missing("/total_cost_index/" + figure.side + "/member_months",
                             "A cost in all is divided by member months, but they are not given. "
                             "Enter them, or the cost per member per month."));
  }
}

// An index divides by what the peers cost.
void check_above_zero(const MonthlyCost& cost, const Figure& figure, Issues& issues) {
  const bool is_zero = (cost.per_member_month && *cost.per_member_month <= Money{}) ||
                       (!cost.per_member_month && cost.total && *cost.total <= Money{});
  if (!is_zero) return;
  issues.push_back({.path = figure.path(),
                    .code = IssueCode::OutOfRange,
                    .message =
                        "The index divides by this cost, and it is 0. Enter a cost above 0, or "
                        "leave the resources out.",
                    .params = {}});
}

std::optional<Ratio> reported(const Ratio& index, const Ratio& scale) {
  // A whole number of units of the last decimal, in the place of whole cents.
  const auto units = round(Amount{index.exact() * scale.exact()}, Rounding{});
  if (!units) return std::nullopt;
  return Ratio::whole(units->in_cents()) / scale;
}

Issue overflow() {
  return {.path = "/total_cost_index",
          .code = IssueCode::ArithmeticOverflow,
          .message =
              "The indices are beyond exact arithmetic. Enter costs and illness burdens of a "
              "usual size.",
          .params = {}};
}

}  // namespace

Ratio decimal_scale(std::int64_t decimals) {
  std::int64_t scale = 1;
  for (std::int64_t i = 0; i < decimals; ++i) scale *= 10;
  return Ratio::whole(scale);
}

bool counts_in_cost_index(const CostIndexMembers& members, std::int64_t age, std::int64_t months) {
  const bool too_old = members.oldest_age && age > *members.oldest_age;
  return age >= members.youngest_age && !too_old && months >= members.minimum_months;
}

Issues check_total_cost_index_facts(const TotalCostIndexTerms& terms,
                                    const TotalCostIndexFacts& facts) {
  Issues issues;
  check_cost(facts.group.paid, facts.group, {"group", "paid"}, issues);
  check_cost(facts.peers.paid, facts.peers, {"peers", "paid"}, issues);
  check_above_zero(facts.peers.paid, {"peers", "paid"}, issues);
  if (facts.group.resources.has_value() != facts.peers.resources.has_value()) {
    const std::string side = facts.group.resources ? "peers" : "group";
    issues.push_back(missing(Figure{side, "resources"}.path(),
                             "The resource use of one side alone compares with nothing. Enter "
                             "that of both, or of neither."));
  } else if (facts.group.resources) {
    check_cost(*facts.group.resources, facts.group, {"group", "resources"}, issues);
    check_cost(*facts.peers.resources, facts.peers, {"peers", "resources"}, issues);
    // The price index divides by the resource use index, so the group's must be above 0 too.
    check_above_zero(*facts.group.resources, {"group", "resources"}, issues);
    check_above_zero(*facts.peers.resources, {"peers", "resources"}, issues);
  }
  if (terms.minimum_members.value > 0 && !facts.members) {
    issues.push_back(missing("/total_cost_index/members",
                             "The indices need a minimum of members, but the group's number is "
                             "not given. Enter it."));
  }
  return issues;
}

Result<TotalCostIndexOutcome> total_cost_index(const TotalCostIndexTerms& terms,
                                               const TotalCostIndexFacts& facts) {
  TotalCostIndexOutcome out;
  const std::int64_t minimum = terms.minimum_members.value;
  out.enough_members = minimum == 0 || facts.members.value_or(0) >= minimum;
  out.cost = index_of(facts.group.paid, facts.peers.paid, facts);
  if (facts.group.resources) {
    out.resources = index_of(*facts.group.resources, *facts.peers.resources, facts);
    out.price = out.cost.index / out.resources->index;
  }
  if (!out.cost.index.valid() || (out.price && !out.price->valid())) return overflow();
  if (!out.enough_members) return out;
  const Ratio scale = decimal_scale(terms.decimals.value);
  out.reported_cost = reported(out.cost.index, scale);
  if (out.resources) {
    out.reported_resources = reported(out.resources->index, scale);
    out.reported_price = reported(*out.price, scale);
    if (!out.reported_resources || !out.reported_price) return overflow();
  }
  if (!out.reported_cost) return overflow();
  return out;
}

}  // namespace gainshare
