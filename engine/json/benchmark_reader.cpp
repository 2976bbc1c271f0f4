// SPDX-License-Identifier: Apache-2.0
#include "json/benchmark_reader.h"

#include <algorithm>
#include <utility>

#include "json/sources.h"

namespace gainshare::json {
namespace {

constexpr CountRange kBaseYears{.low = 1, .high = 10};
constexpr RateRange kYearWeight{
    .noun = "a weight", .low = {}, .high = Rate::whole(1000), .above_low = true};
constexpr std::array<std::string_view, 2> kForms{"per_capita", "control_group"};

}  // namespace

std::vector<BaseYearWeight> read_base_year_weights(ObjectReader& benchmark) {
  std::vector<BaseYearWeight> weights;
  const Node* const list = benchmark.list("base_years", Need::Required, kBaseYears);
  const Place years{benchmark.place(), "base_years"};
  for (std::size_t i = 0; list != nullptr && i < list->items.size(); ++i) {
    const Place item{years, i};
    ObjectReader each{list->items[i], item, benchmark.issues()};
    const auto year = each.whole("year", Need::Required, kYear);
    const auto weight = each.rate("weight", Need::Required, kYearWeight);
    each.finish();
    if (!year) continue;
    const auto is_year = [&](const BaseYearWeight& other) { return other.year == *year; };
    if (std::any_of(weights.begin(), weights.end(), is_year)) {
      report_taken_year(static_cast<std::int32_t>(*year), item, benchmark.issues());
    }
    weights.push_back(
        {.year = static_cast<std::int32_t>(*year), .weight = weight.value_or(Rate::whole(1))});
  }
  return weights;
}

void read_benchmark(ObjectReader& contract, Contract& out) {
  const Node* const node = contract.object("benchmark", Need::Optional);
  if (node == nullptr) return;
  const Place place{contract.place(), "benchmark"};
  ObjectReader reader{*node, place, contract.issues()};
  if (!reader.has("form")) {
    BenchmarkTerms terms;
    terms.base_years.source = source_of(reader, "base_years");
    terms.base_years.value = read_base_year_weights(reader);
    out.benchmark = std::move(terms);
  } else if (const auto form = reader.word("form", Need::Required, kForms)) {
    out.benchmark = *form == 0 ? read_per_capita_terms(reader) : read_control_group_terms(reader);
  } else {
    // Without a form nobody knows what the rest should be.
    for (const Member& member : node->members) reader.any(member.key);
  }
  reader.finish();
}

}  // namespace gainshare::json
