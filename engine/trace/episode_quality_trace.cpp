// SPDX-License-Identifier: Apache-2.0
// What quality does to an episode payment: the discount by band, or the amount by score.
#include <array>

#include "trace/episode_context.h"

namespace gainshare {
namespace {

void trace_score_of_episodes(const EpisodeContext& c) {
  const bool bands = std::holds_alternative<DiscountBands>(c.terms.quality.value);
  if (bands && !c.stream.stream.score_from.empty()) {
    const std::string points = c.stream.stream.score_from + ".points";
    Step& step = c.steps.step({"score", "Quality points that count"}, Op::Add, {points},
                              {"contract", Status::Contract, {}});
    step.value = c.out.score.exact();
    step.unit = Unit::Points;
  } else if (c.out.composite) {
    trace_composite(c);
  } else if (bands) {
    Step& step = c.steps.step({"score", "Composite quality score"}, Op::Given, {}, c.stated());
    step.value = c.out.score.exact();
    step.unit = Unit::Points;
  } else if (!std::holds_alternative<NoQuality>(c.terms.quality.value) || c.terms.minimum_score) {
    trace_score(c.stream, c.out.score);
  }
}

// The amount of quality's adjustment: gain × (1 - most × (1 - score)), loss × (1 - most × score).
void trace_adjustment(const EpisodeContext& c, const ScoreAdjustment& adjustment) {
  StepWriter& s = c.steps;
  const Ratio most = adjustment.most;
  s.given({"maximum_adjustment", "Most that quality changes the amount by"}, most, Unit::Fraction,
          c.terms.quality.source);
  c.cite(Rule::QualityOfEpisodes);
  const Ratio lacking = Ratio::whole(1) - c.out.score;
  s.fraction({"lacking_score", "Short of a full score"}, Op::Complement, {"score"}, lacking);
  s.fraction({"gain_reduction", "Taken off a gain"}, Op::Multiply,
             {"maximum_adjustment", "lacking_score"}, most * lacking);
  s.fraction({"gain_factor", "Part of a gain that is left"}, Op::Complement, {"gain_reduction"},
             c.out.gain_factor);
  s.fraction({"loss_reduction", "Taken off a loss"}, Op::Multiply, {"maximum_adjustment", "score"},
             most * c.out.score);
  s.fraction({"loss_factor", "Part of a loss that is left"}, Op::Complement, {"loss_reduction"},
             c.out.loss_factor);
}

// The figures of a band: a band that pays no gain measures from the target of its losses.
struct BandFigures {
  Ratio discount;
  Ratio repayment_discount;
  bool pays;
};

BandFigures figures_of(const DiscountBand& band) {
  BandFigures figures{.discount = Ratio{band.discount.value_or(Rate{})},
                      .repayment_discount = Ratio{band.discount.value_or(Rate{})},
                      .pays = band.discount.has_value()};
  if (band.repayment_discount) figures.repayment_discount = *band.repayment_discount;
  if (!figures.pays) figures.discount = figures.repayment_discount;
  return figures;
}

// What the bands decide, and its words.
struct Decided {
  std::string_view id;     // "discount"
  std::string_view own;    // the band's step: "band_good_discount"
  std::string_view label;  // "Discount"
};
constexpr std::array kDecided{
    Decided{"discount", "discount", "Discount"},
    Decided{"repayment_discount", "repayment_discount", "Discount for repayments"},
    Decided{"meets_quality", "pays", "Quality allows a payment"}};

void trace_band_figures(const EpisodeContext& c, const std::string& prefix,
                        const DiscountBand& band, bool reached) {
  StepWriter& s = c.steps;
  const BandFigures own = figures_of(band);
  s.given({prefix + "from", band.title + ": from this score"}, Ratio{band.from_score}, Unit::Points,
          band.source);
  s.given({prefix + "discount", band.title + ": discount"}, own.discount, Unit::Fraction,
          band.source);
  s.given({prefix + "repayment_discount", band.title + ": discount for repayments"},
          own.repayment_discount, Unit::Fraction, band.source);
  s.given({prefix + "pays", band.title + ": a gain is paid"}, own.pays, band.source);
  c.cite(Rule::QualityOfEpisodes);
  s.truth({prefix + "reached", band.title + ": reached"},
          band.inclusive ? Op::AtLeast : Op::MoreThan, {"score", prefix + "from"}, reached);
}

// Band by band: its figure where its score is reached, that of the bands before where it is not.
// The last of the chain has the name of the quantity itself.
void trace_bands(const EpisodeContext& c, const DiscountBands& bands) {
  const std::size_t count = bands.bands.size();
  BandFigures chosen{};
  for (std::size_t i = 0; i < count; ++i) {
    const DiscountBand& band = bands.bands[i];
    const std::string prefix = "band_" + std::to_string(i + 1) + "_";
    trace_band_figures(c, prefix, band, c.out.band_reached[i]);
    if (c.out.band_reached[i]) chosen = figures_of(band);
    for (const Decided& decided : kDecided) {
      const std::string quantity{decided.id};
      const std::string own = prefix + std::string{decided.own};
      const std::string before = quantity + "_after_band_" + std::to_string(i);
      const std::string id =
          i + 1 == count ? quantity : quantity + "_after_band_" + std::to_string(i + 1);
      const std::string label{decided.label};
      Step& step = c.steps.step({id, label}, Op::When,
                                {prefix + "reached", own, i == 0 ? own : before}, c.steps.cited());
      step.unit = decided.id == "meets_quality" ? Unit::Truth : Unit::Fraction;
      step.value = decided.id == "meets_quality" ? StepValue{chosen.pays}
                   : decided.id == "discount"    ? StepValue{chosen.discount.exact()}
                                                 : StepValue{chosen.repayment_discount.exact()};
    }
  }
}

// One measure of the composite score; its ids begin "composite_1_".
struct CompositeSteps {
  const EpisodeContext& c;
  const CompositeMeasure& measure;
  const CompositeMeasureOutcome& out;
  std::string prefix;

