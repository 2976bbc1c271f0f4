// SPDX-License-Identifier: Apache-2.0
#include "json/attribution_reader.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "json/attribution_services_reader.h"
#include "json/object_reader.h"
#include "population/assignment_edition.h"

namespace gainshare::json {
namespace {

constexpr CountRange kMethodCount{.low = 1, .high = 10};
constexpr CountRange kTieBreakCount{.low = 1, .high = 3};
constexpr CountRange kClassCount{.low = 1, .high = kServiceClassCount};
constexpr CountRange kCountyCount{.low = 1, .high = 5000};
constexpr CountRange kNameLength{.low = 1, .high = 100};
constexpr RateRange kWeight{
    .noun = "a weight", .low = {}, .high = Rate::whole(1), .above_low = true};
constexpr WholeRange kGap{.noun = "a number of months", .low = 0, .high = 24};

// A list of words, none of them twice.
template <class Enum, std::size_t N>
std::optional<std::vector<Enum>> read_words(
    ObjectReader& reader, std::string_view key, CountRange count,
    const std::array<std::pair<Enum, std::string_view>, N>& names) {
  const Node* const list = reader.list(key, Need::Optional, count);
  if (list == nullptr) return std::nullopt;
  std::vector<Enum> words;
  const Place place{reader.place(), key};
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    // Read as the member of an object of its own, so that one sentence serves both.
    Node holder{.kind = Kind::Object};
    holder.members.push_back({.key = std::to_string(i), .value = list->items[i]});
    ObjectReader item{holder, place, reader.issues()};
    const std::optional<Enum> word = item.choice(holder.members[0].key, Need::Required, names);
    if (!word) continue;
    if (std::find(words.begin(), words.end(), *word) != words.end()) {
      item.report(
          holder.members[0].key, IssueCode::Conflict,
          "The word " + std::string{name_of(names, *word)} + " stands twice. Keep one of them.",
          {{"value", std::string{name_of(names, *word)}}});
    }
    words.push_back(*word);
  }
  return words;
}

std::optional<std::vector<TieBreak>> read_tie_breaks(ObjectReader& reader) {
  const auto words = read_words(reader, "tie_breaks", kTieBreakCount, kTieBreakNames);
  if (!words) return words;
  const auto none = std::find(words->begin(), words->end(), TieBreak::None);
  if (none != words->end() && none + 1 != words->end()) {
    reader.report("tie_breaks", IssueCode::BadOrder,
                  "What follows none is never asked. Put none last or leave it out.");
  }
  return words;
}

std::optional<WindowWeights> read_weights(ObjectReader& method) {
  const Node* const node = method.object("weights", Need::Optional);
  if (node == nullptr) return std::nullopt;
  const Place place{method.place(), "weights"};
  ObjectReader reader{*node, place, method.issues()};
  WindowWeights weights;
  weights.recent = reader.rate("recent", Need::Required, kWeight).value_or(Rate::whole(1));
  weights.older = reader.rate("older", Need::Required, kWeight).value_or(Rate{});
  reader.finish();
  return weights;
}

std::vector<CountyCandidate> read_counties(ObjectReader& method) {
  std::vector<CountyCandidate> counties;
  const Node* const list = method.list("counties", Need::Required, kCountyCount);
  if (list == nullptr) return counties;
  const Place place{method.place(), "counties"};
  std::set<std::string> taken;
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const Place at{place, i};
    ObjectReader reader{list->items[i], at, method.issues()};
    CountyCandidate entry;
    entry.county = reader.text("county", Need::Required, kNameLength).value_or("");
    entry.candidate = reader.text("candidate", Need::Required, kNameLength).value_or("");
    reader.finish();
    if (!entry.county.empty() && !taken.insert(entry.county).second) {
      reader.report("county", IssueCode::Conflict,
                    "The county " + entry.county + " stands twice. Keep one of them.",
                    {{"value", entry.county}});
    }
    counties.push_back(std::move(entry));
  }
  return counties;
}

// What the terms leave to a method that does not state its own.
struct MethodDefaults {
  std::optional<std::vector<TieBreak>> tie_breaks;
  std::optional<AssignmentEdition> edition;
};

std::vector<TieBreak> default_tie_breaks(AssignmentMethod method, const MethodDefaults& defaults) {
  if (defaults.tie_breaks) return *defaults.tie_breaks;
  if (method != AssignmentMethod::TwoStep) return {TieBreak::MostRecent, TieBreak::LowestId};
  return {defaults.edition ? defaults.edition->tie : TieBreak::None};
}

void read_comparison(ObjectReader& reader, const MethodDefaults& defaults, MethodTerms& method) {
  const bool two_step = method.method == AssignmentMethod::TwoStep;
  method.participants_as_one =
      reader.truth("participants_as_one", Need::Optional).value_or(two_step);
  method.tie_breaks = read_tie_breaks(reader).value_or(default_tie_breaks(method.method, defaults));
  if (two_step) return;
  const auto classes = read_words(reader, "services_of", kClassCount, kServiceClassNames);
  if (classes) method.services_of = *classes;
  method.weights = read_weights(reader);
}

