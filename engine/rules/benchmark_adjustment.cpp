// SPDX-License-Identifier: Apache-2.0
#include "rules/benchmark_adjustment.h"

#include <utility>

#include "core/rounding.h"

namespace gainshare {
namespace {

RegionalPart part_of(const RegionalAdjustmentTerms& terms, const RegionalFacts& type) {
  RegionalPart part;
  part.at_own_risk = Amount{type.regional} * type.relative_risk;
  part.difference = part.at_own_risk - type.historical;
  if (terms.cap_up) part.ceiling = Amount{type.national} * Ratio{terms.cap_up->value};
  if (terms.cap_down) part.floor = -(Amount{type.national} * Ratio{terms.cap_down->value});
  return part;
}

}  // namespace

Ratio negative_offset(const Ratio& dual_share, const Ratio& risk) {
  const Ratio one = Ratio::whole(1);
  return maximum(Ratio{}, minimum(one, dual_share + risk - one));
}

RegionalOutcome regional_adjustment(const RegionalAdjustmentTerms& terms,
                                    const std::vector<RegionalFacts>& types, const Ratio& offset) {
  RegionalOutcome out;
  for (const RegionalFacts& type : types) {
    out.types.push_back(part_of(terms, type));
    out.difference = out.difference + out.types.back().difference * type.proportion;
  }
  out.spends_less = out.difference >= Amount{};
  out.weight = Ratio{out.spends_less ? terms.weight_below.value : terms.weight_above.value};
  for (std::size_t i = 0; i < types.size(); ++i) {
    RegionalPart& part = out.types[i];
    part.weighted = part.difference * out.weight;
    part.capped = part.weighted;
    if (part.ceiling) part.capped = minimum(part.capped, *part.ceiling);
    if (part.floor) part.capped = maximum(part.capped, *part.floor);
    const bool reduced = terms.offset_negative.value && part.capped.sign() < 0;
    part.after_offset = carried(reduced ? part.capped * (Ratio::whole(1) - offset) : part.capped);
    out.overall = out.overall + part.after_offset * types[i].proportion;
  }
  out.dropped = terms.drop_negative.value && out.overall.sign() < 0;
  return out;
}

PriorSavingsOutcome prior_savings_adjustment(const PriorSavingsTerms& terms,
                                             const std::vector<Money>& years,
                                             const Ratio& proration, const Amount& national) {
  PriorSavingsOutcome out;
  Amount sum;
  for (const Money year : years) sum = sum + Amount{year};
  out.average = sum / Ratio::whole(static_cast<std::int64_t>(years.size()));
  out.prorated = out.average * proration;
  out.scaled = out.prorated * Ratio{terms.scale.value};
  out.cap = national * Ratio{terms.cap.value};
  out.adjustment = maximum(Amount{}, minimum(out.scaled, out.cap));
  return out;
}

EquityOutcome equity_adjustment(const EquityAdjustmentTerms& terms, const Ratio& low_income_share,
                                const Amount& national, const Amount& highest_other) {
  EquityOutcome out;
  out.highest = maximum(Amount{}, highest_other);
  out.ceiling = national * Ratio{terms.rate.value};
  out.scaler = maximum(Amount{}, out.ceiling - out.highest);
  out.eligible = low_income_share >= Ratio{terms.minimum_share.value};
  if (out.eligible) out.adjustment = out.scaler * low_income_share;
  return out;
}

BenchmarkAdjustment chosen_adjustment(const std::optional<RegionalOutcome>& regional,
                                      const std::optional<PriorSavingsOutcome>& prior,
                                      const std::optional<EquityOutcome>& equity) {
  BenchmarkAdjustment chosen = BenchmarkAdjustment::None;
  Amount highest;
  if (regional && !regional->dropped) {
    chosen = BenchmarkAdjustment::Regional;
    highest = regional->overall;
  }
  if (prior && prior->adjustment.sign() > 0 && prior->adjustment >= highest) {
    chosen = BenchmarkAdjustment::PriorSavings;
    highest = prior->adjustment;
  }
  if (equity && equity->adjustment.sign() > 0 && equity->adjustment > highest) {
    chosen = BenchmarkAdjustment::Equity;
  }
  return chosen;
}

}  // namespace gainshare
