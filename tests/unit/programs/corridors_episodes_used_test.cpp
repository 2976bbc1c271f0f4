// SPDX-License-Identifier: Apache-2.0
// A figure that nothing reads must not stand in an edition: each figure of the risk corridor and
// episode programs, and of Pioneer, is changed in turn, in its value and in its citation, and some
// election must then resolve to something else.
#include <map>
#include <string>

#include "programs/aco_reach/resolve.h"
#include "programs/bpci_advanced/resolve.h"
#include "programs/cjr/resolve.h"
#include "programs/ngaco/resolve.h"
#include "programs/pioneer/resolve.h"
#include "support/catch.h"
#include "unit/programs/terms_text.h"

namespace gainshare {
namespace {

using testing::TermsText;
using Editions = std::span<const ProgramEdition>;

std::string text_of_issues(const Issues& issues) {
  std::string text;
  for (const Issue& issue : issues) text += issue.path + " " + issue.message + "\n";
  return text;
}

void corridors(const char* name, const Corridors& corridors, TermsText& text) {
  for (const CorridorBand& band : corridors) {
    text.rate(name, band.up_to);
    text.rate("share", band.share);
    text.source(band.source);
  }
}

std::string text_of(const Result<ResolvedRiskCorridor>& resolved) {
  if (!resolved) return text_of_issues(resolved.issues());
  const RiskCorridorTerms& terms = resolved.value().terms;
  TermsText text;
  for (const DiscountPart& part : terms.discount) {
    text.rate(part.id.c_str(), part.rate);
    text.source(part.source);
  }
  text.rate("quality_withhold", terms.quality_withhold);
  text.rate("retention_withhold", terms.retention_withhold);
  text.rate("cap", terms.gross_cap);
  corridors("savings", terms.savings_corridors, text);
  corridors("losses", terms.loss_corridors, text);
  text.rate("share", terms.share);
  text.rate("sequestration", terms.sequestration);
  return text.text();
}

void quality(const EpisodePaymentTerms& terms, TermsText& text) {
  text.source(terms.quality.source);
  if (const auto* adjustment = std::get_if<ScoreAdjustment>(&terms.quality.value)) {
    text.rate("most", adjustment->most);
  }
  if (const auto* bands = std::get_if<DiscountBands>(&terms.quality.value)) {
    for (const DiscountBand& band : bands->bands) {
      text.rate(band.id.c_str(), band.from_score);
      text.rate("discount", band.discount);
      text.rate("repayment_discount", band.repayment_discount);
      text.source(band.source);
    }
  }
  if (!terms.composite) return;
  text.rate("maximum", terms.composite->maximum);
  text.source(terms.composite->source);
  for (const CompositeMeasure& measure : terms.composite->measures) {
    text.rate(measure.id.c_str(), measure.maximum_points);
    for (const PercentilePoints& step : measure.points) {
      text.rate("from", step.from_percentile);
      text.rate("points", step.points);
    }
    text.count("deciles", measure.improvement_deciles);
    text.rate("improvement", measure.improvement_points);
    text.rate("missing", measure.missing_percentile);
    text.source(measure.source);
  }
}

std::string text_of(const Result<ResolvedEpisodePayment>& resolved) {
  if (!resolved) return text_of_issues(resolved.issues());
  const EpisodePaymentTerms& terms = resolved.value().terms;
  TermsText text;
  text.rate("discount", terms.discount);
  quality(terms, text);
  text.rate("regional_share", terms.regional_share);
  text.rate("stop_gain", terms.stop_gain);
  text.rate("stop_loss", terms.stop_loss);
  text.source("no_repayment", terms.no_repayment);
  if (terms.winsorise) {
    text.rate("low", terms.winsorise->value.low);
    text.rate("high", terms.winsorise->value.high);
    text.source(terms.winsorise->source);
  }
  return text.text();
}

// Both ends of what can be elected.
std::string next_generation_texts(std::int32_t year, const std::string& track, Editions editions) {
  NextGenerationElections elections{.performance_year = year, .risk_arrangement = track};
  std::string text;
  for (const bool high : {false, true}) {
    elections.cap = Rate::percent(high ? 15 : 5);
    elections.discount = {};
    if (year < 2019) elections.discount.whole = Rate::basis_points(high ? 450 : 50);
    text += text_of(resolve_next_generation(elections, editions));
    if (year >= 2019) continue;
    elections.discount = {.quality = Rate::percent(high ? 0 : -1),
                          .regional = Rate::percent(high ? 1 : -1),
                          .national = Rate::basis_points(high ? 50 : -50)};
    text += text_of(resolve_next_generation(elections, editions));
  }
  return text;
}

std::string reach_texts(const std::string& program, std::int32_t year, const std::string& track,
                        Editions editions) {
  ReachElections elections{.program = program, .performance_year = year, .risk_arrangement = track};
  if (program != "lead") {
    elections.retention_withhold = true;
    return text_of(resolve_reach(elections, editions));
  }
  elections.spending_level = "low";
  const std::string low = text_of(resolve_reach(elections, editions));
  elections.spending_level = "high";
  return low + text_of(resolve_reach(elections, editions));
}

// What every election of a track resolves to.
std::string texts_of(const ProgramEdition& edition, const std::string& track) {
  const Editions editions{&edition, 1};
  const std::int32_t year = edition.performance_year;
  const std::string program{edition.program};
  if (program == kPioneer) return testing::text_of(resolve_pioneer({year, track}, editions));
  if (program == kCjr) return text_of(resolve_cjr({year, track}, editions));
  if (program == kBpciAdvanced) return text_of(resolve_bpci_advanced(year, editions));
  if (program == kNextGeneration) return next_generation_texts(year, track, editions);
  return reach_texts(program, year, track, editions);
}

bool is_ours(std::string_view program) {
  for (const std::string_view known :
       {kPioneer, kCjr, kBpciAdvanced, kNextGeneration, kDirectContracting, kReach, kLead}) {
    if (program == known) return true;
  }
  return false;
}

// Another value that the unit allows.
std::string_view another_value(const Parameter& parameter) {
  static const std::map<std::string_view, std::string_view> kValues = {
      {"points by percentile", "0:0 30:1"},
      {"deciles", "7"},
      {"percentile", "7"},
      {"points", "3.21"},
      {"truth", "false"}};
  if (parameter.id == "quality_effect") return "none";
  if (parameter.id == "discount_lowest" || parameter.id == "discount_highest") return "0.04";
  for (const std::string_view spread :
       {"quality_discount_most", "regional_discount_spread", "national_discount_spread"}) {
    if (parameter.id == spread) return "0.001";
  }
  if (parameter.unit == "choice") return "above_threshold";
  const auto found = kValues.find(parameter.unit);
  return found == kValues.end() ? "0.123" : found->second;
}

void check_used(Parameter& parameter, const ProgramEdition& edition,
                const std::vector<std::string>& tracks) {
  const auto texts = [&] {
    std::string text;
    for (const std::string& track : tracks) text += texts_of(edition, track);
    return text;
  };
  const Parameter original = parameter;
  const std::string before = texts();
  INFO(edition.program << " " << edition.performance_year << " " << parameter.id);
  parameter.value = another_value(original);
  CHECK(texts() != before);
  parameter = original;
  parameter.citation = "another citation";
  CHECK(texts() != before);
  parameter = original;
}

TEST_CASE("Changing any figure of a corridor or episode program changes some election's terms") {
  for (const ProgramEdition& published : program_editions()) {
    if (!is_ours(published.program)) continue;
    ProgramEdition edition = published;
    std::vector<Parameter> common{published.parameters.begin(), published.parameters.end()};
    edition.parameters = common;
    std::vector<ProgramTrack> tracks{published.tracks.begin(), published.tracks.end()};
    edition.tracks = tracks;
    std::vector<std::string> names;
    for (const ProgramTrack& track : tracks) names.emplace_back(track.id);
    if (names.empty()) names.emplace_back();
    for (Parameter& parameter : common) check_used(parameter, edition, names);
    for (ProgramTrack& track : tracks) {
      std::vector<Parameter> own{track.parameters.begin(), track.parameters.end()};
      track.parameters = own;
      for (Parameter& parameter : own) check_used(parameter, edition, {std::string{track.id}});
      for (const ProgramTrack& same : published.tracks) {
        if (same.id == track.id) track.parameters = same.parameters;
      }
    }
  }
}

}  // namespace
}  // namespace gainshare
