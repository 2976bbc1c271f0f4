// SPDX-License-Identifier: Apache-2.0
#include "json/incentive_pool_reader.h"

#include <algorithm>
#include <string>
#include <utility>

#include "json/sources.h"
#include "json/terms_or_program.h"
#include "json/words.h"
#include "programs/onecare_pip/resolve.h"

namespace gainshare::json {
namespace {

constexpr CountRange kMeasureCount{.low = 1, .high = 20};
constexpr CountRange kAreaCount{.low = 1, .high = 100};
constexpr CountRange kTitleLength{.low = 1, .high = 200};
constexpr RateRange kWeight{.noun = "a weight", .low = {}, .high = Rate::whole(1000)};
constexpr RateRange kChange{.noun = "a change", .low = Rate::whole(-1), .high = Rate::whole(1000)};
constexpr RateRange kResult{.noun = "a measure's value", .low = {}, .high = Rate::whole(1'000'000)};
constexpr RateRange kPriorResult{
    .noun = "a measure's value", .low = {}, .high = Rate::whole(1'000'000), .above_low = true};
constexpr WholeRange kSignedCents{
    .noun = "whole cents", .low = -kLargestCents, .high = kLargestCents};
constexpr WholeRange kLives{.noun = "a number of people", .low = 0, .high = 1'000'000'000};

std::vector<PoolMeasure> read_measures(ObjectReader& terms) {
  std::vector<PoolMeasure> measures;
  const Node* const list = terms.list("measures", Need::Required, kMeasureCount);
  if (list == nullptr) return measures;
  const Place place{terms.place(), "measures"};
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const Place item{place, i};
    ObjectReader reader{list->items[i], item, terms.issues()};
    PoolMeasure measure;
    measure.id = read_id(reader).value_or("");
    measure.title = reader.text("title", Need::Required, kTitleLength).value_or("");
    measure.direction = reader.choice("direction", Need::Optional, kDirectionNames)
                            .value_or(Direction::LowerIsBetter);
    reader.finish();
    const bool taken = !measure.id.empty() &&
                       std::any_of(measures.begin(), measures.end(), [&](const PoolMeasure& other) {
                         return other.id == measure.id;
                       });
    if (taken) report_taken_id(measure.id, item, terms.issues());
    measures.push_back(std::move(measure));
  }
  return measures;
}

void check_some_weight(const std::vector<SettlementWeight>& split, const Place& place,
                       Issues& issues) {
  const bool some = std::any_of(split.begin(), split.end(),
                                [](const SettlementWeight& w) { return w.weight > Rate{}; });
  if (some) return;
  issues.push_back({.path = place.pointer(),
                    .code = IssueCode::OutOfRange,
                    .message = "No area of the settlement split has a weight above 0. Give at "
                               "least one area a weight.",
                    .params = {}});
}

std::vector<SettlementWeight> read_settlement_split(ObjectReader& terms) {
  std::vector<SettlementWeight> split;
  const Node* const list = terms.list("settlement_split", Need::Optional, kAreaCount);
  if (list == nullptr) return split;
  const Place place{terms.place(), "settlement_split"};
  const std::size_t before = terms.issues().size();
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const Place item{place, i};
    ObjectReader reader{list->items[i], item, terms.issues()};
    const std::string area =
        reader.text("area", Need::Required, {.low = 1, .high = 40}).value_or("");
    const Rate weight = reader.rate("weight", Need::Required, kWeight).value_or(Rate{});
    reader.finish();
    const bool taken = !area.empty() &&
                       std::any_of(split.begin(), split.end(), [&](const SettlementWeight& other) {
                         return other.area == area;
                       });
    if (taken) report_taken_id(area, item, terms.issues());
    split.push_back({.area = area, .weight = weight});
  }
  if (terms.issues().size() == before) check_some_weight(split, place, terms.issues());
  return split;
}

// The rest is what the pool leaves: where it is stated too, the two must add up to everything.
void read_settlement_rate(ObjectReader& terms, Rate pool_rate) {
  const auto rest = terms.rate("settlement_rate", Need::Optional);
  if (!rest || Ratio{*rest} + Ratio{pool_rate} == Ratio::whole(1)) return;
  const Ratio wanted = Ratio::whole(1) - Ratio{pool_rate};
  terms.report("settlement_rate", IssueCode::Conflict,
               "Settlement rate is " + rest->to_text() + ", but the pool leaves " +
                   wanted.exact().to_text() + " of the savings. Enter that, or leave it out.",
               {{"value", rest->to_text()}, {"expected", wanted.exact().to_text()}});
}

Term<UnclaimedPool> read_unclaimed(ObjectReader& reader) {
  return {.value = reader.choice("unclaimed", Need::Optional, kUnclaimedPoolNames)
                       .value_or(UnclaimedPool::Hold),
          .source = source_of(reader, "unclaimed")};
}

IncentivePoolTerms read_terms(const Node& node, const Place& place, Issues& issues) {
  IncentivePoolTerms terms;
  ObjectReader reader{node, place, issues};
  const auto pool_rate = reader.rate("pool_rate", Need::Required);
  terms.pool_rate = {.value = pool_rate.value_or(Rate{}), .source = source_of(reader, "pool_rate")};
  if (pool_rate) {
    read_settlement_rate(reader, *pool_rate);
  } else {
    reader.any("settlement_rate");
  }
  terms.measures = {.value = read_measures(reader), .source = source_of(reader, "measures")};
  terms.unclaimed = read_unclaimed(reader);
  terms.settlement_split = read_settlement_split(reader);
  reader.finish();
  return terms;
}

void read_program(const Node& node, const Place& place, ObjectReader& reader, Stream& stream) {
  Issues& issues = reader.issues();
  const std::size_t before = issues.size();
  ObjectReader program{node, place, issues};
  read_program_name(program, kOneCarePool);
  const auto year = program.whole("performance_year", Need::Required,
                                  {.noun = "a year", .low = 1900, .high = 2199});
  OneCareElections elections{.performance_year = static_cast<std::int32_t>(year.value_or(0)),
                             .settlement_split = read_settlement_split(program)};
  const Term<UnclaimedPool> unclaimed = read_unclaimed(program);
  if (program.has("unclaimed")) elections.unclaimed = unclaimed;
  program.finish();
  if (!year) return;
  auto resolved = resolve_onecare_pool(elections);
  if (!resolved) {
    for (Issue issue : resolved.issues()) {
      issue.path = place.pointer() + issue.path;
      issues.push_back(std::move(issue));
    }
  }
  if (issues.size() > before) return;
  stream.program = resolved.value().reference;
  stream.terms = resolved.value().terms;
}

// {"pmpm": "-0.02"}.
void read_changes(const Node& node, const Place& place, AreaFacts& area, Issues& issues) {
  for (const Member& member : node.members) {
    const Place item{place, member.key};
    const auto change = read_rate(member.value, item, kChange, issues);
    area.results.push_back({.measure = member.key,
                            .change = change.value_or(Rate{}),
                            .prior = std::nullopt,
                            .current = std::nullopt});
  }
}

// {"pmpm": {"prior": "410.20", "current": "402.00"}}.
void read_results(const Node& node, const Place& place, AreaFacts& area, Issues& issues) {
  for (const Member& member : node.members) {
    const Place item{place, member.key};
    ObjectReader reader{member.value, item, issues};
    const auto prior = reader.rate("prior", Need::Required, kPriorResult);
    const auto current = reader.rate("current", Need::Required, kResult);
    reader.finish();
    area.results.push_back({.measure = member.key,
                            .change = std::nullopt,
                            .prior = prior.value_or(Rate::whole(1)),
                            .current = current.value_or(Rate{})});
  }
}

AreaFacts read_area(const Node& node, const Place& place, Issues& issues) {
  AreaFacts area;
  ObjectReader reader{node, place, issues};
  area.id = read_id(reader).value_or("");
  area.title = reader.text("title", Need::Optional, kTitleLength).value_or(area.id);
  area.lives = reader.whole("lives", Need::Optional, kLives);
  const Node* const changes = reader.object("changes", Need::Optional);
  if (changes != nullptr) read_changes(*changes, Place{place, "changes"}, area, issues);
  const Node* const measures = reader.object("measures", Need::Optional);
  if (measures != nullptr) read_results(*measures, Place{place, "measures"}, area, issues);
  for (std::size_t i = 0; i < area.results.size(); ++i) {
    const std::string& id = area.results[i].measure;
    const bool twice =
        std::any_of(area.results.begin(), area.results.begin() + static_cast<std::ptrdiff_t>(i),
                    [&id](const AreaResult& other) { return other.measure == id; });
    if (!twice || changes == nullptr || measures == nullptr) continue;
    reader.report(
        "measures", IssueCode::Conflict,
        "Measure " + in_quotes(id) + " stands under changes and under measures. Keep one of them.",
        {{"measure", shortened(id)}});
  }
  reader.finish();
  return area;
}

}  // namespace

