// SPDX-License-Identifier: Apache-2.0
// Programs of quality: the Medicare Shared Savings Program's measures, and Minnesota's scales.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "json/program_reader.h"
#include "json/quality_scorecard_reader.h"
#include "json/sources.h"
#include "json/terms_or_program.h"
#include "json/words.h"
#include "programs/scorecards.h"

namespace gainshare::json {
namespace {

constexpr std::array kPrograms{kMinnesota, kMsspQuality};
constexpr CountRange kMeasureCount{.low = 1, .high = 200};
constexpr CountRange kCutPointCount{.low = 1, .high = 99};
constexpr CountRange kTextLength{.low = 1, .high = 200};
constexpr WholeRange kCases{.noun = "a number of cases", .low = 1, .high = 1'000'000'000};
constexpr RateRange kMeasureValue{
    .noun = "a measure's value", .low = {}, .high = Rate::whole(1'000'000)};
constexpr RateRange kWeight{
    .noun = "a weight", .low = {}, .high = Rate::whole(1000), .above_low = true};

using Resolved = std::optional<Result<ResolvedScorecard>>;

std::int32_t read_year(ObjectReader& program) {
  return static_cast<std::int32_t>(
      program.whole("performance_year", Need::Required, kYear).value_or(0));
}

// The rates of the scale's percentiles, which rise where higher is better and else fall.
void read_cut_points(ObjectReader& reader, MinnesotaMeasure& measure) {
  const Node* const list = reader.list("cut_points", Need::Required, kCutPointCount);
  if (list == nullptr) return;
  const Place place{reader.place(), "cut_points"};
  const bool higher = measure.stated.direction == Direction::HigherIsBetter;
  bool complete = true;
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const Place item{place, i};
    const auto rate = read_rate(list->items[i], item, kMeasureValue, reader.issues());
    complete = complete && rate.has_value();
    const Rate cut = rate.value_or(Rate{});
    const std::vector<Rate>& before = measure.cut_points;
    const bool back = i > 0 && (higher ? cut < before.back() : cut > before.back());
    if (complete && back) {
      reader.issues().push_back({.path = item.pointer(),
                                 .code = IssueCode::BadOrder,
                                 .message = "The cut point is " + cut.to_text() + " after " +
                                            before.back().to_text() +
                                            (higher ? ". Where higher is better, they rise."
                                                    : ". Where lower is better, they fall."),
                                 .params = {{"value", cut.to_text()}}});
    }
    measure.cut_points.push_back(cut);
  }
}

MinnesotaMeasure read_minnesota_measure(const Node& node, const Place& place, Issues& issues) {
  MinnesotaMeasure measure;
  ObjectReader reader{node, place, issues};
  measure.stated.id = read_id(reader).value_or("");
  measure.stated.title = reader.text("title", Need::Required, kTextLength).value_or("");
  measure.stated.direction = reader.choice("direction", Need::Optional, kDirectionNames)
                                 .value_or(Direction::HigherIsBetter);
  measure.stated.weight = reader.rate("weight", Need::Optional, kWeight).value_or(Rate::whole(1));
  measure.stated.weight_source = source_of(reader, "weight");
  measure.stated.minimum_denominator = reader.whole("minimum_denominator", Need::Optional, kCases);
  read_cut_points(reader, measure);
  reader.finish();
  return measure;
}

Resolved read_minnesota(ObjectReader& program) {
  const std::size_t before = program.issues().size();
  MinnesotaQualityElections elections{.performance_year = read_year(program)};
  const Node* const list = program.list("measures", Need::Required, kMeasureCount);
  const Place place{program.place(), "measures"};
  for (std::size_t i = 0; list != nullptr && i < list->items.size(); ++i) {
    const Place item{place, i};
    MinnesotaMeasure measure = read_minnesota_measure(list->items[i], item, program.issues());
    const std::string& id = measure.stated.id;
    const bool taken =
        !id.empty() &&
        std::any_of(elections.measures.begin(), elections.measures.end(),
                    [&id](const MinnesotaMeasure& other) { return other.stated.id == id; });
    if (taken) report_taken_id(id, item, program.issues());
    elections.measures.push_back(std::move(measure));
  }
  program.finish();
  if (program.issues().size() > before) return std::nullopt;
  return resolve_minnesota_quality(elections);
}

Resolved read_mssp_quality(ObjectReader& program) {
  const std::size_t before = program.issues().size();
  MsspQualityElections elections{.performance_year = read_year(program)};
  elections.phase = program.text("phase", Need::Required, kTextLength).value_or("");
  program.finish();
  if (program.issues().size() > before) return std::nullopt;
  return resolve_mssp_quality(elections);
}

void read_program_terms(const Node& node, const Place& place, Issues& issues, Stream& out) {
  ObjectReader program{node, place, issues};
  const auto name = program.text("name", Need::Required, {.low = 0, .high = 10'000});
  Resolved resolved;
  if (name == kMinnesota) {
    resolved = read_minnesota(program);
  } else if (name == kMsspQuality) {
    resolved = read_mssp_quality(program);
  } else if (name) {
    program.report("name", IssueCode::UnknownProgram,
                   "There is no program " + in_quotes(*name) + " for this kind of stream. Write " +
                       listed(kPrograms) + ".",
                   {{"value", shortened(*name)}, {"choices", listed(kPrograms)}});
  }
  if (!resolved) return;
  if (!*resolved) {
    add_issues_of_program(resolved->issues(), place, issues);
    return;
  }
  out.program = resolved->value().reference;
  out.terms = resolved->value().terms;
}

}  // namespace

void read_quality_scorecard(ObjectReader& stream, Stream& out) {
  out.terms = QualityScorecardTerms{};
  const TermsOrProgram found = read_terms_or_program(stream);
  if (found.terms != nullptr) {
    out.terms =
        read_quality_scorecard_terms(*found.terms, Place{stream.place(), "terms"}, stream.issues());
  } else if (found.program != nullptr) {
    read_program_terms(*found.program, Place{stream.place(), "program"}, stream.issues(), out);
  }
}

}  // namespace gainshare::json
