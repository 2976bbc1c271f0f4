// SPDX-License-Identifier: Apache-2.0
#include "rules/per_capita_benchmark.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/rounding.h"

namespace gainshare {
namespace {

// The terms with what is asked of them again and again.
struct Making {
  const PerCapitaBenchmarkTerms& terms;
  const PerCapitaFacts& facts;
  std::int32_t last = 0;

  const PerCapitaYear& last_year(const PerCapitaType& type) const {
    return *find_base_year(type, last);
  }
};

Issue not_computable(std::string path, std::string message) {
  return {.path = std::move(path),
          .code = IssueCode::OutOfRange,
          .message = std::move(message),
          .params = {}};
}

Ratio score(const std::optional<Rate>& stated) { return Ratio{stated.value_or(Rate::whole(1))}; }

void weigh_years(const Making& making, PerCapitaBenchmarkOutcome& out) {
  const std::vector<BaseYearWeight>& weights = making.terms.base_years.value;
  for (const BaseYearWeight& each : weights) {
    out.total_weight = out.total_weight + Ratio{each.weight};
  }
  for (const BaseYearWeight& each : weights) {
    out.parts.push_back(Ratio{each.weight} / out.total_weight);
  }
}

BaseYearOfType bring_forward(const Making& making, const PerCapitaType& type,
                             const PerCapitaYear& year) {
  BaseYearOfType out;
  const PerCapitaYear& last = making.last_year(type);
  if (year.year != making.last) {
    if (making.terms.risk) out.risk_ratio = score(last.risk_score) / score(year.risk_score);
    out.growth = growth_between(making.terms.trend, {year, last, year}, type.national_weight);
  }
  out.updated = Amount{year.per_capita.value_or(Money{})} * out.risk_ratio * out.growth.factor;
  return out;
}

// Σ part × per capita × risk ratio × trend. RULES.md section 2.6.
TypeBenchmark historical_of(const Making& making, const PerCapitaType& type,
                            const std::vector<Ratio>& parts) {
  TypeBenchmark out;
  out.id = type.id;
  if (making.terms.control_group) {
    out.exact = Amount{type.performance_year.control.value_or(Money{})};
    out.historical = out.exact;
    return out;
  }
  const std::vector<BaseYearWeight>& weights = making.terms.base_years.value;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    BaseYearOfType year = bring_forward(making, type, *find_base_year(type, weights[i].year));
    year.weighted = year.updated * parts[i];
    out.exact = out.exact + year.weighted;
    out.base_years.push_back(std::move(year));
  }
  out.historical = carried(out.exact);
  return out;
}

// The person-years that weigh the types: one type alone needs none.
Rate weight_of(const Making& making, const PerCapitaType& type) {
  const PerCapitaYear& year =
      making.terms.control_group ? type.performance_year : making.last_year(type);
  return year.person_years.value_or(Rate::whole(1));
}

// Empty where nobody was enrolled.
bool weigh_types(const Making& making, PerCapitaBenchmarkOutcome& out) {
  for (const PerCapitaType& type : making.facts.types) {
    out.base_person_years = out.base_person_years + Ratio{weight_of(making, type)};
  }
  if (out.base_person_years.sign() <= 0) return false;
  for (std::size_t i = 0; i < out.types.size(); ++i) {
    TypeBenchmark& type = out.types[i];
    type.proportion = Ratio{weight_of(making, making.facts.types[i])} / out.base_person_years;
    out.historical = out.historical + type.historical * type.proportion;
  }
  return true;
}

void find_national(const Making& making, PerCapitaBenchmarkOutcome& out) {
  out.national = Amount{};
  for (std::size_t i = 0; i < out.types.size(); ++i) {
    const Money national = making.last_year(making.facts.types[i]).national.value_or(Money{});
    out.national = *out.national + Amount{national} * out.types[i].proportion;
  }
}

// The group's risk over all types, weighted by what was spent on each. 42 CFR 425.656(c).
void find_offset(const Making& making, PerCapitaBenchmarkOutcome& out) {
  Amount spent;
  Amount at_risk;
  for (const PerCapitaType& type : making.facts.types) {
    const PerCapitaYear& year = making.last_year(type);
    const Amount all = Amount{year.per_capita.value_or(Money{})} * Ratio{weight_of(making, type)};
    spent = spent + all;
    at_risk = at_risk + all * score(year.risk_score);
  }
  out.risk = spent.sign() == 0 ? Ratio::whole(1) : at_risk / spent;
  out.offset = negative_offset(making.facts.dual_share.value_or(Rate{}), *out.risk);
}

void adjust_by_region(const Making& making, PerCapitaBenchmarkOutcome& out) {
  const RegionalAdjustmentTerms& terms = *making.terms.regional_adjustment;
  if (terms.offset_negative.value) find_offset(making, out);
  std::vector<RegionalFacts> types;
  for (std::size_t i = 0; i < out.types.size(); ++i) {
    const PerCapitaYear& year = making.last_year(making.facts.types[i]);
    RegionalFacts facts{.historical = out.types[i].historical,
                        .regional = year.regional.value_or(Money{}),
                        .relative_risk = Ratio::whole(1),
                        .national = year.national.value_or(Money{}),
                        .proportion = out.types[i].proportion};
    if (making.terms.risk) {
      facts.relative_risk = score(year.risk_score) / score(year.regional_risk_score);
    }
    types.push_back(facts);
  }
  out.regional = regional_adjustment(terms, types, out.offset);
}

Amount highest_of(const PerCapitaBenchmarkOutcome& out) {
  Amount highest;
  if (out.regional) highest = maximum(highest, out.regional->overall);
  if (out.prior_savings) highest = maximum(highest, out.prior_savings->adjustment);
  return highest;
}

// All that is computed of adjustments, and which of them counts.
void find_adjustments(const Making& making, PerCapitaBenchmarkOutcome& out) {
  const PerCapitaBenchmarkTerms& terms = making.terms;
  const PerCapitaFacts& facts = making.facts;
  if (terms.prior_savings || terms.equity_adjustment) find_national(making, out);
  if (terms.regional_adjustment) adjust_by_region(making, out);
  if (terms.prior_savings) {
    out.prior_savings =
        prior_savings_adjustment(*terms.prior_savings, facts.prior_savings,
                                 score(facts.prior_savings_proration), *out.national);
  }
  if (terms.equity_adjustment) {
    out.equity =
        equity_adjustment(*terms.equity_adjustment, facts.low_income_share.value_or(Rate{}),
                          *out.national, highest_of(out));
  }
  out.adjustment = chosen_adjustment(out.regional, out.prior_savings, out.equity);
}

// A regional adjustment is each type's own; the others are one amount for all.
void apply_adjustment(PerCapitaBenchmarkOutcome& out) {
  for (std::size_t i = 0; i < out.types.size(); ++i) {
    TypeBenchmark& type = out.types[i];
    switch (out.adjustment) {
      case BenchmarkAdjustment::None:
        break;
      case BenchmarkAdjustment::Regional:
        type.adjustment = out.regional->types[i].after_offset;
        break;
      case BenchmarkAdjustment::PriorSavings:
        type.adjustment = carried(out.prior_savings->adjustment);
        break;
      case BenchmarkAdjustment::Equity:
        type.adjustment = carried(out.equity->adjustment);
        break;
    }
    type.adjusted = type.historical + type.adjustment;
  }
}

Ratio risk_ratio_of(const Making& making, const PerCapitaType& type) {
  const PerCapitaYear& now = type.performance_year;
  if (making.terms.risk->ratio.value == RiskRatioBasis::Stated) return score(now.risk_ratio);
  const std::optional<Rate>& before =
      making.terms.control_group ? now.control_risk_score : making.last_year(type).risk_score;
  return score(now.risk_score) / score(before);
}

void adjust_for_risk(const Making& making, PerCapitaBenchmarkOutcome& out) {
  if (!making.terms.risk) return;
  const RiskRatioTerms& terms = *making.terms.risk;
  std::vector<RiskOfType> risks;
  for (std::size_t i = 0; i < out.types.size(); ++i) {
    const PerCapitaType& type = making.facts.types[i];
    out.types[i].risk_ratio = risk_ratio_of(making, type);
    risks.push_back({out.types[i].adjusted, type.performance_year.person_years.value_or(Rate{}),
                     out.types[i].risk_ratio});
  }
  std::optional<Ratio> up, down;
  if (terms.up) up = Ratio{terms.up->value};
  if (terms.down) down = Ratio{terms.down->value};
  if (terms.test.value == RiskCapTest::Aggregate && up) {
    const Ratio demographic{making.facts.demographic_growth.value_or(Rate{})};
    out.aggregate_risk = aggregate_risk(risks, *up, demographic);
    up = *up + demographic;
    if (!out.aggregate_risk->exceeded) up.reset();
  }
  for (TypeBenchmark& type : out.types) {
    type.counted_risk_ratio = capped_risk_ratio(type.risk_ratio, up, down);
  }
}

void update(const Making& making, PerCapitaBenchmarkOutcome& out) {
  for (std::size_t i = 0; i < out.types.size(); ++i) {
    const PerCapitaType& facts = making.facts.types[i];
    TypeBenchmark& type = out.types[i];
    const PerCapitaYear& now = facts.performance_year;
    if (!making.terms.control_group) {
      type.update = growth_between(making.terms.update, {making.last_year(facts), now, now},
                                   facts.national_weight);
    }
    type.updated = type.adjusted * type.counted_risk_ratio * type.update.factor + type.update.added;
    type.per_capita = carried(type.updated);
    type.total = type.per_capita * Ratio{now.person_years.value_or(Rate{})};
    out.total = out.total + type.total;
  }
}

Result<PerCapitaBenchmarkOutcome> rounded(PerCapitaBenchmarkOutcome out) {
  if (!out.total.valid()) {
    return Issue{.path = "/spending/per_capita",
                 .code = IssueCode::ArithmeticOverflow,
                 .message =
                     "The benchmark of these figures is beyond what can be held exactly. "
                     "Enter figures with fewer digits.",
                 .params = {}};
  }
  const auto benchmark = round(out.total, Rounding{});
  if (!benchmark || *benchmark <= Money{}) {
    return not_computable("/spending/per_capita",
                          "The benchmark of these figures is not at least one cent, or beyond "
                          "what can be held exactly. Check spending, person-years and growth.");
  }
  out.benchmark = *benchmark;
  return out;
}

}  // namespace

Result<PerCapitaBenchmarkOutcome> benchmark_per_capita(const PerCapitaBenchmarkTerms& terms,
                                                       const PerCapitaFacts& facts) {
  Issues issues = check_per_capita_facts(terms, facts);
  if (!issues.empty()) return issues;
  const Making making{terms, facts, last_base_year(terms)};
  PerCapitaBenchmarkOutcome out;
  weigh_years(making, out);
  for (const PerCapitaType& type : facts.types) {
    out.types.push_back(historical_of(making, type, out.parts));
  }
  if (!weigh_types(making, out)) {
    return not_computable("/spending/per_capita/types",
                          "Nobody was enrolled: the person-years that weigh the types are 0 in "
                          "all. Enter person-years above 0.");
  }
  find_adjustments(making, out);
  apply_adjustment(out);
  adjust_for_risk(making, out);
  update(making, out);
  return rounded(std::move(out));
}

}  // namespace gainshare
