// SPDX-License-Identifier: Apache-2.0
#include "population/experience_of.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "core/enum_name.h"
#include "core/rounding.h"
#include "csv/table.h"
#include "population/per_capita_of.h"

namespace gainshare {
namespace {

// A year's cost once all of it is paid; nothing where it is beyond what is held.
std::optional<Money> completed_cost(const PeriodResult& year, const CostTerms& terms) {
  const Amount cost{Money::cents(year.outcome.contract.cost_cents)};
  return round(cost * Ratio{terms.completion_factor}, Rounding{});
}

// Base years have other members; their cost counts per member month. As text, because a Rate takes
// fractions of nine digits: beyond that the fraction is brought to nine digits by halving.
Rate months_factor(std::int64_t now, std::int64_t then) {
  constexpr std::int64_t kMost = 999'999'999;
  const std::int64_t divisor = std::max<std::int64_t>(std::gcd(now, then), 1);
  now /= divisor;
  then /= divisor;
  for (; now > kMost || then > kMost; now /= 2, then /= 2) {
  }
  return Rate::from_text(std::to_string(now) + "/" + std::to_string(then)).value_or(Rate::whole(1));
}

std::int32_t calendar_year(const PeriodResult& year) {
  return date_of(year.tally.period.last).year;
}

std::vector<BaseYear> base_years_of(const PopulationResult& result) {
  const std::int64_t months = result.years.back().outcome.contract.member_months;
  std::vector<BaseYear> years;
  for (std::size_t i = 0; i + 1 < result.years.size(); ++i) {
    const PeriodResult& base = result.years[i];
    const std::optional<Money> cost = completed_cost(base, result.terms.cost);
    const std::int64_t base_months = base.outcome.contract.member_months;
    if (!cost || base_months == 0 || months == 0) continue;
    years.push_back({.year = calendar_year(base),
                     .expenditure = *cost,
                     .update_factor = months_factor(months, base_months)});
  }
  return years;
}

// As contracts name participants: "tin_900000001", "group_north_clinic".
std::string participant_id(CandidateUnit unit, std::string_view candidate) {
  constexpr std::size_t kLongest = 40;
  std::string id = std::string{name_of(kCandidateUnitNames, unit)} + "_";
  for (const char c : lower_ascii(candidate)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    id += plain ? c : '_';
  }
  return id.substr(0, kLongest);
}

// Names that came out alike are told apart by a number behind them, in the order of the candidates.
void tell_apart(std::vector<ParticipantFacts>& participants) {
  constexpr std::size_t kStem = 34;
  std::set<std::string> taken;
  for (ParticipantFacts& participant : participants) {
    const std::string stem = participant.id.substr(0, kStem);
    for (int n = 2; !taken.insert(participant.id).second; ++n) {
      participant.id = stem + "_" + std::to_string(n);
    }
  }
}

std::vector<ParticipantFacts> participants_of(const PeriodResult& year, CandidateUnit unit) {
  std::vector<ParticipantFacts> participants;
  const Candidates& candidates = year.tally.candidates;
  for (std::size_t i = 0; i < candidates.ids.size(); ++i) {
    const std::int64_t members = year.outcome.by_candidate[i].members;
    if (members == 0 || year.outcome.in_contract[i] == 0) continue;
    participants.push_back({.id = candidates.ids[i], .lives = members});
  }
  std::sort(participants.begin(), participants.end(),
            [](const ParticipantFacts& a, const ParticipantFacts& b) { return a.id < b.id; });
  for (ParticipantFacts& participant : participants) {
    participant.id = participant_id(unit, participant.id);
  }
  tell_apart(participants);
  return participants;
}

// The mean risk score, by which a capitation is adjusted.
std::optional<CapitationFacts> capitation_of(const PeriodResult& year) {
  if (!year.risk) return std::nullopt;
  const std::optional<Rate> score = stated_score(year.risk->contract.mean);
  if (!score) return std::nullopt;
  return CapitationFacts{.risk_score = score};
}

}  // namespace

Experience experience_of(const PopulationResult& result) {
  const PeriodResult& year = result.years.back();
  const std::int64_t months = year.outcome.contract.member_months;
  Experience experience;
  experience.population.assigned_beneficiaries = year.outcome.contract.members;
  if (months > 0) experience.population.member_months = months;
  Spending spending{.expenditure = completed_cost(year, result.terms.cost)};
  if (result.terms.benchmark_facts == BenchmarkFacts::PerCapita) {
    PerCapitaFacts facts = per_capita_of(result);
    if (!facts.types.empty()) spending.per_capita = std::move(facts);
  } else {
    spending.base_years = base_years_of(result);
  }
  experience.spending = spending;
  experience.capitation = capitation_of(year);
  experience.participants = participants_of(year, result.terms.attribution.unit);
  return experience;
}

}  // namespace gainshare
