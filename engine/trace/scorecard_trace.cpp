// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <vector>

#include "trace/scorecard_context.h"

namespace gainshare {
namespace {

struct ScorecardContext {
  const QualityScorecardTerms& terms;
  const QualityScorecardOutcome& out;
  StepWriter& steps;

  // Whether a measure has points and a maximum in the sums.
  bool counts(std::size_t measure) const {
    return out.measures[measure].weighted_maximum.sign() > 0;
  }
  static std::string measure_id(std::size_t measure, std::string_view quantity) {
    return "measure_" + std::to_string(measure + 1) + "_" + std::string{quantity};
  }
};

void points_step(StepWriter& steps, StepWriter::Words words, Op op,
                 const std::vector<std::string>& inputs, const Ratio& points) {
  steps.fraction(words, op, inputs, points).unit = Unit::Points;
}

void trace_measures(const ScorecardContext& c, const std::vector<MeasureResult>& results) {
  for (std::size_t i = 0; i < c.terms.measures.size(); ++i) {
    const QualityMeasure& measure = c.terms.measures[i];
    const auto result =
        std::find_if(results.begin(), results.end(),
                     [&measure](const MeasureResult& given) { return given.id == measure.id; });
    trace_measure({.measure = measure,
                   .out = c.out.measures[i],
                   .result = *result,
                   .steps = c.steps,
                   .prefix = ScorecardContext::measure_id(i, "")});
  }
}

// One domain: its points, maximum and score. Returns the prefix of its ids.
std::string trace_domain(const ScorecardContext& c, std::size_t index) {
  const QualityDomain& domain = c.terms.domains[index];
  const DomainOutcome& out = c.out.domains[index];
  StepWriter& s = c.steps;
  const std::string prefix = "domain_" + std::to_string(index + 1) + "_";
  std::vector<std::string> points;
  std::vector<std::string> maxima;
  for (std::size_t i = 0; i < c.terms.measures.size(); ++i) {
    if (c.terms.measures[i].domain != domain.id || !c.counts(i)) continue;
    points.push_back(ScorecardContext::measure_id(i, "weighted_points"));
    maxima.push_back(ScorecardContext::measure_id(i, "weighted_maximum"));
  }
  points_step(s, {prefix + "points", domain.title + ": points"}, Op::Add, points, out.points);
  points_step(s, {prefix + "maximum", domain.title + ": most points"}, Op::Add, maxima,
              out.maximum_points);
  s.fraction({prefix + "score", domain.title}, Op::Divide, {prefix + "points", prefix + "maximum"},
             out.score);
  s.given({prefix + "weight", domain.title + ": weight"}, Ratio{domain.weight}, Unit::Count,
          domain.source);
  s.fraction({prefix + "weighted_score", domain.title + ": score × weight"}, Op::Multiply,
             {prefix + "score", prefix + "weight"}, out.weighted_score);
  if (c.terms.minimum_attainment) {
    s.truth({prefix + "attained", domain.title + ": some measure attains the minimum"},
            Op::MoreThan, {prefix + "points", "zero_points"}, out.attained);
  }
  return prefix;
}

void trace_domains(const ScorecardContext& c) {
  StepWriter& s = c.steps;
  std::vector<std::string> scores;
  std::vector<std::string> weights;
  std::vector<std::string> attained;
  for (std::size_t i = 0; i < c.terms.domains.size(); ++i) {
    if (!c.out.domains[i].scored) continue;  // its weight goes to the others
    const std::string prefix = trace_domain(c, i);
    scores.push_back(prefix + "weighted_score");
    weights.push_back(prefix + "weight");
    attained.push_back(prefix + "attained");
  }
  s.fraction({"weighted_scores", "Scores × weights"}, Op::Add, scores, c.out.weighted_scores);
  s.fraction({"domain_weights", "Weights of the scored domains"}, Op::Add, weights,
             c.out.domain_weights)
      .unit = Unit::Count;
  if (!c.out.meets_attainment) return;
  s.truth({"meets_attainment", "Minimum attainment in every domain"}, Op::All, attained,
          *c.out.meets_attainment)
      .source = *c.terms.minimum_attainment;
}

// All measures together; a score by domain is made beside it.
void trace_points(const ScorecardContext& c) {
  std::vector<std::string> points;
  std::vector<std::string> maxima;
  for (std::size_t i = 0; i < c.terms.measures.size(); ++i) {
    if (!c.counts(i)) continue;
    points.push_back(ScorecardContext::measure_id(i, "weighted_points"));
    maxima.push_back(ScorecardContext::measure_id(i, "weighted_maximum"));
  }
  points_step(c.steps, {"points", "Points"}, Op::Add, points, c.out.points);
  points_step(c.steps, {"maximum_points", "Most points"}, Op::Add, maxima, c.out.maximum_points);
}

}  // namespace

void trace_stream(const QualityScorecardTerms& terms, const StreamTraceContext& context) {
  const ScorecardContext c{.terms = terms,
                           .out = *std::get_if<QualityScorecardOutcome>(&context.settled.outcome),
                           .steps = context.steps};
  StepWriter& s = c.steps;
  const Source definition{"definition", Status::Contract, {}};
  s.given({"zero_rate", "Nothing"}, Ratio{}, Unit::Fraction, definition);
  s.given({"zero_points", "No points"}, Ratio{}, Unit::Points, definition);
  s.given({"zero_cases", "No case"}, Ratio{}, Unit::Count, definition);
  s.given({"everything", "All of it"}, Ratio::whole(1), Unit::Fraction, definition);
  // A scorecard of a program cites the program.
  s.cite(cited_for(terms.source, source_of(Rule::Scorecard, false)));
  trace_measures(c, context.experience.quality.measures);
  trace_points(c);
  const StepWriter::Words score{"score_of_scorecard", "Score"};
  if (terms.domains.empty()) {
    s.fraction(score, Op::Divide, {"points", "maximum_points"}, c.out.score);
    return;
  }
  trace_domains(c);
  s.fraction(score, Op::Divide, {"weighted_scores", "domain_weights"}, c.out.score);
}

}  // namespace gainshare
