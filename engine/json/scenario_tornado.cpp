// SPDX-License-Identifier: Apache-2.0
#include "json/scenario_tornado.h"

#include <algorithm>
#include <utility>

#include "scenario/form.h"

namespace gainshare::json {
namespace {

// A calendar year is a name, though it is written as a number.
bool is_year(std::string_view path) {
  constexpr std::string_view kYear = "year";
  return path.size() > kYear.size() && path.substr(path.size() - kYear.size()) == kYear;
}

// One side of a bar.
struct Side {
  std::string value;
  Rational result;
};

// As exactly as the number may be stated: whole where a fraction of it is refused.
Result<Side> side_at(ScenarioDocuments& documents, const std::string& path, const Rational& value,
                     const Measure& measure) {
  const bool present_is_whole = documents.number_at(path).value_or(Rational{}).is_integer();
  std::string written = value.to_text();
  Result<Point> point = documents.settle_with(path, written);
  if (!point && present_is_whole) {
    const Rational whole{floor_of(value + Rational{1, 2}).value_or(0)};
    written = whole.to_text();
    point = documents.settle_with(path, written);
  }
  if (!point) return point.issues();
  return Side{std::move(written), value_of(measure, point.value()).value_or(Rational{})};
}

}  // namespace

Tornado tornado(ScenarioDocuments& documents, const Measure& measure, const Rational& change) {
  Tornado out;
  for (const std::string& path : documents.numbers()) {
    const Rational present = documents.number_at(path).value_or(Rational{});
    if (present.sign() == 0 || is_year(path)) {
      out.left_out.push_back({path, is_year(path) ? "A year." : "A part of nothing is nothing."});
      continue;
    }
    const Rational less = present * (Rational{1} - change);
    const Rational more = present * (Rational{1} + change);
    const auto low = side_at(documents, path, less, measure);
    const auto high = side_at(documents, path, more, measure);
    if (!low || !high) {
      out.left_out.push_back({path, (low ? high : low).issues().front().message});
      continue;
    }
    const Rational rise = high.value().result - low.value().result;
    out.bars.push_back({.path = path,
                        .present = present.to_text(),
                        .low = low.value().value,
                        .high = high.value().value,
                        .at_low = low.value().result,
                        .at_high = high.value().result,
                        .swing = rise.sign() < 0 ? -rise : rise});
  }
  std::stable_sort(out.bars.begin(), out.bars.end(),
                   [](const TornadoBar& a, const TornadoBar& b) { return a.swing > b.swing; });
  return out;
}

}  // namespace gainshare::json