void check_two_step(ObjectReader& attribution, const AttributionTerms& terms,
                    const MethodDefaults& defaults) {
  const auto is = [&](AssignmentMethod wanted) {
    return std::any_of(terms.methods.begin(), terms.methods.end(),
                       [wanted](const MethodTerms& method) { return method.method == wanted; });
  };
  if (!is(AssignmentMethod::TwoStep)) return;
  const Node* const services = attribution.node("services");
  if (services == nullptr || services->find("edition") == nullptr) {
    const Place place{attribution.place(), "services"};
    attribution.issues().push_back(
        {.path = Place{place, "edition"}.pointer(),
         .code = IssueCode::Missing,
         .message = "The two-step method follows the rules of a performance year. Enter a year "
                    "from 2012 to 2026.",
         .params = {{"key", "edition"}}});
  }
  if (is(AssignmentMethod::PatientDesignation) && defaults.edition &&
      !defaults.edition->voluntary_alignment) {
    attribution.report("methods", IssueCode::NotApplicable,
                       "Medicare counts a designation by the patient from 2018 on. Leave the "
                       "method out or choose a later edition.");
  }
}

std::optional<MethodTerms> read_method(ObjectReader& reader, const MethodDefaults& defaults) {
  const auto kind = reader.choice("method", Need::Required, kAssignmentMethodNames);
  if (!kind) return std::nullopt;
  MethodTerms method{.method = *kind};
  switch (*kind) {
    case AssignmentMethod::TwoStep:
    case AssignmentMethod::PluralityOfVisits:
    case AssignmentMethod::PluralityOfAllowedCharges:
      read_comparison(reader, defaults, method);
      break;
    case AssignmentMethod::Geography:
      method.counties = read_counties(reader);
      break;
    case AssignmentMethod::PatientDesignation:
    case AssignmentMethod::InsurerDesignation:
      break;
  }
  reader.finish();
  return method;
}

void read_methods(ObjectReader& attribution, const MethodDefaults& defaults,
                  AttributionTerms& terms) {
  const Node* const list = attribution.list("methods", Need::Required, kMethodCount);
  if (list == nullptr) return;
  const Place place{attribution.place(), "methods"};
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const Place at{place, i};
    ObjectReader reader{list->items[i], at, attribution.issues()};
    const auto method = read_method(reader, defaults);
    if (method) terms.methods.push_back(*method);
  }
}

std::optional<ReconciliationTerms> read_reconciliation(ObjectReader& attribution) {
  const Node* const node = attribution.object("reconciliation", Need::Optional);
  if (node == nullptr) return std::nullopt;
  const Place place{attribution.place(), "reconciliation"};
  ObjectReader reader{*node, place, attribution.issues()};
  ReconciliationTerms terms;
  terms.coverage = reader.choice("coverage", Need::Optional, kCoverageKeptNames)
                       .value_or(CoverageKept::EveryMonth);
  const Node* const list = reader.list("counties", Need::Optional, kCountyCount);
  if (list != nullptr) terms.counties = read_texts(reader, "counties", *list);
  reader.finish();
  return terms;
}

void read_timing(ObjectReader& reader, const MethodDefaults& defaults, AttributionTerms& terms) {
  terms.timing = reader.choice("timing", Need::Optional, kAssignmentTimingNames)
                     .value_or(AssignmentTiming::Retrospective);
  if (terms.timing == AssignmentTiming::Retrospective) {
    constexpr std::string_view kWhy = "Assignment is retrospective.";
    reader.forbid("gap_months", kWhy);
    reader.forbid("reconciliation", kWhy);
    return;
  }
  const std::int64_t otherwise = defaults.edition ? defaults.edition->gap_months : 0;
  terms.gap_months = static_cast<std::int32_t>(
      reader.whole("gap_months", Need::Optional, kGap).value_or(otherwise));
  terms.reconciliation = read_reconciliation(reader);
}

}  // namespace

AttributionTerms read_attribution(const Node& node, const Place& place, Issues& issues) {
  AttributionTerms terms;
  ObjectReader reader{node, place, issues};
  terms.unit =
      reader.choice("unit", Need::Optional, kCandidateUnitNames).value_or(CandidateUnit::Tin);
  terms.services = read_attribution_services(reader);
  MethodDefaults defaults{.tie_breaks = read_tie_breaks(reader), .edition = std::nullopt};
  if (terms.services.edition) {
    const auto edition = assignment_edition(*terms.services.edition);
    if (edition) defaults.edition = edition.value();
  }
  read_timing(reader, defaults, terms);
  read_methods(reader, defaults, terms);
  check_two_step(reader, terms, defaults);
  reader.finish();
  return terms;
}

}  // namespace gainshare::json
