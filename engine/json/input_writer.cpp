// SPDX-License-Identifier: Apache-2.0
#include "json/input_writer.h"

#include <optional>
#include <variant>
#include <vector>

#include "core/enum_name.h"
#include "json/contract_reader.h"
#include "json/experience_reader.h"

namespace gainshare::json {
namespace {

constexpr std::size_t kMostTitleBytes = 200;  // a character is at least a byte

std::string_view cut_title(std::string_view title) {
  if (title.size() <= kMostTitleBytes) return title;
  std::size_t end = kMostTitleBytes;
  while (end > 0 && (static_cast<unsigned char>(title[end]) & 0xC0U) == 0x80U) --end;
  return title.substr(0, end);
}

void write(std::string_view key, const std::optional<Money>& value, Writer& writer) {
  if (value) writer.cents(key, *value);
}
void write(std::string_view key, const std::optional<std::int64_t>& value, Writer& writer) {
  if (value) writer.whole(key, *value);
}
void write(std::string_view key, const std::optional<bool>& value, Writer& writer) {
  if (value) writer.truth(key, *value);
}
void write(std::string_view key, const std::optional<Rate>& value, Writer& writer) {
  if (value) writer.text(key, value->to_text());
}

void write_population(const Population& population, Writer& writer) {
  if (!population.assigned_beneficiaries && !population.member_months) return;
  writer.begin_object("population");
  write("assigned_beneficiaries", population.assigned_beneficiaries, writer);
  write("member_months", population.member_months, writer);
  writer.end_object();
}

void write_base_years(const std::vector<BaseYear>& years, Writer& writer) {
  if (years.empty()) return;
  writer.begin_array("base_years");
  for (const BaseYear& base : years) {
    writer.begin_object();
    writer.whole("year", base.year);
    writer.cents("expenditure_cents", base.expenditure);
    if (base.update_factor != Rate::whole(1)) {
      writer.text("update_factor", base.update_factor.to_text());
    }
    writer.end_object();
  }
  writer.end_array();
}

void write_per_capita_year(const PerCapitaYear& year, Writer& writer) {
  if (year.year != 0) writer.whole("year", year.year);
  write("per_capita_cents", year.per_capita, writer);
  write("risk_score", year.risk_score, writer);
  write("person_years", year.person_years, writer);
  write("growth", year.growth, writer);
  write("national_cents", year.national, writer);
  write("regional_cents", year.regional, writer);
  write("control_cents", year.control, writer);
  write("regional_risk_score", year.regional_risk_score, writer);
  write("control_risk_score", year.control_risk_score, writer);
  write("risk_ratio", year.risk_ratio, writer);
  write("fixed_growth", year.fixed_growth, writer);
  write("flat_amount_cents", year.flat_amount, writer);
}

void write_per_capita_type(const PerCapitaType& type, Writer& writer) {
  writer.begin_object();
  writer.text("id", type.id);
  if (!type.base_years.empty()) {
    writer.begin_array("base_years");
    for (const PerCapitaYear& year : type.base_years) {
      writer.begin_object();
      write_per_capita_year(year, writer);
      writer.end_object();
    }
    writer.end_array();
  }
  writer.begin_object("performance_year");
  write_per_capita_year(type.performance_year, writer);
  writer.end_object();
  write("national_weight", type.national_weight, writer);
  writer.end_object();
}

void write_per_capita(const std::optional<PerCapitaFacts>& facts, Writer& writer) {
  if (!facts) return;
  writer.begin_object("per_capita");
  writer.begin_array("types");
  for (const PerCapitaType& type : facts->types) write_per_capita_type(type, writer);
  writer.end_array();
  if (!facts->prior_savings.empty()) {
    writer.begin_array("prior_savings");
    for (const Money savings : facts->prior_savings) {
      writer.begin_object();
      writer.cents("savings_per_capita_cents", savings);
      writer.end_object();
    }
    writer.end_array();
  }
  write("prior_savings_proration", facts->prior_savings_proration, writer);
  write("low_income_share", facts->low_income_share, writer);
  write("dual_share", facts->dual_share, writer);
  write("demographic_growth", facts->demographic_growth, writer);
  writer.end_object();
}

void write_capitation(const std::optional<CapitationFacts>& facts, Writer& writer) {
  if (!facts) return;
  writer.begin_object("capitation");
  write("member_months", facts->member_months, writer);
  write("members", facts->members, writer);
  write("months", facts->months, writer);
  write("premium_pmpm_cents", facts->premium_per_member_month, writer);
  write("premium_cents", facts->premium, writer);
  write("risk_score", facts->risk_score, writer);
  writer.end_object();
}

void write_participants(const std::vector<ParticipantFacts>& participants, Writer& writer) {
  if (participants.empty()) return;
  writer.begin_array("participants");
  for (const ParticipantFacts& participant : participants) {
    writer.begin_object();
    writer.text("id", participant.id);
    write("lives", participant.lives, writer);
    write("panel_savings_cents", participant.panel_savings, writer);
    write("quality", participant.quality, writer);
    write("satisfaction", participant.satisfaction, writer);
    write("access", participant.access, writer);
    write("citizenship", participant.citizenship, writer);
    writer.end_object();
  }
  writer.end_array();
}

void write_spending(const Experience& experience, Writer& writer) {
  if (!experience.spending) return;
  const Spending& spending = *experience.spending;
  writer.begin_object("spending");
  if (spending.basis != SpendingBasis::Total) {
    writer.text("basis", name_of(kSpendingBasisNames, spending.basis));
  }
  write("benchmark_cents", spending.benchmark, writer);
  write_base_years(spending.base_years, writer);
  write_per_capita(spending.per_capita, writer);
  write("expenditure_cents", spending.expenditure, writer);
  write("participant_revenue_cents", spending.participant_revenue, writer);
  write("low_revenue", spending.low_revenue, writer);
  write("two_way_benchmark_cents", experience.guardrail.two_way_benchmark, writer);
  if (experience.guardrail.applied) writer.truth("guardrail_applied", true);
  write("advance_payment_balance_cents", experience.advance_payment_balance, writer);
  writer.end_object();
}

void write_quality(const QualityResult& quality, Writer& writer) {
  const bool empty = !quality.score && !quality.met_standard && !quality.met_alternative_standard &&
                     quality.measures.empty();
  if (empty) return;
  writer.begin_object("quality");
  write("score", quality.score, writer);
  write("met_standard", quality.met_standard, writer);
  write("met_alternative_standard", quality.met_alternative_standard, writer);
  if (!quality.measures.empty()) {
    writer.begin_array("measures");
    for (const MeasureResult& measure : quality.measures) {
      writer.begin_object();
      writer.text("id", measure.id);
      write("prior", measure.prior, writer);
      write("current", measure.current, writer);
      writer.end_object();
    }
    writer.end_array();
  }
  writer.end_object();
}

void write_disaster(const std::optional<Disaster>& disaster, Writer& writer) {
  if (!disaster) return;
  writer.begin_object("disaster");
  if (const auto* part = std::get_if<DisasterPart>(&*disaster)) {
    writer.whole("affected_months", part->affected_months);
    write("affected_share", std::optional{part->affected_share}, writer);
  } else {
    writer.cents("reduction_cents", std::get_if<DisasterAmount>(&*disaster)->reduction);
  }
  writer.end_object();
}

void write_year_to_date(const std::optional<YearToDate>& year, Writer& writer) {
  if (!year) return;
  writer.begin_object("year_to_date");
  writer.whole("months", year->months);
  writer.cents("expenditure_cents", year->expenditure);
  write("completion_factor", std::optional{year->completion_factor}, writer);
  write("trend", std::optional{year->trend}, writer);
  write("member_months", year->member_months, writer);
  write("projected_member_months", year->projected_member_months, writer);
  writer.end_object();
}

void write_elections(const MsspElections& elections, Writer& writer) {
  writer.begin_object("program");
  writer.text("name", "mssp");
  writer.whole("performance_year", elections.performance_year);
  writer.text("track", elections.track);
  if (elections.minimum_rate) {
    writer.text("minimum_rate", elections.minimum_rate->to_text());
  } else if (elections.minimum_rate_stated) {
    writer.text("minimum_rate", "variable");
  }
  if (elections.agreement_start) {
    writer.text("agreement_start", to_iso(*elections.agreement_start));
  }
  if (elections.track_year) writer.whole("track_year", *elections.track_year);
  if (elections.first_performance_year) writer.truth("first_performance_year", true);
  if (elections.six_month_year) writer.truth("six_month_year", true);
  writer.end_object();
}

}  // namespace

void write_program_contract(std::string_view title, const MsspElections& elections,
                            Writer& writer) {
  writer.begin_object();
  writer.text("format", kContractFormat);
  writer.text("title", cut_title(title));
  writer.begin_array("streams");
  writer.begin_object();
  writer.text("id", "shared_savings");
  writer.text("kind", "shared_savings");
  write_elections(elections, writer);
  writer.end_object();
  writer.end_array();
  writer.end_object();
}

void write_experience(const Experience& experience, Writer& writer) {
  writer.begin_object();
  writer.text("format", kExperienceFormat);
  write_population(experience.population, writer);
  write_spending(experience, writer);
  write_quality(experience.quality, writer);
  write_disaster(experience.disaster, writer);
  write_year_to_date(experience.year_to_date, writer);
  write_capitation(experience.capitation, writer);
  write_participants(experience.participants, writer);
  writer.end_object();
}

}  // namespace gainshare::json
