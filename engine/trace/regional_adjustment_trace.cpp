// SPDX-License-Identifier: Apache-2.0
// The regional adjustment of a benchmark by type of enrolment.
#include "trace/per_capita_context.h"

namespace gainshare {
namespace {

using Ids = std::vector<std::string>;

// The region at the group's risk, and how far the historical benchmark is from it.
void trace_difference(const PerCapitaContext& c, std::size_t type) {
  StepWriter& s = c.steps;
  const RegionalPart& part = c.out.regional->types[type];
  const std::string last = std::to_string(c.last);
  Ids factors{c.id(type, "regional_" + last)};
  if (c.terms.risk) {
    const PerCapitaYear& year = c.last_year(type);
    const std::string own = c.id(type, "risk_score_" + last);
    const std::string region = c.id(type, "regional_risk_score_" + last);
    factors.push_back(c.id(type, "relative_risk"));
    s.fraction({factors.back(), c.label(type, "Risk against the region's")}, Op::Divide,
               {own, region},
               Ratio{year.risk_score.value_or(Rate::whole(1))} /
                   Ratio{year.regional_risk_score.value_or(Rate::whole(1))});
  }
  const std::string at_own_risk = c.id(type, "region_at_own_risk");
  s.amount({at_own_risk, c.label(type, "Region's spending at the group's risk")},
           factors.size() == 1 ? Op::Add : Op::Multiply, factors, part.at_own_risk);
  const std::string difference = c.id(type, "regional_difference");
  const std::string historical = c.id(type, "historical");
  s.amount({difference, c.label(type, "Region's spending less the historical benchmark")},
           Op::Subtract, {at_own_risk, historical}, part.difference);
}

void trace_weight(const PerCapitaContext& c) {
  StepWriter& s = c.steps;
  const RegionalAdjustmentTerms& terms = *c.terms.regional_adjustment;
  s.truth({"spends_less", "The group spends no more than its region"}, Op::AtLeast,
          {"regional_difference", "zero"}, c.out.regional->spends_less);
  s.given({"weight_below", "Weight for a group that spends less"}, Ratio{terms.weight_below.value},
          Unit::Fraction, terms.weight_below.source);
  s.given({"weight_above", "Weight for a group that spends more"}, Ratio{terms.weight_above.value},
          Unit::Fraction, terms.weight_above.source);
  s.fraction({"regional_weight", "Weight of the regional adjustment"}, Op::When,
             {"spends_less", "weight_below", "weight_above"}, c.out.regional->weight);
  const auto cap = [&s](StepWriter::Words words, const std::optional<Term<Rate>>& term) {
    if (term) s.given(words, Ratio{term->value}, Unit::Fraction, term->source);
  };
  cap({"regional_cap_up", "Cap on the regional adjustment, of national spending"}, terms.cap_up);
  cap({"regional_cap_down", "Cap on a negative one, of national spending"}, terms.cap_down);
}

// "offset_rest": what of a negative adjustment is kept.
void trace_offset(const PerCapitaContext& c) {
  StepWriter& s = c.steps;
  const std::string last = std::to_string(c.last);
  Amount all;
  Amount all_at_risk;
  Ids spent, at_risk;
  for (std::size_t i = 0; i < c.count(); ++i) {
    const PerCapitaYear& year = c.last_year(i);
    const Amount spending = Amount{year.per_capita.value_or(Money{})} *
                            Ratio{year.person_years.value_or(Rate::whole(1))};
    const Amount risky = spending * Ratio{year.risk_score.value_or(Rate::whole(1))};
    const std::string score = c.id(i, "risk_score_" + last);
    const std::string per_capita = c.id(i, "spending_" + last);
    const std::string people = c.id(i, "weighing_person_years");
    spent.push_back(c.id(i, "spent"));
    at_risk.push_back(c.id(i, "spent_by_risk"));
    s.amount({spent.back(), c.label(i, "Spending of " + last)}, Op::Multiply, {per_capita, people},
             spending);
    s.amount({at_risk.back(), c.label(i, "Spending of " + last + " × risk score")}, Op::Multiply,
             {spent.back(), score}, risky);
    all = all + spending;
    all_at_risk = all_at_risk + risky;
  }
  s.amount({"spent", "Spending of all types"}, Op::Add, spent, all);
  s.amount({"spent_by_risk", "Spending × risk score, all types"}, Op::Add, at_risk, all_at_risk);
  s.fraction({"risk", "Risk score over all types"}, Op::Divide, {"spent_by_risk", "spent"},
             *c.out.risk);
  const Ratio dual{c.facts.dual_share.value_or(Rate{})};
  const Ratio one = Ratio::whole(1);
  s.given({"dual_share", "Share of person-years in two programs"}, dual, Unit::Fraction);
  s.given({"average_risk", "Average risk"}, one, Unit::Fraction, {"definition", {}, {}});
  s.given({"zero_share", "No share"}, Ratio{}, Unit::Fraction, {"definition", {}, {}});
  s.fraction({"dual_and_risk", "Share in two programs and risk score"}, Op::Add,
             {"dual_share", "risk"}, dual + *c.out.risk);
  s.fraction({"above_average", "Above average risk"}, Op::Subtract,
             {"dual_and_risk", "average_risk"}, dual + *c.out.risk - one);
  s.fraction({"offset_at_most", "At most the whole"}, Op::Minimum,
             {"above_average", "average_risk"}, minimum(dual + *c.out.risk - one, one));
  s.fraction({"offset", "Offset of a negative adjustment"}, Op::Maximum,
             {"zero_share", "offset_at_most"}, c.out.offset);
  s.fraction({"offset_rest", "What of a negative adjustment counts"}, Op::Complement, {"offset"},
             one - c.out.offset);
}

// Weighted, capped, offset and carried: "regional_adjustment" of the type.
void trace_regional_of(const PerCapitaContext& c, std::size_t type) {
  StepWriter& s = c.steps;
  const RegionalPart& part = c.out.regional->types[type];
  const std::string national = c.id(type, "national_" + std::to_string(c.last));
  std::string now = c.id(type, "regional_weighted");
  Amount value = part.weighted;
  const std::string difference = c.id(type, "regional_difference");
  s.amount({now, c.label(type, "Regional adjustment before its cap")}, Op::Multiply,
           {difference, "regional_weight"}, part.weighted);
  if (part.ceiling) {
    const std::string ceiling = c.id(type, "regional_ceiling");
    const std::string within = c.id(type, "regional_within_ceiling");
    value = minimum(value, *part.ceiling);
    s.amount({ceiling, c.label(type, "Highest regional adjustment")}, Op::Multiply,
             {national, "regional_cap_up"}, *part.ceiling);
    s.amount({within, c.label(type, "Within the highest")}, Op::Minimum, {now, ceiling}, value);
    now = within;
  }
  if (part.floor) {
    const std::string depth = c.id(type, "regional_depth");
    const std::string floor = c.id(type, "regional_floor");
    const std::string within = c.id(type, "regional_within_floor");
    s.amount({depth, c.label(type, "Cap on a negative adjustment")}, Op::Multiply,
             {national, "regional_cap_down"}, -*part.floor);
    s.amount({floor, c.label(type, "Lowest regional adjustment")}, Op::Subtract, {"zero", depth},
             *part.floor);
    s.amount({within, c.label(type, "Within the lowest")}, Op::Maximum, {now, floor}, part.capped);
    value = part.capped;
    now = within;
  }
  if (c.terms.regional_adjustment->offset_negative.value) {
    const bool negative = value.sign() < 0;
    const std::string is_negative = c.id(type, "regional_is_negative");
    const std::string reduced = c.id(type, "regional_reduced");
    const std::string chosen = c.id(type, "regional_after_offset");
    const Amount rest = value * (Ratio::whole(1) - c.out.offset);
    s.truth({is_negative, c.label(type, "The adjustment is negative")}, Op::MoreThan, {"zero", now},
            negative);
    s.amount({reduced, c.label(type, "Less the offset")}, Op::Multiply, {now, "offset_rest"}, rest);
    s.amount({chosen, c.label(type, "Regional adjustment after the offset")}, Op::When,
             {is_negative, reduced, now}, negative ? rest : value);
    now = chosen;
  }
  const Source rule = s.cited();
  c.cite(Rule::CarriedAmount);
  const std::string id = c.id(type, "regional_adjustment");
  s.amount({id, c.label(type, "Regional adjustment")}, Op::Carry, {now}, part.after_offset);
  s.cite(rule);
}

}  // namespace

void trace_regional(const PerCapitaContext& c) {
  const RegionalAdjustmentTerms& terms = *c.terms.regional_adjustment;
  c.steps.cite(cited_for(terms.weight_below.source, source_of(Rule::RegionalAdjustment, false)));
  for (std::size_t i = 0; i < c.count(); ++i) trace_difference(c, i);
  const RegionalOutcome& out = *c.out.regional;
  trace_weighted_sum(
      c,
      {"regional_difference_part",
       "Weighted into the difference",
       {"regional_difference", "Region less historical benchmark, all types"},
       "regional_difference"},
      [&out](std::size_t i) { return out.types[i].difference; }, out.difference);
  trace_weight(c);
  if (terms.offset_negative.value) trace_offset(c);
  for (std::size_t i = 0; i < c.count(); ++i) trace_regional_of(c, i);
  trace_weighted_sum(
      c,
      {"regional_part",
       "Weighted into the adjustment",
       {"regional_adjustment", "Regional adjustment, all types"},
       "regional_adjustment"},
      [&out](std::size_t i) { return out.types[i].after_offset; }, out.overall);
}

}  // namespace gainshare
