// SPDX-License-Identifier: Apache-2.0
#include "json/incentive_pool_reader.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "json/read_list.h"
#include "json/sources.h"
#include "json/terms_or_program.h"
#include "json/words.h"
#include "programs/onecare_pip/resolve.h"

namespace gainshare::json {
namespace {

constexpr CountRange kMeasureCount{.low = 1, .high = 20};
constexpr CountRange kPoolCount{.low = 1, .high = 20};
constexpr CountRange kAreaCount{.low = 1, .high = 100};
constexpr CountRange kTitleLength{.low = 1, .high = 200};
constexpr RateRange kWeight{.noun = "a weight", .low = {}, .high = Rate::whole(1000)};
constexpr RateRange kChange{.noun = "a change", .low = Rate::whole(-1), .high = Rate::whole(1000)};
constexpr RateRange kResult{.noun = "a measure's value", .low = {}, .high = Rate::whole(1'000'000)};
constexpr RateRange kPriorResult{
    .noun = "a measure's value", .low = {}, .high = Rate::whole(1'000'000), .above_low = true};
constexpr WholeRange kSignedCents{
    .noun = "whole cents", .low = -kLargestCents, .high = kLargestCents};
constexpr WholeRange kTotal{.noun = "a whole number of cents or visits", .low = 0};
constexpr WholeRange kPriorTotal{.noun = "a whole number of cents or visits", .low = 1};
constexpr WholeRange kMemberMonths{
    .noun = "a number of member months", .low = 1, .high = 12'000'000'000};
constexpr WholeRange kLives{.noun = "a number of people", .low = 0, .high = 1'000'000'000};

constexpr std::array<std::string_view, 6> kTotalsKeys{
    "prior_total",       "prior_member_months",     "member_months",
    "completion_factor", "projected_member_months", "trend"};
constexpr std::string_view kNoTotal = "it goes with a total, which is not given.";

PoolMeasure read_measure(ObjectReader& reader) {
  PoolMeasure measure;
  measure.id = read_id(reader).value_or("");
  measure.title = reader.text("title", Need::Required, kTitleLength).value_or("");
  measure.direction = reader.choice("direction", Need::Optional, kDirectionNames)
                          .value_or(Direction::LowerIsBetter);
  return measure;
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

SettlementWeight read_weight(ObjectReader& reader) {
  SettlementWeight out;
  out.area = read_id(reader, "area").value_or("");
  out.weight = reader.rate("weight", Need::Required, kWeight).value_or(Rate{});
  return out;
}

std::vector<SettlementWeight> read_settlement_split(ObjectReader& terms) {
  const std::size_t before = terms.issues().size();
  const ListOf<SettlementWeight> list{.key = "settlement_split",
                                      .need = Need::Optional,
                                      .count = kAreaCount,
                                      .id = &SettlementWeight::area,
                                      .id_key = "area"};
  std::vector<SettlementWeight> split = read_list(terms, list, read_weight);
  const bool stated = terms.has("settlement_split") && terms.issues().size() == before;
  if (stated) check_some_weight(split, Place{terms.place(), "settlement_split"}, terms.issues());
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
  const ListOf<PoolMeasure> measures{.key = "measures", .count = kMeasureCount};
  terms.measures = {.value = read_list(reader, measures, read_measure),
                    .source = source_of(reader, "measures")};
  terms.unclaimed = read_unclaimed(reader);
  terms.settlement_split = read_settlement_split(reader);
  reader.finish();
  return terms;
}

void read_program_terms(const Node& node, const Place& place, Issues& issues, Stream& stream) {
  ObjectReader program{node, place, issues};
  read_program_name(program, kOneCarePool);
  const auto year = program.whole("performance_year", Need::Required,
                                  {.noun = "a year", .low = 1900, .high = 2199});
  OneCareElections elections{.performance_year = static_cast<std::int32_t>(year.value_or(0)),
                             .settlement_split = read_settlement_split(program)};
  const Term<UnclaimedPool> unclaimed = read_unclaimed(program);
  if (program.has("unclaimed")) elections.unclaimed = unclaimed;
  program.finish();
  if (year) take_program(resolve_onecare_pool(elections), place, issues, stream);
}

// {"pmpm": "-0.02"}.
void read_changes(const Node& node, const Place& place, AreaFacts& area, Issues& issues) {
  for (const Member& member : node.members) {
    const Place item{place, member.key};
    check_key_is_id(member, place, issues);
    const auto change = read_rate(member.value, item, kChange, issues);
    AreaResult& result = area.results.emplace_back();
    result.measure = member.key;
    result.change = change.value_or(Rate{});
  }
}

// The year is over, or it is carried to its end: then its member months and a trend are stated.
void read_year_end(ObjectReader& reader, AreaTotals& out) {
  out.projected_member_months =
      reader.whole("projected_member_months", Need::Optional, kMemberMonths);
  out.trend = reader
                  .rate("trend", Need::Optional,
                        {.noun = "a trend",
                         .low = Rate::whole(-1),
                         .high = Rate::whole(10),
                         .above_low = true})
                  .value_or(Rate{});
  if (reader.has("trend") && !reader.has("projected_member_months")) {
    reader.report("trend", IssueCode::NotApplicable,
                  "A trend is for the months to come, and no projected member months say that "
                  "there are any. Enter projected_member_months, or leave the trend out.");
  }
  if (out.projected_member_months && *out.projected_member_months < out.member_months) {
    reader.report("projected_member_months", IssueCode::Conflict,
                  "Projected member months are " + std::to_string(*out.projected_member_months) +
                      ", fewer than the " + std::to_string(out.member_months) +
                      " so far. Enter the number for the whole year.",
                  {{"value", std::to_string(*out.projected_member_months)},
                   {"low", std::to_string(out.member_months)}});
  }
}

// {"prior_total": 41020000, "prior_member_months": 1000, "total": 20100000, "member_months": 500,
//  "completion_factor": "0.97", "projected_member_months": 980, "trend": "0.01"}.
AreaTotals read_totals(ObjectReader& reader) {
  AreaTotals out;
  out.prior_total = reader.whole("prior_total", Need::Required, kPriorTotal).value_or(1);
  out.prior_member_months =
      reader.whole("prior_member_months", Need::Required, kMemberMonths).value_or(1);
  out.total = reader.whole("total", Need::Required, kTotal).value_or(0);
  out.member_months = reader.whole("member_months", Need::Required, kMemberMonths).value_or(1);
  out.completion_factor =
      reader.rate("completion_factor", Need::Optional, {.noun = "a factor", .above_low = true})
          .value_or(Rate::whole(1));
  read_year_end(reader, out);
  constexpr std::string_view kWhy = "the totals already say what is counted for a member month.";
  reader.forbid("prior", kWhy);
  reader.forbid("current", kWhy);
  return out;
}

// {"pmpm": {"prior": "410.20", "current": "402.00"}}, or totals and member months.
void read_results(const Node& node, const Place& place, AreaFacts& area, Issues& issues) {
  for (const Member& member : node.members) {
    const Place item{place, member.key};
    check_key_is_id(member, place, issues);
    ObjectReader reader{member.value, item, issues};
    AreaResult& result = area.results.emplace_back();
    result.measure = member.key;
    if (reader.has("total")) {
      result.totals = read_totals(reader);
    } else {
      result.prior = reader.rate("prior", Need::Required, kPriorResult).value_or(Rate::whole(1));
      result.current = reader.rate("current", Need::Required, kResult).value_or(Rate{});
      for (const std::string_view key : kTotalsKeys) reader.forbid(key, kNoTotal);
    }
    reader.finish();
  }
}

// A measure is told once, however it is told.
void check_told_once(const AreaFacts& area, ObjectReader& reader) {
  if (!reader.has("changes") || !reader.has("measures")) return;
  for (std::size_t i = 0; i < area.results.size(); ++i) {
    const std::string& id = area.results[i].measure;
    const auto end = area.results.begin() + static_cast<std::ptrdiff_t>(i);
    const bool twice = std::any_of(area.results.begin(), end,
                                   [&](const AreaResult& other) { return other.measure == id; });
    if (!twice) continue;
    reader.report(
        "measures", IssueCode::Conflict,
        "Measure " + in_quotes(id) + " stands under changes and under measures. Keep one of them.",
        {{"measure", shortened(id)}});
  }
}

AreaFacts read_area(ObjectReader& reader) {
  AreaFacts area;
  area.id = read_id(reader).value_or("");
  area.title = reader.text("title", Need::Optional, kTitleLength).value_or(area.id);
  area.lives = reader.whole("lives", Need::Optional, kLives);
  if (const Node* const changes = reader.object("changes", Need::Optional)) {
    read_changes(*changes, Place{reader.place(), "changes"}, area, reader.issues());
  }
  if (const Node* const measures = reader.object("measures", Need::Optional)) {
    read_results(*measures, Place{reader.place(), "measures"}, area, reader.issues());
  }
  check_told_once(area, reader);
  return area;
}

std::vector<AreaFacts> read_areas(ObjectReader& reader, Need need) {
  const ListOf<AreaFacts> areas{.key = "areas", .need = need, .count = kAreaCount};
  return read_list(reader, areas, read_area);
}

IncentivePoolFacts read_pool(ObjectReader& reader) {
  IncentivePoolFacts pool;
  pool.stream = read_id(reader, "stream").value_or("");
  pool.program_savings = reader.cents("program_savings_cents", Need::Required, kSignedCents);
  pool.areas = read_areas(reader, Need::Required);
  return pool;
}

}  // namespace

void read_incentive_pool(ObjectReader& reader, Stream& stream) {
  read_terms_or_program(reader, stream, read_terms, read_program_terms);
}

std::vector<IncentivePoolFacts> read_incentive_pool_facts(ObjectReader& experience) {
  const ListOf<IncentivePoolFacts> of_programs{.key = "incentive_pools",
                                               .need = Need::Optional,
                                               .count = kPoolCount,
                                               .id = &IncentivePoolFacts::stream,
                                               .id_key = "stream"};
  IncentivePoolFacts shared;
  shared.program_savings = experience.cents("program_savings_cents", Need::Optional, kSignedCents);
  shared.areas = read_areas(experience, Need::Optional);
  std::vector<IncentivePoolFacts> pools = read_list(experience, of_programs, read_pool);
  if (experience.has("areas") || shared.program_savings) pools.push_back(std::move(shared));
  return pools;
}

}  // namespace gainshare::json
