// SPDX-License-Identifier: Apache-2.0
#include "rules/episode_payment.h"

#include <algorithm>

namespace gainshare {
namespace {

Ratio unity() { return Ratio::whole(1); }

// The last band that the score has reached; none is impossible, the first begins at 0.
const DiscountBand* reach_bands(const DiscountBands& bands, EpisodePaymentOutcome& out) {
  const DiscountBand* last = nullptr;
  for (const DiscountBand& band : bands.bands) {
    const Ratio from = band.from_score;
    const bool reached = band.inclusive ? out.score >= from : out.score > from;
    out.band_reached.push_back(reached);
    if (reached) last = &band;
  }
  return last;
}

// Which discount is taken, whether a gain is paid, and what quality makes of gain and loss.
void assess_quality(const EpisodePaymentTerms& terms, const EpisodeInput& input,
                    EpisodePaymentOutcome& out) {
  out.gain_factor = unity();
  out.loss_factor = unity();
  if (terms.discount) out.discount = terms.discount->value;
  out.repayment_discount = out.discount;
  const bool bands_apply = std::holds_alternative<DiscountBands>(terms.quality.value);
  if (bands_apply && input.points) {
    out.score = *input.points;
  } else if (terms.composite && !input.episodes.composite.empty()) {
    out.composite = score_composite(*terms.composite, input.episodes.composite);
    out.score = out.composite->score;
  } else if (bands_apply) {
    out.score = Ratio{input.episodes.composite_score.value_or(Rate{})};
  } else {
    out.score = input.score.value_or(Ratio{});
  }
  if (const auto* adjustment = std::get_if<ScoreAdjustment>(&terms.quality.value)) {
    const Ratio most = adjustment->most;
    out.gain_factor = unity() - most * (unity() - out.score);
    out.loss_factor = unity() - most * out.score;
  } else if (const auto* bands = std::get_if<DiscountBands>(&terms.quality.value)) {
    const DiscountBand* const band = reach_bands(*bands, out);
    out.meets_quality = band != nullptr && band->discount.has_value();
    out.discount = out.meets_quality ? Ratio{*band->discount} : Ratio{};
    out.repayment_discount = out.discount;
    if (band != nullptr && band->repayment_discount) {
      out.repayment_discount = *band->repayment_discount;
    }
    // Nothing is paid by a band without a discount, and its target is the one losses are
    // measured from.
    if (!out.meets_quality) out.discount = out.repayment_discount;
  }
  if (terms.minimum_score && out.score < Ratio{terms.minimum_score->value}) {
    out.meets_quality = false;
  }
}

void set_prices(const EpisodePaymentTerms& terms, const EpisodeGroup& group,
                const EpisodePaymentOutcome& settled, EpisodeGroupOutcome& out) {
  if (group.target_price) {
    out.benchmark_price = *group.target_price;
    out.target_price = *group.target_price;
    out.repayment_price = *group.target_price;
    return;
  }
  const Ratio regional = terms.regional_share ? Ratio{terms.regional_share->value} : Ratio{};
  out.own_part = Amount{group.historical_price.value_or(Money{})} * (unity() - regional);
  out.regional_part = Amount{group.regional_price.value_or(Money{})} * regional;
  out.historical_price = out.own_part + out.regional_part;
  out.benchmark_price = out.historical_price * Ratio{group.case_mix.value_or(Rate::whole(1))} *
                        Ratio{group.peer_trend.value_or(Rate::whole(1))};
  out.target_price = out.benchmark_price * (unity() - settled.discount);
  out.repayment_price = out.benchmark_price * (unity() - settled.repayment_discount);
}

EpisodeCosts bound_costs(const EpisodePaymentTerms& terms, const EpisodeGroup& group) {
  EpisodeCosts costs;
  if (terms.winsorise) {
    costs.low = nearest_rank(group.costs, terms.winsorise->value.low);
    costs.high = nearest_rank(group.costs, terms.winsorise->value.high);
  }
  for (Money cost : group.costs) {
    if (costs.low) cost = std::min(std::max(cost, *costs.low), *costs.high);
    if (group.highest_cost) cost = std::min(cost, *group.highest_cost);
    costs.counted.push_back(cost);
  }
  return costs;
}

EpisodeGroupOutcome settle_group(const EpisodePaymentTerms& terms, const EpisodeGroup& group,
                                 const EpisodePaymentOutcome& settled) {
  EpisodeGroupOutcome out{.id = group.id};
  set_prices(terms, group, settled, out);
  const Ratio count = Ratio::whole(group.count);
  out.benchmark = out.benchmark_price * count;
  out.target = out.target_price * count;
  out.repayment_target = out.repayment_price * count;
  if (group.actual) {
    out.actual = *group.actual;
    return out;
  }
  out.costs = bound_costs(terms, group);
  for (const Money cost : out.costs.counted) out.actual = out.actual + Amount{cost};
  return out;
}

void reconcile(const EpisodePaymentTerms& terms, EpisodePaymentOutcome& out) {
  out.reconciliation = out.target - out.actual;
  out.gain = maximum(Amount{}, out.reconciliation);
  out.excess = out.actual - out.repayment_target;
  out.loss = maximum(Amount{}, out.excess);
  out.adjusted_gain = out.gain * out.gain_factor;
  out.adjusted_loss = out.loss * out.loss_factor;
  out.limited_gain = out.adjusted_gain;
  out.limited_loss = out.adjusted_loss;
  if (terms.stop_gain) {
    out.stop_gain = out.target * Ratio{terms.stop_gain->value};
    out.limited_gain = minimum(out.adjusted_gain, *out.stop_gain);
  }
  if (terms.stop_loss) {
    out.stop_loss = out.repayment_target * Ratio{terms.stop_loss->value};
    out.limited_loss = minimum(out.adjusted_loss, *out.stop_loss);
  }
  out.stop_gain_bound = out.limited_gain < out.adjusted_gain;
  out.stop_loss_bound = out.limited_loss < out.adjusted_loss;
  if (out.meets_quality) out.payable = out.limited_gain;
  if (!terms.no_repayment) out.owed = out.limited_loss;
}

}  // namespace

Money nearest_rank(std::vector<Money> costs, Rate percentile) {
  if (costs.empty()) return {};
  std::sort(costs.begin(), costs.end());
  // A rate is numerator / denominator; the rank is the quotient rounded up, in 128 bits.
  __extension__ using Wide128 = __int128;
  const Wide128 part = Wide128{percentile.numerator()} * static_cast<Wide128>(costs.size());
  const Wide128 rank = (part + percentile.denominator() - 1) / percentile.denominator();
  const Wide128 last = static_cast<Wide128>(costs.size());
  const Wide128 within = std::min(std::max(rank, Wide128{1}), last);
  return costs[static_cast<std::size_t>(within) - 1];
}

Result<EpisodePaymentOutcome> settle_episodes(const EpisodePaymentTerms& terms,
                                              const EpisodeInput& input, Rounding rounding) {
  EpisodePaymentOutcome out;
  assess_quality(terms, input, out);
  for (const EpisodeGroup& group : input.episodes.groups) {
    EpisodeGroupOutcome settled = settle_group(terms, group, out);
    out.benchmark = out.benchmark + settled.benchmark;
    out.target = out.target + settled.target;
    out.repayment_target = out.repayment_target + settled.repayment_target;
    out.actual = out.actual + settled.actual;
    out.groups.push_back(std::move(settled));
  }
  reconcile(terms, out);
  const auto payment = round(out.payable, rounding);
  const auto repayment = round(out.owed, rounding);
  if (!payment || !repayment || !out.benchmark.valid()) {
    return Issue{.path = "/episodes",
                 .code = IssueCode::ArithmeticOverflow,
                 .message = "The episodes are beyond exact arithmetic. Enter smaller figures.",
                 .params = {}};
  }
  out.payment = *payment;
  out.repayment = *repayment;
  out.payer_keeps = out.benchmark - out.actual - Amount{out.payment} + Amount{out.repayment};
  return out;
}

}  // namespace gainshare
