// SPDX-License-Identifier: Apache-2.0
#include "rules/shared_savings.h"

#include <algorithm>
#include <variant>

namespace gainshare {
namespace {

Ratio share_of(std::int64_t part, std::int64_t whole) {
  return Ratio::whole(part) / Ratio::whole(whole);
}

Ratio rate_in_table(const SizeTable& table, std::int64_t beneficiaries) {
  for (const SizeBand& band : table) {
    if (!band.to) return band.start;
    if (beneficiaries <= *band.to) {
      const Ratio position = share_of(beneficiaries - band.from, *band.to - band.from);
      return Ratio{band.start} + position * (Ratio{band.end} - Ratio{band.start});
    }
  }
  return {};
}

// The benchmark that decides. 42 CFR 425.652(b)(5): when spending exceeds the three-way
// benchmark by the minimum rate or more and the two-way update alone leaves a smaller excess,
// that one decides a loss; where it would turn the loss into savings, there is neither.
void apply_guardrail(const SharedSavingsTerms& terms, const SharedSavingsFacts& facts,
                     SharedSavingsOutcome& out) {
  out.benchmark = facts.benchmark;
  if (facts.guardrail.two_way_benchmark) {
    const Money two_way = *facts.guardrail.two_way_benchmark;
    const MinimumRate& gate =
        terms.loss ? terms.loss->minimum_rate.value : terms.minimum_savings_rate.value;
    const Ratio rate = minimum_rate(gate, facts.population.assigned_beneficiaries);
    const Money excess = facts.expenditure - facts.benchmark;
    out.three_way_excess = excess;
    out.guardrail_excess = facts.expenditure - two_way;
    out.guardrail_minimum = Amount{facts.benchmark} * rate;
    out.guardrail_reached = excess > Money{} && Amount{excess} >= out.guardrail_minimum;
    out.guardrail_used = out.guardrail_reached && *out.guardrail_excess < excess;
    if (out.guardrail_used) out.benchmark = two_way;
  }
  const bool saved = out.benchmark > facts.expenditure;
  out.guardrail_neither = saved && (out.guardrail_used || facts.guardrail.applied);
}

// Whether the quality standards are met, and the score that counts.
void assess_quality(const QualityTerms& terms, const SharedSavingsFacts& facts,
                    SharedSavingsOutcome& out) {
  const QualityResult& quality = facts.quality;
  out.score = terms.reporting_year ? Ratio::whole(1) : facts.score().value_or(Ratio{});
  if (!terms.standard) {
    out.meets_quality = true;
  } else if (terms.standard->value.stated_by_experience && facts.met_standard()) {
    out.meets_quality = *facts.met_standard();
  } else if (terms.reporting_year) {
    out.meets_quality = true;
  } else {
    const auto& minimum = terms.standard->value.minimum_score;
    out.meets_quality = minimum && out.score >= Ratio{*minimum};
  }
  out.meets_alternative = !out.meets_quality && terms.alternative.has_value() &&
                          quality.met_alternative_standard.value_or(false);
  out.quality_failed = !out.meets_quality && !out.meets_alternative;
}

void apply_quality_effect(const QualityEffect& effect, const Ratio& sharing_rate,
                          SharedSavingsOutcome& out) {
  out.rate_at_score = sharing_rate;
  if (const auto* escalator = std::get_if<ShareEscalator>(&effect)) {
    out.escalator_range = sharing_rate - Ratio{escalator->lowest};
    out.escalator_part = out.escalator_range * out.score;
    out.rate_at_score = Ratio{escalator->lowest} + out.escalator_part;
  } else if (const auto* steps = std::get_if<ShareTiers>(&effect)) {
    out.rate_at_score = Ratio{};
    for (const QualityTier& tier : steps->tiers) {
      if (out.score >= Ratio{tier.from_score}) out.rate_at_score = tier.sharing_rate;
    }
  }
}

void decide_sharing_rate(const SharedSavingsTerms& terms, SharedSavingsOutcome& out) {
  const Ratio sharing_rate = terms.sharing_rate.value;
  apply_quality_effect(terms.quality.effect.value, sharing_rate, out);
  out.rate_at_alternative = sharing_rate * out.score;
  if (out.meets_quality) {
    out.sharing_rate_by_quality = out.rate_at_score;
  } else if (out.meets_alternative) {
    out.sharing_rate_by_quality = out.rate_at_alternative;
  }
  if (terms.reduced_sharing) {
    out.reduced_rate = out.sharing_rate_by_quality * Ratio{terms.reduced_sharing->value.factor};
  }
  if (!out.shares_savings) return;
  out.final_sharing_rate =
      out.reduced_sharing_used ? out.reduced_rate : out.sharing_rate_by_quality;
}

void decide_low_revenue(const ReducedSharing& reduced, const SharedSavingsFacts& facts,
                        SharedSavingsOutcome& out) {
  if (facts.low_revenue) {
    out.low_revenue = *facts.low_revenue;
  } else if (facts.participant_revenue) {
    out.low_revenue_limit = Amount{facts.expenditure} * Ratio{reduced.low_revenue_threshold};
    out.low_revenue = Amount{*facts.participant_revenue} < *out.low_revenue_limit;
  }
}

// 42 CFR 425.605(h): savings below the minimum rate shared at a fraction of the rate.
void decide_eligibility(const SharedSavingsTerms& terms, const SharedSavingsFacts& facts,
                        SharedSavingsOutcome& out) {
  out.has_savings = out.savings > Money{} && !out.guardrail_neither;
  out.minimum_savings_rate =
      minimum_rate(terms.minimum_savings_rate.value, facts.population.assigned_beneficiaries);
  out.minimum_savings = Amount{out.benchmark} * out.minimum_savings_rate;
  out.meets_minimum_savings = out.has_savings && Amount{out.savings} >= out.minimum_savings;
  if (terms.reduced_sharing) {
    const ReducedSharing& reduced = terms.reduced_sharing->value;
    decide_low_revenue(reduced, facts, out);
    out.reduced_sharing_used =
        out.has_savings && !out.meets_minimum_savings &&
        facts.population.assigned_beneficiaries.value_or(0) >= reduced.minimum_beneficiaries &&
        (out.low_revenue || !reduced.low_revenue_only);
  }
  out.shares_savings = out.meets_minimum_savings || out.reduced_sharing_used;
  out.below_minimum_rate = out.has_savings && !out.meets_minimum_savings;
}

void share_savings(const SharedSavingsTerms& terms, const SharedSavingsFacts& facts,
                   SharedSavingsOutcome& out) {
  decide_eligibility(terms, facts, out);
  decide_sharing_rate(terms, out);
  out.savings_less_minimum = Amount{out.savings} - out.minimum_savings;
  out.savings_beyond_minimum = maximum(Amount{}, out.savings_less_minimum);
  if (out.shares_savings) {
    out.pool_before_cap = terms.savings_basis.value == Basis::FirstDollar
                              ? Amount{out.savings}
                              : out.savings_beyond_minimum;
  }
  out.pool = out.pool_before_cap;
  const bool cap_on_pool = terms.cap && terms.cap->value.on == CapOn::Pool;
  const bool cap_on_payment = terms.cap && terms.cap->value.on == CapOn::Payment;
  if (cap_on_pool) {
    out.pool_cap = Amount{out.benchmark} * Ratio{terms.cap->value.rate};
    out.pool = minimum(out.pool_before_cap, *out.pool_cap);
  }
  out.share_of_pool = out.pool * out.final_sharing_rate;
  out.sequestered = out.share_of_pool * Ratio{terms.sequestration.value};
  out.after_sequestration = out.share_of_pool - out.sequestered;
  out.limited_payment = out.after_sequestration;
  if (cap_on_payment) {
    out.payment_limit = Amount{out.benchmark} * Ratio{terms.cap->value.rate};
    out.limited_payment = minimum(out.after_sequestration, *out.payment_limit);
  }
  out.payable = out.limited_payment * Ratio{terms.year_fraction.value};
  out.cap_bound = out.pool < out.pool_before_cap || out.limited_payment < out.after_sequestration;
  out.payer_share_of_pool = out.pool - out.share_of_pool;
  out.withheld_by_cap_or_sequestration = out.share_of_pool - out.limited_payment;
}

void decide_loss_rate(const LossTerms& loss, SharedSavingsOutcome& out) {
  if (const auto* fixed = std::get_if<Rate>(&loss.share.value)) {
    out.loss_rate = *fixed;
    return;
  }
  const auto& scaled = *std::get_if<QualityScaledLoss>(&loss.share.value);
  out.loss_rate_relief = Ratio{scaled.factor} * out.score;
  out.unlimited_loss_rate = Ratio::whole(1) - out.loss_rate_relief;
  out.loss_rate_within_limits =
      minimum(maximum(out.unlimited_loss_rate, scaled.lowest), scaled.highest);
  out.loss_rate = out.quality_failed ? Ratio{scaled.highest} : out.loss_rate_within_limits;
}

void limit_loss(const LossLimit& limit, const SharedSavingsFacts& facts,
                SharedSavingsOutcome& out) {
  const auto lower_to = [&out](const Amount& leg) {
    out.loss_limit = out.loss_limit ? minimum(*out.loss_limit, leg) : leg;
  };
  if (limit.of_benchmark) {
    out.loss_limit_of_benchmark = Amount{out.benchmark} * Ratio{limit.of_benchmark->value};
    lower_to(*out.loss_limit_of_benchmark);
  }
  if (limit.of_revenue) {
    const bool concerns =
        !limit.revenue_leg_for_low_revenue_only || facts.low_revenue.value_or(true);
    out.revenue_limit_not_applied = concerns && !facts.participant_revenue;
    if (concerns && facts.participant_revenue) {
      out.loss_limit_of_revenue =
          Amount{*facts.participant_revenue} * Ratio{limit.of_revenue->value};
      lower_to(*out.loss_limit_of_revenue);
    }
  }
  if (limit.amount) lower_to(limit.amount->value);
  out.loss_after_limit =
      out.loss_limit ? minimum(out.loss_before_limit, *out.loss_limit) : out.loss_before_limit;
  out.loss_cap_bound = out.loss_after_limit < out.loss_before_limit;
}

// 42 CFR 425.605(f): after rate and limit. An amount as settled cannot exceed what is owed.
void reduce_for_disaster(const LossTerms& loss, const std::optional<Disaster>& disaster,
                         SharedSavingsOutcome& out) {
  const Amount& owed = out.loss_after_limit;
  if (loss.forgiven) {
    out.disaster_reduction = owed;
  } else if (disaster && std::holds_alternative<DisasterAmount>(*disaster)) {
    out.disaster_reduction =
        minimum(Amount{std::get_if<DisasterAmount>(&*disaster)->reduction}, owed);
  } else if (disaster) {
    const auto& part = *std::get_if<DisasterPart>(&*disaster);
    out.affected_part_of_year = share_of(part.affected_months, 12);
    out.disaster_reduction = owed * out.affected_part_of_year * Ratio{part.affected_share};
  }
  out.loss_forgiven = loss.forgiven.has_value() && owed.sign() > 0;
  out.loss_after_disaster = owed - out.disaster_reduction;
}

void share_loss(const SharedSavingsTerms& terms, const SharedSavingsFacts& facts,
                SharedSavingsOutcome& out) {
  if (!terms.loss) return;
  const LossTerms& loss = *terms.loss;
  out.has_loss = out.savings < Money{};
  out.loss = out.has_loss ? Amount{-out.savings} : Amount{};
  out.minimum_loss_rate =
      minimum_rate(loss.minimum_rate.value, facts.population.assigned_beneficiaries);
  out.minimum_loss = Amount{out.benchmark} * out.minimum_loss_rate;
  out.loss_beyond_minimum = out.loss - out.minimum_loss;
  out.meets_minimum_loss = out.has_loss && out.loss >= out.minimum_loss;
  out.below_minimum_rate |= out.has_loss && !out.meets_minimum_loss;
  if (out.meets_minimum_loss) {
    out.loss_base = loss.basis.value == Basis::FirstDollar ? out.loss : out.loss_beyond_minimum;
  }
  decide_loss_rate(loss, out);
  out.loss_before_limit = out.loss_base * out.loss_rate;
  limit_loss(loss.limit, facts, out);
  reduce_for_disaster(loss, facts.disaster, out);
  out.loss_owed_exact = out.loss_after_disaster * Ratio{terms.year_fraction.value};
}

Issue overflow() {
  return {.path = "",
          .code = IssueCode::ArithmeticOverflow,
          .message = "The figures are beyond exact arithmetic. Enter smaller amounts.",
          .params = {}};
}

}  // namespace

Ratio minimum_rate(const MinimumRate& rate, std::optional<std::int64_t> beneficiaries) {
  const std::int64_t count = beneficiaries.value_or(0);
  const bool fixed_holds =
      rate.fixed && (rate.by_beneficiaries.empty() || count >= rate.fixed_needs_beneficiaries);
  return fixed_holds ? Ratio{*rate.fixed} : rate_in_table(rate.by_beneficiaries, count);
}

Result<SharedSavingsOutcome> settle_shared_savings(const SharedSavingsTerms& terms,
                                                   const SharedSavingsFacts& facts,
                                                   Rounding rounding) {
  SharedSavingsOutcome out;
  apply_guardrail(terms, facts, out);
  out.expenditure = facts.expenditure;
  out.savings = out.benchmark - out.expenditure;
  out.savings_rate = Amount{out.savings} / Amount{out.benchmark};
  assess_quality(terms.quality, facts, out);
  share_savings(terms, facts, out);
  share_loss(terms, facts, out);

  const auto payment = round(out.payable, rounding);
  const auto owed = round(out.loss_owed_exact, rounding);
  if (!payment || !owed) return overflow();
  out.payment = *payment;
  out.loss_owed = *owed;
  out.payer_keeps = out.savings - out.payment + out.loss_owed;
  return out;
}

}  // namespace gainshare
