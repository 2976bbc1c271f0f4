// SPDX-License-Identifier: Apache-2.0
#include "trace/stream_trace.h"

namespace gainshare {
namespace {

// The words of one measure's steps: ids carry the measure, so that they stay apart.
class MeasureSteps {
 public:
  MeasureSteps(const QualityMeasure& measure, StepWriter& steps)
      : measure_(measure), steps_(steps) {}

  std::string id(std::string_view quantity) const {
    return measure_.id + "_" + std::string{quantity};
  }
  std::string label(std::string_view words) const {
    return measure_.title + ": " + std::string{words};
  }
  StepWriter& writer() const { return steps_; }

 private:
  const QualityMeasure& measure_;
  StepWriter& steps_;
};

void points_step(const MeasureSteps& m, StepWriter::Words words, const std::string& input,
                 const Ratio& points, std::vector<std::vector<std::optional<Rational>>> table) {
  Step& step = m.writer().fraction(words, Op::Tier, {input}, points);
  step.unit = Unit::Points;
  step.table = std::move(table);
}

// Lower is better: the result and the scale change sign, and the same table reading holds.
void trace_achievement(const QualityMeasure& measure, const MeasureOutcome& out,
                       const MeasureSteps& m) {
  if (measure.achievement.empty()) return;
  const bool reverse = measure.direction == Direction::LowerIsBetter;
  std::string input = m.id("current");
  if (reverse) {
    input = m.id("reversed");
    m.writer().fraction({input, m.label("result, lower is better")}, Op::Subtract,
                        {"zero_rate", m.id("current")}, Ratio{} - out.current);
  }
  std::vector<std::vector<std::optional<Rational>>> table;
  for (const AchievementStep& step : measure.achievement) {
    const Ratio cut = reverse ? Ratio{} - Ratio{step.rate} : Ratio{step.rate};
    table.push_back({cut.exact(), Ratio{step.points}.exact()});
  }
  const std::string id = m.id("achievement_points");
  const std::string label = m.label("points for achievement");
  points_step(m, {id, label}, input, out.achievement_points, std::move(table));
}

void trace_improvement(const QualityMeasure& measure, const MeasureOutcome& out,
                       const MeasureSteps& m) {
  if (!out.relative_change) return;
  const bool reverse = measure.direction == Direction::LowerIsBetter;
  const Ratio change = reverse ? *out.prior - out.current : out.current - *out.prior;
  const std::string from = reverse ? m.id("current") : m.id("prior");
  const std::string to = reverse ? m.id("prior") : m.id("current");
  m.writer().fraction({m.id("change"), m.label("improvement")}, Op::Subtract, {to, from}, change);
  m.writer().fraction({m.id("relative_change"), m.label("relative improvement")}, Op::Divide,
                      {m.id("change"), m.id("prior")}, *out.relative_change);
  std::vector<std::vector<std::optional<Rational>>> table;
  for (const ImprovementStep& step : measure.improvement) {
    table.push_back({Ratio{step.from_relative_change}.exact(), Ratio{step.points}.exact()});
  }
  points_step(m, {m.id("improvement_points"), m.label("points for improvement")},
              m.id("relative_change"), out.improvement_points, std::move(table));
}

void trace_measure(const QualityMeasure& measure, const MeasureOutcome& out, StepWriter& steps) {
  const Source stated{"experience", Status::Contract, {}};
  const Source contract{"contract", Status::Contract, {}};
  const MeasureSteps m{measure, steps};
  steps.given({m.id("current"), m.label("result")}, out.current, Unit::Fraction, stated);
  if (out.prior) {
    steps.given({m.id("prior"), m.label("result of the period before")}, *out.prior, Unit::Fraction,
                stated);
  }
  trace_achievement(measure, out, m);
  trace_improvement(measure, out, m);
  const std::string achievement = m.id("achievement_points");
  const std::string improvement = m.id("improvement_points");
  StepWriter::Inputs earned{"zero_points"};
  if (!measure.achievement.empty()) earned.push_back(achievement);
  if (out.relative_change) earned.push_back(improvement);
  steps.fraction({m.id("points"), m.label("points")}, Op::Maximum, earned, out.points).unit =
      Unit::Points;
  steps.given({m.id("maximum"), m.label("most points")}, Ratio{measure.maximum_points},
              Unit::Points, contract);
  steps.given({m.id("weight"), m.label("weight")}, Ratio{measure.weight}, Unit::Count, contract);
  steps
      .fraction({m.id("weighted_points"), m.label("points × weight")}, Op::Multiply,
                {m.id("points"), m.id("weight")}, out.weighted_points)
      .unit = Unit::Points;
  steps
      .fraction({m.id("weighted_maximum"), m.label("most points × weight")}, Op::Multiply,
                {m.id("maximum"), m.id("weight")}, out.weighted_maximum)
      .unit = Unit::Points;
}

}  // namespace

void trace_stream(const QualityScorecardTerms& terms, const StreamTraceContext& context) {
  const auto& outcome = *std::get_if<QualityScorecardOutcome>(&context.settled.outcome);
  StepWriter& steps = context.steps;
  const Source definition{"definition", Status::Contract, {}};
  steps.given({"zero_rate", "Nothing"}, Ratio{}, Unit::Fraction, definition);
  steps.given({"zero_points", "No points"}, Ratio{}, Unit::Points, definition);
  steps.cite(source_of(Rule::Scorecard, false));
  std::vector<std::string> points;
  std::vector<std::string> maxima;
  for (std::size_t i = 0; i < terms.measures.size(); ++i) {
    trace_measure(terms.measures[i], outcome.measures[i], steps);
    points.push_back(terms.measures[i].id + "_weighted_points");
    maxima.push_back(terms.measures[i].id + "_weighted_maximum");
  }
  const StepWriter::Inputs all_points{points.begin(), points.end()};
  const StepWriter::Inputs all_maxima{maxima.begin(), maxima.end()};
  steps.fraction({"points", "Points"}, Op::Add, all_points, outcome.points).unit = Unit::Points;
  steps.fraction({"maximum_points", "Most points"}, Op::Add, all_maxima, outcome.maximum_points)
      .unit = Unit::Points;
  steps.fraction({"score_of_scorecard", "Score"}, Op::Divide, {"points", "maximum_points"},
                 outcome.score);
}

}  // namespace gainshare
