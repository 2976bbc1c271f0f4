// SPDX-License-Identifier: Apache-2.0
#include "rules/management_payment.h"

#include <algorithm>
#include <string>

namespace gainshare {
namespace {

const TierMonths* find_months(const MonthsByTier& months, const std::string& tier) {
  const auto found = std::find_if(months.begin(), months.end(),
                                  [&tier](const TierMonths& other) { return other.tier == tier; });
  return found == months.end() ? nullptr : &*found;
}

Issue overflow() {
  return {.path = "/member_months_by_tier",
          .code = IssueCode::ArithmeticOverflow,
          .message =
              "The payments are beyond what can be held exactly. Enter fewer member months, or "
              "smaller rates.",
          .params = {}};
}

// The part that performance keeps is a withhold the other way round: the whole of it is paid
// before, and what a withhold would forfeit is paid back.
Result<PayForPerformanceOutcome> settle_performance(const PerformancePart& part,
                                                    const ManagementPaymentInput& input,
                                                    std::int64_t member_months, Rounding rounding) {
  PayForPerformanceTerms terms;
  terms.form.value = PerformanceForm::Withhold;
  terms.rate.value = Rate::whole(1);
  terms.effect = part.kept;
  const PayForPerformanceInput at_stake{
      .facts = PayForPerformanceFacts{.base = std::nullopt,
                                      .base_per_member_month = part.per_member_month.value,
                                      .member_months = member_months},
      .member_months = std::nullopt,
      .score = input.score};
  return settle_pay_for_performance(terms, at_stake, rounding);
}

}  // namespace

Issues check_management_payment(const ManagementPaymentTerms& terms,
                                const ManagementPaymentInput& input) {
  Issues issues;
  for (const CareTier& tier : terms.tiers) {
    if (find_months(input.months, tier.id) != nullptr) continue;
    issues.push_back({.path = "/member_months_by_tier",
                      .code = IssueCode::Missing,
                      .message = "The member months of tier \"" + tier.id +
                                 "\" are not given. Add them, 0 when there were none.",
                      .params = {{"tier", tier.id}}});
  }
  if (terms.performance_part && !input.score) {
    issues.push_back({.path = "/quality/score",
                      .code = IssueCode::Missing,
                      .message =
                          "The score decides what is kept of the part that was paid in advance, "
                          "but it is not given. Enter a score from 0 to 1.",
                      .params = {}});
  }
  return issues;
}

Result<ManagementPaymentOutcome> settle_management_payment(const ManagementPaymentTerms& terms,
                                                           const ManagementPaymentInput& input,
                                                           Rounding rounding) {
  ManagementPaymentOutcome out;
  for (const CareTier& tier : terms.tiers) {
    const TierMonths* const months = find_months(input.months, tier.id);
    TierFees& paid = out.tiers.emplace_back();
    paid.member_months = months == nullptr ? 0 : months->member_months;
    paid.fees = Amount{tier.per_member_month} * Ratio::whole(paid.member_months);
    out.member_months += paid.member_months;
    out.fees_exact = out.fees_exact + paid.fees;
  }
  const auto fees = round(out.fees_exact, rounding);
  if (!fees) return overflow();
  out.fees = out.payment = *fees;
  if (!terms.performance_part) return out;
  Result<PayForPerformanceOutcome> performance =
      settle_performance(*terms.performance_part, input, out.member_months, rounding);
  if (!performance) return overflow();
  out.performance = std::move(performance).value();
  out.payment = out.fees + out.performance->payment;
  if (!round(Amount{out.fees + out.performance->at_stake}, rounding)) return overflow();
  return out;
}

}  // namespace gainshare
