// SPDX-License-Identifier: Apache-2.0
#include "rules/benchmark_growth.h"

namespace gainshare {
namespace {

Ratio growth_of(const std::optional<Money>& from, const std::optional<Money>& to) {
  return Amount{to.value_or(Money{})} / Amount{from.value_or(Money{})};
}

void blend(const GrowthTerms& terms, const GrowthYears& years, Rate weight, Growth& out) {
  out.national = growth_of(years.from.national, years.to.national);
  out.regional = growth_of(years.from.regional, years.to.regional);
  out.blended = two_way_growth(*out.national, *out.regional, weight);
  out.factor = *out.blended;
  if (terms.method.value != GrowthMethod::ThreeWay) return;
  out.fixed = Ratio{years.stated.fixed_growth.value_or(Rate{})};
  const Rate fixed_weight = terms.fixed_weight ? terms.fixed_weight->value : Rate{};
  out.factor = three_way_growth(*out.blended, *out.fixed, fixed_weight);
}

}  // namespace

Ratio two_way_growth(const Ratio& national, const Ratio& regional, const Ratio& national_weight) {
  return national * national_weight + regional * (Ratio::whole(1) - national_weight);
}

Ratio three_way_growth(const Ratio& two_way, const Ratio& fixed, const Ratio& fixed_weight) {
  return two_way * (Ratio::whole(1) - fixed_weight) + fixed * fixed_weight;
}

Rate national_weight_of(const GrowthTerms& terms, const std::optional<Rate>& own_weight) {
  return terms.national_weight ? terms.national_weight->value : own_weight.value_or(Rate{});
}

Growth growth_between(const GrowthTerms& terms, const GrowthYears& years,
                      const std::optional<Rate>& own_weight) {
  Growth out;
  switch (terms.method.value) {
    case GrowthMethod::None:
      break;
    case GrowthMethod::Stated:
      out.factor = Ratio{years.stated.growth.value_or(Rate::whole(1))};
      break;
    case GrowthMethod::Inflator:
      out.factor = Ratio{terms.inflator ? terms.inflator->value : Rate::whole(1)};
      break;
    case GrowthMethod::FlatAmount:
      out.added = Amount{years.stated.flat_amount.value_or(Money{})};
      break;
    case GrowthMethod::National:
      out.national = growth_of(years.from.national, years.to.national);
      out.factor = *out.national;
      break;
    case GrowthMethod::Regional:
      out.regional = growth_of(years.from.regional, years.to.regional);
      out.factor = *out.regional;
      break;
    case GrowthMethod::ControlGroup:
      out.control = growth_of(years.from.control, years.to.control);
      out.factor = *out.control;
      break;
    case GrowthMethod::Blended:
    case GrowthMethod::ThreeWay:
      blend(terms, years, national_weight_of(terms, own_weight), out);
      break;
  }
  return out;
}

}  // namespace gainshare
