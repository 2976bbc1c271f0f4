// SPDX-License-Identifier: Apache-2.0
// The loss side, and who has what in the end.
#include <variant>

#include "trace/shared_savings_context.h"

namespace gainshare {
namespace {

void trace_loss_base(const SharedSavingsContext& c) {
  StepWriter& s = c.steps;
  const LossTerms& loss = *c.terms.loss;
  c.cite(Rule::Losses);
  s.amount({"overrun", "Spending above the benchmark"}, Op::Subtract, {"zero", "savings"},
           Amount{-c.out.savings});
  s.amount({"loss", "Loss"}, Op::Maximum, {"zero", "overrun"}, c.out.loss);
  s.truth({"has_loss", "There is a loss"}, Op::MoreThan, {"loss", "zero"}, c.out.has_loss);
  s.amount({"minimum_loss", "Minimum loss"}, Op::Multiply, {"benchmark", "minimum_loss_rate"},
           c.out.minimum_loss);
  s.truth({"reaches_minimum_loss", "The loss meets or exceeds the minimum"}, Op::AtLeast,
          {"loss", "minimum_loss"}, c.out.loss >= c.out.minimum_loss);
  s.truth({"meets_minimum_loss", "Minimum loss rate met"}, Op::All,
          {"has_loss", "reaches_minimum_loss"}, c.out.meets_minimum_loss);
  std::string_view base = "loss";
  if (loss.basis.value == Basis::AboveThreshold) {
    s.amount({"loss_beyond_minimum", "Loss beyond the minimum"}, Op::Subtract,
             {"loss", "minimum_loss"}, c.out.loss_beyond_minimum)
        .source = loss.basis.source;
    base = "loss_beyond_minimum";
  }
  s.amount({"loss_base", "Loss to share"}, Op::When, {"meets_minimum_loss", base, "zero"},
           c.out.loss_base);
}

// The id of the truth that some quality standard was met; empty where none is asked.
std::string_view trace_quality_passed(const SharedSavingsContext& c) {
  if (!c.terms.quality.standard) return {};
  if (!c.terms.quality.alternative) return "meets_quality";
  c.cite(Rule::Quality);
  c.steps.truth({"quality_passed", "Some quality standard met"}, Op::Any,
                {"meets_quality", "met_alternative_standard"}, !c.out.quality_failed);
  return "quality_passed";
}

void trace_loss_rate(const SharedSavingsContext& c) {
  StepWriter& s = c.steps;
  const Term<LossShare>& share = c.terms.loss->share;
  const StepWriter::Words words{"loss_rate", "Loss sharing rate"};
  if (const auto* fixed = std::get_if<Rate>(&share.value)) {
    s.given(words, Ratio{*fixed}, Unit::Fraction, share.source);
    return;
  }
  const auto& scaled = *std::get_if<QualityScaledLoss>(&share.value);
  const std::string_view passed = trace_quality_passed(c);
  c.cite(Rule::Losses);
  s.given({"loss_rate_factor", "Relief per point of quality"}, Ratio{scaled.factor}, Unit::Fraction,
          share.source);
  s.given({"lowest_loss_rate", "Lowest loss sharing rate"}, Ratio{scaled.lowest}, Unit::Fraction,
          share.source);
  s.given({"highest_loss_rate", "Highest loss sharing rate"}, Ratio{scaled.highest}, Unit::Fraction,
          share.source);
  s.fraction({"loss_rate_relief", "Relief by quality"}, Op::Multiply, {"loss_rate_factor", "score"},
             c.out.loss_rate_relief);
  s.fraction({"unlimited_loss_rate", "Loss sharing rate before its limits"}, Op::Complement,
             {"loss_rate_relief"}, c.out.unlimited_loss_rate);
  s.fraction({"loss_rate_from_below", "Not below the lowest"}, Op::Maximum,
             {"unlimited_loss_rate", "lowest_loss_rate"},
             maximum(c.out.unlimited_loss_rate, scaled.lowest));
  const StepWriter::Words within =
      passed.empty() ? words
                     : StepWriter::Words{"loss_rate_within_limits", "Not above the highest"};
  s.fraction(within, Op::Minimum, {"loss_rate_from_below", "highest_loss_rate"},
             c.out.loss_rate_within_limits);
  if (passed.empty()) return;
  s.fraction(words, Op::When, {passed, "loss_rate_within_limits", "highest_loss_rate"},
             c.out.loss_rate);
}

void trace_loss_limit(const SharedSavingsContext& c) {
  StepWriter& s = c.steps;
  const LossLimit& limit = c.terms.loss->limit;
  std::vector<std::string_view> legs{"loss_before_limit"};
  c.cite(Rule::LossLimit);
  if (limit.of_benchmark) {
    s.given({"loss_limit_benchmark_rate", "Loss limit, of the benchmark"},
            Ratio{limit.of_benchmark->value}, Unit::Fraction, limit.of_benchmark->source);
    s.amount({"loss_limit_of_benchmark", "Loss limit by the benchmark"}, Op::Multiply,
             {"benchmark", "loss_limit_benchmark_rate"}, *c.out.loss_limit_of_benchmark);
    legs.push_back("loss_limit_of_benchmark");
  }
  if (c.out.loss_limit_of_revenue) {
    s.given({"loss_limit_revenue", "Participants' Medicare revenue for the loss limit"},
            *c.facts.participant_revenue);
    s.given({"loss_limit_revenue_rate", "Loss limit, of the participants' revenue"},
            Ratio{limit.of_revenue->value}, Unit::Fraction, limit.of_revenue->source);
    s.amount({"loss_limit_of_revenue", "Loss limit by revenue"}, Op::Multiply,
             {"loss_limit_revenue", "loss_limit_revenue_rate"}, *c.out.loss_limit_of_revenue);
    legs.push_back("loss_limit_of_revenue");
  }
  if (limit.amount) {
    legs.push_back(s.given({"loss_limit_amount", "Loss limit, stated"}, limit.amount->value,
                           limit.amount->source));
  }
  s.amount({"loss_after_limit", "Shared loss within the limit"}, Op::Minimum, legs,
           c.out.loss_after_limit);
}

// Returns the id of what is owed after any reduction.
std::string_view trace_disaster(const SharedSavingsContext& c) {
  StepWriter& s = c.steps;
  const LossTerms& loss = *c.terms.loss;
  const StepWriter::Words words{"disaster_reduction", "Reduction for disasters"};
  if (!loss.forgiven && !c.facts.disaster) return "loss_after_limit";
  c.cite(Rule::DisasterReduction);
  if (loss.forgiven) {
    s.given({"losses_forgiven", "Losses of the year are forgiven"}, true, *loss.forgiven);
    s.amount(words, Op::When, {"losses_forgiven", "loss_after_limit", "zero"},
             c.out.disaster_reduction);
  } else if (const auto* amount = std::get_if<DisasterAmount>(&*c.facts.disaster)) {
    s.given({"disaster_amount", "Reduction as settled"}, amount->reduction);
    s.amount(words, Op::Minimum, {"disaster_amount", "loss_after_limit"}, c.out.disaster_reduction);
  } else {
    const auto& part = *std::get_if<DisasterPart>(&*c.facts.disaster);
    s.given({"affected_months", "Months affected"}, Ratio::whole(part.affected_months),
            Unit::Count);
    s.given({"months_of_year", "Months of a year"}, Ratio::whole(12), Unit::Count,
            {"definition", Status::Contract, {}});
    s.given({"affected_share", "Beneficiaries in affected areas"}, Ratio{part.affected_share},
            Unit::Fraction);
    s.fraction({"affected_part_of_year", "Part of the year affected"}, Op::Divide,
               {"affected_months", "months_of_year"}, c.out.affected_part_of_year);
    s.amount(words, Op::Multiply, {"loss_after_limit", "affected_part_of_year", "affected_share"},
             c.out.disaster_reduction);
  }
  s.amount({"loss_after_disaster", "Shared loss after the reduction"}, Op::Subtract,
           {"loss_after_limit", "disaster_reduction"}, c.out.loss_after_disaster);
  return "loss_after_disaster";
}

}  // namespace

void trace_losses(const SharedSavingsContext& c) {
  if (!c.terms.loss) return;
  StepWriter& s = c.steps;
  trace_loss_base(c);
  trace_loss_rate(c);
  c.cite(Rule::Losses);
  s.amount({"loss_before_limit", "Shared loss before the limit"}, Op::Multiply,
           {"loss_base", "loss_rate"}, c.out.loss_before_limit);
  trace_loss_limit(c);
  std::string_view owed = trace_disaster(c);
  if (c.terms.year_fraction.value != Rate::whole(1)) {
    c.cite(Rule::YearFraction);
    s.amount({"loss_for_part_of_year", "For the part of the year that is settled"}, Op::Multiply,
             {owed, "year_fraction"}, c.out.loss_owed_exact);
    owed = "loss_for_part_of_year";
  }
  c.cite(Rule::Rounding);
  s.amount({"loss_owed", "Shared loss owed"}, Op::Round, {owed}, Amount{c.out.loss_owed}).rounding =
      c.rounding;
}

void trace_who_has_what(const SharedSavingsContext& c) {
  StepWriter& s = c.steps;
  c.cite(Rule::WhoHasWhat);
  s.amount({"payer_share_of_pool", "Payer's share of the pool"}, Op::Subtract,
           {"pool", "share_of_pool"}, c.out.payer_share_of_pool);
  const bool limited = c.terms.cap && c.terms.cap->value.on == CapOn::Payment;
  if (limited || c.out.sequestered.sign() != 0) {
    s.amount({"withheld_by_cap_or_sequestration", "Withheld by the cap or sequestration"},
             Op::Subtract, {"share_of_pool", limited ? "limited_payment" : "after_sequestration"},
             c.out.withheld_by_cap_or_sequestration);
  }
  std::string_view difference = "savings";
  if (c.terms.loss) {
    s.amount({"savings_and_loss_owed", "Savings and the loss owed"}, Op::Add,
             {"savings", "loss_owed"}, Amount{c.out.savings + c.out.loss_owed});
    difference = "savings_and_loss_owed";
  }
  s.amount({"payer_keeps", "The payer keeps"}, Op::Subtract, {difference, "payment"},
           Amount{c.out.payer_keeps});
}

}  // namespace gainshare
