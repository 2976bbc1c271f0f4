// SPDX-License-Identifier: Apache-2.0
#include "trace/episode_context.h"

namespace gainshare {
namespace {

// A side of the reconciliation: what is gained, or lost.
struct SideWords {
  std::string_view id;          // "gain"
  std::string_view label;       // "Gain"
  std::string_view difference;  // the step that is the gain where it is above zero
  std::string_view target;      // the total that its limit is a part of
};

void trace_stop(const EpisodeContext& c, const SideWords& words, const Term<Rate>& stop,
                const Amount& limit) {
  StepWriter& s = c.steps;
  const std::string id = "stop_" + std::string{words.id};
  s.given({id + "_rate", "Stop-" + std::string{words.id} + ", of the total target"},
          Ratio{stop.value}, Unit::Fraction, stop.source);
  c.cite(Rule::StopGainAndLoss);
  s.amount({id, "Stop-" + std::string{words.id}}, Op::Multiply, {words.target, id + "_rate"},
           limit);
}

struct SideAmounts {
  Amount raw;
  Amount adjusted;
  const std::optional<Term<Rate>>& stop;
  std::optional<Amount> limit;
  Amount limited;
};

// Returns the id of the amount within its limit.
std::string trace_side(const EpisodeContext& c, const SideWords& words,
                       const SideAmounts& amounts) {
  StepWriter& s = c.steps;
  std::string last{words.id};
  const std::string label{words.label};
  c.cite(Rule::Reconciliation);
  s.amount({words.id, words.label}, Op::Maximum, {"zero", words.difference}, amounts.raw);
  if (std::holds_alternative<ScoreAdjustment>(c.terms.quality.value)) {
    const std::string adjusted = "adjusted_" + std::string{words.id};
    c.cite(Rule::QualityOfEpisodes);
    s.amount({adjusted, label + " after the quality adjustment"}, Op::Multiply,
             {last, std::string{words.id} + "_factor"}, amounts.adjusted);
    last = adjusted;
  }
  if (!amounts.stop) return last;
  trace_stop(c, words, *amounts.stop, *amounts.limit);
  const std::string limited = "limited_" + std::string{words.id};
  s.amount({limited, label + " within its limit"}, Op::Minimum,
           {last, "stop_" + std::string{words.id}}, amounts.limited);
  return limited;
}

// Quality may stand in the way of a payment. Returns the id of what is payable.
std::string trace_payable(const EpisodeContext& c, const std::string& gain) {
  StepWriter& s = c.steps;
  const bool bands = std::holds_alternative<DiscountBands>(c.terms.quality.value);
  std::vector<std::string_view> conditions;
  if (bands) conditions.push_back("meets_quality");
  if (c.terms.minimum_score) conditions.push_back("reaches_minimum_score");
  if (conditions.empty()) return gain;
  c.cite(Rule::QualityOfEpisodes);
  s.truth({"may_be_paid", "Quality allows a reconciliation payment"}, Op::All, conditions,
          c.out.meets_quality);
  s.amount({"payable", "Gain that is paid"}, Op::When, {"may_be_paid", gain, "zero"},
           c.out.payable);
  return "payable";
}

std::string trace_owed(const EpisodeContext& c, const std::string& loss) {
  StepWriter& s = c.steps;
  if (!c.terms.no_repayment) return loss;
  s.given({"repays_nothing", "Losses are not repaid"}, true, *c.terms.no_repayment);
  s.cite(*c.terms.no_repayment);
  s.amount({"owed", "Loss that is repaid"}, Op::When, {"repays_nothing", "zero", loss}, c.out.owed);
  return "owed";
}

void trace_payment(const EpisodeContext& c, const std::string& payable, const std::string& owed) {
  StepWriter& s = c.steps;
  const Rounding rounding = c.stream.contract.rounding.value;
  c.cite(Rule::Rounding);
  s.amount({"payment", "Reconciliation payment"}, Op::Round, {payable}, Amount{c.out.payment})
      .rounding = rounding;
  s.amount({"repayment", "Repayment"}, Op::Round, {owed}, Amount{c.out.repayment}).rounding =
      rounding;
  c.cite(Rule::WhoHasWhat);
  const Amount savings = c.out.benchmark - c.out.actual;
  s.amount({"savings", "Spending below the price before the discount"}, Op::Subtract,
           {"benchmark", "actual"}, savings);
  s.amount({"savings_and_repayment", "The same and the repayment"}, Op::Add,
           {"savings", "repayment"}, savings + Amount{c.out.repayment});
  s.amount({"payer_keeps", "The payer keeps"}, Op::Subtract, {"savings_and_repayment", "payment"},
           c.out.payer_keeps);
}

}  // namespace

void trace_stream(const EpisodePaymentTerms& terms, const StreamTraceContext& context) {
  const EpisodeContext c{.terms = terms,
                         .facts = *context.experience.episodes,
                         .out = *std::get_if<EpisodePaymentOutcome>(&context.settled.outcome),
                         .stream = context,
                         .steps = context.steps};
  StepWriter& s = c.steps;
  s.given({"zero", "Nothing"}, Money{}, {"definition", Status::Contract, {}});
  trace_episode_quality(c);
  trace_episode_groups(c);
  c.cite(Rule::Reconciliation);
  s.amount({"reconciliation", "Target less actual spending"}, Op::Subtract, {"target", "actual"},
           c.out.reconciliation);
  s.amount({"excess", "Actual spending less the target for repayments"}, Op::Subtract,
           {"actual", "repayment_target"}, c.out.excess);
  const std::string gain = trace_side(
      c, {"gain", "Gain", "reconciliation", "target"},
      {c.out.gain, c.out.adjusted_gain, terms.stop_gain, c.out.stop_gain, c.out.limited_gain});
  const std::string loss = trace_side(
      c, {"loss", "Loss", "excess", "repayment_target"},
      {c.out.loss, c.out.adjusted_loss, terms.stop_loss, c.out.stop_loss, c.out.limited_loss});
  const std::string payable = trace_payable(c, gain);
  const std::string owed = trace_owed(c, loss);
  trace_payment(c, payable, owed);
}

}  // namespace gainshare
