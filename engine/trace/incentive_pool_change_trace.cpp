// SPDX-License-Identifier: Apache-2.0
// How a measure of an area changed from the prior year.
#include <string>
#include <string_view>
#include <utility>

#include "trace/incentive_pool_context.h"

namespace gainshare {
namespace {

// A measure of an area and what its steps begin with: "area_1_measure_2_", "North, Visits: ".
struct ResultContext {
  const PoolContext& c;
  const AreaResult& result;
  const AreaMeasureOutcome& out;
  std::string prefix;
  std::string title;

  std::string id(std::string_view quantity) const { return prefix + std::string{quantity}; }
  std::string label(std::string_view words) const { return title + std::string{words}; }
  void given(std::string_view quantity, std::string_view words, const Ratio& value) const {
    c.steps.given({id(quantity), label(words)}, value, Unit::Count);
  }
  void count(std::string_view quantity, std::string_view words, Op op,
             std::pair<std::string_view, std::string_view> of, const Ratio& value) const {
    const std::string first = id(of.first);
    const std::string second = id(of.second);
    c.steps.fraction({id(quantity), label(words)}, op, {first, second}, value).unit = Unit::Count;
  }
  void change(std::string_view quantity, std::string_view words, std::string_view of,
              const Ratio& value) const {
    const std::string difference = id(of);
    const std::string prior = id("prior");
    c.steps.fraction({id(quantity), label(words)}, Op::Divide, {difference, prior}, value);
  }
};

// The months to come at the level so far changed by the trend, with the members expected.
void trace_year_end(const ResultContext& r) {
  const AreaTotals& facts = *r.result.totals;
  const AreaTotalsOutcome& out = *r.out.totals;
  r.given("projected_member_months", "member months expected in the year",
          Ratio::whole(*facts.projected_member_months));
  r.c.steps.given({r.id("trend"), r.label("trend of the months to come")}, Ratio{facts.trend},
                  Unit::Fraction);
  r.c.cite(Rule::Projection);
  r.count("remaining_member_months", "member months to come", Op::Subtract,
          {"projected_member_months", "member_months"}, out.remaining_member_months);
  r.count("trend_change", "change by the trend", Op::Multiply, {"to_date", "trend"},
          out.trend_change);
  r.count("remaining_level", "a member month to come", Op::Add, {"to_date", "trend_change"},
          out.remaining_level);
  r.count("remaining", "in the months to come", Op::Multiply,
          {"remaining_level", "remaining_member_months"}, out.remaining);
  r.count("year_total", "in the year", Op::Add, {"completed", "remaining"}, out.year_total);
  r.count("current", "a member month of the year", Op::Divide,
          {"year_total", "projected_member_months"}, out.current);
}

void trace_totals(const ResultContext& r) {
  const AreaTotals& facts = *r.result.totals;
  const AreaTotalsOutcome& out = *r.out.totals;
  r.given("prior_total", "total of the prior year", Ratio::whole(facts.prior_total));
  r.given("prior_member_months", "member months of the prior year",
          Ratio::whole(facts.prior_member_months));
  r.given("total", "total this year", Ratio::whole(facts.total));
  r.given("member_months", "member months this year", Ratio::whole(facts.member_months));
  r.given("completion_factor", "part of the claims already paid", Ratio{facts.completion_factor});
  r.c.cite(Rule::Projection);
  r.count("prior", "a member month of the prior year", Op::Divide,
          {"prior_total", "prior_member_months"}, out.prior);
  r.count("completed", "total with run-out", Op::Divide, {"total", "completion_factor"},
          out.completed);
  r.count("to_date", "a member month this year", Op::Divide, {"completed", "member_months"},
          out.to_date);
  r.count("difference_to_date", "difference so far", Op::Subtract, {"to_date", "prior"},
          out.to_date - out.prior);
  r.change("change_to_date", "change so far", "difference_to_date", out.change_to_date);
  if (facts.projected_member_months) {
    trace_year_end(r);
    r.count("difference", "difference", Op::Subtract, {"current", "prior"},
            out.current - out.prior);
  }
  r.change("change_exact", "change, exact",
           facts.projected_member_months ? "difference" : "difference_to_date", out.change_exact);
  StepWriter& s = r.c.steps;
  const std::string exact = r.id("change_exact");
  const std::string million = r.id("change_in_millionths");
  const std::string rounded = r.id("millionths");
  r.c.cite(Rule::Rounding);
  s.fraction({million, r.label("change in millionths")}, Op::Multiply, {exact, "million"},
             out.change_exact * Ratio::whole(kMillionths))
      .unit = Unit::Count;
  Step& whole = s.fraction({rounded, r.label("change in whole millionths")}, Op::Round, {million},
                           Ratio::whole(out.millionths.in_cents()));
  whole.unit = Unit::Count;
  whole.rounding = Rounding{};
  s.fraction({r.id("change"), r.label("change")}, Op::Divide, {rounded, "million"}, r.out.change);
}

}  // namespace

void trace_change(const PoolContext& c, std::size_t m, std::size_t a) {
  const PoolMeasure& measure = c.terms.measures.value[m];
  const ResultContext r{.c = c,
                        .result = *find_result(c.facts.areas[a], measure.id),
                        .out = c.out.areas[a].measures[m],
                        .prefix = PoolContext::area_id(a, PoolContext::measure_id(m, "")),
                        .title = c.out.areas[a].title + ", " + measure.title + ": "};
  if (r.result.change) {
    c.steps.given({r.id("change"), r.label("change")}, r.out.change, Unit::Fraction);
  } else if (r.result.totals) {
    trace_totals(r);
    c.cite(Rule::IncentivePool);
  } else {
    r.given("prior", "prior year", Ratio{*r.result.prior});
    r.given("current", "this year", Ratio{*r.result.current});
    r.count("difference", "difference", Op::Subtract, {"current", "prior"},
            Ratio{*r.result.current} - Ratio{*r.result.prior});
    r.change("change", "change", "difference", r.out.change);
  }
}

}  // namespace gainshare
