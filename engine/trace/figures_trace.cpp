// SPDX-License-Identifier: Apache-2.0
// The figures a settlement starts from: minimum rates, spending, the benchmark that decides.
#include <string>
#include <variant>

#include "trace/shared_savings_context.h"
#include "trace/stated_amount.h"

namespace gainshare {
namespace {

using Row = std::vector<std::optional<Rational>>;

std::vector<Row> rows_of(const SizeTable& table) {
  std::vector<Row> rows;
  for (const SizeBand& band : table) {
    const std::optional<Rational> to =
        band.to ? std::optional<Rational>{Rational{*band.to}} : std::nullopt;
    rows.push_back({Rational{band.from}, to, Ratio{band.start}.exact(), Ratio{band.end}.exact()});
  }
  return rows;
}

// The weakest status of the bands: a rate read off an unverified band is unverified.
Source source_of_band(const SizeTable& table, std::int64_t beneficiaries) {
  for (const SizeBand& band : table) {
    if (!band.to || beneficiaries <= *band.to) return band.source;
  }
  return {};
}

// The benchmark as stated, or the guardrail's choice between it and the two-way one.
void trace_benchmark(const SharedSavingsContext& c) {
  StepWriter& s = c.steps;
  if (!c.facts.guardrail.two_way_benchmark) {
    trace_stated_benchmark({"benchmark", "Benchmark"}, c.experience, c.benchmark, s);
    return;
  }
  trace_stated_benchmark({"three_way_benchmark", "Benchmark, three-way update"}, c.experience,
                         c.benchmark, s);
  s.given({"two_way_benchmark", "Benchmark, two-way update alone"},
          *c.facts.guardrail.two_way_benchmark);
  c.cite(Rule::Guardrail);
  const std::string_view rate = c.terms.loss ? "minimum_loss_rate" : "minimum_savings_rate";
  s.amount({"three_way_excess", "Spending above the benchmark"}, Op::Subtract,
           {"expenditure", "three_way_benchmark"}, *c.out.three_way_excess);
  s.amount({"guardrail_excess", "Spending above the two-way benchmark"}, Op::Subtract,
           {"expenditure", "two_way_benchmark"}, *c.out.guardrail_excess);
  s.amount({"guardrail_minimum", "Excess from which the guardrail applies"}, Op::Multiply,
           {"three_way_benchmark", rate}, c.out.guardrail_minimum);
  const bool exceeds = *c.out.three_way_excess > Money{};
  s.truth({"spending_exceeds", "Spending exceeds the benchmark"}, Op::MoreThan,
          {"three_way_excess", "zero"}, exceeds);
  s.truth({"excess_reaches_minimum", "The excess reaches the minimum"}, Op::AtLeast,
          {"three_way_excess", "guardrail_minimum"},
          Amount{*c.out.three_way_excess} >= c.out.guardrail_minimum);
  s.truth({"two_way_excess_smaller", "The two-way benchmark leaves a smaller excess"}, Op::MoreThan,
          {"three_way_excess", "guardrail_excess"},
          *c.out.three_way_excess > *c.out.guardrail_excess);
  s.truth({"guardrail_used", "The two-way benchmark decides"}, Op::All,
          {"spending_exceeds", "excess_reaches_minimum", "two_way_excess_smaller"},
          c.out.guardrail_used);
  s.amount({"benchmark", "Benchmark"}, Op::When,
           {"guardrail_used", "two_way_benchmark", "three_way_benchmark"}, Amount{c.out.benchmark});
}

void trace_expenditure(const SharedSavingsContext& c) {
  if (c.projected) {
    c.cite(Rule::Projection);
    c.steps.amount({"expenditure", "Projected spending of the year"}, Op::Add,
                   {"projection.expenditure"}, Amount{c.out.expenditure});
    return;
  }
  trace_stated_amount({{"expenditure", "Actual spending"},
                       {"expenditure_per_member_month", "Actual spending per member month"},
                       *c.experience.spending->expenditure},
                      c.experience, c.steps);
}

// Whether there are savings to speak of: some were made, and the guardrail leaves them.
void trace_has_savings(const SharedSavingsContext& c) {
  StepWriter& s = c.steps;
  const bool saved = c.out.savings > Money{};
  const bool guardrail = c.facts.guardrail.applied || c.facts.guardrail.two_way_benchmark;
  if (!guardrail) {
    s.truth({"has_savings", "Spending is below the benchmark"}, Op::MoreThan, {"savings", "zero"},
            saved);
    return;
  }
  s.truth({"saved", "Spending is below the benchmark"}, Op::MoreThan, {"savings", "zero"}, saved);
  std::string_view cause = "guardrail_used";
  if (c.facts.guardrail.applied) {
    cause = s.given({"guardrail_applied", "The guardrail set this benchmark"}, true);
  }
  c.cite(Rule::Guardrail);
  s.truth({"guardrail_neither", "The guardrail leaves neither savings nor a loss"}, Op::All,
          {"saved", cause}, c.out.guardrail_neither);
  s.truth({"guardrail_leaves_savings", "The guardrail leaves the savings"}, Op::Not,
          {"guardrail_neither"}, !c.out.guardrail_neither);
  s.truth({"has_savings", "There are savings"}, Op::All, {"saved", "guardrail_leaves_savings"},
          c.out.has_savings);
}

}  // namespace

void trace_minimum_rate(const SharedSavingsContext& c, const Term<MinimumRate>& term,
                        StepWriter::Words words) {
  StepWriter& s = c.steps;
  const MinimumRate& rate = term.value;
  const std::int64_t count = c.facts.population.assigned_beneficiaries.value_or(0);
  const Ratio value = minimum_rate(rate, count);
  if (rate.by_beneficiaries.empty()) {
    s.given(words, value, Unit::Fraction, term.source);
    return;
  }
  const bool election_holds = rate.fixed && count >= rate.fixed_needs_beneficiaries;
  if (rate.fixed) {
    const std::string needs = std::string{words.id} + "_election_needs";
    const std::string holds = std::string{words.id} + "_election_holds";
    s.given({needs, "Beneficiaries needed for an elected rate"},
            Ratio::whole(rate.fixed_needs_beneficiaries), Unit::Count, term.source);
    c.cite(Rule::MinimumSavings);
    s.truth({holds, "The elected rate holds"}, Op::AtLeast, {"assigned_beneficiaries", needs},
            election_holds);
  }
  if (election_holds) {
    s.given(words, value, Unit::Fraction, term.source);
    return;
  }
  Step& step = s.fraction(words, Op::Interpolate, {"assigned_beneficiaries"}, value);
  step.table = rows_of(rate.by_beneficiaries);
  step.source = source_of_band(rate.by_beneficiaries, count);
}

void trace_figures(const SharedSavingsContext& c) {
  StepWriter& s = c.steps;
  const Source definition{"definition", Status::Contract, {}};
  s.given({"zero", "Nothing"}, Money{}, definition);
  s.given({"zero_rate", "No share"}, Ratio{}, Unit::Fraction, definition);
  const Population& people = c.facts.population;
  if (people.assigned_beneficiaries) {
    s.given({"assigned_beneficiaries", "Assigned beneficiaries"},
            Ratio::whole(*people.assigned_beneficiaries), Unit::Count);
  }
  trace_member_months(c.experience, s);
  if (c.terms.year_fraction.value != Rate::whole(1)) {
    s.given({"year_fraction", "Part of the year that is settled"},
            Ratio{c.terms.year_fraction.value}, Unit::Fraction, c.terms.year_fraction.source);
  }
  trace_minimum_rate(c, c.terms.minimum_savings_rate,
                     {"minimum_savings_rate", "Minimum savings rate"});
  if (c.terms.loss) {
    trace_minimum_rate(c, c.terms.loss->minimum_rate, {"minimum_loss_rate", "Minimum loss rate"});
  }
  trace_expenditure(c);
  trace_benchmark(c);
  c.cite(Rule::Savings);
  s.amount({"savings", "Savings"}, Op::Subtract, {"benchmark", "expenditure"},
           Amount{c.out.savings});
  s.fraction({"savings_rate", "Savings rate"}, Op::Divide, {"savings", "benchmark"},
             c.out.savings_rate);
  trace_has_savings(c);
}

}  // namespace gainshare
