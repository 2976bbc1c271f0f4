// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "trace/stated_amount.h"

namespace gainshare {
namespace {

struct RiskCorridorContext {
  const RiskCorridorTerms& terms;
  const RiskCorridorOutcome& out;
  const StreamTraceContext& stream;
  StepWriter& steps;

  void cite(Rule rule) const { steps.cite(rule); }
};

// Returns the id of the benchmark after the discount.
std::string_view trace_discount(const RiskCorridorContext& c) {
  StepWriter& s = c.steps;
  if (c.terms.discount.empty()) return "benchmark";
  if (c.terms.discount.size() == 1) {
    const DiscountPart& only = c.terms.discount.front();
    s.given({"discount_rate", only.title}, Ratio{only.rate}, Unit::Fraction, only.source);
    c.cite(Rule::Discount);
  } else {
    std::vector<std::string> parts;
    for (const DiscountPart& part : c.terms.discount) {
      parts.push_back("discount_part_" + part.id);
      s.given({parts.back(), part.title}, Ratio{part.rate}, Unit::Fraction, part.source);
    }
    c.cite(Rule::Discount);
    s.fraction({"discount_rate", "Discount"}, Op::Add, parts, c.out.discount_rate);
  }
  s.amount({"discount", "Discount off the benchmark"}, Op::Multiply, {"benchmark", "discount_rate"},
           c.out.discount);
  s.amount({"discounted_benchmark", "Benchmark after the discount"}, Op::Subtract,
           {"benchmark", "discount"}, c.out.discounted_benchmark);
  return "discounted_benchmark";
}

void trace_quality_withhold(const RiskCorridorContext& c, std::string_view benchmark) {
  StepWriter& s = c.steps;
  s.given({"quality_withhold", "Withheld for quality, of the benchmark"},
          Ratio{c.terms.quality_withhold->value}, Unit::Fraction, c.terms.quality_withhold->source);
  trace_score(c.stream, c.out.score);
  c.cite(Rule::QualityWithhold);
  s.amount({"quality_withheld", "Withheld for quality"}, Op::Multiply,
           {benchmark, "quality_withhold"}, c.out.quality_withheld);
  s.amount({"quality_earned_back", "Earned back by quality"}, Op::Multiply,
           {"quality_withheld", "score"}, c.out.quality_earned_back);
  s.amount({"quality_forfeited", "Not earned back by quality"}, Op::Subtract,
           {"quality_withheld", "quality_earned_back"}, c.out.quality_forfeited);
}

void trace_retention_withhold(const RiskCorridorContext& c, std::string_view benchmark) {
  StepWriter& s = c.steps;
  s.given({"retention_withhold", "Withheld until the provider has stayed, of the benchmark"},
          Ratio{c.terms.retention_withhold->value}, Unit::Fraction,
          c.terms.retention_withhold->source);
  s.given({"retention_met", "The provider stays"},
          *c.stream.experience.risk_corridor->retention_met);
  c.cite(Rule::RetentionWithhold);
  s.amount({"retention_withheld", "Withheld until the provider has stayed"}, Op::Multiply,
           {benchmark, "retention_withhold"}, c.out.retention_withheld);
  s.amount({"retention_forfeited", "Lost by leaving"}, Op::When,
           {"retention_met", "zero", "retention_withheld"}, c.out.retention_forfeited);
}

// Returns the id of the benchmark that decides.
std::string_view trace_benchmark(const RiskCorridorContext& c, std::string_view discounted) {
  StepWriter& s = c.steps;
  std::vector<std::string_view> forfeited;
  if (c.terms.quality_withhold) {
    trace_quality_withhold(c, discounted);
    forfeited.push_back("quality_forfeited");
  }
  if (c.terms.retention_withhold) {
    trace_retention_withhold(c, discounted);
    forfeited.push_back("retention_forfeited");
  }
  if (forfeited.empty()) return discounted;
  s.amount({"forfeited", "Withheld and not earned back"}, Op::Add, forfeited,
           c.out.quality_forfeited + c.out.retention_forfeited);
  s.amount({"adjusted_benchmark", "Adjusted benchmark"}, Op::Subtract, {discounted, "forfeited"},
           c.out.adjusted_benchmark);
  return "adjusted_benchmark";
}

// Returns the id of the difference that is shared.
std::string_view trace_gross(const RiskCorridorContext& c, std::string_view discounted,
                             std::string_view adjusted) {
  StepWriter& s = c.steps;
  c.cite(Rule::Savings);
  s.amount({"savings", "Spending below the benchmark"}, Op::Subtract, {"benchmark", "expenditure"},
           Amount{c.out.savings});
  s.amount({"gross", "Gross savings or losses"}, Op::Subtract, {adjusted, "expenditure"},
           c.out.gross);
  std::string_view gross = "gross";
  if (c.terms.gross_cap) {
    s.given({"gross_cap", "Cap on gross savings and losses, of the benchmark"},
            Ratio{c.terms.gross_cap->value}, Unit::Fraction, c.terms.gross_cap->source);
    c.cite(Rule::GrossCap);
    s.amount({"cap", "Cap on gross savings and losses"}, Op::Multiply, {discounted, "gross_cap"},
             *c.out.cap);
    s.amount({"lowest_gross", "Largest loss that counts"}, Op::Subtract, {"zero", "cap"},
             -*c.out.cap);
    s.amount({"gross_below_cap", "Gross savings within the cap"}, Op::Minimum, {"gross", "cap"},
             minimum(c.out.gross, *c.out.cap));
    s.amount({"capped_gross", "Savings or losses within the cap"}, Op::Maximum,
             {"gross_below_cap", "lowest_gross"}, c.out.capped_gross);
    gross = "capped_gross";
  }
  c.cite(Rule::CorridorSharing);
  s.fraction({"gross_rate", "Savings or losses, of the adjusted benchmark"}, Op::Divide,
             {gross, adjusted}, c.out.rate);
  s.amount({"opposite_gross", "Losses or savings"}, Op::Subtract, {"zero", gross},
           -c.out.capped_gross);
  return gross;
}

// One side of the corridors: savings or losses.
struct SideContext {
  const RiskCorridorContext& c;
  std::string prefix;  // "savings" or "loss"
  std::string noun;    // "Savings" or "Losses"
  const Corridors& corridors;
  const CorridorSide& side;
  std::string_view adjusted;  // the id of the benchmark the limits are parts of

