// SPDX-License-Identifier: Apache-2.0
#include "json/experience_reader.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "json/benchmark_reader.h"
#include "json/capitation_reader.h"
#include "json/distribution_reader.h"
#include "json/episode_payment_reader.h"
#include "json/fee_for_service_reader.h"
#include "json/incentive_pool_reader.h"
#include "json/infrastructure_grant_reader.h"
#include "json/management_payment_reader.h"
#include "json/object_reader.h"
#include "json/pay_for_performance_reader.h"
#include "json/prefunded_bonus_reader.h"
#include "json/quality_scorecard_reader.h"
#include "json/risk_corridor_reader.h"
#include "json/sources.h"
#include "json/total_cost_index_reader.h"
#include "json/withhold_reader.h"

namespace gainshare::json {
namespace {

constexpr WholeRange kPeople{.noun = "a number of people", .low = 0, .high = 1'000'000'000};
constexpr WholeRange kMemberMonths{
    .noun = "a number of member months", .low = 1, .high = 12'000'000'000};
constexpr CountRange kBaseYears{.low = 1, .high = 10};
constexpr RateRange kUpdateFactor{
    .noun = "an update factor", .low = {}, .high = Rate::whole(100), .above_low = true};
constexpr RateRange kScore{.noun = "a score"};

void read_population(ObjectReader& experience, Population& population) {
  const Node* const node = experience.object("population", Need::Optional);
  if (node == nullptr) return;
  const Place place{experience.place(), "population"};
  ObjectReader reader{*node, place, experience.issues()};
  population.assigned_beneficiaries =
      reader.whole("assigned_beneficiaries", Need::Optional, kPeople);
  population.member_months = reader.whole("member_months", Need::Optional, kMemberMonths);
  reader.finish();
}

// Either the year is over and its expenditure is given, or it is projected from the year to date.
void read_expenditure(ObjectReader& spending, bool in_progress, Spending& out) {
  if (!in_progress) {
    out.expenditure = spending.cents("expenditure_cents", Need::Required, kAnyCents);
    return;
  }
  if (spending.any("expenditure_cents") != nullptr) {
    spending.report("expenditure_cents", IssueCode::Conflict,
                    "The year's expenditure is given, and year_to_date projects it too. Keep one "
                    "of them.");
  }
}

std::vector<BaseYear> read_base_years(ObjectReader& spending) {
  std::vector<BaseYear> years;
  const Node* const list = spending.list("base_years", Need::Optional, kBaseYears);
  if (list == nullptr) return years;
  const Place place{spending.place(), "base_years"};
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const Place item{place, i};
    ObjectReader reader{list->items[i], item, spending.issues()};
    BaseYear base;
    base.year = static_cast<std::int32_t>(reader.whole("year", Need::Required, kYear).value_or(0));
    base.expenditure =
        reader.cents("expenditure_cents", Need::Required, kAnyCents).value_or(Money{});
    base.update_factor =
        reader.rate("update_factor", Need::Optional, kUpdateFactor).value_or(Rate::whole(1));
    reader.finish();
    const bool taken = base.year != 0 &&
                       std::any_of(years.begin(), years.end(),
                                   [&](const BaseYear& other) { return other.year == base.year; });
    if (taken) report_taken_year(base.year, item, spending.issues());
    years.push_back(base);
  }
  return years;
}

// What stands under "spending" in the text and belongs to other groups of the experience.
void read_offsets(ObjectReader& spending, Experience& experience) {
  experience.guardrail.two_way_benchmark =
      spending.cents("two_way_benchmark_cents", Need::Optional, kPositiveCents);
  experience.guardrail.applied =
      spending.truth("guardrail_applied", Need::Optional).value_or(false);
  experience.advance_payment_balance =
      spending.cents("advance_payment_balance_cents", Need::Optional, kAnyCents);
}

void read_spending(ObjectReader& reader, Experience& experience) {
  const Node* const node = reader.object("spending", Need::Optional);
  if (node == nullptr) return;
  const Place place{reader.place(), "spending"};
  ObjectReader spending{*node, place, reader.issues()};
  Spending out;
  out.basis =
      spending.choice("basis", Need::Optional, kSpendingBasisNames).value_or(SpendingBasis::Total);
  // What it is made of stands in its place; the contract says which of the three it needs.
  const bool made = spending.has("base_years") || spending.has("per_capita");
  const Need need = made ? Need::Optional : Need::Required;
  out.benchmark = spending.cents("benchmark_cents", need, kPositiveCents);
  out.base_years = read_base_years(spending);
  out.per_capita = read_per_capita_facts(spending);
  read_expenditure(spending, reader.has("year_to_date"), out);
  out.participant_revenue = spending.cents("participant_revenue_cents", Need::Optional, kAnyCents);
  out.low_revenue = spending.truth("low_revenue", Need::Optional);
  read_offsets(spending, experience);
  spending.finish();
  experience.spending = out;
}

void read_quality(ObjectReader& experience, QualityResult& out) {
  const Node* const node = experience.object("quality", Need::Optional);
  if (node == nullptr) return;
  const Place place{experience.place(), "quality"};
  ObjectReader reader{*node, place, experience.issues()};
  out.score = reader.rate("score", Need::Optional, kScore);
  out.met_standard = reader.truth("met_standard", Need::Optional);
  out.met_alternative_standard = reader.truth("met_alternative_standard", Need::Optional);
  read_measure_results(reader, out.measures);
  reader.finish();
}

std::optional<Disaster> read_disaster(ObjectReader& experience) {
  const Node* const node = experience.object("disaster", Need::Optional);
  if (node == nullptr) return std::nullopt;
  const Place place{experience.place(), "disaster"};
  ObjectReader reader{*node, place, experience.issues()};
  std::optional<Disaster> disaster;
  if (reader.has("reduction_cents")) {
    const auto reduction = reader.cents("reduction_cents", Need::Required, kAnyCents);
    if (reduction) disaster = DisasterAmount{*reduction};
    constexpr std::string_view kWhy = "reduction_cents already states the reduction.";
    reader.forbid("affected_months", kWhy);
    reader.forbid("affected_share", kWhy);
  } else {
    const auto months = reader.whole("affected_months", Need::Required,
                                     {.noun = "a number of months", .low = 0, .high = 12});
    const auto share = reader.rate("affected_share", Need::Required, {.noun = "a share"});
    if (months && share) {
      disaster = DisasterPart{.affected_months = *months, .affected_share = *share};
    }
    reader.any("reduction_cents");
  }
  reader.finish();
  return disaster;
}

void read_projected_membership(ObjectReader& reader, YearToDate& out) {
  out.member_months = reader.whole("member_months", Need::Optional, kMemberMonths);
  out.projected_member_months =
      reader.whole("projected_member_months", Need::Optional, kMemberMonths);
  if (reader.has("member_months") != reader.has("projected_member_months")) {
    const bool lacks_projected = reader.has("member_months");
    reader.report(lacks_projected ? "projected_member_months" : "member_months", IssueCode::Missing,
                  "Member months to date and projected member months go together. Enter both or "
                  "neither.");
  }
  if (out.member_months && out.projected_member_months &&
      *out.projected_member_months < *out.member_months) {
    reader.report("projected_member_months", IssueCode::Conflict,
                  "Projected member months are " + std::to_string(*out.projected_member_months) +
                      ", fewer than the " + std::to_string(*out.member_months) +
                      " so far. Enter the number for the whole year.",
                  {{"value", std::to_string(*out.projected_member_months)},
                   {"low", std::to_string(*out.member_months)}});
  }
}

std::optional<YearToDate> read_year_to_date(ObjectReader& experience) {
  const Node* const node = experience.object("year_to_date", Need::Optional);
  if (node == nullptr) return std::nullopt;
  const Place place{experience.place(), "year_to_date"};
  ObjectReader reader{*node, place, experience.issues()};
  YearToDate out;
  out.months =
      reader.whole("months", Need::Required, {.noun = "a number of months", .low = 1, .high = 11})
          .value_or(1);
  out.expenditure = reader.cents("expenditure_cents", Need::Required, kAnyCents).value_or(Money{});
  out.completion_factor =
      reader.rate("completion_factor", Need::Required, {.noun = "a factor", .above_low = true})
          .value_or(Rate::whole(1));
  out.trend = reader
                  .rate("trend", Need::Required,
                        {.noun = "a trend",
                         .low = Rate::whole(-1),
                         .high = Rate::whole(10),
                         .above_low = true})
                  .value_or(Rate{});
  read_projected_membership(reader, out);
  reader.finish();
  return out;
}

void check_member_months(const Experience& out, ObjectReader& reader) {
  if (!out.spending || out.spending->basis != SpendingBasis::PerMemberPerMonth) return;
  const Node* const population = reader.any("population");
  if (population != nullptr && population->find("member_months") != nullptr) return;
  const Place place{reader.place(), "population"};
  reader.issues().push_back(
      {.path = Place{place, "member_months"}.pointer(),
       .code = IssueCode::Missing,
       .message = "Spending is per member per month, but the member months are missing. Enter a "
                  "number of member months, 1 or more.",
       .params = {}});
}

}  // namespace

std::optional<Experience> read_experience(std::string_view text, const Place& top, Issues& issues) {
  const std::size_t before = issues.size();
  const std::optional<Node> root = read_document(text, top, issues);
  if (!root) return std::nullopt;
  auto experience = read_experience(*root, top, issues);
  if (issues.size() > before) return std::nullopt;
  return experience;
}

std::optional<Experience> read_experience(const Node& root, const Place& top, Issues& issues) {
  const std::size_t before = issues.size();
  Experience experience;
  ObjectReader reader{root, top, issues};
  constexpr std::array kFormats{kExperienceFormat};
  reader.word("format", Need::Required, kFormats);
  read_population(reader, experience.population);
  read_spending(reader, experience);
  read_quality(reader, experience.quality);
  experience.disaster = read_disaster(reader);
  experience.year_to_date = read_year_to_date(reader);
  experience.risk_corridor = read_risk_corridor_facts(reader);
  experience.episodes = read_episode_facts(reader);
  experience.withhold = read_withhold_facts(reader);
  experience.goals = read_goals(reader);
  experience.prefunded_bonus = read_prefunded_bonus_facts(reader);
  experience.incentive_pools = read_incentive_pool_facts(reader);
  experience.capitation = read_capitation_facts(reader);
  experience.total_cost_index = read_total_cost_index_facts(reader);
  experience.pay_for_performance = read_pay_for_performance_facts(reader);
  experience.fee_for_service = read_fee_for_service_facts(reader);
  experience.milestones = read_milestones(reader);
  experience.member_months_by_tier = read_member_months_by_tier(reader);
  experience.participants = read_participants(reader);
  check_member_months(experience, reader);
  reader.finish();
  if (issues.size() > before) return std::nullopt;
  return experience;
}

}  // namespace gainshare::json
