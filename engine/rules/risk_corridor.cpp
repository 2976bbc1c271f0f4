// SPDX-License-Identifier: Apache-2.0
#include "rules/risk_corridor.h"

#include <algorithm>
#include <string>

namespace gainshare {
namespace {

Ratio rate_or_none(const std::optional<Term<Rate>>& term) {
  return term ? Ratio{term->value} : Ratio{};
}

// B1 = B × (1 - discount); B2 = B1 × (1 - withhold + withhold × score), less a forfeited retention
// withhold.
void adjust_benchmark(const RiskCorridorTerms& terms, const RiskCorridorInput& input,
                      RiskCorridorOutcome& out) {
  for (const DiscountPart& part : terms.discount) out.discount_rate = out.discount_rate + part.rate;
  out.discount = Amount{out.benchmark} * out.discount_rate;
  out.discounted_benchmark = Amount{out.benchmark} - out.discount;
  out.score = input.score.value_or(Ratio{});
  out.quality_withheld = out.discounted_benchmark * rate_or_none(terms.quality_withhold);
  out.quality_earned_back = out.quality_withheld * out.score;
  out.quality_forfeited = out.quality_withheld - out.quality_earned_back;
  out.retention_withheld = out.discounted_benchmark * rate_or_none(terms.retention_withhold);
  if (!input.retention_met.value_or(true)) out.retention_forfeited = out.retention_withheld;
  out.adjusted_benchmark =
      out.discounted_benchmark - out.quality_forfeited - out.retention_forfeited;
}

// The cap holds before corridors and share: 5 % at an 80 % share is 4 % of the benchmark.
void cap_gross(const RiskCorridorTerms& terms, RiskCorridorOutcome& out) {
  out.gross = out.adjusted_benchmark - Amount{out.expenditure};
  out.capped_gross = out.gross;
  if (terms.gross_cap) {
    out.cap = out.discounted_benchmark * Ratio{terms.gross_cap->value};
    out.capped_gross = maximum(minimum(out.gross, *out.cap), -*out.cap);
  }
  out.cap_bound = !(out.capped_gross == out.gross);
  out.rate = out.capped_gross / out.adjusted_benchmark;
}

CorridorSide share_side(const Corridors& corridors, const Amount& to_share, const Ratio& share,
                        const Amount& adjusted_benchmark) {
  CorridorSide side{.to_share = maximum(Amount{}, to_share)};
  side.slices = slice(corridors, side.to_share, adjusted_benchmark);
  for (const CorridorSlice& part : side.slices) side.by_corridors = side.by_corridors + part.shared;
  side.shared = side.by_corridors * share;
  return side;
}

}  // namespace

std::vector<CorridorSlice> slice(const Corridors& corridors, const Amount& to_share,
                                 const Amount& adjusted_benchmark) {
  std::vector<CorridorSlice> slices;
  Amount before;
  for (const CorridorBand& band : corridors) {
    CorridorSlice& part = slices.emplace_back();
    if (band.up_to) part.limit = adjusted_benchmark * Ratio{*band.up_to};
    part.reached = part.limit ? minimum(to_share, *part.limit) : to_share;
    part.within = part.reached - before;
    part.shared = part.within * Ratio{band.share};
    before = part.reached;
  }
  return slices;
}

Issues check_risk_corridor_input(const RiskCorridorTerms& terms, const RiskCorridorInput& input) {
  Issues issues;
  if (terms.quality_withhold && !input.score) {
    issues.push_back(missing("/quality/score",
                             "Part of the benchmark is withheld for quality, but the quality score "
                             "is not given. Enter a score from 0 to 1."));
  }
  if (terms.retention_withhold && !input.retention_met) {
    issues.push_back(missing("/risk_corridor/retention_met",
                             "Part of the benchmark is withheld until the provider has stayed, but "
                             "nothing says whether it did. Enter true or false."));
  }
  return issues;
}

Result<RiskCorridorOutcome> settle_risk_corridor(const RiskCorridorTerms& terms,
                                                 const RiskCorridorInput& input,
                                                 Rounding rounding) {
  RiskCorridorOutcome out;
  out.benchmark = input.benchmark;
  out.expenditure = input.expenditure;
  out.savings = input.benchmark - input.expenditure;
  adjust_benchmark(terms, input, out);
  cap_gross(terms, out);
  const Ratio share = terms.share.value;
  out.savings_side =
      share_side(terms.savings_corridors, out.capped_gross, share, out.adjusted_benchmark);
  out.loss_side =
      share_side(terms.loss_corridors, -out.capped_gross, share, out.adjusted_benchmark);
  out.shared_rate = (out.savings_side.shared - out.loss_side.shared) / out.adjusted_benchmark;
  out.sequestered = out.savings_side.shared * Ratio{terms.sequestration.value};
  out.after_sequestration = out.savings_side.shared - out.sequestered;
  const auto payment = round(out.after_sequestration, rounding);
  const auto owed = round(out.loss_side.shared, rounding);
  if (!payment || !owed || !out.shared_rate.valid()) {
    return Issue{.path = "/spending",
                 .code = IssueCode::ArithmeticOverflow,
                 .message = "The figures are beyond exact arithmetic. Enter smaller amounts.",
                 .params = {}};
  }
  out.payment = *payment;
  out.loss_owed = *owed;
  out.payer_keeps = out.savings - out.payment + out.loss_owed;
  return out;
}

}  // namespace gainshare
