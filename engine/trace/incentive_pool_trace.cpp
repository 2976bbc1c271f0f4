// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include "trace/incentive_pool_context.h"
#include "trace/stated_amount.h"

namespace gainshare {
namespace {

Source definition() { return {"definition", Status::Contract, {}}; }

// Before anything is projected: the part of the benchmark for the months so far.
void trace_savings_to_date(const PoolContext& c) {
  StepWriter& s = c.steps;
  c.cite(Rule::Projection);
  s.fraction({"part_of_year", "Part of the year so far"}, Op::Divide,
             {"projection.units_to_date", "projection.units_of_year"}, c.out.to_date->part_of_year);
  s.amount({"benchmark_to_date", "Benchmark of the months so far"}, Op::Multiply,
           {"benchmark", "part_of_year"}, c.out.to_date->benchmark);
  s.amount({"savings_to_date", "Savings so far, with run-out"}, Op::Subtract,
           {"benchmark_to_date", "projection.completed"}, c.out.to_date->savings);
}

void trace_savings(const PoolContext& c) {
  StepWriter& s = c.steps;
  if (c.facts.program_savings) {
    s.given({"savings", "The program's savings"}, c.out.savings);
  } else {
    trace_spending(c.stream);
    if (c.out.to_date) trace_savings_to_date(c);
    c.cite(Rule::Savings);
    s.amount({"savings", "The program's savings"}, Op::Subtract, {"benchmark", "expenditure"},
             Amount{c.out.savings});
  }
  c.cite(Rule::IncentivePool);
  s.amount({"to_distribute", "Savings to distribute"}, Op::Maximum, {"zero", "savings"},
           Amount{c.out.to_distribute});
  s.given({"pool_rate", "Part that makes the pool"}, Ratio{c.terms.pool_rate.value}, Unit::Fraction,
          c.terms.pool_rate.source);
  s.amount({"pool_exact", "Pool, exact"}, Op::Multiply, {"to_distribute", "pool_rate"},
           c.out.pool_exact);
  c.cite(Rule::Rounding);
  s.amount({"pool_rounded", "Pool, rounded"}, Op::Round, {"pool_exact"}, Amount{c.out.pool_rounded})
      .rounding = c.stream.contract.rounding.value;
  s.amount({"pool", "Incentive pool"}, Op::Minimum, {"pool_rounded", "to_distribute"},
           Amount{c.out.pool});
}

bool is_by_totals(const PoolContext& c) {
  const auto by_totals = [](const AreaMeasureOutcome& measure) {
    return measure.totals.has_value();
  };
  return std::any_of(c.out.areas.begin(), c.out.areas.end(), [&](const AreaOutcome& area) {
    return std::any_of(area.measures.begin(), area.measures.end(), by_totals);
  });
}

void trace_measure(const PoolContext& c, std::size_t m) {
  StepWriter& s = c.steps;
  const PoolMeasure& measure = c.terms.measures.value[m];
  c.cite(Rule::IncentivePool);
  std::vector<std::string> changes;
  for (std::size_t a = 0; a < c.area_count(); ++a) {
    trace_change(c, m, a);
    changes.push_back(PoolContext::area_id(a, PoolContext::measure_id(m, "change")));
  }
  const std::string average = PoolContext::measure_id(m, "average");
  s.fraction({PoolContext::measure_id(m, "sum"), measure.title + ": sum of the changes"}, Op::Add,
             changes, c.out.sums[m]);
  s.fraction({average, measure.title + ": simple average of the areas"}, Op::Divide,
             {PoolContext::measure_id(m, "sum"), "area_count"}, c.out.averages[m]);
  const bool lower = measure.direction == Direction::LowerIsBetter;
  for (std::size_t a = 0; a < c.area_count(); ++a) {
    const AreaMeasureOutcome& result = c.out.areas[a].measures[m];
    const std::string title = c.out.areas[a].title + ", " + measure.title + ": ";
    const std::string beats = PoolContext::area_id(a, PoolContext::measure_id(m, "beats_average"));
    const std::string& change = changes[a];
    s.truth({beats, title + (lower ? "below the average" : "above the average")}, Op::MoreThan,
            lower ? StepWriter::Inputs{average, change} : StepWriter::Inputs{change, average},
            result.beats_average);
    s.fraction({PoolContext::area_id(a, PoolContext::measure_id(m, "points")), title + "point"},
               Op::When, {beats, "one_point", "no_points"}, result.points)
        .unit = Unit::Points;
  }
}

void trace_points(const PoolContext& c) {
  StepWriter& s = c.steps;
  std::vector<std::string> totals;
  c.cite(Rule::IncentivePool);
  for (std::size_t a = 0; a < c.area_count(); ++a) {
    std::vector<std::string> points;
    for (std::size_t m = 0; m < c.out.averages.size(); ++m) {
      points.push_back(PoolContext::area_id(a, PoolContext::measure_id(m, "points")));
    }
    totals.push_back(PoolContext::area_id(a, "points"));
    s.fraction({totals.back(), c.out.areas[a].title + ": points"}, Op::Add, points,
               c.out.areas[a].points)
        .unit = Unit::Points;
  }
  s.fraction({"total_points", "Points of all areas"}, Op::Add, totals, c.out.total_points).unit =
      Unit::Points;
  s.truth({"claimed", "Some area has a point"}, Op::MoreThan, {"total_points", "no_points"},
          c.out.claimed);
  s.amount({"awarded", "Pool awarded to areas"}, Op::When, {"claimed", "pool", "zero"},
           Amount{c.out.awarded});
  std::string_view awarded_and_held = "awarded";
  if (c.terms.unclaimed.value == UnclaimedPool::Hold) {
    s.amount({"held", "Pool held, since no area has a point"}, Op::When,
             {"claimed", "zero", "pool"}, Amount{c.out.held})
        .source = cited_for(c.terms.unclaimed.source, s.cited());
    s.amount({"awarded_and_held", "Pool awarded and held"}, Op::Add, {"awarded", "held"},
             Amount{c.out.awarded + c.out.held});
    awarded_and_held = "awarded_and_held";
  }
  s.amount({"settlement", "Rest of the savings, by the settlement"}, Op::Subtract,
           {"to_distribute", awarded_and_held}, Amount{c.out.settlement});
}

// An amount split between the areas by a weight: the exact parts, then their cents.
struct SplitWords {
  std::string_view total;         // the id of the amount
  std::string_view total_weight;  // the id of the sum of weights
  std::string weight;             // an area's weight: "points"
  std::string share;              // "pool_share"
  std::string words;              // "share of the pool"
  Ratio sum;
};

void trace_split(const PoolContext& c, const SplitWords& split, bool of_pool) {
  StepWriter& s = c.steps;
  c.cite(of_pool ? Rule::IncentivePool : Rule::SettlementSplit);
  std::vector<std::string> inputs{std::string{split.total}};
  for (std::size_t a = 0; a < c.area_count(); ++a) {
    const AreaOutcome& area = c.out.areas[a];
    const std::string part = PoolContext::area_id(a, split.share + "_part");
    const Ratio& weight = of_pool ? area.points : area.settlement_weight;
    s.fraction({part, area.title + ": part by " + split.weight}, Op::Divide,
               {PoolContext::area_id(a, split.weight), split.total_weight}, weight / split.sum);
    inputs.push_back(PoolContext::area_id(a, split.share + "_exact"));
    s.amount({inputs.back(), area.title + ": " + split.words + ", exact"}, Op::Multiply,
             {split.total, part}, of_pool ? area.pool_share_exact : area.settlement_share_exact);
  }
  c.cite(Rule::LargestRemainder);
  for (std::size_t a = 0; a < c.area_count(); ++a) {
    const AreaOutcome& area = c.out.areas[a];
    s.amount({PoolContext::area_id(a, split.share), area.title + ": " + split.words}, Op::Apportion,
             inputs, Amount{of_pool ? area.pool_share : area.settlement_share})
        .table = {{Rational{static_cast<std::int64_t>(a + 1)}}};
  }
}

void trace_settlement_split(const PoolContext& c) {
  StepWriter& s = c.steps;
  const bool by_lives = c.terms.settlement_split.empty();
  const Source source = by_lives ? c.stated() : Source{"contract", Status::Contract, {}};
  const std::string weight = by_lives ? "lives" : "weight";
  std::vector<std::string> weights;
  Ratio sum;
  for (std::size_t a = 0; a < c.area_count(); ++a) {
    const AreaOutcome& area = c.out.areas[a];
    weights.push_back(PoolContext::area_id(a, weight));
    s.given({weights.back(), area.title + ": " + weight}, area.settlement_weight, Unit::Count,
            source);
    sum = sum + area.settlement_weight;
  }
  c.cite(Rule::SettlementSplit);
  s.fraction({"total_weight", by_lives ? "Lives of all areas" : "Weight of all areas"}, Op::Add,
             weights, sum)
      .unit = Unit::Count;
  trace_split(
      c, {"settlement", "total_weight", weight, "settlement_share", "share of the settlement", sum},
      false);
}

}  // namespace

void trace_stream(const IncentivePoolTerms& terms, const StreamTraceContext& context) {
  const PoolContext c{
      .terms = terms,
      .out = *std::get_if<IncentivePoolOutcome>(&context.settled.outcome),
      .facts = *pool_facts_of(context.experience.incentive_pools, context.stream.id),
      .stream = context,
      .steps = context.steps};
  StepWriter& s = c.steps;
  s.given({"zero", "Nothing"}, Money{}, definition());
  s.given({"one_point", "One point"}, Ratio::whole(1), Unit::Points, definition());
  s.given({"no_points", "No point"}, Ratio{}, Unit::Points, definition());
  s.given({"area_count", "Areas"}, Ratio::whole(static_cast<std::int64_t>(c.area_count())),
          Unit::Count);
  if (is_by_totals(c)) {
    s.given({"million", "Millionths of one"}, Ratio::whole(kMillionths), Unit::Count, definition());
  }
  trace_savings(c);
  for (std::size_t m = 0; m < c.out.averages.size(); ++m) trace_measure(c, m);
  trace_points(c);
  if (c.out.claimed) {
    trace_split(c,
                {"awarded", "total_points", "points", "pool_share", "share of the pool",
                 c.out.total_points},
                true);
  }
  if (c.out.settlement_is_split) trace_settlement_split(c);
}

}  // namespace gainshare
