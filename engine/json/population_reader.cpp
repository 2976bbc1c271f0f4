// SPDX-License-Identifier: Apache-2.0
#include "json/population_reader.h"

#include <array>
#include <string>
#include <utility>

#include "core/enum_name.h"
#include "json/attribution_reader.h"
#include "json/document.h"
#include "json/object_reader.h"
#include "json/risk_reader.h"

namespace gainshare::json {
namespace {

constexpr CountRange kTitle{.low = 1, .high = 200};
constexpr CountRange kBaseYears{.low = 1, .high = 10};
constexpr WholeRange kRunOut{.noun = "a number of months", .low = 0, .high = 60};
constexpr WholeRange kLeastMonths{.noun = "a number of months", .low = 1, .high = 12};
constexpr WholeRange kAge{.noun = "an age", .low = 0, .high = 200};
constexpr RateRange kCompletion{.noun = "a factor", .low = Rate::whole(1), .high = Rate::whole(10)};
constexpr RateRange kPercentile{
    .noun = "a part of the members", .low = {}, .high = Rate::whole(1), .above_low = true};

Day read_day(ObjectReader& reader, std::string_view key) {
  const std::optional<Date> date = reader.date(key, Need::Required);
  return date ? day_of(*date) : kNoDay;
}

constexpr Day kLongestYear = 366;

DaySpan read_span(const Node& node, const Place& place, Issues& issues) {
  ObjectReader reader{node, place, issues};
  DaySpan span;
  span.first = read_day(reader, "begin");
  span.last = read_day(reader, "end");
  reader.finish();
  if (span.first == kNoDay || span.last == kNoDay) return span;
  if (span.last < span.first) {
    reader.report("end", IssueCode::BadOrder, "The end is before the beginning. Exchange them.");
  } else if (span.last - span.first >= kLongestYear) {
    reader.report("end", IssueCode::OutOfRange,
                  "The span is longer than a year. Enter one of twelve months at most.");
  }
  return span;
}

std::vector<DaySpan> read_base_years(ObjectReader& terms, DaySpan year) {
  std::vector<DaySpan> spans;
  const Node* const list = terms.list("base_years", Need::Optional, kBaseYears);
  if (list == nullptr) return spans;
  const Place place{terms.place(), "base_years"};
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const Place at{place, i};
    spans.push_back(read_span(list->items[i], at, terms.issues()));
    const Day before = i + 1 < list->items.size() ? kNoDay : year.first;
    const bool overlaps = (i > 0 && spans[i].first <= spans[i - 1].last) ||
                          (before != kNoDay && spans[i].last >= before);
    if (spans[i].last != kNoDay && overlaps) {
      terms.issues().push_back(
          {.path = at.pointer(),
           .code = IssueCode::BadOrder,
           .message = "Base years stand oldest first, do not overlap and end before the "
                      "performance year begins. Put them in order.",
           .params = {}});
    }
  }
  return spans;
}

std::optional<Truncation> read_truncation(ObjectReader& cost) {
  const Node* const node = cost.object("truncation", Need::Optional);
  if (node == nullptr) return std::nullopt;
  const Place place{cost.place(), "truncation"};
  ObjectReader reader{*node, place, cost.issues()};
  Truncation truncation;
  truncation.annual_amount = reader.cents("annual_amount_cents", Need::Optional, kPositiveCents);
  truncation.percentile = reader.rate("percentile", Need::Optional, kPercentile);
  reader.finish();
  if (reader.has("annual_amount_cents") == reader.has("percentile")) {
    reader.report("", IssueCode::Conflict,
                  "Truncation is at an annual amount or at a percentile. Enter one of the two.");
  }
  return truncation;
}

MembersCounted read_members(ObjectReader& cost) {
  MembersCounted members;
  const Node* const node = cost.object("members", Need::Optional);
  if (node == nullptr) return members;
  const Place place{cost.place(), "members"};
  ObjectReader reader{*node, place, cost.issues()};
  const auto whole = [&](std::string_view key, const WholeRange& range) {
    const auto value = reader.whole(key, Need::Optional, range);
    return value ? std::optional{static_cast<std::int32_t>(*value)} : std::nullopt;
  };
  members.least_months = whole("least_months", kLeastMonths).value_or(1);
  members.from_age = whole("from_age", kAge);
  members.to_age = whole("to_age", kAge);
  reader.finish();
  if (members.from_age && members.to_age && *members.to_age < *members.from_age) {
    reader.report("to_age", IssueCode::BadOrder, "The last age is below the first. Exchange them.");
  }
  return members;
}

CostTerms read_cost(ObjectReader& terms) {
  CostTerms cost;
  const Node* const node = terms.object("cost", Need::Optional);
  if (node == nullptr) return cost;
  const Place place{terms.place(), "cost"};
  ObjectReader reader{*node, place, terms.issues()};
  cost.amount =
      reader.choice("amount", Need::Optional, kCostAmountNames).value_or(CostAmount::Paid);
  const auto run_out = reader.whole("run_out_months", Need::Optional, kRunOut);
  if (run_out) cost.run_out_months = static_cast<std::int32_t>(*run_out);
  cost.completion_factor =
      reader.rate("completion_factor", Need::Optional, kCompletion).value_or(Rate::whole(1));
  cost.truncation = read_truncation(reader);
  cost.members = read_members(reader);
  reader.finish();
  return cost;
}

using Pairs = std::vector<std::pair<std::string, std::string>>;

Pairs read_pairs(ObjectReader& mapping, std::string_view key) {
  constexpr CountRange kLength{.low = 1, .high = 200};
  Pairs pairs;
  const Node* const node = mapping.object(key, Need::Optional);
  if (node == nullptr) return pairs;
  const Place place{mapping.place(), key};
  ObjectReader reader{*node, place, mapping.issues()};
  for (const Member& member : node->members) {
    const auto text = reader.text(member.key, Need::Required, kLength);
    if (text) pairs.emplace_back(member.key, *text);
  }
  reader.finish();
  return pairs;
}

}  // namespace

