// SPDX-License-Identifier: Apache-2.0
// What each measure came to: a figure, counts, observed against expected, or that it was reported
// or cannot be scored.
#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "json/quality_scorecard_reader.h"
#include "json/sources.h"

namespace gainshare::json {
namespace {

constexpr RateRange kMeasureValue{
    .noun = "a measure's value", .low = {}, .high = Rate::whole(1'000'000)};
constexpr RateRange kExpected{
    .noun = "an expected number", .low = {}, .high = Rate::whole(1'000'000), .above_low = true};
constexpr WholeRange kCases{.noun = "a number of cases", .low = 0, .high = 1'000'000'000};

constexpr std::array<std::string_view, 6> kFigures{"prior",       "current",  "numerator",
                                                   "denominator", "observed", "expected"};

// The keys of the other forms, refused because of the one that is there.
void forbid_all(ObjectReader& reader, std::span<const std::string_view> keys,
                std::string_view why) {
  for (const std::string_view key : keys) reader.forbid(key, why);
}

void read_figure(ObjectReader& reader, MeasureResult& result) {
  result.prior = reader.rate("prior", Need::Optional, kMeasureValue);
  if (reader.has("numerator")) {
    result.numerator = reader.whole("numerator", Need::Required, kCases);
    result.denominator = reader.whole("denominator", Need::Required, kCases);
    constexpr std::array<std::string_view, 3> kOthers{"current", "observed", "expected"};
    forbid_all(reader, kOthers, "numerator and denominator give the result.");
    return;
  }
  reader.any("numerator");
  result.denominator = reader.whole("denominator", Need::Optional, kCases);
  if (reader.has("observed") || reader.has("expected")) {
    result.observed = reader.rate("observed", Need::Required, kMeasureValue);
    result.expected = reader.rate("expected", Need::Required, kExpected);
    reader.forbid("current", "observed and expected give the result.");
    return;
  }
  reader.any("observed");
  reader.any("expected");
  result.current = reader.rate("current", Need::Required, kMeasureValue);
}

MeasureResult read_result(ObjectReader& reader) {
  MeasureResult result;
  result.id = read_id(reader).value_or("");
  if (reader.has("not_scored")) {
    const auto truth = reader.truth("not_scored", Need::Required);
    if (truth == false) {
      reader.report("not_scored", IssueCode::NotApplicable,
                    "A measure is scored unless it says otherwise. Leave not_scored out.");
    }
    result.not_scored = true;
    forbid_all(reader, kFigures, "the measure is not scored.");
    reader.forbid("reported", "the measure is not scored.");
  } else if (reader.has("reported")) {
    result.reported = reader.truth("reported", Need::Required);
    forbid_all(reader, kFigures, "a result is reported. Give the result, or that it was reported.");
    reader.any("not_scored");
  } else {
    reader.any("not_scored");
    reader.any("reported");
    read_figure(reader, result);
  }
  return result;
}

}  // namespace

void read_measure_results(ObjectReader& quality, std::vector<MeasureResult>& out) {
  const Node* const list = quality.list("measures", Need::Optional, {.low = 0, .high = 200});
  if (list == nullptr) return;
  const Place place{quality.place(), "measures"};
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const Place item{place, i};
    ObjectReader reader{list->items[i], item, quality.issues()};
    MeasureResult measure = read_result(reader);
    reader.finish();
    const bool taken =
        !measure.id.empty() && std::any_of(out.begin(), out.end(), [&](const MeasureResult& other) {
          return other.id == measure.id;
        });
    if (taken) report_taken_id(measure.id, item, quality.issues());
    out.push_back(std::move(measure));
  }
}

}  // namespace gainshare::json
