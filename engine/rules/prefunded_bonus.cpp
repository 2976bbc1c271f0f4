// SPDX-License-Identifier: Apache-2.0
#include "rules/prefunded_bonus.h"

#include <algorithm>

namespace gainshare {
namespace {

Issue overflow() {
  return {.path = "/spending",
          .code = IssueCode::ArithmeticOverflow,
          .message =
              "The bonus is beyond exact arithmetic. Enter smaller amounts, or rates with "
              "fewer digits.",
          .params = {}};
}

void earn(const PrefundedBonusTerms& terms, const PrefundedBonusInput& input,
          PrefundedBonusOutcome& out) {
  out.difference = input.benchmark - input.expenditure;
  out.savings = std::max(Money{}, out.difference);
  out.cost_trend_beaten = out.savings > Money{};
  out.score = input.score.value_or(Ratio{});
  out.quality_met = terms.minimum_quality_score
                        ? out.score >= Ratio{terms.minimum_quality_score->value}
                        : input.quality_met.value_or(false);
  out.goals_met = out.cost_trend_beaten && (!terms.quality_required.value || out.quality_met);
  out.shared_savings = Amount{out.savings} * Ratio{terms.share_of_savings.value};
  out.limited_bonus = out.shared_savings;
  if (terms.maximum_rate_of_claims) {
    out.maximum_of_claims =
        Amount{input.claims_subject} * Ratio{terms.maximum_rate_of_claims->value};
    out.limited_bonus = minimum(out.limited_bonus, *out.maximum_of_claims);
  }
  if (terms.maximum) out.limited_bonus = minimum(out.limited_bonus, terms.maximum->value);
  if (terms.limit_to_prefund.value) out.limited_bonus = minimum(out.limited_bonus, out.prefund);
  out.limit_bound = out.goals_met && out.limited_bonus < out.shared_savings;
  if (out.goals_met) out.earned_exact = out.limited_bonus;
}

}  // namespace

Issues check_prefunded_bonus_input(const PrefundedBonusTerms& terms,
                                   const PrefundedBonusInput& input) {
  if (!terms.quality_required.value) return {};
  if (terms.minimum_quality_score) {
    if (input.score) return {};
    return {{.path = "/quality/score",
             .code = IssueCode::Missing,
             .message = "The bonus needs a minimum quality score, but the score is not given. "
                        "Enter a score from 0 to 1.",
             .params = {{"key", "score"}}}};
  }
  if (input.quality_met) return {};
  return {{.path = "/quality/met_standard",
           .code = IssueCode::Missing,
           .message = "The bonus needs quality, but it is not said whether the standard was met. "
                      "Enter true or false.",
           .params = {{"key", "met_standard"}}}};
}

Result<PrefundedBonusOutcome> settle_prefunded_bonus(const PrefundedBonusTerms& terms,
                                                     const PrefundedBonusInput& input,
                                                     Rounding rounding) {
  PrefundedBonusOutcome out{.claims_subject = input.claims_subject,
                            .benchmark = input.benchmark,
                            .expenditure = input.expenditure};
  out.prefund_exact = Amount{input.claims_subject} * Ratio{terms.prefund_rate.value};
  const auto prefund = round(out.prefund_exact, rounding);
  if (!prefund) return overflow();
  out.prefund = *prefund;
  earn(terms, input, out);
  const auto earned = round(out.earned_exact, rounding);
  if (!earned) return overflow();
  out.earned = *earned;
  out.paid_from_prefund = std::min(out.earned, out.prefund);
  out.paid_on_top = out.earned - out.paid_from_prefund;
  out.unearned = out.prefund - out.paid_from_prefund;
  out.part_of_year = Ratio::whole(terms.interest_days.value) / Ratio::whole(terms.year_days.value);
  out.interest_exact =
      Amount{out.unearned} * Ratio{terms.annual_interest_rate.value} * out.part_of_year;
  const auto interest = round(out.interest_exact, rounding);
  if (!interest) return overflow();
  out.interest = *interest;
  out.returned = out.unearned + out.interest;
  out.payer_keeps = out.savings - out.earned;
  return out;
}

}  // namespace gainshare
