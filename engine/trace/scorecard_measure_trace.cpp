// SPDX-License-Identifier: Apache-2.0
// One measure of a scorecard: its result, what it earns by achievement and by improvement, and
// what the two make together.
#include <string>
#include <vector>

#include "trace/scorecard_context.h"

namespace gainshare {
namespace {

using Table = std::vector<std::vector<std::optional<Rational>>>;

bool reverse(const MeasureSteps& m) { return m.measure.direction == Direction::LowerIsBetter; }

// Where the scale is a program's, its steps are what is cited.
void cite_scale(const MeasureSteps& m, Step& step) {
  if (!m.measure.scale_source.citation.empty()) step.source = m.measure.scale_source;
}

void points_step(const MeasureSteps& m, StepWriter::Words words, Op op, StepWriter::Inputs inputs,
                 const Ratio& points) {
  m.steps.fraction(words, op, inputs, points).unit = Unit::Points;
}

void given_count(const MeasureSteps& m, std::string_view quantity, std::string_view words,
                 std::int64_t count, const Source& source) {
  m.steps.given({m.id(quantity), m.label(words)}, Ratio::whole(count), Unit::Count, source);
}

// What "…_current" says: of an all-or-nothing composite, who counts.
std::string result_words(const MeasureSteps& m) {
  if (m.measure.parts.empty()) return "result";
  return "result, patients who meet every part: " + m.measure.parts;
}

void trace_result(const MeasureSteps& m) {
  const std::string id = m.id("current");
  const std::string label = m.label(result_words(m));
  if (m.result.numerator) {
    given_count(m, "numerator", "cases that meet it", *m.result.numerator, m.steps.stated());
    m.steps.fraction({id, label}, Op::Divide, {m.id("numerator"), m.id("denominator")},
                     m.out.current);
  } else if (m.result.observed) {
    m.steps.given({m.id("observed"), m.label("observed")}, Ratio{*m.result.observed}, Unit::Count);
    m.steps.given({m.id("expected"), m.label("expected")}, Ratio{*m.result.expected}, Unit::Count);
    m.steps.fraction({id, label}, Op::Divide, {m.id("observed"), m.id("expected")}, m.out.current);
  } else {
    m.steps.given({id, label}, m.out.current, Unit::Fraction);
  }
  if (m.out.prior) {
    m.steps.given({m.id("prior"), m.label("result of the period before")}, *m.out.prior,
                  Unit::Fraction);
  }
}

// Lower is better: the result and the scale change sign, and the same table reading holds.
void trace_steps(const MeasureSteps& m) {
  std::string input = m.id("current");
  if (reverse(m)) {
    input = m.id("reversed");
    m.steps.fraction({input, m.label("result, lower is better")}, Op::Subtract,
                     {"zero_rate", m.id("current")}, Ratio{} - m.out.current);
  }
  Step& step = m.steps.fraction({m.id("achievement_points"), m.label("points for achievement")},
                                Op::Tier, {input}, m.out.achievement_points);
  step.unit = Unit::Points;
  for (const AchievementStep& cut : m.measure.achievement) {
    const Ratio rate = reverse(m) ? Ratio{} - Ratio{cut.rate} : Ratio{cut.rate};
    step.table.push_back({rate.exact(), Ratio{cut.points}.exact()});
  }
  cite_scale(m, step);
}

void trace_target(const MeasureSteps& m) {
  StepWriter& s = m.steps;
  const LinearTarget& target = *m.measure.target;
  s.given({m.id("floor"), m.label("result that earns nothing")}, Ratio{target.floor},
          Unit::Fraction, m.measure.source);
  s.given({m.id("target"), m.label("result that earns everything")}, Ratio{target.target},
          Unit::Fraction, m.measure.source);
  s.fraction({m.id("above_floor"), m.label("result less the floor")}, Op::Subtract,
             {m.id("current"), m.id("floor")}, m.out.above_floor);
  s.fraction({m.id("target_range"), m.label("from floor to target")}, Op::Subtract,
             {m.id("target"), m.id("floor")}, m.out.target_range);
  s.fraction({m.id("position"), m.label("part of the way")}, Op::Divide,
             {m.id("above_floor"), m.id("target_range")}, m.out.position);
  s.fraction({m.id("position_from_below"), m.label("not less than none of it")}, Op::Maximum,
             {"zero_rate", m.id("position")}, m.out.position_from_below);
  s.fraction({m.id("position_within"), m.label("not more than all of it")}, Op::Minimum,
             {m.id("position_from_below"), "everything"}, m.out.position_within);
  points_step(m, {m.id("achievement_points"), m.label("points for achievement")}, Op::Multiply,
              {m.id("maximum"), m.id("position_within")}, m.out.achievement_points);
}

// The change by the measure's method. Returns its id.
std::string trace_change(const MeasureSteps& m) {
  StepWriter& s = m.steps;
  const std::string from = reverse(m) ? m.id("current") : m.id("prior");
  const std::string to = reverse(m) ? m.id("prior") : m.id("current");
  s.fraction({m.id("difference"), m.label("improvement")}, Op::Subtract, {to, from},
             m.out.difference);
  switch (m.measure.improvement_method) {
    case ImprovementMethod::Absolute:
      return m.id("difference");
    case ImprovementMethod::Relative:
      s.fraction({m.id("change"), m.label("relative improvement")}, Op::Divide,
                 {m.id("difference"), m.id("prior")}, *m.out.change);
      break;
    case ImprovementMethod::GapClosure: {
      const Ratio best = reverse(m) ? *m.out.prior - m.out.gap : *m.out.prior + m.out.gap;
      const Source assumed{"contract: not stated", Status::Convention, {}};
      s.given({m.id("best"), m.label("best result there can be")}, best, Unit::Fraction,
              m.measure.best_value ? m.measure.source : assumed);
      const std::string prior = m.id("prior");
      const std::string ideal = m.id("best");
      s.fraction({m.id("gap"), m.label("gap in the period before")}, Op::Subtract,
                 {reverse(m) ? prior : ideal, reverse(m) ? ideal : prior}, m.out.gap);
      s.fraction({m.id("change"), m.label("part of the gap that was closed")}, Op::Divide,
                 {m.id("difference"), m.id("gap")}, *m.out.change);
    }
  }
  return m.id("change");
}

void trace_improvement(const MeasureSteps& m) {
  const std::string change = trace_change(m);
  Step& step = m.steps.fraction({m.id("improvement_points"), m.label("points for improvement")},
                                Op::Tier, {change}, m.out.improvement_points);
  step.unit = Unit::Points;
  for (const ImprovementStep& cut : m.measure.improvement) {
    step.table.push_back({Ratio{cut.from_change}.exact(), Ratio{cut.points}.exact()});
  }
}

void trace_weighted(const MeasureSteps& m, const std::string& achievement,
                    const std::string& improvement) {
  StepWriter& s = m.steps;
  const Ratio weight = m.measure.achievement_weight;
  const Ratio rest = Ratio::whole(1) - weight;
  s.given({m.id("achievement_weight"), m.label("weight of achievement")}, weight, Unit::Fraction,
          m.measure.source);
  s.fraction({m.id("improvement_weight"), m.label("weight of improvement")}, Op::Complement,
             {m.id("achievement_weight")}, rest);
  points_step(m, {m.id("achievement_part"), m.label("part by achievement")}, Op::Multiply,
              {achievement, m.id("achievement_weight")}, m.out.achievement_points * weight);
  points_step(m, {m.id("improvement_part"), m.label("part by improvement")}, Op::Multiply,
              {improvement, m.id("improvement_weight")}, m.out.improvement_points * rest);
  points_step(m, {m.id("points"), m.label("points")}, Op::Add,
              {m.id("achievement_part"), m.id("improvement_part")}, m.out.points);
}

void trace_combination(const MeasureSteps& m) {
  const bool achieves = !m.measure.achievement.empty() || m.measure.target.has_value();
  const std::string none = "zero_points";
  const std::string achievement = achieves ? m.id("achievement_points") : none;
  const std::string improvement = m.out.change ? m.id("improvement_points") : none;
  const std::string id = m.id("points");
  const std::string label = m.label("points");
  switch (m.measure.combine) {
    case Combination::BetterOf: {
      std::vector<std::string_view> earned{none};
      if (achieves) earned.push_back(achievement);
      if (m.out.change) earned.push_back(improvement);
      return points_step(m, {id, label}, Op::Maximum, earned, m.out.points);
    }
    case Combination::Achievement:
      return points_step(m, {id, label}, Op::Add, {achievement}, m.out.points);
    case Combination::Improvement:
      return points_step(m, {id, label}, Op::Add, {improvement}, m.out.points);
    case Combination::Weighted:
      return trace_weighted(m, achievement, improvement);
    case Combination::Sum:
      points_step(m, {m.id("sum"), m.label("both together")}, Op::Add, {achievement, improvement},
                  m.out.achievement_points + m.out.improvement_points);
      return points_step(m, {id, label}, Op::Minimum, {m.id("sum"), m.id("maximum")}, m.out.points);
  }
}

// Whether there are enough cases, where the terms or the experience say something about it.
void trace_scored(const MeasureSteps& m) {
  const std::string id = m.id("scored");
  const std::string label = m.label("scored");
  if (m.result.denominator) {
    given_count(m, "denominator", "cases", *m.result.denominator, m.steps.stated());
  }
  if (m.result.not_scored) {
    m.steps.given({id, label}, false);
  } else if (m.result.denominator && m.measure.minimum_denominator) {
    given_count(m, "minimum_denominator", "cases needed", *m.measure.minimum_denominator,
                m.measure.source);
    m.steps.truth({id, label}, Op::AtLeast, {m.id("denominator"), m.id("minimum_denominator")},
                  m.out.scored);
  } else if (!m.out.scored) {
    // No case at all: nothing to divide by.
    m.steps.truth({id, label}, Op::MoreThan, {m.id("denominator"), "zero_cases"}, false);
  }
}

// All points for a report or a result, none where it is said that there was none.
void trace_reporting(const MeasureSteps& m) {
  const std::string id = m.id("points");
  const std::string label = m.label("points for reporting");
  if (m.result.reported) {
    m.steps.given({m.id("reported"), m.label("completely reported")}, *m.out.reported);
    points_step(m, {id, label}, Op::When, {m.id("reported"), m.id("maximum"), "zero_points"},
                m.out.points);
  } else {
    points_step(m, {id, label}, Op::Add, {m.id("maximum")}, m.out.points);
  }
}

}  // namespace

void trace_measure(const MeasureSteps& m) {
  trace_scored(m);
  if (!m.out.scored && !m.out.full_points_unscored) return;
  StepWriter& s = m.steps;
  s.given({m.id("maximum"), m.label("most points")}, Ratio{m.measure.maximum_points}, Unit::Points,
          m.measure.source);
  if (m.out.full_points_unscored) {
    points_step(m, {m.id("points"), m.label("points, without a case all of them")}, Op::When,
                {m.id("scored"), "zero_points", m.id("maximum")}, m.out.points);
  } else if (m.out.reported) {
    trace_reporting(m);
  } else {
    trace_result(m);
    if (!m.measure.achievement.empty()) trace_steps(m);
    if (m.measure.target) trace_target(m);
    if (m.out.change) trace_improvement(m);
    trace_combination(m);
  }
  s.given({m.id("weight"), m.label("weight")}, Ratio{m.measure.weight}, Unit::Count,
          m.measure.weight_source);
  points_step(m, {m.id("weighted_points"), m.label("points × weight")}, Op::Multiply,
              {m.id("points"), m.id("weight")}, m.out.weighted_points);
  points_step(m, {m.id("weighted_maximum"), m.label("most points × weight")}, Op::Multiply,
              {m.id("maximum"), m.id("weight")}, m.out.weighted_maximum);
}

}  // namespace gainshare
