// SPDX-License-Identifier: Apache-2.0
#include "trace/stated_amount.h"

namespace gainshare {
namespace {

struct PrefundContext {
  const PrefundedBonusTerms& terms;
  const PrefundedBonusOutcome& out;
  const StreamTraceContext& stream;
  StepWriter& steps;

  void cite(Rule rule) const { steps.cite(rule); }
  Rounding rounding() const { return stream.contract.rounding.value; }
  // A figure rounded to where it becomes payable.
  void rounded(StepWriter::Words words, std::string_view exact, Money value) const {
    cite(Rule::Rounding);
    steps.amount(words, Op::Round, {exact}, Amount{value}).rounding = rounding();
  }
};

void trace_prefund(const PrefundContext& c) {
  StepWriter& s = c.steps;
  s.given({"claims_subject", "Claims subject to the arrangement"}, c.out.claims_subject);
  s.given({"prefund_rate", "Set aside in advance, of the claims"},
          Ratio{c.terms.prefund_rate.value}, Unit::Fraction, c.terms.prefund_rate.source);
  c.cite(Rule::PrefundedBonus);
  s.amount({"prefund_exact", "To be set aside in advance"}, Op::Multiply,
           {"claims_subject", "prefund_rate"}, c.out.prefund_exact);
  c.rounded({"prefund", "Set aside in advance"}, "prefund_exact", c.out.prefund);
}

// Returns the id of the truth that the goals are met.
std::string_view trace_goals(const PrefundContext& c) {
  StepWriter& s = c.steps;
  c.cite(Rule::PrefundedBonus);
  s.amount({"difference", "Target less actual spending"}, Op::Subtract,
           {"benchmark", "expenditure"}, Amount{c.out.difference});
  s.amount({"savings", "Savings"}, Op::Maximum, {"zero", "difference"}, Amount{c.out.savings});
  s.truth({"cost_trend_beaten", "The cost target is beaten"}, Op::MoreThan, {"savings", "zero"},
          c.out.cost_trend_beaten);
  if (!c.terms.quality_required.value) return "cost_trend_beaten";
  const StepWriter::Words met{"quality_met", "Quality is met"};
  if (c.terms.minimum_quality_score) {
    trace_score(c.stream, c.out.score);
    s.given({"minimum_score", "Minimum quality score"}, Ratio{c.terms.minimum_quality_score->value},
            Unit::Fraction, c.terms.minimum_quality_score->source);
    s.truth(met, Op::AtLeast, {"score", "minimum_score"}, c.out.quality_met);
  } else {
    s.given(met, c.out.quality_met);
  }
  s.truth({"goals_met", "Cost target and quality are both met"}, Op::All,
          {"cost_trend_beaten", "quality_met"}, c.out.goals_met)
      .source = cited_for(c.terms.quality_required.source, s.cited());
  return "goals_met";
}

// Returns the id of the bonus within its limits.
std::string_view trace_limits(const PrefundContext& c) {
  StepWriter& s = c.steps;
  s.given({"share_of_savings", "Provider's share of the savings"},
          Ratio{c.terms.share_of_savings.value}, Unit::Fraction, c.terms.share_of_savings.source);
  c.cite(Rule::PrefundedBonus);
  s.amount({"shared_savings", "Share of the savings"}, Op::Multiply,
           {"savings", "share_of_savings"}, c.out.shared_savings);
  std::vector<std::string_view> smallest{"shared_savings"};
  if (c.terms.maximum_rate_of_claims) {
    s.given({"maximum_rate_of_claims", "Most that is paid, of the claims"},
            Ratio{c.terms.maximum_rate_of_claims->value}, Unit::Fraction,
            c.terms.maximum_rate_of_claims->source);
    s.amount({"maximum_of_claims", "Most that is paid by the claims"}, Op::Multiply,
             {"claims_subject", "maximum_rate_of_claims"}, *c.out.maximum_of_claims);
    smallest.push_back("maximum_of_claims");
  }
  if (c.terms.maximum) {
    s.given({"maximum", "Most that is paid"}, c.terms.maximum->value, c.terms.maximum->source);
    smallest.push_back("maximum");
  }
  if (c.terms.limit_to_prefund.value) {
    smallest.push_back("prefund");
    c.cite(Rule::PrefundLimit);
  }
  if (smallest.size() == 1) return "shared_savings";
  s.amount({"limited_bonus", "Within what is paid at most"}, Op::Minimum, smallest,
           c.out.limited_bonus);
  return "limited_bonus";
}

void trace_return(const PrefundContext& c) {
  StepWriter& s = c.steps;
  c.cite(Rule::PrefundedBonus);
  s.amount({"paid_from_prefund", "Paid from what was set aside"}, Op::Minimum,
           {"earned", "prefund"}, Amount{c.out.paid_from_prefund});
  if (!c.terms.limit_to_prefund.value) {
    s.amount({"paid_on_top", "Paid beyond what was set aside"}, Op::Subtract,
             {"earned", "paid_from_prefund"}, Amount{c.out.paid_on_top});
  }
  s.amount({"unearned", "Set aside and not earned"}, Op::Subtract, {"prefund", "paid_from_prefund"},
           Amount{c.out.unearned});
  s.given({"annual_interest_rate", "Interest a year"}, Ratio{c.terms.annual_interest_rate.value},
          Unit::Fraction, c.terms.annual_interest_rate.source);
  s.given({"interest_days", "Days until the return"}, Ratio::whole(c.terms.interest_days.value),
          Unit::Count, c.terms.interest_days.source);
  s.given({"year_days", "Days of the year of interest"}, Ratio::whole(c.terms.year_days.value),
          Unit::Count, c.terms.year_days.source);
  c.cite(Rule::PrefundInterest);
  s.fraction({"part_of_year", "Part of a year"}, Op::Divide, {"interest_days", "year_days"},
             c.out.part_of_year);
  s.amount({"interest_exact", "Interest on what was not earned"}, Op::Multiply,
           {"unearned", "annual_interest_rate", "part_of_year"}, c.out.interest_exact);
  c.rounded({"interest", "Interest"}, "interest_exact", c.out.interest);
  c.cite(Rule::PrefundedBonus);
  s.amount({"returned", "Goes back to the payer"}, Op::Add, {"unearned", "interest"},
           Amount{c.out.returned});
  s.amount({"payer_keeps", "The payer keeps of the savings"}, Op::Subtract, {"savings", "earned"},
           Amount{c.out.payer_keeps});
}

}  // namespace

void trace_stream(const PrefundedBonusTerms& terms, const StreamTraceContext& context) {
  const PrefundContext c{.terms = terms,
                         .out = *std::get_if<PrefundedBonusOutcome>(&context.settled.outcome),
                         .stream = context,
                         .steps = context.steps};
  c.steps.given({"zero", "Nothing"}, Money{}, {"definition", Status::Contract, {}});
  trace_spending(context);
  trace_prefund(c);
  const std::string_view goals = trace_goals(c);
  const std::string_view bonus = trace_limits(c);
  c.cite(Rule::PrefundedBonus);
  c.steps.amount({"earned_exact", "Earned bonus, exact"}, Op::When, {goals, bonus, "zero"},
                 c.out.earned_exact);
  c.rounded({"earned", "Earned bonus"}, "earned_exact", c.out.earned);
  trace_return(c);
}

}  // namespace gainshare
