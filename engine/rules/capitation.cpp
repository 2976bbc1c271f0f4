// SPDX-License-Identifier: Apache-2.0
#include "rules/capitation.h"

#include <string>
#include <utility>
#include <variant>

namespace gainshare {
namespace {

bool is_of_premium(const CapitationTerms& terms) {
  return std::holds_alternative<PremiumShare>(terms.base.value);
}

}  // namespace

std::optional<std::int64_t> member_months_of(const CapitationInput& input) {
  const CapitationFacts& facts = input.facts;
  if (facts.member_months) return facts.member_months;
  if (facts.members && facts.months) return *facts.members * *facts.months;
  return input.population_member_months;
}

Issues check_capitation_input(const CapitationTerms& terms, const CapitationInput& input) {
  Issues issues;
  const CapitationFacts& facts = input.facts;
  const bool of_premium = is_of_premium(terms);
  if (of_premium && !facts.premium && !facts.premium_per_member_month) {
    issues.push_back(missing("/capitation/premium_pmpm_cents",
                             "The contract pays a share of the premium, but the premium is not "
                             "given. Enter it per member per month, or premium_cents in all."));
  }
  const bool needs_months = !of_premium || !facts.premium;
  if (needs_months && !member_months_of(input)) {
    issues.push_back(missing("/capitation/member_months",
                             "The capitation is paid by member months, but they are not given. "
                             "Enter member_months, or members and months."));
  }
  if (terms.risk_adjusted.value && !facts.risk_score) {
    issues.push_back(missing("/capitation/risk_score",
                             "The capitation is adjusted for risk, but the risk score of the "
                             "members is not given. Enter it; 1 is average."));
  }
  return issues;
}

Result<CapitationOutcome> settle_capitation(const CapitationTerms& terms,
                                            const CapitationInput& input, Rounding rounding) {
  CapitationOutcome out;
  const CapitationFacts& facts = input.facts;
  const Ratio months = Ratio::whole(member_months_of(input).value_or(0));
  if (!is_of_premium(terms) || !facts.premium) out.member_months = member_months_of(input);
  if (const auto* share = std::get_if<PremiumShare>(&terms.base.value)) {
    out.premium =
        facts.premium ? Amount{*facts.premium} : Amount{*facts.premium_per_member_month} * months;
    out.base = *out.premium * Ratio{share->share};
  } else {
    const auto& rate = *std::get_if<CapitationRate>(&terms.base.value);
    out.base = Amount{rate.per_member_month} * months;
  }
  out.trended = out.base;
  if (terms.trend_factor) out.trended = out.base * Ratio{terms.trend_factor->value};
  out.risk_adjusted = out.trended;
  if (terms.risk_adjusted.value) out.risk_adjusted = out.trended * Ratio{*facts.risk_score};
  const auto payment = round(out.risk_adjusted, rounding);
  if (!payment) {
    return Issue{.path = "/capitation",
                 .code = IssueCode::ArithmeticOverflow,
                 .message =
                     "The capitation is beyond exact arithmetic. Enter fewer member months, or "
                     "smaller amounts.",
                 .params = {}};
  }
  out.payment = *payment;
  return out;
}

}  // namespace gainshare
