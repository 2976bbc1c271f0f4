// SPDX-License-Identifier: Apache-2.0
#include "json/program_reader.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "json/object_reader.h"
#include "json/words.h"
#include "programs/pioneer/resolve.h"
#include "programs/scorecards.h"

namespace gainshare::json {
namespace {

constexpr std::string_view kMssp = "mssp";
constexpr WholeRange kYearOfModel{.noun = "a year of the model", .low = 1, .high = 2199};

void read_name(ObjectReader& reader) {
  const auto name = reader.text("name", Need::Required, {.low = 0, .high = 10'000});
  if (!name || *name == kMssp) return;
  reader.report("name", IssueCode::UnknownProgram,
                "There is no program " + in_quotes(*name) +
                    " for this kind of stream. Write minnesota_ihp, mssp or pioneer.",
                {{"value", shortened(*name)}, {"choices", "minnesota_ihp, mssp, pioneer"}});
}

// The elected minimum rate: "variable" (the size table), or a rate.
std::optional<Rate> read_minimum_rate(ObjectReader& reader) {
  const Node* const node = reader.any("minimum_rate");
  if (node == nullptr) return std::nullopt;
  if (node->kind == Kind::Text && node->text == "variable") return std::nullopt;
  return read_rate(*node, Place{reader.place(), "minimum_rate"}, {}, reader.issues());
}

}  // namespace

void add_issues_of_program(const Issues& found, const Place& place, Issues& issues) {
  const std::size_t before = issues.size();
  for (Issue issue : found) {
    issue.path = place.pointer() + issue.path;
    const auto end = issues.begin() + static_cast<std::ptrdiff_t>(before);
    const bool known = std::any_of(issues.begin(), end,
                                   [&](const Issue& other) { return other.path == issue.path; });
    if (!known) issues.push_back(std::move(issue));
  }
}

namespace {

std::optional<ResolvedProgram> read_pioneer(const Node& node, const Place& place, Issues& issues) {
  const std::size_t before = issues.size();
  ObjectReader reader{node, place, issues};
  reader.any("name");
  const auto year = reader.whole("performance_year", Need::Required, kYearOfModel);
  const auto option = reader.text("option", Need::Required, {.low = 1, .high = 40});
  reader.finish();
  if (!year || !option) return std::nullopt;
  Result<ResolvedProgram> resolved =
      resolve_pioneer({.performance_year = static_cast<std::int32_t>(*year), .option = *option});
  if (!resolved) add_issues_of_program(resolved.issues(), place, issues);
  if (issues.size() > before) return std::nullopt;
  return std::move(resolved).value();
}

std::optional<ResolvedProgram> read_minnesota(const Node& node, const Place& place,
                                              Issues& issues) {
  const std::size_t before = issues.size();
  ObjectReader reader{node, place, issues};
  reader.any("name");
  const auto year = reader.whole("performance_year", Need::Required, kYearOfModel);
  const auto model = reader.text("model", Need::Required, {.low = 1, .high = 40});
  MinnesotaElections elections;
  elections.payment_limit = reader.rate("payment_limit", Need::Optional);
  elections.loss_limit = reader.rate("loss_limit", Need::Optional);
  reader.finish();
  if (issues.size() > before) return std::nullopt;
  elections.performance_year = static_cast<std::int32_t>(*year);
  elections.model = *model;
  Result<ResolvedProgram> resolved = resolve_minnesota(elections);
  if (!resolved) add_issues_of_program(resolved.issues(), place, issues);
  if (issues.size() > before) return std::nullopt;
  return std::move(resolved).value();
}

}  // namespace

bool names_program(const Node& node, std::string_view name) {
  const Node* const found = node.find("name");
  return found != nullptr && found->kind == Kind::Text && found->text == name;
}

std::optional<ResolvedProgram> read_program(const Node& node, const Place& place, Issues& issues) {
  if (names_program(node, kPioneer)) return read_pioneer(node, place, issues);
  if (names_program(node, kMinnesota)) return read_minnesota(node, place, issues);
  const std::size_t before = issues.size();
  ObjectReader reader{node, place, issues};
  read_name(reader);
  MsspElections elections;
  // Any year of the calendar is a year; whether it has an edition is for the program to say.
  const auto year = reader.whole("performance_year", Need::Required,
                                 {.noun = "a year", .low = 1900, .high = 2199});
  elections.performance_year = static_cast<std::int32_t>(year.value_or(0));
  elections.track = reader.text("track", Need::Required, {.low = 1, .high = 40}).value_or("");
  elections.minimum_rate = read_minimum_rate(reader);
  elections.minimum_rate_stated = reader.has("minimum_rate");
  elections.agreement_start = reader.date("agreement_start", Need::Optional);
  const auto track_year = reader.whole("track_year", Need::Optional,
                                       {.noun = "a year of the track", .low = 1, .high = 6});
  if (track_year) elections.track_year = static_cast<std::int32_t>(*track_year);
  elections.first_performance_year =
      reader.truth("first_performance_year", Need::Optional).value_or(false);
  elections.six_month_year = reader.truth("six_month_year", Need::Optional).value_or(false);
  reader.finish();
  // What the program says of elections that could be read is told together with the rest.
  const bool readable = year && !elections.track.empty() &&
                        reader.has("agreement_start") == elections.agreement_start.has_value();
  if (!readable) return std::nullopt;
  Result<ResolvedProgram> resolved = resolve_mssp(elections);
  if (!resolved) add_issues_of_program(resolved.issues(), place, issues);
  if (issues.size() > before) return std::nullopt;
  return std::move(resolved).value();
}

}  // namespace gainshare::json
