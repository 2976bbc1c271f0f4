// SPDX-License-Identifier: Apache-2.0
#include "json/scenario_range.h"

#include <algorithm>
#include <utility>

namespace gainshare::json {
namespace {

// The last value that settles, going from one that does to one that may not.
std::int64_t last_that_settles(const SettleAt& settle, Span way, std::vector<Narrowing>& narrowed) {
  Result<Point> refused = settle(way.last);
  if (refused) return way.last;
  while (std::max(way.last, way.first) - std::min(way.last, way.first) > 1) {
    const std::int64_t middle = way.first + (way.last - way.first) / 2;
    Result<Point> tried = settle(middle);
    if (tried) {
      way.first = middle;
    } else {
      way.last = middle;
      refused = std::move(tried);
    }
  }
  narrowed.push_back({way.last, refused.issues().front()});
  return way.first;
}

// In units; beyond what can be counted, the last that can.
std::int64_t units_of(const Rate& value, const ScenarioInput& input) {
  const Rational units = Ratio{value}.exact() / input.value_at(1);
  const std::int64_t most = value < Rate{} ? -kLargestCents : kLargestCents;
  return std::clamp(floor_of(units).value_or(most), -kLargestCents, kLargestCents);
}

Issue beyond(std::string path) {
  return {.path = std::move(path),
          .code = IssueCode::OutOfRange,
          .message = "No value of the range can be settled. Enter a range of lawful values.",
          .params = {}};
}

Span usual_span(const ScenarioInput& input) {
  const std::int64_t present = input.present_units();
  const std::int64_t one = floor_of(Rational{1} / input.value_at(1)).value_or(1);
  if (input.places > 0 && present >= 0 && present <= one) return {0, one};
  return {std::min<std::int64_t>(0, 2 * present), std::max<std::int64_t>(2 * present, 1)};
}

}  // namespace

Result<ScenarioRange> scenario_range(const ScenarioRequest& request, const ScenarioInput& input,
                                     const SettleAt& settle) {
  ScenarioRange range{.span = usual_span(input), .narrowed = {}};
  if (request.from) range.span.first = units_of(*request.from, input);
  if (request.to) range.span.last = units_of(*request.to, input);
  if (range.span.first > range.span.last) return beyond("/request/to");
  // A value within that settles, to go out from: the present one, or that of the range next to it.
  const std::int64_t middle = std::clamp(input.present_units(), range.span.first, range.span.last);
  if (!settle(middle)) return beyond("/request/from");
  range.span.first = last_that_settles(settle, {middle, range.span.first}, range.narrowed);
  range.span.last = last_that_settles(settle, {middle, range.span.last}, range.narrowed);
  return range;
}

}  // namespace gainshare::json
