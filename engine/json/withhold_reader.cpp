// SPDX-License-Identifier: Apache-2.0
#include "json/withhold_reader.h"

#include <string>
#include <utility>

#include "json/read_list.h"
#include "json/sources.h"
#include "json/terms_or_program.h"
#include "json/words.h"
#include "programs/healthpartners/resolve.h"

namespace gainshare::json {
namespace {

constexpr CountRange kTypeCount{.low = 1, .high = 50};
constexpr CountRange kGoalCount{.low = 1, .high = 200};
constexpr CountRange kTitleLength{.low = 1, .high = 200};
constexpr RateRange kWeight{
    .noun = "a weight", .low = {}, .high = Rate::whole(1000), .above_low = true};
constexpr std::int64_t kMostMonths = 60;

WithholdProviderType read_provider_type(ObjectReader& reader) {
  WithholdProviderType type;
  type.id = read_id(reader).value_or("");
  type.title = reader.text("title", Need::Required, kTitleLength).value_or("");
  type.withhold_rate = reader.rate("withhold_rate", Need::Required).value_or(Rate{});
  return type;
}

WithholdGoal read_goal(ObjectReader& reader) {
  WithholdGoal goal;
  goal.id = read_id(reader).value_or("");
  goal.title = reader.text("title", Need::Required, kTitleLength).value_or("");
  goal.weight = reader.rate("weight", Need::Optional, kWeight).value_or(Rate::whole(1));
  return goal;
}

// What a contract states alike with its own terms and with the program's.
void read_common_terms(ObjectReader& reader, WithholdTerms& terms) {
  terms.annual_interest_rate = {
      .value = reader.rate("annual_interest_rate", Need::Required).value_or(Rate{}),
      .source = source_of(reader, "annual_interest_rate")};
  const ListOf<WithholdGoal> goals{.key = "goals", .count = kGoalCount};
  terms.goals = read_list(reader, goals, read_goal);
  terms.earning = {.value = reader.choice("earning", Need::Optional, kWithholdEarningNames)
                                .value_or(WithholdEarning::ByWeight),
                   .source = source_of(reader, "earning")};
}

WithholdTerms read_terms(const Node& node, const Place& place, Issues& issues) {
  WithholdTerms terms;
  ObjectReader reader{node, place, issues};
  const ListOf<WithholdProviderType> types{.key = "provider_types", .count = kTypeCount};
  terms.provider_types = {.value = read_list(reader, types, read_provider_type),
                          .source = source_of(reader, "provider_types")};
  read_common_terms(reader, terms);
  terms.compounding = {.value = reader.choice("compounding", Need::Optional, kCompoundingNames)
                                    .value_or(Compounding::Monthly),
                       .source = source_of(reader, "compounding")};
  reader.finish();
  return terms;
}

// {"primary_care": "0.05"}: the program names the types, the contract says what each leaves.
std::vector<WithholdRate> read_withhold_rates(ObjectReader& program) {
  std::vector<WithholdRate> rates;
  const Node* const node = program.object("withhold_rates", Need::Required);
  if (node == nullptr) return rates;
  const Place place{program.place(), "withhold_rates"};
  for (const Member& member : node->members) {
    const Place item{place, member.key};
    check_key_is_id(member, place, program.issues());
    const auto rate = read_rate(member.value, item, {}, program.issues());
    rates.push_back({.provider_type = member.key, .rate = rate.value_or(Rate{})});
  }
  return rates;
}

void read_program_terms(const Node& node, const Place& place, Issues& issues, Stream& stream) {
  ObjectReader program{node, place, issues};
  read_program_name(program, kHealthPartners);
  const auto year = program.whole("performance_year", Need::Required,
                                  {.noun = "a year", .low = 1900, .high = 2199});
  PartnersInProgressElections elections{
      .performance_year = static_cast<std::int32_t>(year.value_or(0)),
      .withhold_rates = read_withhold_rates(program)};
  read_common_terms(program, elections.stated);
  program.finish();
  if (year) take_program(resolve_partners_in_progress(elections), place, issues, stream);
}

MonthPayments read_payments(const Node& node, const Place& place, Issues& issues) {
  MonthPayments payments;
  ObjectReader reader{node, place, issues};
  for (const Member& member : node.members) {
    check_key_is_id(member, place, issues);
    const auto amount = reader.cents(member.key, Need::Required, kAnyCents);
    payments.push_back({.provider_type = member.key, .amount = amount.value_or(Money{})});
  }
  reader.finish();
  return payments;
}

void read_months(ObjectReader& withhold, WithholdFacts& facts) {
  const Node* const list =
      withhold.list("months", Need::Required, {.low = 1, .high = std::size_t{kMostMonths}});
  if (list == nullptr) return;
  const Place place{withhold.place(), "months"};
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const Place item{place, i};
    ObjectReader month{list->items[i], item, withhold.issues()};
    const Node* const payments = month.object("payments_cents", Need::Required);
    if (payments != nullptr) {
      const Place at{item, "payments_cents"};
      facts.months.push_back(read_payments(*payments, at, withhold.issues()));
    }
    month.finish();
  }
  facts.month_count = static_cast<std::int64_t>(facts.months.size());
}

}  // namespace

void read_withhold(ObjectReader& reader, Stream& stream) {
  read_terms_or_program(reader, stream, read_terms, read_program_terms);
}

std::optional<WithholdFacts> read_withhold_facts(ObjectReader& experience) {
  const Node* const node = experience.object("withhold", Need::Optional);
  if (node == nullptr) return std::nullopt;
  const Place place{experience.place(), "withhold"};
  ObjectReader reader{*node, place, experience.issues()};
  WithholdFacts facts;
  if (reader.has("months")) {
    read_months(reader, facts);
    constexpr std::string_view kWhy = "the payments are given month by month.";
    reader.forbid("monthly_payments_cents", kWhy);
    reader.forbid("months_count", kWhy);
  } else {
    const Node* const payments = reader.object("monthly_payments_cents", Need::Required);
    if (payments != nullptr) {
      const Place at{place, "monthly_payments_cents"};
      facts.months.push_back(read_payments(*payments, at, experience.issues()));
    }
    facts.month_count = reader
                            .whole("months_count", Need::Optional,
                                   {.noun = "a number of months", .low = 1, .high = kMostMonths})
                            .value_or(12);
    reader.any("months");
  }
  reader.finish();
  return facts;
}

std::vector<GoalResult> read_goals(ObjectReader& experience) {
  const ListOf<GoalResult> goals{
      .key = "goals", .need = Need::Optional, .count = {.low = 0, .high = 200}};
  return read_list(experience, goals, [](ObjectReader& reader) {
    GoalResult goal;
    goal.id = read_id(reader).value_or("");
    goal.met = reader.truth("met", Need::Required).value_or(false);
    return goal;
  });
}

}  // namespace gainshare::json
