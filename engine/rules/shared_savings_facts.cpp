// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <variant>

#include "rules/shared_savings.h"

namespace gainshare {
namespace {

Issue not_applicable(std::string path, std::string message) {
  return {.path = std::move(path),
          .code = IssueCode::NotApplicable,
          .message = std::move(message),
          .params = {}};
}

bool needs_size(const MinimumRate& rate) { return !rate.by_beneficiaries.empty(); }

bool needs_score(const SharedSavingsTerms& terms, const SharedSavingsFacts& facts) {
  if (terms.quality.reporting_year) return false;
  const bool by_score = !std::holds_alternative<FullShare>(terms.quality.effect.value);
  const bool decides =
      terms.quality.standard && terms.quality.standard->value.minimum_score &&
      !(terms.quality.standard->value.stated_by_experience && facts.met_standard());
  const bool alternative =
      terms.quality.alternative && facts.quality.met_alternative_standard.value_or(false);
  const bool scales_loss =
      terms.loss && std::holds_alternative<QualityScaledLoss>(terms.loss->share.value);
  return by_score || decides || alternative || scales_loss;
}

void check_quality(const SharedSavingsTerms& terms, const SharedSavingsFacts& facts,
                   Issues& issues) {
  if (needs_score(terms, facts) && !facts.score()) {
    issues.push_back(missing("/quality/score",
                             "The quality score decides the sharing rate or the loss rate, but is "
                             "not given. Enter a score from 0 to 1."));
  }
  if (!terms.quality.standard || terms.quality.reporting_year) return;
  const QualityStandard& standard = terms.quality.standard->value;
  const bool only_stated = standard.stated_by_experience && !standard.minimum_score;
  if (only_stated && !facts.met_standard()) {
    issues.push_back(missing("/quality/met_standard",
                             "Whether the quality standard was met cannot be told from the score "
                             "in this year. State true or false."));
  }
}

void check_extras(const SharedSavingsTerms& terms, const SharedSavingsFacts& facts,
                  Issues& issues) {
  const bool reduces = terms.loss && (terms.loss->disaster_reduction || terms.loss->forgiven);
  if (facts.disaster && !reduces) {
    issues.push_back(not_applicable(
        "/disaster", "These terms have no disaster reduction of a loss. Leave it out."));
  }
  if (!terms.guardrail && facts.guardrail.two_way_benchmark) {
    issues.push_back(not_applicable("/spending/two_way_benchmark_cents",
                                    "These terms have no guardrail. It belongs to Medicare Shared "
                                    "Savings Program agreements that start in 2024 or later."));
  }
  if (!terms.guardrail && facts.guardrail.applied) {
    issues.push_back(not_applicable("/spending/guardrail_applied",
                                    "These terms have no guardrail. It belongs to Medicare Shared "
                                    "Savings Program agreements that start in 2024 or later."));
  }
}

}  // namespace

Issues check_shared_savings_facts(const SharedSavingsTerms& terms,
                                  const SharedSavingsFacts& facts) {
  Issues issues;
  const bool by_size =
      needs_size(terms.minimum_savings_rate.value) ||
      (terms.loss && needs_size(terms.loss->minimum_rate.value)) ||
      (terms.reduced_sharing && terms.reduced_sharing->value.minimum_beneficiaries > 0);
  if (by_size && !facts.population.assigned_beneficiaries) {
    issues.push_back(missing("/population/assigned_beneficiaries",
                             "The minimum savings rate depends on the number of assigned "
                             "beneficiaries. Enter it as a whole number."));
  }
  check_quality(terms, facts, issues);
  if (terms.reduced_sharing && terms.reduced_sharing->value.low_revenue_only &&
      !facts.low_revenue && !facts.participant_revenue) {
    issues.push_back(missing("/spending/low_revenue",
                             "Below the minimum savings rate a low-revenue ACO still shares "
                             "savings. State low_revenue as true or false, or enter the "
                             "participants' revenue."));
  }
  check_extras(terms, facts, issues);
  return issues;
}

}  // namespace gainshare