  std::string label(std::string_view words) const {
    return measure.title + ": " + std::string{words};
  }
};

void trace_submission(const CompositeSteps& m) {
  StepWriter& s = m.c.steps;
  s.given({m.prefix + "submitted", m.label("submitted")}, m.out.submitted);
  s.given({m.prefix + "maximum", m.label("points")}, Ratio{m.measure.maximum_points}, Unit::Points,
          m.measure.source);
  m.c.cite(Rule::CompositePoints);
  s.fraction({m.prefix + "points", m.label("points earned")}, Op::When,
             {m.prefix + "submitted", m.prefix + "maximum", "zero_points"},
             m.out.performance_points)
      .unit = Unit::Points;
}

void trace_percentile(const CompositeSteps& m) {
  StepWriter& s = m.c.steps;
  // Where the hospital has no value the terms say which percentile counts.
  s.given({m.prefix + "percentile", m.label("percentile")}, *m.out.percentile, Unit::Count,
          m.out.assumed_percentile ? m.measure.source : m.c.stated());
  m.c.cite(Rule::CompositePoints);
  Step& tier = s.fraction({m.prefix + "points", m.label("points earned")}, Op::Tier,
                          {m.prefix + "percentile"}, m.out.performance_points);
  tier.unit = Unit::Points;
  tier.source = m.measure.source;
  for (const PercentilePoints& step : m.measure.points) {
    tier.table.push_back({Ratio{step.from_percentile}.exact(), Ratio{step.points}.exact()});
  }
}

void trace_improvement(const CompositeSteps& m) {
  StepWriter& s = m.c.steps;
  s.given({m.prefix + "rise", m.label("deciles risen")}, Ratio::whole(m.out.improvement_deciles),
          Unit::Count);
  s.given({m.prefix + "rise_needed", m.label("deciles that earn improvement points")},
          Ratio::whole(m.measure.improvement_deciles), Unit::Count, m.measure.source);
  s.given({m.prefix + "improvement", m.label("improvement points")},
          Ratio{m.measure.improvement_points}, Unit::Points, m.measure.source);
  m.c.cite(Rule::CompositePoints);
  s.truth({m.prefix + "improved", m.label("improved enough")}, Op::AtLeast,
          {m.prefix + "rise", m.prefix + "rise_needed"}, m.out.improved);
  s.fraction({m.prefix + "improvement_earned", m.label("improvement points earned")}, Op::When,
             {m.prefix + "improved", m.prefix + "improvement", "zero_points"},
             m.out.improvement_points)
      .unit = Unit::Points;
}

}  // namespace

void trace_episode_quality(const EpisodeContext& c) {
  StepWriter& s = c.steps;
  trace_score_of_episodes(c);
  if (const auto* bands = std::get_if<DiscountBands>(&c.terms.quality.value)) {
    trace_bands(c, *bands);
  } else if (c.terms.discount) {
    s.given({"discount", "Discount"}, c.out.discount, Unit::Fraction, c.terms.discount->source);
  }
  if (const auto* adjustment = std::get_if<ScoreAdjustment>(&c.terms.quality.value)) {
    trace_adjustment(c, *adjustment);
  }
  if (!c.terms.minimum_score) return;
  s.given({"minimum_score", "Minimum quality score"}, Ratio{c.terms.minimum_score->value},
          Unit::Fraction, c.terms.minimum_score->source);
  c.cite(Rule::Quality);
  const bool reaches = c.out.score >= Ratio{c.terms.minimum_score->value};
  s.truth({"reaches_minimum_score", "Minimum quality score reached"}, Op::AtLeast,
          {"score", "minimum_score"}, reaches);
}

void trace_composite(const EpisodeContext& c) {
  StepWriter& s = c.steps;
  const CompositeScore& terms = *c.terms.composite;
  std::vector<std::string> earned;
  s.given({"zero_points", "No points"}, Ratio{}, Unit::Points,
          {"definition", Status::Contract, {}});
  for (std::size_t i = 0; i < terms.measures.size(); ++i) {
    const CompositeSteps m{c, terms.measures[i], c.out.composite->measures[i],
                           "composite_" + std::to_string(i + 1) + "_"};
    earned.push_back(m.prefix + "points");
    if (!m.out.percentile) {
      trace_submission(m);
      continue;
    }
    trace_percentile(m);
    if (m.measure.improvement_points == Rate{}) continue;
    trace_improvement(m);
    earned.push_back(m.prefix + "improvement_earned");
  }
  c.cite(Rule::CompositePoints);
  s.fraction({"composite_points", "Points of the composite score"}, Op::Add, earned,
             c.out.composite->points)
      .unit = Unit::Points;
  s.given({"composite_maximum", "Most points of the composite score"}, Ratio{terms.maximum},
          Unit::Points, terms.source);
  s.fraction({"score", "Composite quality score"}, Op::Minimum,
             {"composite_points", "composite_maximum"}, c.out.score)
      .unit = Unit::Points;
}

}  // namespace gainshare
