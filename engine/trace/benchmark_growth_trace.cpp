// SPDX-License-Identifier: Apache-2.0
// How spending per person-year grew, for a benchmark by type of enrolment.
#include "trace/per_capita_context.h"

namespace gainshare {
namespace {

struct Whose {
  std::string_view key;    // "national"
  std::string_view words;  // "National"
};

// "national_growth_2021_2023" from the two years' spending.
std::string one_growth(const PerCapitaContext& c, const GrowthSteps& g, Whose whose,
                       const Ratio& value) {
  const std::string key{whose.key};
  const std::string id = c.id(g.type, key + "_growth_" + g.from);
  const std::string from = c.id(g.type, key + "_" + g.from);
  const std::string to = c.id(g.type, key + "_" + g.to);
  const std::string label = c.label(g.type, std::string{whose.words} + " growth, " + g.words);
  c.steps.fraction({id, label}, Op::Divide, {to, from}, value);
  return id;
}

std::string two_way(const PerCapitaContext& c, const GrowthSteps& g) {
  StepWriter& s = c.steps;
  const std::string national = one_growth(c, g, {"national", "National"}, *g.growth.national);
  const std::string regional = one_growth(c, g, {"regional", "Regional"}, *g.growth.regional);
  const auto at = [&](std::string_view name) {
    return c.id(g.type, std::string{name} + "_" + g.from);
  };
  const std::optional<Rate>& own = c.facts.types[g.type].national_weight;
  const Ratio weight{national_weight_of(g.terms, own)};
  const Ratio rest = Ratio::whole(1) - weight;
  const Source source = g.terms.national_weight ? g.terms.national_weight->source : c.stated();
  const std::string of = ", " + g.words;
  const std::string ids[] = {at("national_weight"), at("regional_weight"), at("national_share"),
                             at("regional_share"), at("two_way_growth")};
  const std::string label = c.label(g.type, "Weight of the national growth" + of);
  s.given({ids[0], label}, weight, Unit::Fraction, source);
  s.fraction({ids[1], c.label(g.type, "Weight of the regional growth" + of)}, Op::Complement,
             {ids[0]}, rest);
  s.fraction({ids[2], c.label(g.type, "National growth, weighted" + of)}, Op::Multiply,
             {national, ids[0]}, *g.growth.national * weight);
  s.fraction({ids[3], c.label(g.type, "Regional growth, weighted" + of)}, Op::Multiply,
             {regional, ids[1]}, *g.growth.regional * rest);
  s.fraction({ids[4], c.label(g.type, "Two-way growth" + of)}, Op::Add, {ids[2], ids[3]},
             *g.growth.blended);
  return ids[4];
}

std::string three_way(const PerCapitaContext& c, const GrowthSteps& g) {
  StepWriter& s = c.steps;
  const std::string blended = two_way(c, g);
  const auto at = [&](std::string_view name) {
    return c.id(g.type, std::string{name} + "_" + g.from);
  };
  const Ratio weight{g.terms.fixed_weight->value};
  const Ratio rest = Ratio::whole(1) - weight;
  const std::string ids[] = {at("fixed_growth"),  at("fixed_weight"), at("two_way_weight"),
                             at("two_way_share"), at("fixed_share"),  at("three_way_growth")};
  s.given({ids[0], c.label(g.type, "Growth fixed in advance")}, *g.growth.fixed, Unit::Fraction);
  s.given({ids[1], c.label(g.type, "Weight of the growth fixed in advance")}, weight,
          Unit::Fraction, g.terms.fixed_weight->source);
  s.fraction({ids[2], c.label(g.type, "Weight of the two-way growth")}, Op::Complement, {ids[1]},
             rest);
  s.fraction({ids[3], c.label(g.type, "Two-way growth, weighted")}, Op::Multiply, {blended, ids[2]},
             *g.growth.blended * rest);
  s.fraction({ids[4], c.label(g.type, "Fixed growth, weighted")}, Op::Multiply, {ids[0], ids[1]},
             *g.growth.fixed * weight);
  s.fraction({ids[5], c.label(g.type, "Three-way growth")}, Op::Add, {ids[3], ids[4]},
             g.growth.factor);
  return ids[5];
}

}  // namespace

std::string trace_growth(const PerCapitaContext& c, const GrowthSteps& g) {
  c.steps.cite(cited_for(g.terms.method.source, source_of(Rule::BenchmarkGrowth, false)));
  const std::string id = c.id(g.type, "growth_" + g.from);
  const std::string label = c.label(g.type, "Growth, " + g.words);
  switch (g.terms.method.value) {
    case GrowthMethod::None:
    case GrowthMethod::FlatAmount:
      return {};
    case GrowthMethod::Stated:
      c.steps.given({id, label}, g.growth.factor, Unit::Fraction);
      return id;
    case GrowthMethod::Inflator:
      c.steps.given({id, label}, g.growth.factor, Unit::Fraction, g.terms.inflator->source);
      return id;
    case GrowthMethod::National:
      return one_growth(c, g, {"national", "National"}, *g.growth.national);
    case GrowthMethod::Regional:
      return one_growth(c, g, {"regional", "Regional"}, *g.growth.regional);
    case GrowthMethod::ControlGroup:
      return one_growth(c, g, {"control", "Control group's"}, *g.growth.control);
    case GrowthMethod::Blended:
      return two_way(c, g);
    case GrowthMethod::ThreeWay:
      return three_way(c, g);
  }
  return {};
}

}  // namespace gainshare
