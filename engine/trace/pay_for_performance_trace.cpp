// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <variant>

#include "trace/stream_trace.h"

namespace gainshare {
namespace {

struct PerformanceContext {
  const PayForPerformanceTerms& terms;
  const PayForPerformanceOutcome& out;
  const StreamTraceContext& stream;
  StepWriter& steps;

  void cite(Rule rule) const { steps.cite(rule); }
  void rounded(StepWriter::Words words, std::string_view exact, Money value) const {
    cite(Rule::Rounding);
    steps.amount(words, Op::Round, {exact}, Amount{value}).rounding =
        stream.contract.rounding.value;
  }
};

void trace_base(const PerformanceContext& c) {
  StepWriter& s = c.steps;
  const PayForPerformanceFacts& facts = *c.stream.experience.pay_for_performance;
  const StepWriter::Words words{"base", "Payments that a part of is at stake"};
  if (facts.base) {
    s.given(words, *facts.base);
  } else {
    s.given({"base_per_member_month", "The same per member per month"},
            *facts.base_per_member_month);
    s.given({"member_months", "Member months"}, Ratio::whole(c.out.member_months), Unit::Count);
    c.cite(Rule::PayForPerformance);
    s.amount(words, Op::Multiply, {"base_per_member_month", "member_months"}, c.out.base);
  }
  s.given({"rate", "At stake, of the payments"}, Ratio{c.terms.rate.value}, Unit::Fraction,
          c.terms.rate.source);
  c.cite(Rule::PayForPerformance);
  s.amount({"at_stake", "At stake"}, Op::Multiply, {"base", "rate"}, c.out.at_stake_exact);
}

// "earned_part" from "score", by the contract's effect.
struct TraceEffect {
  const Source& source;
  const PayForPerformanceOutcome& out;
  StepWriter& s;
  StepWriter::Words words{"earned_part", "Part that is earned"};

  void operator()(const AllOrNothing& effect) const {
    const Source definition{"definition", Status::Contract, {}};
    s.given({"everything", "All of it"}, Ratio::whole(1), Unit::Fraction, definition);
    s.given({"nothing", "Nothing of it"}, Ratio{}, Unit::Fraction, definition);
    s.given({"threshold", "Score that earns all of it"}, Ratio{effect.threshold}, Unit::Fraction,
            source);
    s.cite(Rule::PayForPerformance);
    s.truth({"reaches_threshold", "The score reaches it"}, Op::AtLeast, {"score", "threshold"},
            out.reaches_threshold);
    s.fraction(words, Op::When, {"reaches_threshold", "everything", "nothing"}, out.earned_part);
  }

  void operator()(const LinearPart& effect) const {
    const Source definition{"definition", Status::Contract, {}};
    s.given({"everything", "All of it"}, Ratio::whole(1), Unit::Fraction, definition);
    s.given({"nothing", "Nothing of it"}, Ratio{}, Unit::Fraction, definition);
    s.given({"floor", "Score that earns nothing"}, Ratio{effect.floor}, Unit::Fraction,
            effect.floor_source);
    s.given({"ceiling", "Score that earns all of it"}, Ratio{effect.ceiling}, Unit::Fraction,
            effect.ceiling_source);
    s.cite(Rule::PayForPerformance);
    s.fraction({"above_floor", "Score above the floor"}, Op::Subtract, {"score", "floor"},
               out.above_floor);
    s.fraction({"range", "From floor to ceiling"}, Op::Subtract, {"ceiling", "floor"}, out.range);
    s.fraction({"position", "How far the score is between them"}, Op::Divide,
               {"above_floor", "range"}, out.position);
    s.fraction({"position_from_below", "Not less than nothing"}, Op::Maximum,
               {"nothing", "position"}, out.position_from_below);
    s.fraction(words, Op::Minimum, {"position_from_below", "everything"}, out.earned_part);
  }

  void operator()(const PartTiers& effect) const {
    Step& step = s.fraction(words, Op::Tier, {"score"}, out.earned_part);
    for (const PartTier& tier : effect.tiers) {
      step.table.push_back({Ratio{tier.from_score}.exact(), Ratio{tier.part}.exact()});
    }
    step.source = source;
  }
};

void trace_bonus(const PerformanceContext& c) {
  StepWriter& s = c.steps;
  s.amount({"earned_exact", "Earned, exact"}, Op::Multiply, {"at_stake", "earned_part"},
           c.out.payable);
  c.rounded({"payment", "Payment"}, "earned_exact", c.out.payment);
  c.rounded({"most", "Most that can be earned"}, "at_stake", c.out.at_stake);
  c.cite(Rule::PayForPerformance);
  s.amount({"not_earned", "Not earned"}, Op::Subtract, {"most", "payment"},
           Amount{c.out.not_earned});
}

void trace_withhold(const PerformanceContext& c) {
  StepWriter& s = c.steps;
  c.rounded({"withheld", "Withheld from the payments"}, "at_stake", c.out.at_stake);
  c.cite(Rule::PayForPerformance);
  s.amount({"earned_exact", "Earned back, exact"}, Op::Multiply, {"withheld", "earned_part"},
           c.out.payable);
  c.rounded({"payment", "Returned to the provider"}, "earned_exact", c.out.payment);
  c.cite(Rule::PayForPerformance);
  s.amount({"withhold_forfeited", "Forfeited to the payer"}, Op::Subtract, {"withheld", "payment"},
           Amount{c.out.not_earned});
}

void trace_penalty(const PerformanceContext& c) {
  StepWriter& s = c.steps;
  s.fraction({"lost_part", "Part that is not earned"}, Op::Complement, {"earned_part"},
             c.out.lost_part);
  s.amount({"penalty_exact", "Penalty, exact"}, Op::Multiply, {"at_stake", "lost_part"},
           c.out.payable);
  c.rounded({"penalty", "Penalty"}, "penalty_exact", c.out.penalty);
}

}  // namespace

void trace_performance_effect(const Term<PerformanceEffect>& effect,
                              const PayForPerformanceOutcome& out, StepWriter& steps) {
  std::visit(TraceEffect{effect.source, out, steps}, effect.value);
}

void trace_stream(const PayForPerformanceTerms& terms, const StreamTraceContext& context) {
  const PerformanceContext c{
      .terms = terms,
      .out = *std::get_if<PayForPerformanceOutcome>(&context.settled.outcome),
      .stream = context,
      .steps = context.steps};
  trace_base(c);
  trace_score(context, c.out.score);
  trace_performance_effect(terms.effect, c.out, c.steps);
  c.cite(Rule::PayForPerformance);
  switch (c.out.form) {
    case PerformanceForm::Bonus:
      return trace_bonus(c);
    case PerformanceForm::Withhold:
      return trace_withhold(c);
    case PerformanceForm::Penalty:
      return trace_penalty(c);
  }
}

}  // namespace gainshare
