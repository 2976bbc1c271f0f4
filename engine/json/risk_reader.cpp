// SPDX-License-Identifier: Apache-2.0
#include "json/risk_reader.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "json/object_reader.h"
#include "json/program_reader.h"
#include "json/sources.h"
#include "json/words.h"
#include "population/risk_model.h"
#include "programs/cms_hcc/resolve.h"

namespace gainshare::json {
namespace {

constexpr CountRange kRowCount{.low = 1, .high = 500};
constexpr CountRange kModelCount{.low = 1, .high = 4};
constexpr CountRange kNameLength{.low = 1, .high = 100};
constexpr WholeRange kAge{.noun = "an age in years", .low = 0, .high = 200};
constexpr RateRange kFactor{.noun = "a factor", .low = {}, .high = Rate::whole(1000)};
constexpr RateRange kDivisor{
    .noun = "a factor", .low = {}, .high = Rate::whole(1000), .above_low = true};
constexpr RateRange kWeight{.noun = "a weight", .above_low = true};
constexpr RateRange kCoding{.noun = "an adjustment", .low = {}, .high = Rate::decimal(999, 3)};
constexpr RateRange kFrailty{.noun = "a score", .low = Rate::whole(-10), .high = Rate::whole(10)};
constexpr RateRange kCapUp{.noun = "a cap", .low = {}, .high = Rate::whole(10)};
constexpr RateRange kCapDown{.noun = "a cap"};

Term<Rate> rate_or(ObjectReader& reader, std::string_view key, const RateRange& range,
                   Rate otherwise) {
  return {.value = reader.rate(key, Need::Optional, range).value_or(otherwise),
          .source = source_of(reader, key)};
}

AgeSexFactor read_factor(ObjectReader& reader) {
  AgeSexFactor row;
  row.sex = reader.choice("sex", Need::Optional, kSexNames);
  row.from_age =
      static_cast<std::int32_t>(reader.whole("from_age", Need::Required, kAge).value_or(0));
  row.to_age =
      static_cast<std::int32_t>(reader.whole("to_age", Need::Optional, kAge).value_or(kAge.high));
  row.factor = reader.rate("factor", Need::Required, kFactor).value_or(Rate{});
  if (row.to_age < row.from_age) {
    reader.report("to_age", IssueCode::BadOrder,
                  "The ages end before they begin. Enter the younger age first.");
  }
  if (kScoreUnit % row.factor.denominator() != 0) {
    reader.report("factor", IssueCode::TooPrecise,
                  "The factor has more than nine decimal places. Enter it with at most nine.");
  }
  reader.finish();
  return row;
}

// Two rows of one sex must not both fit; a row without a sex may follow for everybody else.
bool overlap(const AgeSexFactor& a, const AgeSexFactor& b) {
  return a.sex == b.sex && a.from_age <= b.to_age && b.from_age <= a.to_age;
}

void read_factors(ObjectReader& risk, RiskTerms& terms) {
  const Node* const list = risk.list("factors", Need::Required, kRowCount);
  if (list == nullptr) return;
  const Place place{risk.place(), "factors"};
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const Place at{place, i};
    ObjectReader reader{list->items[i], at, risk.issues()};
    const std::size_t before = risk.issues().size();
    const AgeSexFactor row = read_factor(reader);
    const bool taken = std::any_of(terms.factors.begin(), terms.factors.end(),
                                   [&row](const AgeSexFactor& e) { return overlap(e, row); });
    if (taken && risk.issues().size() == before) {
      reader.report("from_age", IssueCode::Conflict,
                    "Another row has the same sex and some of these ages. Enter ages that do not "
                    "overlap.");
    }
    terms.factors.push_back(row);
  }
}

void check_models(const std::vector<RiskModelTerms>& models, ObjectReader& risk) {
  Ratio sum;
  for (std::size_t i = 0; i < models.size(); ++i) {
    sum = sum + models[i].weight.value;
    for (std::size_t j = 0; j < i; ++j) {
      if (models[i].name != models[j].name) continue;
      risk.report("models", IssueCode::Conflict,
                  "Two models have the same name. Name each as the files do.",
                  {{"value", models[i].name}});
    }
  }
  if (sum == Ratio::whole(1)) return;
  risk.report("models", IssueCode::Conflict,
              "The weights of the models add up to " + sum.exact().to_text() +
                  ". Enter weights that add up to 1.",
              {{"value", sum.exact().to_text()}, {"expected", "1"}});
}

void read_models(ObjectReader& risk, RiskTerms& terms) {
  const Node* const list = risk.list("models", Need::Optional, kModelCount);
  if (list == nullptr) return;
  risk.forbid("normalisation", "Each model states its own.");
  terms.models.clear();
  const Place place{risk.place(), "models"};
  const std::size_t before = risk.issues().size();
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const Place at{place, i};
    ObjectReader reader{list->items[i], at, risk.issues()};
    RiskModelTerms model;
    model.name = reader.text("name", Need::Required, kNameLength).value_or("");
    model.weight = rate_or(reader, "weight", kWeight, Rate::whole(1));
    model.normalisation = rate_or(reader, "normalisation", kDivisor, Rate::whole(1));
    reader.finish();
    terms.models.push_back(std::move(model));
  }
  if (risk.issues().size() == before) check_models(terms.models, risk);
}

