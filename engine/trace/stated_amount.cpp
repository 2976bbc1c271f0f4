// SPDX-License-Identifier: Apache-2.0
#include "trace/stated_amount.h"

namespace gainshare {
namespace {}  // namespace

void trace_stated_benchmark(StepWriter::Words total, const Experience& experience,
                            const std::optional<MadeBenchmark>& made, StepWriter& steps) {
  if (made) {
    steps.cite(Rule::Benchmark);
    steps.amount(total, Op::Add, {"benchmark.benchmark"}, Amount{made->benchmark});
    return;
  }
  trace_stated_amount({.total = total,
                       .per_member = {"benchmark_per_member_month", "Benchmark per member month"},
                       .stated = *experience.spending->benchmark},
                      experience, steps);
}

void trace_stated_amount(const StatedAmount& amount, const Experience& experience,
                         StepWriter& steps) {
  if (experience.spending->basis == SpendingBasis::Total) {
    steps.given(amount.total, amount.stated);
    return;
  }
  steps.given(amount.per_member, amount.stated);
  steps.cite(Rule::Savings);
  steps.amount(amount.total, Op::Multiply, {amount.per_member.id, "member_months"},
               Amount{amount.stated} * Ratio::whole(*experience.population.member_months));
}

void trace_member_months(const Experience& experience, StepWriter& steps) {
  if (experience.spending->basis != SpendingBasis::PerMemberPerMonth) return;
  steps.given({"member_months", "Member months"},
              Ratio::whole(*experience.population.member_months), Unit::Count);
}

void trace_spending(const StreamTraceContext& context) {
  StepWriter& steps = context.steps;
  const Spending& spending = *context.experience.spending;
  trace_member_months(context.experience, steps);
  trace_stated_benchmark({"benchmark", "Benchmark"}, context.experience,
                         context.settlement.benchmark, steps);
  if (context.settlement.projection) {
    steps.cite(Rule::Projection);
    steps.amount({"expenditure", "Projected spending of the year"}, Op::Add,
                 {"projection.expenditure"}, Amount{context.settlement.projection->projected});
    return;
  }
  trace_stated_amount(
      {.total = {"expenditure", "Actual spending"},
       .per_member = {"expenditure_per_member_month", "Actual spending per member month"},
       .stated = *spending.expenditure},
      context.experience, steps);
}

}  // namespace gainshare
