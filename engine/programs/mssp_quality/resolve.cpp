// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/enum_name.h"
#include "programs/edition_lookup.h"
#include "programs/scorecards.h"
#include "programs/track_lookup.h"

namespace gainshare {
namespace {

constexpr ProgramTrack kNoTrack{.id = {}, .title = {}, .parameters = {}};

// "preventive_health" as people read it: "Preventive health".
std::string title_of(std::string_view id) {
  std::string title{id};
  std::replace(title.begin(), title.end(), '_', ' ');
  if (!title.empty()) title[0] = static_cast<char>(title[0] - 'a' + 'A');
  return title;
}

bool has_word(const Parameter& parameter, std::string_view word) {
  const auto words = words_of(parameter);
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::int64_t whole_of(Rate rate) { return rate.numerator() / rate.denominator(); }

// The value of each percentile with its points, which are those of the scale times `factor`.
void read_scale(const TrackParameters& parameters, const Ratio& factor, QualityMeasure& measure) {
  const Parameter& points = parameters.at("points_by_percentile");
  const Parameter& benchmarks = parameters.at("benchmarks");
  for (const auto& [percentile, rate] : pairs_of(benchmarks)) {
    for (const auto& [from, single] : pairs_of(points)) {
      if (!(from == percentile)) continue;
      const std::string earned = (Ratio{single} * factor).exact().to_text();
      measure.achievement.push_back({.percentile = whole_of(percentile),
                                     .rate = rate,
                                     .points = Rate::from_text(earned).value_or(single)});
    }
  }
  measure.scale_source = source_of({&benchmarks, &points});
}

QualityMeasure measure_of(const TrackParameters& parameters, std::string_view phase) {
  QualityMeasure measure;
  measure.id = parameters.track->id;
  measure.title = parameters.track->title;
  const Parameter* const direction = parameters.find("direction");
  if (direction != nullptr) {
    measure.direction =
        from_name(kDirectionNames, direction->value).value_or(Direction::LowerIsBetter);
  }
  const Parameter& domain = parameters.at("domain");
  measure.domain = domain.value;
  const Parameter& most = parameters.at("maximum_points");
  measure.maximum_points = rate_of(most);
  const Parameter* const parts = parameters.find("parts");
  if (parts != nullptr) measure.parts = parts->value;
  measure.source = source_of({&domain, direction, &most, parts});
  measure.weight_source = measure.source;
  const Parameter* const reporting = parameters.find("reporting_phases");
  measure.reporting_only = reporting != nullptr && has_word(*reporting, phase);
  if (measure.reporting_only) {
    measure.scale_source = source_of(*reporting);
  } else {
    // A measure that earns more points than the others earns more of them at each step.
    const TrackParameters common{.edition = parameters.edition, .track = &kNoTrack};
    const Ratio factor =
        Ratio{measure.maximum_points} / Ratio{rate_of(common.at("maximum_points"))};
    read_scale(parameters, factor, measure);
  }
  return measure;
}

QualityScorecardTerms terms_of(const ProgramEdition& edition, std::string_view phase) {
  const TrackParameters whole{.edition = &edition, .track = &kNoTrack};
  const Parameter& domains = whole.at("domains");
  const Parameter& weight = whole.at("domain_weight");
  const Parameter& unscored = whole.at("unscored");
  QualityScorecardTerms terms;
  terms.source = source_of({&whole.at("phases"), &weight});
  for (const std::string_view id : words_of(domains)) {
    terms.domains.push_back({.id = std::string{id},
                             .title = title_of(id),
                             .weight = rate_of(weight),
                             .source = source_of({&domains, &weight})});
  }
  terms.unscored = {.value = from_name(kUnscoredNames, unscored.value).value_or(Unscored::Reweight),
                    .source = source_of(unscored)};
  const Parameter* const attainment = whole.find("minimum_attainment");
  if (holds(attainment)) terms.minimum_attainment = source_of(*attainment);
  for (const ProgramTrack& track : edition.tracks) {
    terms.measures.push_back(measure_of({.edition = &edition, .track = &track}, phase));
  }
  return terms;
}

}  // namespace

std::vector<std::pair<Rate, Rate>> pairs_of(const Parameter& parameter) {
  std::vector<std::pair<Rate, Rate>> pairs;
  for (const std::string_view word : words_of(parameter)) {
    const std::size_t colon = word.find(':');
    if (colon == std::string_view::npos) continue;
    pairs.emplace_back(Rate::from_text(word.substr(0, colon)).value_or(Rate{}),
                       Rate::from_text(word.substr(colon + 1)).value_or(Rate{}));
  }
  return pairs;
}

Result<ResolvedScorecard> resolve_mssp_quality(const MsspQualityElections& elections,
                                               std::span<const ProgramEdition> editions) {
  const auto edition = edition_or_issue(editions, kMsspQuality, elections.performance_year);
  if (!edition) return edition.issues();
  const Parameter& phases = TrackParameters{edition.value(), &kNoTrack}.at("phases");
  if (!has_word(phases, elections.phase)) {
    return Issue{.path = "/phase",
                 .code = IssueCode::UnknownChoice,
                 .message = "There is no such phase in " +
                            std::to_string(elections.performance_year) + ". Choose one of " +
                            std::string{phases.value} + ".",
                 .params = {{"choices", std::string{phases.value}}}};
  }
  ResolvedScorecard resolved{.reference = reference_of(*edition.value(), nullptr),
                             .terms = terms_of(*edition.value(), elections.phase)};
  resolved.reference.title += ", phase " + elections.phase;
  return resolved;
}

}  // namespace gainshare