void read_incentive_pool(ObjectReader& reader, Stream& stream) {
  const TermsOrProgram found = read_terms_or_program(reader);
  if (found.terms != nullptr) {
    stream.terms = read_terms(*found.terms, Place{reader.place(), "terms"}, reader.issues());
  }
  if (found.program != nullptr) {
    read_program(*found.program, Place{reader.place(), "program"}, reader, stream);
  }
}

std::optional<IncentivePoolFacts> read_incentive_pool_facts(ObjectReader& experience) {
  IncentivePoolFacts facts;
  facts.program_savings = experience.cents("program_savings_cents", Need::Optional, kSignedCents);
  const Node* const list = experience.list("areas", Need::Optional, kAreaCount);
  if (list != nullptr) {
    const Place place{experience.place(), "areas"};
    for (std::size_t i = 0; i < list->items.size(); ++i) {
      const Place item{place, i};
      AreaFacts area = read_area(list->items[i], item, experience.issues());
      const bool taken = !area.id.empty() &&
                         std::any_of(facts.areas.begin(), facts.areas.end(),
                                     [&](const AreaFacts& other) { return other.id == area.id; });
      if (taken) report_taken_id(area.id, item, experience.issues());
      facts.areas.push_back(std::move(area));
    }
  }
  if (!experience.has("areas") && !experience.has("program_savings_cents")) return std::nullopt;
  return facts;
}

}  // namespace gainshare::json
