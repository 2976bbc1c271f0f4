// SPDX-License-Identifier: Apache-2.0
#include "population/score_explanation.h"

#include <span>

namespace gainshare {
namespace {

std::vector<std::string> diagnoses_of(const PopulationResult& result, MemberIndex member) {
  const MemberDiagnoses& all = result.years.back().diagnoses;
  std::vector<std::string> codes;
  for (std::uint32_t at = all.first[member]; at < all.first[member + 1]; ++at) {
    codes.push_back(result.intake.diagnoses.text(all.diagnoses[at]));
  }
  return codes;
}

// The raw score of the methods that have no models: kept by member, and nothing explains it but
// the row of the terms or the cell of the file that it is.
std::optional<Ratio> stated_raw(const RiskScores& scores, MemberIndex member) {
  if (!is_scored(scores, member)) return std::nullopt;
  return score_of_units(scores.raw[member]);
}

std::vector<ModelScore> models_of(const PopulationResult& result, MemberIndex member,
                                  const RiskSubject& subject) {
  const RiskTerms& terms = *result.terms.risk;
  const RiskScores& scores = result.years.back().risk->scores;
  const bool is_hcc = terms.method == RiskMethod::Hcc;
  std::vector<ModelScore> models;
  for (std::size_t i = 0; i < scores.factors.size(); ++i) {
    const RiskModelTerms& of = terms.models[i];
    ModelScore model{
        .name = of.name, .normalisation = of.normalisation.value, .weight = of.weight.value};
    if (is_hcc) {
      model.made_of =
          explain_hcc_score(result.risk_tables.models[i], subject, diagnoses_of(result, member));
    }
    model.raw = is_hcc ? model.made_of->raw : stated_raw(scores, member);
    if (model.raw) model.weighted = *model.raw * scores.factors[i];
    models.push_back(std::move(model));
  }
  return models;
}

}  // namespace

std::optional<MemberScore> explain_score(const PopulationResult& result, MemberIndex member) {
  if (!result.terms.risk) return std::nullopt;
  const RiskTerms& terms = *result.terms.risk;
  const PeriodResult& year = result.years.back();
  const RiskSources sources{result.intake, result.population, result.terms, result.risk_tables};
  const RiskSubject subject = risk_subject(sources, member, year.tally.period);
  MemberScore out{.method = terms.method,
                  .models = models_of(result, member, subject),
                  .coding_adjustment = terms.coding_adjustment.value,
                  .frailty = terms.frailty.value,
                  .divisor = year.risk->scores.divisor,
                  .score = member_score(*year.risk, year.tally, member)};
  if (subject.age >= 0) out.age = subject.age;
  for (const auto& [type, name] : kEnrollmentTypeNames) {
    const auto at = static_cast<std::size_t>(type);
    const auto& months = year.tally.months[at];
    if (months.empty() || months[member] == 0 || !terms.means[at]) continue;
    out.means.push_back({.type = type, .member_months = months[member], .mean = *terms.means[at]});
  }
  return out;
}

}  // namespace gainshare