// A payment year of CMS-HCC, which states the models and the coding adjustment.
void read_cms_hcc(ObjectReader& risk, const Node& node, RiskTerms& terms) {
  const Place place{risk.place(), "program"};
  for (const std::string_view key : {"models", "normalisation", "coding_adjustment"}) {
    risk.forbid(key, "The program states it.");
  }
  ObjectReader reader{node, place, risk.issues()};
  constexpr std::array kPrograms{kCmsHcc};
  reader.word("name", Need::Required, kPrograms);
  const auto year = reader.whole("performance_year", Need::Required, kYear);
  reader.finish();
  if (!year) return;
  const auto resolved = resolve_cms_hcc(static_cast<std::int32_t>(*year));
  if (!resolved) {
    add_issues_of_program(resolved.issues(), place, risk.issues());
    return;
  }
  const CmsHccScoring& scoring = resolved.value();
  terms.program = scoring.reference;
  terms.coding_adjustment = scoring.coding_adjustment;
  terms.models.clear();
  for (const CmsHccModel& model : scoring.models) {
    // As the published tables name it, so that rows of other models of that version stay out.
    std::string version = model.id;
    version.front() = 'V';
    terms.models.push_back({.name = "CMS-HCC " + version,
                            .normalisation = model.normalisation,
                            .weight = model.weight});
  }
}

void read_means(ObjectReader& risk, RiskTerms& terms) {
  const Node* const node = risk.object("means", Need::Optional);
  if (node == nullptr) return;
  const Place place{risk.place(), "means"};
  ObjectReader reader{*node, place, risk.issues()};
  for (const auto& [type, name] : kEnrollmentTypeNames) {
    terms.means[static_cast<std::size_t>(type)] = reader.rate(name, Need::Optional, kDivisor);
  }
  reader.finish();
  if (terms.renormalise) {
    risk.report("means", IssueCode::Conflict,
                "The scores are renormalised to the population's own mean and to means that are "
                "given. Keep one of them.");
  }
}

void read_caps(ObjectReader& risk, RiskTerms& terms) {
  const Node* const node = risk.object("caps", Need::Optional);
  if (node == nullptr) return;
  const Place place{risk.place(), "caps"};
  ObjectReader reader{*node, place, risk.issues()};
  terms.caps.down = reader.rate("down", Need::Optional, kCapDown);
  terms.caps.up = reader.rate("up", Need::Optional, kCapUp);
  reader.finish();
}

// What each method states beside the others.
void read_method(ObjectReader& risk, RiskTerms& terms) {
  if (terms.method == RiskMethod::Given) return;
  terms.age_at = risk.date("age_at", Need::Optional);
  if (terms.method == RiskMethod::Demographic) {
    read_factors(risk, terms);
    return;
  }
  terms.timing =
      risk.choice("timing", Need::Optional, kRiskTimingNames).value_or(RiskTiming::Prospective);
  terms.new_enrollees =
      risk.truth("new_enrollees", Need::Optional).value_or(terms.timing == RiskTiming::Prospective);
  if (const Node* const program = risk.object("program", Need::Optional)) {
    read_cms_hcc(risk, *program, terms);
  } else {
    read_models(risk, terms);
  }
}

}  // namespace

RiskTerms read_risk(const Node& node, const Place& place, Issues& issues) {
  RiskTerms terms;
  ObjectReader reader{node, place, issues};
  const auto method = reader.choice("method", Need::Required, kRiskMethodNames);
  if (!method) {
    // Without a method nobody knows what the rest should be.
    for (const Member& member : node.members) reader.any(member.key);
    return terms;
  }
  terms.method = *method;
  read_method(reader, terms);
  const bool by_model = reader.has("models") || reader.has("program");
  if (terms.method != RiskMethod::Hcc || !by_model) {
    terms.models.front().normalisation = rate_or(reader, "normalisation", kDivisor, Rate::whole(1));
  }
  if (!terms.program && !(terms.method == RiskMethod::Hcc && reader.has("program"))) {
    terms.coding_adjustment = rate_or(reader, "coding_adjustment", kCoding, Rate{});
  }
  terms.frailty = rate_or(reader, "frailty", kFrailty, Rate{});
  terms.renormalise = reader.truth("renormalise", Need::Optional).value_or(false);
  read_means(reader, terms);
  read_caps(reader, terms);
  reader.finish();
  return terms;
}

}  // namespace gainshare::json
