// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "trace/stated_amount.h"

namespace gainshare {
namespace {

struct PoolContext {
  const IncentivePoolTerms& terms;
  const IncentivePoolOutcome& out;
  const IncentivePoolFacts& facts;
  const StreamTraceContext& stream;
  StepWriter& steps;

  void cite(Rule rule) const { steps.cite(source_of(rule, false)); }
  std::size_t area_count() const { return out.areas.size(); }
};

Source stated() { return {"experience", Status::Contract, {}}; }
Source definition() { return {"definition", Status::Contract, {}}; }

std::string area_id(std::size_t area, const std::string& quantity) {
  return "area_" + std::to_string(area + 1) + "_" + quantity;
}
std::string measure_id(std::size_t measure, const std::string& quantity) {
  return "measure_" + std::to_string(measure + 1) + "_" + quantity;
}

void trace_savings(const PoolContext& c) {
  StepWriter& s = c.steps;
  if (c.facts.program_savings) {
    s.given({"savings", "The program's savings"}, c.out.savings, stated());
  } else {
    trace_spending(c.stream);
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

// The change of a measure in an area: stated, or by the results of both years.
void trace_change(const PoolContext& c, std::size_t m, std::size_t a) {
  StepWriter& s = c.steps;
  const PoolMeasure& measure = c.terms.measures.value[m];
  const AreaResult& result = *find_result(c.facts.areas[a], measure.id);
  const std::string title = c.out.areas[a].title + ", " + measure.title + ": ";
  const std::string id = area_id(a, measure_id(m, "change"));
  const Ratio& change = c.out.areas[a].measures[m].change;
  if (result.change) {
    s.given({id, title + "change"}, change, Unit::Fraction, stated());
    return;
  }
  const std::string prior = area_id(a, measure_id(m, "prior"));
  const std::string current = area_id(a, measure_id(m, "current"));
  const std::string difference = area_id(a, measure_id(m, "difference"));
  s.given({prior, title + "prior year"}, Ratio{*result.prior}, Unit::Count, stated());
  s.given({current, title + "this year"}, Ratio{*result.current}, Unit::Count, stated());
  s.fraction({difference, title + "difference"}, Op::Subtract, {current, prior},
             Ratio{*result.current} - Ratio{*result.prior})
      .unit = Unit::Count;
  s.fraction({id, title + "change"}, Op::Divide, {difference, prior}, change);
}

void trace_measure(const PoolContext& c, std::size_t m) {
  StepWriter& s = c.steps;
  const PoolMeasure& measure = c.terms.measures.value[m];
  c.cite(Rule::IncentivePool);
  std::vector<std::string> changes;
  for (std::size_t a = 0; a < c.area_count(); ++a) {
    trace_change(c, m, a);
    changes.push_back(area_id(a, measure_id(m, "change")));
  }
  const std::string average = measure_id(m, "average");
  s.fraction({measure_id(m, "sum"), measure.title + ": sum of the changes"}, Op::Add,
             StepWriter::Inputs{changes.begin(), changes.end()}, c.out.sums[m]);
  s.fraction({average, measure.title + ": simple average of the areas"}, Op::Divide,
             {measure_id(m, "sum"), "area_count"}, c.out.averages[m]);
  const bool lower = measure.direction == Direction::LowerIsBetter;
  for (std::size_t a = 0; a < c.area_count(); ++a) {
    const AreaMeasureOutcome& result = c.out.areas[a].measures[m];
    const std::string title = c.out.areas[a].title + ", " + measure.title + ": ";
    const std::string beats = area_id(a, measure_id(m, "beats_average"));
    const std::string& change = changes[a];
    s.truth({beats, title + (lower ? "below the average" : "above the average")}, Op::MoreThan,
            lower ? StepWriter::Inputs{average, change} : StepWriter::Inputs{change, average},
            result.beats_average);
    s.fraction({area_id(a, measure_id(m, "points")), title + "point"}, Op::When,
               {beats, "one_point", "no_points"}, result.points)
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
      points.push_back(area_id(a, measure_id(m, "points")));
    }
    totals.push_back(area_id(a, "points"));
    s.fraction({totals.back(), c.out.areas[a].title + ": points"}, Op::Add,
               StepWriter::Inputs{points.begin(), points.end()}, c.out.areas[a].points)
        .unit = Unit::Points;
  }
  s.fraction({"total_points", "Points of all areas"}, Op::Add,
             StepWriter::Inputs{totals.begin(), totals.end()}, c.out.total_points)
      .unit = Unit::Points;
  s.truth({"claimed", "Some area has a point"}, Op::MoreThan, {"total_points", "no_points"},
          c.out.claimed);
  s.amount({"awarded", "Pool awarded to areas"}, Op::When, {"claimed", "pool", "zero"},
           Amount{c.out.awarded});
  std::string_view awarded_and_held = "awarded";
  if (c.terms.unclaimed.value == UnclaimedPool::Hold) {
    s.amount({"held", "Pool held, since no area has a point"}, Op::When,
             {"claimed", "zero", "pool"}, Amount{c.out.held})
        .source =
        c.terms.unclaimed.source.citation == "contract" ? s.cited() : c.terms.unclaimed.source;
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
    const std::string part = area_id(a, split.share + "_part");
    const Ratio& weight = of_pool ? area.points : area.settlement_weight;
    s.fraction({part, area.title + ": part by " + split.weight}, Op::Divide,
               {area_id(a, split.weight), split.total_weight}, weight / split.sum);
    inputs.push_back(area_id(a, split.share + "_exact"));
    s.amount({inputs.back(), area.title + ": " + split.words + ", exact"}, Op::Multiply,
             {split.total, part}, of_pool ? area.pool_share_exact : area.settlement_share_exact);
  }
  c.cite(Rule::LargestRemainder);
  for (std::size_t a = 0; a < c.area_count(); ++a) {
    const AreaOutcome& area = c.out.areas[a];
    s.amount({area_id(a, split.share), area.title + ": " + split.words}, Op::Apportion,
             StepWriter::Inputs{inputs.begin(), inputs.end()},
             Amount{of_pool ? area.pool_share : area.settlement_share})
        .table = {{Rational{static_cast<std::int64_t>(a + 1)}}};
  }
}

void trace_settlement_split(const PoolContext& c) {
  StepWriter& s = c.steps;
  const bool by_lives = c.terms.settlement_split.empty();
  const Source source = by_lives ? stated() : Source{"contract", Status::Contract, {}};
  const std::string weight = by_lives ? "lives" : "weight";
  std::vector<std::string> weights;
  Ratio sum;
  for (std::size_t a = 0; a < c.area_count(); ++a) {
    const AreaOutcome& area = c.out.areas[a];
    weights.push_back(area_id(a, weight));
    s.given({weights.back(), area.title + ": " + weight}, area.settlement_weight, Unit::Count,
            source);
    sum = sum + area.settlement_weight;
  }
  c.cite(Rule::SettlementSplit);
  s.fraction({"total_weight", by_lives ? "Lives of all areas" : "Weight of all areas"}, Op::Add,
             StepWriter::Inputs{weights.begin(), weights.end()}, sum)
      .unit = Unit::Count;
  trace_split(
      c, {"settlement", "total_weight", weight, "settlement_share", "share of the settlement", sum},
      false);
}

}  // namespace

void trace_stream(const IncentivePoolTerms& terms, const StreamTraceContext& context) {
  const PoolContext c{.terms = terms,
                      .out = *std::get_if<IncentivePoolOutcome>(&context.settled.outcome),
                      .facts = *context.experience.incentive_pool,
                      .stream = context,
                      .steps = context.steps};
  StepWriter& s = c.steps;
  s.given({"zero", "Nothing"}, Money{}, definition());
  s.given({"one_point", "One point"}, Ratio::whole(1), Unit::Points, definition());
  s.given({"no_points", "No point"}, Ratio{}, Unit::Points, definition());
  s.given({"area_count", "Areas"}, Ratio::whole(static_cast<std::int64_t>(c.area_count())),
          Unit::Count, stated());
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
