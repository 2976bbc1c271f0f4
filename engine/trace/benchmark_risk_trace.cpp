// SPDX-License-Identifier: Apache-2.0
// The risk ratios of a benchmark by type of enrolment, and their cap.
#include "trace/per_capita_context.h"

namespace gainshare {
namespace {

using Ids = std::vector<std::string>;

void trace_ratio(const PerCapitaContext& c, std::size_t type) {
  const std::string id = c.id(type, "risk_ratio");
  const std::string label = c.label(type, "Risk ratio of the performance year");
  const Ratio& value = c.out.types[type].risk_ratio;
  if (c.terms.risk->ratio.value == RiskRatioBasis::Stated) {
    const std::string stated = c.id(type, "stated_risk_ratio_performance_year");
    c.steps.fraction({id, label}, Op::Add, {stated}, value);
    return;
  }
  const std::string now = c.id(type, "risk_score_performance_year");
  const std::string before = c.terms.control_group
                                 ? c.id(type, "control_risk_score_performance_year")
                                 : c.id(type, "risk_score_" + std::to_string(c.last));
  c.steps.fraction({id, label}, Op::Divide, {now, before}, value);
}

// The aggregate ratio: each type's benchmark × person-years as weight.
void trace_aggregate(const PerCapitaContext& c, const AggregateRisk& aggregate) {
  StepWriter& s = c.steps;
  const bool adjusted = c.out.regional || c.out.prior_savings || c.out.equity;
  Ids spent, at_risk;
  for (std::size_t i = 0; i < c.count(); ++i) {
    const TypeBenchmark& type = c.out.types[i];
    const Ratio people{c.facts.types[i].performance_year.person_years.value_or(Rate{})};
    const std::string per_capita = c.id(i, adjusted ? "adjusted" : "historical");
    const std::string people_id = c.id(i, "person_years_performance_year");
    const std::string ratio = c.id(i, "risk_ratio");
    spent.push_back(c.id(i, "risk_weight"));
    at_risk.push_back(c.id(i, "risk_weighted"));
    s.amount({spent.back(), c.label(i, "Weight of the risk ratio")}, Op::Multiply,
             {per_capita, people_id}, type.adjusted * people);
    s.amount({at_risk.back(), c.label(i, "Weight × risk ratio")}, Op::Multiply,
             {spent.back(), ratio}, type.adjusted * people * type.risk_ratio);
  }
  s.amount({"risk_weights", "Weights of the risk ratios"}, Op::Add, spent, aggregate.expenditure);
  s.amount({"risk_weighted", "Weights × risk ratios"}, Op::Add, at_risk, aggregate.risk_adjusted);
  if (aggregate.expenditure.sign() == 0) {
    s.given({"aggregate_risk_ratio", "Aggregate risk ratio, without spending"}, aggregate.ratio,
            Unit::Fraction, {"definition", Status::Contract, {}});
    return;
  }
  s.fraction({"aggregate_risk_ratio", "Aggregate risk ratio"}, Op::Divide,
             {"risk_weighted", "risk_weights"}, aggregate.ratio);
}

// "risk_limit": the highest ratio. Returns whether there is one.
bool trace_limit(const PerCapitaContext& c) {
  const RiskRatioTerms& terms = *c.terms.risk;
  if (!terms.up) return false;
  StepWriter& s = c.steps;
  Ids sum{"risk_unchanged", "risk_cap_up"};
  Ratio limit = Ratio::whole(1) + Ratio{terms.up->value};
  s.given({sum[0], "Risk as in the last base year"}, Ratio::whole(1), Unit::Fraction,
          {"definition", Status::Contract, {}});
  s.given({sum[1], "Cap on growth of risk"}, Ratio{terms.up->value}, Unit::Fraction,
          terms.up->source);
  if (c.out.aggregate_risk) {
    sum.push_back("demographic_growth");
    s.given({sum[2], "Aggregate demographic growth"},
            Ratio{c.facts.demographic_growth.value_or(Rate{})}, Unit::Fraction);
    limit = c.out.aggregate_risk->limit;
  }
  s.fraction({"risk_limit", "Highest risk ratio"}, Op::Add, sum, limit);
  if (c.out.aggregate_risk) {
    s.truth({"aggregate_exceeds", "The aggregate exceeds it"}, Op::MoreThan,
            {"aggregate_risk_ratio", "risk_limit"}, c.out.aggregate_risk->exceeded);
  }
  return true;
}

void trace_counted(const PerCapitaContext& c, std::size_t type, bool limited, bool floored) {
  StepWriter& s = c.steps;
  const TypeBenchmark& out = c.out.types[type];
  const std::string counted = c.id(type, "counted_risk_ratio");
  const std::string label = c.label(type, "Risk ratio that counts");
  std::string ratio = c.id(type, "risk_ratio");
  if (limited && (floored || c.out.aggregate_risk)) {
    const std::string capped = c.id(type, "capped_risk_ratio");
    const Ratio limit = c.out.aggregate_risk ? c.out.aggregate_risk->limit
                                             : Ratio::whole(1) + Ratio{c.terms.risk->up->value};
    s.fraction({capped, c.label(type, "Risk ratio within the cap")}, Op::Minimum,
               {ratio, "risk_limit"}, minimum(out.risk_ratio, limit));
    if (c.out.aggregate_risk) {
      s.fraction({counted, label}, Op::When, {"aggregate_exceeds", capped, ratio},
                 out.counted_risk_ratio);
      return;
    }
    ratio = capped;
  }
  if (floored) {
    s.fraction({counted, label}, Op::Maximum, {ratio, "risk_floor"}, out.counted_risk_ratio);
  } else if (limited) {
    s.fraction({counted, label}, Op::Minimum, {ratio, "risk_limit"}, out.counted_risk_ratio);
  } else {
    s.fraction({counted, label}, Op::Add, {ratio}, out.counted_risk_ratio);
  }
}

}  // namespace

bool trace_risk_ratios(const PerCapitaContext& c) {
  if (!c.terms.risk) return false;
  c.steps.cite(cited_for(c.terms.risk->ratio.source, source_of(Rule::RiskRatio, false)));
  for (std::size_t i = 0; i < c.count(); ++i) trace_ratio(c, i);
  if (c.out.aggregate_risk) trace_aggregate(c, *c.out.aggregate_risk);
  const bool limited = trace_limit(c);
  const bool floored = c.terms.risk->down.has_value();
  if (floored) {
    const Ratio down{c.terms.risk->down->value};
    c.steps.given({"risk_cap_down", "Cap on a fall of risk"}, down, Unit::Fraction,
                  c.terms.risk->down->source);
    c.steps.fraction({"risk_floor", "Lowest risk ratio"}, Op::Complement, {"risk_cap_down"},
                     Ratio::whole(1) - down);
  }
  for (std::size_t i = 0; i < c.count(); ++i) trace_counted(c, i, limited, floored);
  return true;
}

}  // namespace gainshare
