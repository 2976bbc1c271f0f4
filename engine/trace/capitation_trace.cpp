// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <variant>

#include "trace/stream_trace.h"

namespace gainshare {
namespace {

struct CapitationContext {
  const CapitationTerms& terms;
  const CapitationOutcome& out;
  const CapitationFacts& facts;
  StepWriter& steps;
};

void trace_member_months(const CapitationContext& c) {
  if (!c.out.member_months) return;
  const Ratio months = Ratio::whole(*c.out.member_months);
  if (c.facts.member_months || !c.facts.members) {
    c.steps.given({"member_months", "Member months"}, months, Unit::Count);
    return;
  }
  c.steps.given({"members", "Members"}, Ratio::whole(*c.facts.members), Unit::Count);
  c.steps.given({"months", "Months"}, Ratio::whole(*c.facts.months), Unit::Count);
  c.steps.fraction({"member_months", "Member months"}, Op::Multiply, {"members", "months"}, months)
      .unit = Unit::Count;
}

void trace_base(const CapitationContext& c) {
  StepWriter& s = c.steps;
  const StepWriter::Words base{"base_capitation", "Capitation before adjustments"};
  const auto* const share = std::get_if<PremiumShare>(&c.terms.base.value);
  if (share == nullptr) {
    const auto& rate = *std::get_if<CapitationRate>(&c.terms.base.value);
    s.given({"rate", "Rate per member month"}, rate.per_member_month, c.terms.base.source);
    s.amount(base, Op::Multiply, {"rate", "member_months"}, c.out.base);
    return;
  }
  if (c.facts.premium) {
    s.given({"premium", "Premium"}, *c.facts.premium);
  } else {
    s.given({"premium_per_member_month", "Premium per member month"},
            *c.facts.premium_per_member_month);
    s.amount({"premium", "Premium"}, Op::Multiply, {"premium_per_member_month", "member_months"},
             *c.out.premium);
  }
  s.given({"premium_share", "Share of the premium"}, Ratio{share->share}, Unit::Fraction,
          c.terms.base.source);
  s.amount(base, Op::Multiply, {"premium", "premium_share"}, c.out.base);
}

// Returns the id of what becomes payable.
std::string_view trace_adjustments(const CapitationContext& c) {
  StepWriter& s = c.steps;
  std::string_view last = "base_capitation";
  if (c.terms.trend_factor) {
    s.given({"trend_factor", "Trend factor"}, Ratio{c.terms.trend_factor->value}, Unit::Count,
            c.terms.trend_factor->source);
    s.amount({"trended", "Capitation with the trend"}, Op::Multiply, {last, "trend_factor"},
             c.out.trended);
    last = "trended";
  }
  if (c.terms.risk_adjusted.value) {
    s.given({"risk_score", "Risk score of the members"}, Ratio{*c.facts.risk_score}, Unit::Count);
    s.amount({"risk_adjusted", "Capitation adjusted for risk"}, Op::Multiply, {last, "risk_score"},
             c.out.risk_adjusted);
    last = "risk_adjusted";
  }
  return last;
}

}  // namespace

void trace_stream(const CapitationTerms& terms, const StreamTraceContext& context) {
  const CapitationFacts facts = context.experience.capitation.value_or(CapitationFacts{});
  const CapitationContext c{.terms = terms,
                            .out = *std::get_if<CapitationOutcome>(&context.settled.outcome),
                            .facts = facts,
                            .steps = context.steps};
  c.steps.cite(Rule::Capitation);
  trace_member_months(c);
  trace_base(c);
  const std::string_view payable = trace_adjustments(c);
  c.steps.cite(Rule::Rounding);
  c.steps.amount({"payment", "Payment"}, Op::Round, {payable}, Amount{c.out.payment}).rounding =
      context.contract.rounding.value;
}

}  // namespace gainshare
