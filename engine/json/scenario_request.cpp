// SPDX-License-Identifier: Apache-2.0
#include "json/scenario_request.h"

#include "json/document.h"
#include "json/object_reader.h"

namespace gainshare::json {
namespace {

constexpr CountRange kPointerLength{.low = 1, .high = 1'000};
constexpr RateRange kAnyNumber{
    .noun = "a number", .low = Rate::whole(-kLargestCents), .high = Rate::whole(kLargestCents)};
constexpr RateRange kChange{
    .noun = "a part of the input", .high = Rate::whole(1), .above_low = true};
constexpr WholeRange kPlaces{.noun = "decimal places", .low = 0, .high = 12};
constexpr WholeRange kSteps{.noun = "a number of values", .low = 2, .high = 10'000};
constexpr std::int64_t kUsualSteps = 41;

// "net_payment" and the like, or the id of a step.
Measure read_measure(ObjectReader& reader) {
  const std::string word =
      reader.text("of", Need::Optional, kPointerLength).value_or("net_payment");
  if (const auto kind = from_name(kMeasureNames, word)) return {.kind = *kind, .step_id = {}};
  return {.kind = MeasureKind::Step, .step_id = word};
}

void read_range(ObjectReader& reader, ScenarioRequest& request) {
  request.input = reader.text("input", Need::Required, kPointerLength).value_or("");
  request.from = reader.rate("from", Need::Optional, kAnyNumber);
  request.to = reader.rate("to", Need::Optional, kAnyNumber);
  if (const auto places = reader.whole("places", Need::Optional, kPlaces)) {
    request.places = static_cast<int>(*places);
  }
  if (request.from && request.to && *request.to < *request.from) {
    reader.report("to", IssueCode::BadOrder, "The range ends before it begins. Exchange the two.");
  }
}

}  // namespace

std::optional<ScenarioRequest> read_scenario_request(std::string_view text, Issues& issues) {
  const std::size_t before = issues.size();
  const Place top{"/request"};
  const std::optional<Node> root = read_document(text, top, issues);
  if (!root) return std::nullopt;
  ObjectReader reader{*root, top, issues};
  ScenarioRequest request;
  const auto ask = reader.choice("ask", Need::Required, kAskNames);
  if (!ask) return std::nullopt;
  request.ask = *ask;
  request.measure = read_measure(reader);
  if (request.ask != Ask::Tornado) read_range(reader, request);
  if (request.ask == Ask::Sweep) {
    request.steps = reader.whole("steps", Need::Optional, kSteps).value_or(kUsualSteps);
  }
  if (request.ask == Ask::Seek) request.target = reader.rate("target", Need::Required, kAnyNumber);
  if (request.ask == Ask::Tornado) request.change = reader.rate("change", Need::Required, kChange);
  reader.finish();
  if (issues.size() > before) return std::nullopt;
  return request;
}

}  // namespace gainshare::json