std::optional<PopulationTerms> read_population_terms(std::string_view text, const Place& top,
                                                     Issues& issues) {
  const std::size_t before = issues.size();
  const std::optional<Node> node = read_document(text, top, issues);
  if (!node) return std::nullopt;
  ObjectReader reader{*node, top, issues};
  PopulationTerms terms;
  terms.title = reader.text("title", Need::Required, kTitle).value_or("");
  const Place year_place{top, "year"};
  const Node* const year = reader.object("year", Need::Required);
  if (year != nullptr) terms.year = read_span(*year, year_place, issues);
  terms.base_years = read_base_years(reader, terms.year);
  terms.benchmark_facts = reader.choice("benchmark_facts", Need::Optional, kBenchmarkFactsNames)
                              .value_or(BenchmarkFacts::Total);
  const Place attribution_place{top, "attribution"};
  const Node* const attribution = reader.object("attribution", Need::Required);
  if (attribution != nullptr) {
    terms.attribution = read_attribution(*attribution, attribution_place, issues);
  }
  terms.cost = read_cost(reader);
  const Place risk_place{top, "risk"};
  const Node* const risk = reader.object("risk", Need::Optional);
  if (risk != nullptr) terms.risk = read_risk(*risk, risk_place, issues);
  reader.finish();
  if (issues.size() != before) return std::nullopt;
  return terms;
}

std::optional<ColumnMapping> read_mapping(std::string_view text, FileKind kind, const Place& top,
                                          Issues& issues) {
  if (text.empty()) return ColumnMapping{};
  const std::size_t before = issues.size();
  const std::optional<Node> node = read_document(text, top, issues);
  if (!node) return std::nullopt;
  ObjectReader reader{*node, top, issues};
  ColumnMapping wanted;
  for (const auto& [of_kind, name] : kFileKindNames) {
    const Node* const part = reader.object(name, Need::Optional);
    if (part == nullptr) continue;
    const Place place{top, name};
    ObjectReader mapping{*part, place, issues};
    ColumnMapping read{.columns = read_pairs(mapping, "columns"),
                       .constants = read_pairs(mapping, "constants")};
    mapping.finish();
    if (of_kind == kind) wanted = std::move(read);
  }
  reader.finish();
  if (issues.size() != before) return std::nullopt;
  return wanted;
}

}  // namespace gainshare::json
