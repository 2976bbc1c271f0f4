// SPDX-License-Identifier: Apache-2.0
#include "json/population_risk_writer.h"

#include "core/enum_name.h"

namespace gainshare::json {
namespace {

void write_group_risk(std::string_view key, const GroupRisk& group, Writer& writer) {
  writer.begin_object(key);
  writer.whole("scored_members", group.scored);
  writer.whole("unscored_members", group.unscored);
  if (group.mean) writer.exact("mean_score", *group.mean);
  writer.begin_array("by_type");
  for (const auto& [type, name] : kEnrollmentTypeNames) {
    const TypeRisk& risk = group.by_type[static_cast<std::size_t>(type)];
    if (!risk.mean) continue;
    writer.begin_object();
    writer.text("enrollment_type", name);
    writer.whole("member_months", risk.member_months);
    writer.exact("mean_score", *risk.mean);
    writer.end_object();
  }
  writer.end_array();
  writer.end_object();
}

void write_risk_models(const PopulationResult& result, Writer& writer) {
  const std::vector<RiskModel>& models = result.risk_tables.models;
  writer.begin_array("models");
  for (std::size_t i = 0; i < models.size(); ++i) {
    writer.begin_object();
    writer.text("name", result.terms.risk->models[i].name);
    writer.whole("categories", static_cast<std::int64_t>(models[i].categories.size()));
    writer.begin_array("unused_variables");
    for (const std::string& variable : models[i].unused_variables) writer.text(variable);
    writer.end_array();
    writer.end_object();
  }
  writer.end_array();
}

}  // namespace

void write_year_risk(const RiskTerms& terms, const PeriodResult& year, Writer& writer) {
  writer.begin_object("risk");
  if (terms.method == RiskMethod::Hcc) {
    const DaySpan days = diagnosis_year(terms, year.tally.period);
    writer.begin_object("diagnoses");
    writer.text("begin", to_iso(date_of(days.first)));
    writer.text("end", to_iso(date_of(days.last)));
    writer.end_object();
    writer.whole("new_enrollees", year.risk->new_enrollees);
  }
  if (terms.method == RiskMethod::Given) {
    writer.whole("unreadable_scores", year.risk->unreadable);
  }
  write_group_risk("contract", year.risk->contract, writer);
  write_group_risk("all", year.risk->all, writer);
  writer.end_object();
}

void write_risk(const PopulationResult& result, Writer& writer) {
  if (!result.terms.risk) return;
  const RiskTerms& terms = *result.terms.risk;
  writer.begin_object("risk");
  writer.text("method", name_of(kRiskMethodNames, terms.method));
  if (terms.method == RiskMethod::Hcc) write_risk_models(result, writer);
  const std::size_t years = result.years.size();
  const auto ratio = years < 2 ? std::nullopt
                               : contract_risk_ratio(*result.years[years - 1].risk,
                                                     *result.years[years - 2].risk, terms);
  if (ratio) {
    writer.begin_object("ratio");
    writer.exact("uncapped", ratio->uncapped);
    writer.exact("capped", ratio->capped);
    writer.end_object();
  }
  writer.end_object();
}

}  // namespace gainshare::json
