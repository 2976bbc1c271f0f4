// SPDX-License-Identifier: Apache-2.0
// Prices, targets and spending of each group of episodes.
#include "trace/episode_context.h"

namespace gainshare {
namespace {

// One group: its ids begin "group_1_", "group_2_", in the order of the experience.
struct GroupContext {
  const EpisodeContext& c;
  const EpisodeGroup& group;
  const EpisodeGroupOutcome& out;
  std::size_t index;

  std::string id(std::string_view quantity) const {
    return "group_" + std::to_string(index + 1) + "_" + std::string{quantity};
  }
  std::string label(std::string_view words) const { return group.id + ": " + std::string{words}; }
};

// The hospital's own price, the region's, or the blend of the two; returns the id of the price.
std::string trace_blend(const GroupContext& g) {
  StepWriter& s = g.c.steps;
  const bool blends = g.c.terms.regional_share.has_value();
  std::vector<std::string_view> parts;
  const std::string own = g.id(blends ? "own_price" : "historical_price");
  const std::string own_part = g.id("own_part");
  const std::string regional = g.id("regional_price");
  const std::string regional_part = g.id("regional_part");
  if (g.group.historical_price) {
    s.given({own, g.label(blends ? "the hospital's own price" : "historical price")},
            *g.group.historical_price);
    if (!blends) return own;
    g.c.cite(Rule::PriceBlend);
    s.amount({own_part, g.label("the hospital's part of the price")}, Op::Multiply,
             {own, "own_share"}, g.out.own_part);
    parts.push_back(own_part);
  }
  s.given({regional, g.label("the region's price")}, *g.group.regional_price);
  g.c.cite(Rule::PriceBlend);
  s.amount({regional_part, g.label("the region's part of the price")}, Op::Multiply,
           {regional, "regional_share"}, g.out.regional_part);
  parts.push_back(regional_part);
  s.amount({g.id("historical_price"), g.label("blended price")}, Op::Add, parts,
           g.out.historical_price);
  return g.id("historical_price");
}

// The price × (1 - discount); the discount's steps stand before.
void trace_discounted(const GroupContext& g, std::string_view price, std::string_view discount,
                      std::string_view label) {
  const bool for_repayment = price == "repayment_price";
  const Amount& value = for_repayment ? g.out.repayment_price : g.out.target_price;
  const std::string taken = g.id(std::string{price} + "_discount");
  g.c.steps.amount({taken, g.label("discount")}, Op::Multiply, {g.id("benchmark_price"), discount},
                   g.out.benchmark_price - value);
  g.c.steps.amount({g.id(price), g.label(label)}, Op::Subtract, {g.id("benchmark_price"), taken},
                   value);
}

struct PriceIds {
  std::string benchmark;
  std::string target;
  std::string repayment;
};

PriceIds trace_prices(const GroupContext& g) {
  StepWriter& s = g.c.steps;
  const std::string target = g.id("target_price");
  if (g.group.target_price) {
    s.given({target, g.label("target price")}, *g.group.target_price);
    return {target, target, target};
  }
  const std::string historical = trace_blend(g);
  const std::string case_mix = g.id("case_mix");
  const std::string trend = g.id("peer_trend");
  s.given({case_mix, g.label("case-mix adjustment")},
          Ratio{g.group.case_mix.value_or(Rate::whole(1))}, Unit::Count);
  s.given({trend, g.label("peer-adjusted trend")},
          Ratio{g.group.peer_trend.value_or(Rate::whole(1))}, Unit::Count);
  g.c.cite(Rule::TargetPrice);
  s.amount({g.id("benchmark_price"), g.label("benchmark price")}, Op::Multiply,
           {historical, case_mix, trend}, g.out.benchmark_price);
  const bool bands = std::holds_alternative<DiscountBands>(g.c.terms.quality.value);
  if (!bands && !g.c.terms.discount) {
    return {g.id("benchmark_price"), g.id("benchmark_price"), g.id("benchmark_price")};
  }
  trace_discounted(g, "target_price", "discount", "target price");
  if (!bands) return {g.id("benchmark_price"), target, target};
  trace_discounted(g, "repayment_price", "repayment_discount", "target price for repayments");
  return {g.id("benchmark_price"), target, g.id("repayment_price")};
}

// The cost of every episode within its bounds. Returns the id of the cost that counts.
std::string trace_cost(const GroupContext& g, std::size_t i) {
  StepWriter& s = g.c.steps;
  const std::string number = std::to_string(i + 1);
  std::string last = g.id("cost_" + number);
  Amount value = g.group.costs[i];
  const auto bound = [&](std::string_view suffix, Op op, const std::string& by, Money limit) {
    value = op == Op::Minimum ? minimum(value, Amount{limit}) : maximum(value, Amount{limit});
    const std::string id = g.id("cost_" + number + "_" + std::string{suffix});
    s.amount({id, g.label("episode " + number + " within bounds")}, op, {last, by}, value);
    last = id;
  };
  if (g.out.costs.low) {
    g.c.cite(Rule::CostPercentiles);
    bound("from_below", Op::Maximum, g.id("low_cost"), *g.out.costs.low);
    bound("from_above", Op::Minimum, g.id("high_cost"), *g.out.costs.high);
  }
  if (g.group.highest_cost) {
    g.c.cite(Rule::EpisodeCap);
    bound("capped", Op::Minimum, g.id("highest_cost"), *g.group.highest_cost);
  }
  return last;
}

void trace_percentiles(const GroupContext& g, const std::vector<std::string>& costs) {
  StepWriter& s = g.c.steps;
  g.c.cite(Rule::CostPercentiles);
  const auto at = [&](std::string_view percentile, std::string_view id, Money value) {
    std::vector<std::string_view> inputs{percentile};
    inputs.insert(inputs.end(), costs.begin(), costs.end());
    s.amount({g.id(id), g.label("cost at the percentile")}, Op::NearestRank, inputs, Amount{value});
  };
  at("low_percentile", "low_cost", *g.out.costs.low);
  at("high_percentile", "high_cost", *g.out.costs.high);
}

void trace_actual(const GroupContext& g) {
  StepWriter& s = g.c.steps;
  if (g.group.actual) {
    s.given({g.id("actual"), g.label("actual spending")}, *g.group.actual);
    return;
  }
  std::vector<std::string> costs;
  for (std::size_t i = 0; i < g.group.costs.size(); ++i) {
    costs.push_back(g.id("cost_" + std::to_string(i + 1)));
    s.given({costs.back(), g.label("cost of episode " + std::to_string(i + 1))}, g.group.costs[i]);
  }
  if (g.out.costs.low) trace_percentiles(g, costs);
  if (g.group.highest_cost) {
    s.given({g.id("highest_cost"), g.label("most that an episode counts")}, *g.group.highest_cost);
  }
  std::vector<std::string> counted;
  for (std::size_t i = 0; i < costs.size(); ++i) counted.push_back(trace_cost(g, i));
  g.c.cite(Rule::Reconciliation);
  s.amount({g.id("actual"), g.label("actual spending")}, Op::Add, counted, g.out.actual);
}

void trace_group(const GroupContext& g) {
  StepWriter& s = g.c.steps;
  s.given({g.id("episodes"), g.label("episodes")}, Ratio::whole(g.group.count), Unit::Count);
  const PriceIds prices = trace_prices(g);
  g.c.cite(Rule::Reconciliation);
  const auto total = [&](std::string_view id, const std::string& price, const Amount& value) {
    s.amount({g.id(id), g.label("price × episodes")}, Op::Multiply, {price, g.id("episodes")},
             value);
  };
  total("benchmark", prices.benchmark, g.out.benchmark);
  total("target", prices.target, g.out.target);
  total("repayment_target", prices.repayment, g.out.repayment_target);
  trace_actual(g);
}

void trace_sum(const EpisodeContext& c, StepWriter::Words words, const Amount& value) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < c.facts.groups.size(); ++i) {
    parts.push_back("group_" + std::to_string(i + 1) + "_" + std::string{words.id});
  }
  c.steps.amount(words, Op::Add, parts, value);
}

}  // namespace

