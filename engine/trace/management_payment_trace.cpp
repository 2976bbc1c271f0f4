// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include "trace/stream_trace.h"

namespace gainshare {
namespace {

struct ManagementContext {
  const ManagementPaymentTerms& terms;
  const ManagementPaymentOutcome& out;
  const StreamTraceContext& stream;
  StepWriter& steps;

  void cite(Rule rule) const { steps.cite(rule); }
  void rounded(StepWriter::Words words, std::string_view exact, Money value) const {
    cite(Rule::Rounding);
    steps.amount(words, Op::Round, {exact}, Amount{value}).rounding =
        stream.contract.rounding.value;
    cite(Rule::ManagementPayment);
  }
};

void trace_fees(const ManagementContext& c) {
  StepWriter& s = c.steps;
  std::vector<std::string> fees, months;
  for (std::size_t i = 0; i < c.terms.tiers.size(); ++i) {
    const CareTier& tier = c.terms.tiers[i];
    const std::string key = "tier_" + std::to_string(i + 1);
    months.push_back(key + "_member_months");
    fees.push_back(key + "_fees");
    s.given({months.back(), tier.title + ": member months"},
            Ratio::whole(c.out.tiers[i].member_months), Unit::Count,
            {"experience", Status::Contract, {}});
    s.given({key + "_rate", tier.title + ": per member per month"}, tier.per_member_month,
            tier.source);
    s.amount({fees.back(), tier.title}, Op::Multiply, {months.back(), key + "_rate"},
             c.out.tiers[i].fees);
  }
  s.amount({"fees_exact", "Care management of all tiers"}, Op::Add, fees, c.out.fees_exact);
  c.rounded({"fees", "Care management"}, "fees_exact", c.out.fees);
  if (!c.out.performance) return;
  s.fraction({"member_months", "Member months of all tiers"}, Op::Add, months,
             Ratio::whole(c.out.member_months))
      .unit = Unit::Count;
}

void trace_performance(const ManagementContext& c) {
  StepWriter& s = c.steps;
  const PayForPerformanceOutcome& out = *c.out.performance;
  const PerformancePart& part = *c.terms.performance_part;
  s.given({"performance_rate", "Part that performance keeps, per member per month"},
          part.per_member_month.value, part.per_member_month.source);
  s.amount({"performance_exact", "Part that performance keeps"}, Op::Multiply,
           {"member_months", "performance_rate"}, out.at_stake_exact);
  c.rounded({"paid_in_advance", "Paid in advance"}, "performance_exact", out.at_stake);
  trace_score(c.stream, out.score);
  trace_performance_effect(part.kept, out, s);
  c.cite(Rule::ManagementPayment);
  s.amount({"kept_exact", "Kept of it, exact"}, Op::Multiply, {"paid_in_advance", "earned_part"},
           out.payable);
  c.rounded({"kept", "Kept of what was paid in advance"}, "kept_exact", out.payment);
  s.amount({"not_kept", "Paid back"}, Op::Subtract, {"paid_in_advance", "kept"},
           Amount{out.not_earned});
}

}  // namespace

void trace_stream(const ManagementPaymentTerms& terms, const StreamTraceContext& context) {
  const ManagementContext c{.terms = terms,
                            .out = *std::get_if<ManagementPaymentOutcome>(&context.settled.outcome),
                            .stream = context,
                            .steps = context.steps};
  c.cite(Rule::ManagementPayment);
  trace_fees(c);
  if (c.out.performance) {
    trace_performance(c);
    c.steps.amount({"payment", "Payment"}, Op::Add, {"fees", "kept"}, Amount{c.out.payment});
    return;
  }
  c.steps.amount({"payment", "Payment"}, Op::Add, {"fees"}, Amount{c.out.payment});
}

}  // namespace gainshare
