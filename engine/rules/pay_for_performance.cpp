// SPDX-License-Identifier: Apache-2.0
#include "rules/pay_for_performance.h"

#include <string>
#include <utility>

namespace gainshare {
namespace {

Issue overflow() {
  return {.path = "/pay_for_performance",
          .code = IssueCode::ArithmeticOverflow,
          .message =
              "The amounts are beyond what can be held exactly. Enter smaller amounts, or rates "
              "with fewer digits.",
          .params = {}};
}

std::optional<std::int64_t> member_months_of(const PayForPerformanceInput& input) {
  const auto& own = input.facts->member_months;
  return own ? own : input.member_months;
}

struct EarnPart {
  PayForPerformanceOutcome& out;

  void operator()(const AllOrNothing& effect) const {
    out.reaches_threshold = out.score >= Ratio{effect.threshold};
    out.earned_part = Ratio::whole(out.reaches_threshold ? 1 : 0);
  }
  void operator()(const LinearPart& effect) const {
    out.above_floor = out.score - Ratio{effect.floor};
    out.range = Ratio{effect.ceiling} - Ratio{effect.floor};
    out.position = out.above_floor / out.range;
    out.position_from_below = maximum(Ratio{}, out.position);
    out.earned_part = minimum(out.position_from_below, Ratio::whole(1));
  }
  void operator()(const PartTiers& effect) const {
    for (const PartTier& tier : effect.tiers) {
      if (out.score >= Ratio{tier.from_score}) out.earned_part = tier.part;
    }
  }
};

}  // namespace

Issues check_pay_for_performance(const PayForPerformanceInput& input) {
  Issues issues;
  if (!input.facts) {
    issues.push_back(missing("/pay_for_performance",
                             "The contract pays for performance, but the payments that a part of "
                             "is at stake are not given. Enter base_cents, or "
                             "base_per_member_month_cents."));
  } else if (!input.facts->base && !member_months_of(input)) {
    issues.push_back(missing("/population/member_months",
                             "The base is per member per month, but the member months are "
                             "missing. Enter a number of member months, 1 or more."));
  }
  if (!input.score) {
    issues.push_back(missing("/quality/score",
                             "The quality score decides what is earned, but it is not given. "
                             "Enter a score from 0 to 1."));
  }
  return issues;
}

Result<PayForPerformanceOutcome> settle_pay_for_performance(const PayForPerformanceTerms& terms,
                                                            const PayForPerformanceInput& input,
                                                            Rounding rounding) {
  Issues lacking = check_pay_for_performance(input);
  if (!lacking.empty()) return lacking;
  PayForPerformanceOutcome out{.form = terms.form.value};
  if (input.facts->base) {
    out.base = *input.facts->base;
  } else {
    out.member_months = *member_months_of(input);
    out.base = Amount{*input.facts->base_per_member_month} * Ratio::whole(out.member_months);
  }
  out.at_stake_exact = out.base * Ratio{terms.rate.value};
  const auto at_stake = round(out.at_stake_exact, rounding);
  if (!at_stake) return overflow();
  out.at_stake = *at_stake;
  out.score = *input.score;
  std::visit(EarnPart{out}, terms.effect.value);
  out.lost_part = Ratio::whole(1) - out.earned_part;
  // What is kept back is whole cents, so what is returned is a part of those.
  const Amount of =
      out.form == PerformanceForm::Withhold ? Amount{out.at_stake} : out.at_stake_exact;
  out.payable = of * (out.form == PerformanceForm::Penalty ? out.lost_part : out.earned_part);
  const auto payable = round(out.payable, rounding);
  if (!payable) return overflow();
  (out.form == PerformanceForm::Penalty ? out.penalty : out.payment) = *payable;
  out.not_earned = out.form == PerformanceForm::Penalty ? out.penalty : out.at_stake - out.payment;
  return out;
}

}  // namespace gainshare
