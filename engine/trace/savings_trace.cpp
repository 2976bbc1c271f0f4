// SPDX-License-Identifier: Apache-2.0
// The savings side: eligibility, pool, share, payment.
#include <variant>

#include "trace/shared_savings_context.h"

namespace gainshare {
namespace {

// 42 CFR 425.605(h). Returns the id of the truth that lets savings be shared.
std::string_view trace_reduced_sharing(const SharedSavingsContext& c) {
  StepWriter& s = c.steps;
  if (!c.terms.reduced_sharing) return "meets_minimum_savings";
  const ReducedSharing& reduced = c.terms.reduced_sharing->value;
  const Source& source = c.terms.reduced_sharing->source;
  const std::int64_t count = *c.facts.population.assigned_beneficiaries;
  s.given({"reduced_sharing_beneficiaries", "Beneficiaries needed for reduced sharing"},
          Ratio::whole(reduced.minimum_beneficiaries), Unit::Count, source);
  c.cite(Rule::ReducedSharing);
  s.truth({"enough_beneficiaries", "Enough beneficiaries for reduced sharing"}, Op::AtLeast,
          {"assigned_beneficiaries", "reduced_sharing_beneficiaries"},
          count >= reduced.minimum_beneficiaries);
  if (c.facts.low_revenue) {
    s.given({"low_revenue", "Low-revenue ACO"}, c.out.low_revenue);
  } else {
    s.given({"participant_revenue", "Participants' Medicare revenue"},
            *c.facts.participant_revenue);
    s.given({"low_revenue_threshold", "Low revenue is below this part of spending"},
            Ratio{reduced.low_revenue_threshold}, Unit::Fraction, source);
    s.amount({"low_revenue_limit", "Revenue below which an ACO is low-revenue"}, Op::Multiply,
             {"expenditure", "low_revenue_threshold"}, *c.out.low_revenue_limit);
    s.truth({"low_revenue", "Low-revenue ACO"}, Op::MoreThan,
            {"low_revenue_limit", "participant_revenue"}, c.out.low_revenue);
  }
  s.truth({"below_minimum_savings", "Below the minimum savings rate"}, Op::Not,
          {"meets_minimum_savings"}, !c.out.meets_minimum_savings);
  s.truth({"reduced_sharing_used", "Reduced sharing applies"}, Op::All,
          {"has_savings", "below_minimum_savings", "enough_beneficiaries", "low_revenue"},
          c.out.reduced_sharing_used);
  s.truth({"shares_savings", "Savings are shared"}, Op::Any,
          {"meets_minimum_savings", "reduced_sharing_used"}, c.out.shares_savings);
  return "shares_savings";
}

void trace_pool(const SharedSavingsContext& c, std::string_view shares) {
  StepWriter& s = c.steps;
  c.cite(Rule::Pool);
  const Source& basis = c.terms.savings_basis.source;
  const bool beyond = c.terms.savings_basis.value == Basis::AboveThreshold;
  if (beyond) {
    s.amount({"savings_less_minimum", "Savings less the minimum"}, Op::Subtract,
             {"savings", "minimum_savings"}, c.out.savings_less_minimum);
    s.amount({"savings_beyond_minimum", "Savings beyond the minimum"}, Op::Maximum,
             {"zero", "savings_less_minimum"}, c.out.savings_beyond_minimum)
        .source = basis;
  }
  const bool capped = c.terms.cap && c.terms.cap->value.on == CapOn::Pool;
  const std::string_view base = beyond ? "savings_beyond_minimum" : "savings";
  const StepWriter::Words before = capped ? StepWriter::Words{"pool_before_cap", "Savings to share"}
                                          : StepWriter::Words{"pool", "Shared savings pool"};
  s.amount(before, Op::When, {shares, base, "zero"}, c.out.pool_before_cap);
  if (!capped) return;
  s.given({"pool_cap_rate", "Cap on the pool, of the benchmark"}, Ratio{c.terms.cap->value.rate},
          Unit::Fraction, c.terms.cap->source);
  s.amount({"pool_cap", "Cap on the pool"}, Op::Multiply, {"benchmark", "pool_cap_rate"},
           *c.out.pool_cap);
  s.amount({"pool", "Shared savings pool"}, Op::Minimum, {"pool_before_cap", "pool_cap"},
           c.out.pool);
}

void trace_final_rate(const SharedSavingsContext& c, std::string_view shares) {
  StepWriter& s = c.steps;
  std::string_view rate = "sharing_rate_by_quality";
  if (c.terms.reduced_sharing) {
    c.cite(Rule::ReducedSharing);
    s.given({"reduced_sharing_factor", "Part of the rate under reduced sharing"},
            Ratio{c.terms.reduced_sharing->value.factor}, Unit::Fraction,
            c.terms.reduced_sharing->source);
    s.fraction({"reduced_rate", "Reduced sharing rate"}, Op::Multiply,
               {rate, "reduced_sharing_factor"}, c.out.reduced_rate);
    s.fraction({"rate_that_applies", "Sharing rate that applies"}, Op::When,
               {"reduced_sharing_used", "reduced_rate", rate},
               c.out.reduced_sharing_used ? c.out.reduced_rate : c.out.sharing_rate_by_quality);
    rate = "rate_that_applies";
  }
  c.cite(Rule::SharingRate);
  s.fraction({"final_sharing_rate", "Final sharing rate"}, Op::When, {shares, rate, "zero_rate"},
             c.out.final_sharing_rate);
}

// From the pool to the payment. Returns the id of the exact payable amount.
std::string_view trace_limits(const SharedSavingsContext& c) {
  StepWriter& s = c.steps;
  std::string_view last = "share_of_pool";
  const Term<Rate>& sequestration = c.terms.sequestration;
  if (sequestration.value != Rate{} || sequestration.source.status != Status::Contract) {
    s.given({"sequestration_rate", "Sequestration"}, Ratio{sequestration.value}, Unit::Fraction,
            sequestration.source);
    c.cite(Rule::Sequestration);
    s.amount({"sequestered", "Withheld by sequestration"}, Op::Multiply,
             {last, "sequestration_rate"}, c.out.sequestered);
    s.amount({"after_sequestration", "After sequestration"}, Op::Subtract, {last, "sequestered"},
             c.out.after_sequestration);
    last = "after_sequestration";
  }
  if (c.terms.cap && c.terms.cap->value.on == CapOn::Payment) {
    s.given({"payment_limit_rate", "Payment limit, of the benchmark"},
            Ratio{c.terms.cap->value.rate}, Unit::Fraction, c.terms.cap->source);
    c.cite(Rule::PaymentLimit);
    s.amount({"payment_limit", "Payment limit"}, Op::Multiply, {"benchmark", "payment_limit_rate"},
             *c.out.payment_limit);
    s.amount({"limited_payment", "Payment within the limit"}, Op::Minimum, {last, "payment_limit"},
             c.out.limited_payment);
    last = "limited_payment";
  }
  if (c.terms.year_fraction.value != Rate::whole(1)) {
    c.cite(Rule::YearFraction);
    s.amount({"payable", "For the part of the year that is settled"}, Op::Multiply,
             {last, "year_fraction"}, c.out.payable);
    last = "payable";
  }
  return last;
}

}  // namespace

void trace_sharing(const SharedSavingsContext& c) {
  StepWriter& s = c.steps;
  c.cite(Rule::MinimumSavings);
  s.amount({"minimum_savings", "Minimum savings"}, Op::Multiply,
           {"benchmark", "minimum_savings_rate"}, c.out.minimum_savings);
  const bool reaches = Amount{c.out.savings} >= c.out.minimum_savings;
  s.truth({"reaches_minimum_savings", "Savings meet or exceed the minimum"}, Op::AtLeast,
          {"savings", "minimum_savings"}, reaches);
  s.truth({"meets_minimum_savings", "Minimum savings rate met"}, Op::All,
          {"has_savings", "reaches_minimum_savings"}, c.out.meets_minimum_savings);
  const std::string_view shares = trace_reduced_sharing(c);
  trace_pool(c, shares);
  trace_final_rate(c, shares);
  s.amount({"share_of_pool", "Provider's share of the pool"}, Op::Multiply,
           {"pool", "final_sharing_rate"}, c.out.share_of_pool);
  const std::string_view payable = trace_limits(c);
  c.cite(Rule::Rounding);
  s.amount({"payment", "Payment"}, Op::Round, {payable}, Amount{c.out.payment}).rounding =
      c.rounding;
}

void trace_stream(const SharedSavingsTerms& terms, const StreamTraceContext& context) {
  const SharedSavingsContext c{
      .terms = terms,
      .facts = context.settled.facts,
      .out = *std::get_if<SharedSavingsOutcome>(&context.settled.outcome),
      .experience = context.experience,
      .benchmark = context.settlement.benchmark,
      .rounding = context.contract.rounding.value,
      .medicare = context.stream.program && context.stream.program->program == "mssp",
      .projected = context.settlement.projection.has_value(),
      .steps = context.steps,
      .stream = context};
  trace_figures(c);
  trace_quality(c);
  trace_sharing(c);
  trace_losses(c);
  trace_who_has_what(c);
}

}  // namespace gainshare
