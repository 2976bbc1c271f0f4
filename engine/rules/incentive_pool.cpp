// SPDX-License-Identifier: Apache-2.0
#include "rules/incentive_pool.h"

#include <algorithm>
#include <utility>

#include "rules/largest_remainder.h"

namespace gainshare {
namespace {

Issue overflow() {
  return {.path = "/areas",
          .code = IssueCode::ArithmeticOverflow,
          .message =
              "The average of the areas or their shares are beyond exact arithmetic. Enter "
              "changes and weights with fewer digits.",
          .params = {}};
}

AreaTotalsOutcome run_totals(const AreaTotals& of) {
  AreaTotalsOutcome out;
  const Ratio member_months = Ratio::whole(of.member_months);
  const Ratio of_year = Ratio::whole(of.projected_member_months.value_or(of.member_months));
  out.prior = Ratio::whole(of.prior_total) / Ratio::whole(of.prior_member_months);
  out.completed = Ratio::whole(of.total) / Ratio{of.completion_factor};
  out.to_date = out.completed / member_months;
  out.change_to_date = (out.to_date - out.prior) / out.prior;
  out.remaining_member_months = of_year - member_months;
  out.trend_change = out.to_date * Ratio{of.trend};
  out.remaining_level = out.to_date + out.trend_change;
  out.remaining = out.remaining_level * out.remaining_member_months;
  out.year_total = out.completed + out.remaining;
  out.current = out.year_total / of_year;
  out.change_exact = (out.current - out.prior) / out.prior;
  return out;
}

// A thousandfold rise is a slip in the totals, and beyond what is rounded to millionths.
constexpr std::int64_t kMostChange = 1'000;

void check_totals(const AreaFacts& area, const AreaResult& result, const std::string& path,
                  Issues& issues) {
  if (!result.totals) return;
  if (run_totals(*result.totals).change_exact <= Ratio::whole(kMostChange)) return;
  issues.push_back({.path = path + "/measures/" + result.measure,
                    .code = IssueCode::OutOfRange,
                    .message = "Measure \"" + result.measure + "\" of area \"" + area.id +
                               "\" counts more than a thousand times the prior year for each "
                               "member month. Correct the totals or the member months.",
                    .params = {{"area", area.id}, {"measure", result.measure}}});
}

// Whether the arithmetic held.
bool find_change(const AreaResult& result, AreaMeasureOutcome& out) {
  if (result.change) {
    out.change = *result.change;
  } else if (result.totals) {
    out.totals = run_totals(*result.totals);
    const auto millionths =
        round(Amount{Money::cents(kMillionths)} * out.totals->change_exact, Rounding{});
    if (!millionths) return false;
    out.totals->millionths = *millionths;
    out.change = Ratio::whole(millionths->in_cents()) / Ratio::whole(kMillionths);
  } else {
    out.change = (Ratio{*result.current} - Ratio{*result.prior}) / Ratio{*result.prior};
  }
  return out.change.valid();
}

Ratio weight_of(const IncentivePoolTerms& terms, const AreaFacts& area) {
  if (terms.settlement_split.empty()) return Ratio::whole(area.lives.value_or(0));
  for (const SettlementWeight& entry : terms.settlement_split) {
    if (entry.area == area.id) return entry.weight;
  }
  return {};
}

// Whether the arithmetic held.
bool compare_with_average(const IncentivePoolTerms& terms, const IncentivePoolFacts& facts,
                          IncentivePoolOutcome& out) {
  const Ratio area_count = Ratio::whole(static_cast<std::int64_t>(facts.areas.size()));
  for (const PoolMeasure& measure : terms.measures.value) {
    Ratio sum;
    for (std::size_t a = 0; a < facts.areas.size(); ++a) {
      AreaMeasureOutcome& result = out.areas[a].measures.emplace_back();
      if (!find_change(*find_result(facts.areas[a], measure.id), result)) return false;
      sum = sum + result.change;
    }
    if (!sum.valid()) return false;
    out.sums.push_back(sum);
    out.averages.push_back(sum / area_count);
    for (AreaOutcome& area : out.areas) {
      AreaMeasureOutcome& result = area.measures.back();
      // Strictly better: an area on the average earns no point.
      result.beats_average = measure.direction == Direction::LowerIsBetter
                                 ? result.change < out.averages.back()
                                 : result.change > out.averages.back();
      result.points = Ratio::whole(result.beats_average ? 1 : 0);
      area.points = area.points + result.points;
      out.total_points = out.total_points + result.points;
    }
  }
  out.claimed = out.total_points.sign() > 0;
  return true;
}

// Whether the arithmetic held; writes the shares of an amount by weight into the areas.
bool share_pool(IncentivePoolOutcome& out) {
  if (!out.claimed) return true;
  std::vector<Ratio> points;
  for (const AreaOutcome& area : out.areas) points.push_back(area.points);
  const auto split = apportion(out.awarded, points);
  if (!split) return false;
  for (std::size_t a = 0; a < out.areas.size(); ++a) {
    out.areas[a].pool_share_exact = split->exact[a];
    out.areas[a].pool_share = split->cents[a];
  }
  return true;
}

bool share_settlement(IncentivePoolOutcome& out) {
  std::vector<Ratio> weights;
  for (const AreaOutcome& area : out.areas) {
    weights.push_back(area.settlement_weight);
    out.settlement_is_split = out.settlement_is_split || area.settlement_weight.sign() > 0;
  }
  if (!out.settlement_is_split) return true;
  const auto split = apportion(out.settlement, weights);
  if (!split) return false;
  for (std::size_t a = 0; a < out.areas.size(); ++a) {
    out.areas[a].settlement_share_exact = split->exact[a];
    out.areas[a].settlement_share = split->cents[a];
  }
  return true;
}

void check_areas_of_split(const IncentivePoolTerms& terms, const IncentivePoolFacts& facts,
                          Issues& issues) {
  for (std::size_t a = 0; a < facts.areas.size(); ++a) {
    const std::string& id = facts.areas[a].id;
    const bool named = std::any_of(terms.settlement_split.begin(), terms.settlement_split.end(),
                                   [&id](const SettlementWeight& w) { return w.area == id; });
    if (named) continue;
    issues.push_back({.path = "/areas/" + std::to_string(a) + "/id",
                      .code = IssueCode::Conflict,
                      .message = "Area \"" + id +
                                 "\" has no weight in the contract's settlement split. Add it "
                                 "there, with weight 0 when it gets nothing.",
                      .params = {{"area", id}}});
  }
  for (const SettlementWeight& weight : terms.settlement_split) {
    const bool there = std::any_of(facts.areas.begin(), facts.areas.end(),
                                   [&](const AreaFacts& area) { return area.id == weight.area; });
    if (there) continue;
    issues.push_back({.path = "/areas",
                      .code = IssueCode::Missing,
                      .message = "Area \"" + weight.area +
                                 "\" of the contract's settlement split is not given. Add it.",
                      .params = {{"area", weight.area}}});
  }
}

void check_lives(const IncentivePoolFacts& facts, Issues& issues) {
  const auto stated = std::count_if(facts.areas.begin(), facts.areas.end(),
                                    [](const AreaFacts& area) { return area.lives.has_value(); });
  if (stated == 0) return;
  std::int64_t lives = 0;
  for (std::size_t a = 0; a < facts.areas.size(); ++a) {
    lives += facts.areas[a].lives.value_or(0);
    if (facts.areas[a].lives) continue;
    issues.push_back({.path = "/areas/" + std::to_string(a) + "/lives",
                      .code = IssueCode::Missing,
                      .message = "Other areas state their lives, this one does not. Enter its "
                                 "lives, or leave them out of every area.",
                      .params = {{"key", "lives"}}});
  }
  if (lives > 0 || !issues.empty()) return;
  issues.push_back({.path = "/areas",
                    .code = IssueCode::OutOfRange,
                    .message = "No area has any lives, so the settlement cannot be split by them. "
                               "Enter the lives, or leave them out of every area.",
                    .params = {}});
}

}  // namespace

SavingsToDate savings_to_date(Money benchmark, const ProjectionOutcome& projection) {
  SavingsToDate out;
  out.part_of_year = projection.unit_count / (projection.unit_count + projection.remaining_units);
  out.benchmark = Amount{benchmark} * out.part_of_year;
  out.savings = out.benchmark - projection.completed;
  return out;
}

const AreaResult* find_result(const AreaFacts& area, const std::string& measure) {
  const auto found =
      std::find_if(area.results.begin(), area.results.end(),
                   [&measure](const AreaResult& result) { return result.measure == measure; });
  return found == area.results.end() ? nullptr : &*found;
}

Issues check_incentive_pool_facts(const IncentivePoolTerms& terms,
                                  const IncentivePoolFacts& facts) {
  Issues issues;
  if (facts.areas.empty()) {
    return {{.path = "/areas",
             .code = IssueCode::Missing,
             .message = "The contract rewards areas, but none is given. Add the areas with the "
                        "changes of their measures.",
             .params = {{"key", "areas"}}}};
  }
  for (std::size_t a = 0; a < facts.areas.size(); ++a) {
    const std::string path = "/areas/" + std::to_string(a);
    for (const PoolMeasure& measure : terms.measures.value) {
      const AreaResult* const result = find_result(facts.areas[a], measure.id);
      if (result != nullptr) {
        check_totals(facts.areas[a], *result, path, issues);
        continue;
      }
      issues.push_back({.path = path,
                        .code = IssueCode::Missing,
                        .message = "Area \"" + facts.areas[a].id + "\" has no measure \"" +
                                   measure.id + "\". Add its change, or its results of both years.",
                        .params = {{"area", facts.areas[a].id}, {"measure", measure.id}}});
    }
  }
  if (terms.settlement_split.empty()) {
    check_lives(facts, issues);
  } else {
    check_areas_of_split(terms, facts, issues);
  }
  return issues;
}

Result<IncentivePoolOutcome> settle_incentive_pool(const IncentivePoolTerms& terms,
                                                   const IncentivePoolFacts& facts, Money savings,
                                                   Rounding rounding) {
  IncentivePoolOutcome out{.savings = savings, .to_distribute = std::max(Money{}, savings)};
  for (const AreaFacts& area : facts.areas) {
    out.areas.push_back(
        {.area_id = area.id, .title = area.title, .settlement_weight = weight_of(terms, area)});
  }
  if (!compare_with_average(terms, facts, out)) return overflow();
  out.pool_exact = Amount{out.to_distribute} * Ratio{terms.pool_rate.value};
  const auto pool = round(out.pool_exact, rounding);
  if (!pool) return overflow();
  // Rounding up to the dollar may pass small savings.
  out.pool_rounded = *pool;
  out.pool = std::min(out.pool_rounded, out.to_distribute);
  if (out.claimed) out.awarded = out.pool;
  if (!out.claimed && terms.unclaimed.value == UnclaimedPool::Hold) out.held = out.pool;
  out.settlement = out.to_distribute - out.awarded - out.held;
  if (!share_pool(out) || !share_settlement(out)) return overflow();
  return out;
}

}  // namespace gainshare