  std::string id(std::string_view quantity) const { return prefix + "_" + std::string{quantity}; }
  std::string band_id(std::size_t band, std::string_view quantity) const {
    return id("band_" + std::to_string(band + 1) + "_" + std::string{quantity});
  }
  std::string label(std::size_t band, std::string_view words) const {
    return noun + ", band " + std::to_string(band + 1) + ": " + std::string{words};
  }
};

// What has been shared out by this band and those before it; returns its id.
std::string trace_reached(const SideContext& w, std::size_t i) {
  StepWriter& s = w.c.steps;
  const CorridorBand& band = w.corridors[i];
  if (!band.up_to) return w.id("to_share");
  const CorridorSlice& part = w.side.slices[i];
  const std::string reached = w.band_id(i, "reached");
  s.given({w.band_id(i, "up_to"), w.label(i, "up to, of the benchmark")}, Ratio{*band.up_to},
          Unit::Fraction, band.source);
  s.amount({w.band_id(i, "limit"), w.label(i, "up to")}, Op::Multiply,
           {w.adjusted, w.band_id(i, "up_to")}, *part.limit);
  s.amount({reached, w.label(i, "this and the bands before")}, Op::Minimum,
           {w.id("to_share"), w.band_id(i, "limit")}, part.reached);
  return reached;
}

void trace_slice(const SideContext& w, std::size_t i) {
  StepWriter& s = w.c.steps;
  const CorridorSlice& part = w.side.slices[i];
  std::string within = trace_reached(w, i);
  if (i > 0) {
    const std::string reached = within;
    within = w.band_id(i, "within");
    s.amount({within, w.label(i, "inside the band")}, Op::Subtract,
             {reached, w.band_id(i - 1, "reached")}, part.within);
  }
  s.given({w.band_id(i, "share"), w.label(i, "provider's share")}, Ratio{w.corridors[i].share},
          Unit::Fraction, w.corridors[i].source);
  s.amount({w.band_id(i, "shared"), w.label(i, "shared")}, Op::Multiply,
           {within, w.band_id(i, "share")}, part.shared);
}

// Returns the id of what the side shares.
std::string trace_side(const SideContext& w, std::string_view gross) {
  StepWriter& s = w.c.steps;
  w.c.cite(Rule::CorridorSharing);
  s.amount({w.id("to_share"), w.noun + " to share"}, Op::Maximum, {"zero", gross}, w.side.to_share);
  std::vector<std::string> shared;
  for (std::size_t i = 0; i < w.corridors.size(); ++i) {
    trace_slice(w, i);
    shared.push_back(w.band_id(i, "shared"));
  }
  const std::string by_corridors = w.id("by_corridors");
  s.amount({by_corridors, w.noun + " by corridors"}, Op::Add, shared, w.side.by_corridors);
  if (w.c.terms.share.value == Rate::whole(1)) return by_corridors;
  const std::string id = w.id("shared");
  s.amount({id, w.noun + " shared"}, Op::Multiply, {by_corridors, "share"}, w.side.shared);
  return id;
}

std::string trace_sequestration(const RiskCorridorContext& c, std::string shared) {
  StepWriter& s = c.steps;
  if (c.terms.sequestration.value == Rate{}) return shared;
  s.given({"sequestration_rate", "Sequestration"}, Ratio{c.terms.sequestration.value},
          Unit::Fraction, c.terms.sequestration.source);
  c.cite(Rule::SavingsSequestration);
  s.amount({"sequestered", "Withheld by sequestration"}, Op::Multiply,
           {shared, "sequestration_rate"}, c.out.sequestered);
  s.amount({"after_sequestration", "After sequestration"}, Op::Subtract, {shared, "sequestered"},
           c.out.after_sequestration);
  return "after_sequestration";
}

void trace_payment(const RiskCorridorContext& c, const std::string& payable,
                   const std::string& losses) {
  StepWriter& s = c.steps;
  const Rounding rounding = c.stream.contract.rounding.value;
  c.cite(Rule::Rounding);
  s.amount({"payment", "Payment"}, Op::Round, {payable}, Amount{c.out.payment}).rounding = rounding;
  s.amount({"loss_owed", "Shared loss owed"}, Op::Round, {losses}, Amount{c.out.loss_owed})
      .rounding = rounding;
  c.cite(Rule::WhoHasWhat);
  s.amount({"savings_and_loss_owed", "Savings and the loss owed"}, Op::Add,
           {"savings", "loss_owed"}, Amount{c.out.savings + c.out.loss_owed});
  s.amount({"payer_keeps", "The payer keeps"}, Op::Subtract, {"savings_and_loss_owed", "payment"},
           Amount{c.out.payer_keeps});
}

}  // namespace

void trace_stream(const RiskCorridorTerms& terms, const StreamTraceContext& context) {
  const RiskCorridorContext c{.terms = terms,
                              .out = *std::get_if<RiskCorridorOutcome>(&context.settled.outcome),
                              .stream = context,
                              .steps = context.steps};
  StepWriter& s = c.steps;
  s.given({"zero", "Nothing"}, Money{}, {"definition", Status::Contract, {}});
  trace_spending(context);
  const std::string_view discounted = trace_discount(c);
  const std::string_view adjusted = trace_benchmark(c, discounted);
  const std::string_view gross = trace_gross(c, discounted, adjusted);
  if (!(terms.share.value == Rate::whole(1))) {
    s.given({"share", "Provider's share"}, Ratio{terms.share.value}, Unit::Fraction,
            terms.share.source);
  }
  const std::string savings = trace_side(
      {c, "savings", "Savings", terms.savings_corridors, c.out.savings_side, adjusted}, gross);
  const std::string losses = trace_side(
      {c, "loss", "Losses", terms.loss_corridors, c.out.loss_side, adjusted}, "opposite_gross");
  s.amount({"shared", "Shared savings less shared losses"}, Op::Subtract, {savings, losses},
           c.out.savings_side.shared - c.out.loss_side.shared);
  s.fraction({"shared_rate", "Shared, of the adjusted benchmark"}, Op::Divide, {"shared", adjusted},
             c.out.shared_rate);
  trace_payment(c, trace_sequestration(c, savings), losses);
}

}  // namespace gainshare
