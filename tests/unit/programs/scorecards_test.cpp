// SPDX-License-Identifier: Apache-2.0
// The editions of MSSP quality scoring and of Minnesota IHP: what they resolve to, that every
// figure is used, and what is refused.
#include "programs/scorecards.h"

#include <functional>
#include <string>
#include <vector>

#include "rules/quality_scorecard.h"
#include "support/catch.h"

namespace gainshare {
namespace {

using Editions = std::span<const ProgramEdition>;

QualityScorecardTerms mssp(const std::string& phase, Editions editions = program_editions()) {
  const auto resolved = resolve_mssp_quality({.performance_year = 2014, .phase = phase}, editions);
  return resolved.ok() ? resolved.value().terms : QualityScorecardTerms{};
}

MinnesotaQualityElections minnesota_measures(std::int32_t year) {
  MinnesotaMeasure measure;
  measure.stated.id = measure.stated.title = "m";
  for (const std::int64_t cut : {20, 30, 35, 40, 45, 55}) {
    measure.cut_points.push_back(Rate::percent(cut));
  }
  return {.performance_year = year, .measures = {measure}};
}

const QualityMeasure& measure_of(const QualityScorecardTerms& terms, const std::string& id) {
  for (const QualityMeasure& measure : terms.measures) {
    if (measure.id == id) return measure;
  }
  FAIL("no measure " << id);
  return terms.measures.front();
}

Ratio points_at(const QualityMeasure& measure, Rate rate) {
  MeasureResult result{.id = measure.id};
  result.current = rate;
  return score_measure(measure, result, Unscored::Reweight).points;
}

TEST_CASE("MSSP 2014 has 28 scored units in four domains of 14, 14, 16 and 14 points") {
  const QualityScorecardTerms terms = mssp("py2");
  REQUIRE(terms.measures.size() == 28);
  REQUIRE(terms.domains.size() == 4);
  const std::vector<std::int64_t> expected{14, 14, 16, 14};
  for (std::size_t i = 0; i < 4; ++i) {
    Ratio points;
    for (const QualityMeasure& measure : terms.measures) {
      if (measure.domain == terms.domains[i].id) points = points + Ratio{measure.maximum_points};
    }
    CHECK(points == Ratio::whole(expected[i]));
    CHECK(terms.domains[i].weight == Rate::percent(25));
  }
  CHECK(terms.unscored.value == Unscored::FullPoints);
  CHECK(terms.unscored.source.status == Status::Unverified);
  CHECK(terms.minimum_attainment.has_value());
}

TEST_CASE("In the first phase all of it is reporting, in the third only the health status") {
  const auto reporting = [](const std::string& phase) {
    std::string ids;
    for (const QualityMeasure& measure : mssp(phase).measures) {
      if (measure.reporting_only) ids += measure.id + " ";
    }
    return ids;
  };
  CHECK(reporting("py2") == "aco_7 aco_8 aco_19 aco_20 aco_21 dm aco_29 aco_31 cad ");
  CHECK(reporting("py3") == "aco_7 ");
  for (const QualityMeasure& measure : mssp("py1").measures) CHECK(measure.reporting_only);
}

TEST_CASE("Each cut point of MSSP is reached at it and not one unit short, both ways") {
  const QualityScorecardTerms terms = mssp("py3");
  const QualityMeasure& flat = measure_of(terms, "aco_1");
  CHECK(points_at(flat, Rate::percent(90)) == Ratio::whole(2));
  CHECK(points_at(flat, Rate::decimal(8999, 4)) == Ratio{Rate::decimal(185, 2)});
  CHECK(points_at(flat, Rate::percent(30)) == Ratio{Rate::decimal(110, 2)});
  CHECK(points_at(flat, Rate::decimal(2999, 4)) == Ratio{});
  const QualityMeasure& reverse = measure_of(terms, "aco_8");
  CHECK(points_at(reverse, Rate::decimal(1545, 4)) == Ratio::whole(2));
  CHECK(points_at(reverse, Rate::decimal(1546, 4)) == Ratio{Rate::decimal(185, 2)});
  CHECK(points_at(reverse, Rate::decimal(1662, 4)) == Ratio{Rate::decimal(110, 2)});
  CHECK(points_at(reverse, Rate::decimal(1663, 4)) == Ratio{});
  const QualityMeasure& twice = measure_of(terms, "aco_11");
  CHECK(twice.maximum_points == Rate::whole(4));
  CHECK(points_at(twice, Rate::decimal(7671, 4)) == Ratio{Rate::decimal(34, 1)});
  CHECK(points_at(twice, Rate::decimal(9091, 4)) == Ratio::whole(4));
  CHECK(points_at(twice, Rate::decimal(5134, 4)) == Ratio{});
}

TEST_CASE(
    "Minnesota pays the better of achievement and improvement, and part of the share surely") {
  const auto quality = resolve_minnesota_quality(minnesota_measures(1));
  REQUIRE(quality.ok());
  const QualityMeasure& measure = quality.value().terms.measures.front();
  CHECK(measure.maximum_points == Rate::whole(2));
  CHECK(measure.combine == Combination::BetterOf);
  const auto third = resolve_minnesota({.performance_year = 3, .model = "integrated"});
  REQUIRE(third.ok());
  const SharedSavingsTerms& terms = third.value().terms;
  CHECK(std::get<ShareEscalator>(terms.quality.effect.value).lowest == Rate::percent(25));
  CHECK(std::get<Rate>(terms.loss->share.value) == Rate::percent(50));
  CHECK(terms.sharing_rate.source.status == Status::Unverified);
  const auto first = resolve_minnesota({.performance_year = 1, .model = "integrated"});
  CHECK(first.value().terms.sides.value == Sides::OneSided);
  CHECK(std::get<ShareEscalator>(first.value().terms.quality.effect.value).lowest ==
        Rate::decimal(375, 3));
  CHECK(resolve_minnesota({.performance_year = 3, .model = "virtual"}).value().terms.sides.value ==
        Sides::OneSided);
}

TEST_CASE("What no edition knows is refused, with its place") {
  const auto path = [](const Issues& issues) { return issues.front().path; };
  CHECK(path(resolve_mssp_quality({.performance_year = 2015, .phase = "py1"}).issues()) ==
        "/performance_year");
  CHECK(path(resolve_mssp_quality({.performance_year = 2014, .phase = "py4"}).issues()) ==
        "/phase");
  CHECK(path(resolve_minnesota({.performance_year = 4, .model = "virtual"}).issues()) ==
        "/performance_year");
  CHECK(path(resolve_minnesota({.performance_year = 1, .model = "real"}).issues()) == "/model");
  MinnesotaElections limited{.performance_year = 1, .model = "integrated"};
  limited.loss_limit = Rate::percent(5);
  CHECK(path(resolve_minnesota(limited).issues()) == "/loss_limit");
  MinnesotaQualityElections short_of = minnesota_measures(1);
  short_of.measures.front().cut_points.pop_back();
  CHECK(path(resolve_minnesota_quality(short_of).issues()) == "/measures/0/cut_points");
}

// Everything that any contract could resolve to, as text.
std::string text_of(const Source& source) {
  return source.citation + "|" + std::to_string(static_cast<int>(source.status)) + "\n";
}
std::string text_of(const QualityScorecardTerms& terms) {
  std::string text = text_of(terms.source) + text_of(terms.unscored.source);
  text += std::to_string(static_cast<int>(terms.unscored.value));
  if (terms.minimum_attainment) text += text_of(*terms.minimum_attainment);
  for (const QualityDomain& domain : terms.domains) {
    text += domain.id + domain.weight.to_text() + text_of(domain.source);
  }
  for (const QualityMeasure& m : terms.measures) {
    text += m.id + m.domain + m.parts + m.maximum_points.to_text() + text_of(m.source) +
            text_of(m.scale_source) + std::to_string(static_cast<int>(m.direction)) +
            std::to_string(static_cast<int>(m.combine)) +
            std::to_string(static_cast<int>(m.improvement_method));
    for (const AchievementStep& step : m.achievement) {
      text += step.rate.to_text() + ":" + step.points.to_text() + " ";
    }
    for (const ImprovementStep& step : m.improvement) {
      text += step.from_change.to_text() + ":" + step.points.to_text() + " ";
    }
  }
  return text;
}
std::string text_of(const SharedSavingsTerms& terms) {
  std::string text = text_of(terms.sides.source) + text_of(terms.minimum_savings_rate.source) +
                     text_of(terms.savings_basis.source) + text_of(terms.sharing_rate.source) +
                     text_of(terms.quality.effect.source);
  text += std::to_string(static_cast<int>(terms.sides.value)) +
          terms.minimum_savings_rate.value.fixed->to_text() +
          std::to_string(static_cast<int>(terms.savings_basis.value)) +
          terms.sharing_rate.value.to_text() +
          std::get<ShareEscalator>(terms.quality.effect.value).lowest.to_text();
  if (terms.loss) {
    text += std::get<Rate>(terms.loss->share.value).to_text() + text_of(terms.loss->share.source);
  }
  return text;
}
std::string everything(const ProgramEdition& edition) {
  const Editions editions{&edition, 1};
  std::string text;
  for (const char* phase : {"py1", "py2", "py3", "py9"}) text += text_of(mssp(phase, editions));
  const std::int32_t year = edition.performance_year;
  const auto quality = resolve_minnesota_quality(minnesota_measures(year), editions);
  if (quality) text += text_of(quality.value().terms);
  for (const ProgramTrack& track : edition.tracks) {
    const auto resolved =
        resolve_minnesota({.performance_year = year, .model = std::string{track.id}}, editions);
    if (resolved) text += text_of(resolved.value().terms);
  }
  return text;
}

std::string_view another_value(const Parameter& parameter) {
  if (parameter.unit == "truth") return "false";
  if (parameter.id == "direction") return "higher_is_better";
  if (parameter.id == "unscored") return "reweight";
  if (parameter.id == "savings_basis") return "above_threshold";
  if (parameter.id == "combine") return "sum";
  if (parameter.id == "improvement_method") return "absolute";
  if (parameter.id == "sides") {
    return parameter.value == "one_sided" ? "two_sided" : "one_sided";
  }
  if (parameter.id == "phases" || parameter.id == "reporting_phases") return "py9";
  if (parameter.unit == "values by percentile") return "30:0.001";
  if (parameter.unit == "points by percentile") return "0:0 30:0.5 40:0.6 50:0.7 60:0.8 70:1 80:3";
  if (parameter.unit == "points by change") return "0.5:1";
  return "0.123";
}

void check_used(const ProgramEdition& edition, std::vector<Parameter> parameters,
                const std::function<std::string(const std::vector<Parameter>&)>& with) {
  const std::string before = everything(edition);
  for (Parameter& parameter : parameters) {
    const Parameter original = parameter;
    INFO(edition.program << " " << parameter.id);
    parameter.value = another_value(original);
    CHECK(with(parameters) != before);
    parameter = original;
    parameter.citation = "another citation";
    CHECK(with(parameters) != before);
    parameter = original;
  }
}

TEST_CASE("every figure of MSSP quality scoring and of Minnesota IHP is used") {
  int checked = 0;
  for (const ProgramEdition& edition : program_editions()) {
    if (edition.program != kMsspQuality && edition.program != kMinnesota) continue;
    ++checked;
    check_used(edition, {edition.parameters.begin(), edition.parameters.end()},
               [&](const std::vector<Parameter>& changed) {
                 ProgramEdition variant = edition;
                 variant.parameters = changed;
                 return everything(variant);
               });
    for (std::size_t t = 0; t < edition.tracks.size(); ++t) {
      INFO(edition.tracks[t].id);
      const auto& own = edition.tracks[t].parameters;
      check_used(edition, {own.begin(), own.end()}, [&](const std::vector<Parameter>& changed) {
        std::vector<ProgramTrack> tracks(edition.tracks.begin(), edition.tracks.end());
        tracks[t].parameters = changed;
        ProgramEdition variant = edition;
        variant.tracks = tracks;
        return everything(variant);
      });
    }
  }
  CHECK(checked == 4);
}

}  // namespace
}  // namespace gainshare
