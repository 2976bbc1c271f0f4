// SPDX-License-Identifier: Apache-2.0
// How quality sets the sharing rate.
#include <string>
#include <variant>

#include "trace/shared_savings_context.h"

namespace gainshare {
namespace {

bool score_counts(const SharedSavingsContext& c) {
  const bool given = c.facts.score().has_value();
  return given || c.terms.quality.reporting_year;
}

void trace_score_that_counts(const SharedSavingsContext& c) {
  if (c.terms.quality.reporting_year) {
    c.steps.given({"score", "Quality score that counts"}, c.out.score, Unit::Fraction,
                  *c.terms.quality.reporting_year);
  } else if (score_counts(c)) {
    trace_score(c.stream, c.out.score);
  }
}

void trace_standard(const SharedSavingsContext& c) {
  StepWriter& s = c.steps;
  const StepWriter::Words words{"meets_quality", "Quality standard met"};
  const Term<QualityStandard>& standard = *c.terms.quality.standard;
  const bool stated = standard.value.stated_by_experience;
  if (stated && c.facts.quality.met_standard) {
    s.given(words, c.out.meets_quality);
  } else if (stated && c.facts.scorecard_standard) {
    const std::string attained = c.stream.stream.score_from + ".meets_attainment";
    c.cite(Rule::Quality);
    s.truth(words, Op::All, {attained}, c.out.meets_quality);
  } else if (c.terms.quality.reporting_year) {
    s.given(words, true, *c.terms.quality.reporting_year);
  } else {
    s.given({"minimum_score", "Minimum quality score"}, Ratio{*standard.value.minimum_score},
            Unit::Fraction, standard.source);
    c.cite(Rule::Quality);
    s.truth(words, Op::AtLeast, {"score", "minimum_score"}, c.out.meets_quality);
  }
}

// The rate when the standard is met. Returns its id.
std::string_view trace_effect(const SharedSavingsContext& c) {
  StepWriter& s = c.steps;
  const QualityEffect& effect = c.terms.quality.effect.value;
  c.cite(Rule::SharingRate);
  const StepWriter::Words words{"rate_at_score", "Sharing rate at this score"};
  if (const auto* escalator = std::get_if<ShareEscalator>(&effect)) {
    if (escalator->lowest == Rate{}) {
      s.fraction(words, Op::Multiply, {"sharing_rate", "score"}, c.out.rate_at_score);
      return words.id;
    }
    s.given({"lowest_sharing_rate", "Lowest sharing rate"}, Ratio{escalator->lowest},
            Unit::Fraction, c.terms.quality.effect.source);
    s.fraction({"escalator_range", "Sharing rate that quality adds at most"}, Op::Subtract,
               {"sharing_rate", "lowest_sharing_rate"}, c.out.escalator_range);
    s.fraction({"escalator_part", "Sharing rate that quality adds"}, Op::Multiply,
               {"escalator_range", "score"}, c.out.escalator_part);
    s.fraction(words, Op::Add, {"lowest_sharing_rate", "escalator_part"}, c.out.rate_at_score);
    return words.id;
  }
  if (const auto* steps = std::get_if<ShareTiers>(&effect)) {
    Step& step = s.fraction(words, Op::Tier, {"score"}, c.out.rate_at_score);
    for (const QualityTier& tier : steps->tiers) {
      step.table.push_back({Ratio{tier.from_score}.exact(), Ratio{tier.sharing_rate}.exact()});
    }
    step.source = c.terms.quality.effect.source;
    return words.id;
  }
  return "sharing_rate";
}

}  // namespace

void trace_quality(const SharedSavingsContext& c) {
  StepWriter& s = c.steps;
  s.given({"sharing_rate", "Sharing rate"}, Ratio{c.terms.sharing_rate.value}, Unit::Fraction,
          c.terms.sharing_rate.source);
  trace_score_that_counts(c);
  std::string_view rate = trace_effect(c);
  std::string_view otherwise = "zero_rate";
  if (c.terms.quality.standard) trace_standard(c);
  if (c.terms.quality.alternative) {
    s.given({"met_alternative_standard", "Alternative quality standard met"},
            c.facts.quality.met_alternative_standard.value_or(false));
    // Without a score the alternative cannot have been met: the reader asks for one.
    if (score_counts(c)) {
      s.cite(*c.terms.quality.alternative);
      s.fraction({"rate_at_alternative", "Sharing rate under the alternative standard"},
                 Op::Multiply, {"sharing_rate", "score"}, c.out.rate_at_alternative);
      s.fraction({"rate_if_standard_failed", "Sharing rate when the standard is not met"}, Op::When,
                 {"met_alternative_standard", "rate_at_alternative", "zero_rate"},
                 c.facts.quality.met_alternative_standard.value_or(false)
                     ? c.out.rate_at_alternative
                     : Ratio{});
      otherwise = "rate_if_standard_failed";
    }
  }
  c.cite(Rule::Quality);
  const StepWriter::Words words{"sharing_rate_by_quality", "Sharing rate after quality"};
  if (c.terms.quality.standard) {
    s.fraction(words, Op::When, {"meets_quality", rate, otherwise}, c.out.sharing_rate_by_quality);
  } else {
    s.fraction(words, Op::Add, {rate}, c.out.sharing_rate_by_quality);
  }
}

}  // namespace gainshare