void trace_episode_groups(const EpisodeContext& c) {
  StepWriter& s = c.steps;
  if (c.terms.regional_share) {
    const Ratio share = c.terms.regional_share->value;
    s.given({"regional_share", "Region's part of the price"}, share, Unit::Fraction,
            c.terms.regional_share->source);
    c.cite(Rule::PriceBlend);
    s.fraction({"own_share", "Hospital's part of the price"}, Op::Complement, {"regional_share"},
               Ratio::whole(1) - share);
  }
  if (c.terms.winsorise) {
    s.given({"low_percentile", "Low percentile"}, Ratio{c.terms.winsorise->value.low},
            Unit::Fraction, c.terms.winsorise->source);
    s.given({"high_percentile", "High percentile"}, Ratio{c.terms.winsorise->value.high},
            Unit::Fraction, c.terms.winsorise->source);
  }
  for (std::size_t i = 0; i < c.facts.groups.size(); ++i) {
    trace_group({c, c.facts.groups[i], c.out.groups[i], i});
  }
  c.cite(Rule::Reconciliation);
  trace_sum(c, {"benchmark", "Price of all episodes before the discount"}, c.out.benchmark);
  trace_sum(c, {"target", "Target of all episodes"}, c.out.target);
  trace_sum(c, {"repayment_target", "Target for repayments"}, c.out.repayment_target);
  trace_sum(c, {"actual", "Actual spending"}, c.out.actual);
}

}  // namespace gainshare
