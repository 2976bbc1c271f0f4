// SPDX-License-Identifier: Apache-2.0
#include "json/quality_scorecard_reader.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "json/sources.h"
#include "json/words.h"

namespace gainshare::json {
namespace {

constexpr CountRange kMeasureCount{.low = 1, .high = 200};
constexpr CountRange kDomainCount{.low = 1, .high = 50};
constexpr CountRange kTextLength{.low = 1, .high = 200};
constexpr RateRange kWeight{
    .noun = "a weight", .low = {}, .high = Rate::whole(1000), .above_low = true};

template <class Item>
bool is_taken(const std::vector<Item>& items, const std::string& id) {
  return !id.empty() && std::any_of(items.begin(), items.end(),
                                    [&id](const Item& other) { return other.id == id; });
}

void read_domains(ObjectReader& terms, QualityScorecardTerms& out) {
  const Node* const list = terms.list("domains", Need::Optional, kDomainCount);
  if (list == nullptr) return;
  const Place place{terms.place(), "domains"};
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const Place item{place, i};
    ObjectReader reader{list->items[i], item, terms.issues()};
    QualityDomain domain;
    domain.id = read_id(reader).value_or("");
    domain.title = reader.text("title", Need::Required, kTextLength).value_or("");
    domain.weight = reader.rate("weight", Need::Optional, kWeight).value_or(Rate::whole(1));
    domain.source = source_of(reader, "weight");
    reader.finish();
    if (is_taken(out.domains, domain.id)) report_taken_id(domain.id, item, terms.issues());
    out.domains.push_back(std::move(domain));
  }
}

void read_measures(ObjectReader& terms, QualityScorecardTerms& out) {
  const Node* const list = terms.list("measures", Need::Required, kMeasureCount);
  if (list == nullptr) return;
  const Place place{terms.place(), "measures"};
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const Place item{place, i};
    QualityMeasure measure = read_quality_measure(list->items[i], item, terms.issues());
    if (is_taken(out.measures, measure.id)) report_taken_id(measure.id, item, terms.issues());
    out.measures.push_back(std::move(measure));
  }
}

void report_domain(const Place& measures, std::size_t index, IssueCode code, std::string message,
                   Issues& issues) {
  const Place measure{measures, index};
  issues.push_back({.path = Place{measure, "domain"}.pointer(),
                    .code = code,
                    .message = std::move(message),
                    .params = {}});
}

// With domains every measure belongs to one and every domain has one; without, none names any.
void check_domains(const QualityScorecardTerms& terms, const Place& place, Issues& issues) {
  const Place measures{place, "measures"};
  for (std::size_t i = 0; i < terms.measures.size(); ++i) {
    const std::string& domain = terms.measures[i].domain;
    if (is_taken(terms.domains, domain)) continue;
    if (terms.domains.empty() && domain.empty()) continue;
    if (terms.domains.empty()) {
      report_domain(measures, i, IssueCode::NotApplicable,
                    "The scorecard has no domains. Add them, or leave the domain out.", issues);
    } else if (domain.empty()) {
      report_domain(measures, i, IssueCode::Missing,
                    "The scorecard has domains, and this measure is in none. Name its domain.",
                    issues);
    } else {
      report_domain(measures, i, IssueCode::Conflict,
                    "The scorecard has no domain " + in_quotes(domain) + ". Name one of them.",
                    issues);
    }
  }
  const Place domains{place, "domains"};
  for (std::size_t i = 0; i < terms.domains.size(); ++i) {
    const std::string& id = terms.domains[i].id;
    const bool used = std::any_of(terms.measures.begin(), terms.measures.end(),
                                  [&id](const QualityMeasure& m) { return m.domain == id; });
    if (used) continue;
    issues.push_back({.path = Place{domains, i}.pointer(),
                      .code = IssueCode::Conflict,
                      .message = "No measure is in the domain " + in_quotes(id) +
                                 ". Put one in it, or take it out.",
                      .params = {{"value", shortened(id)}}});
  }
}

// One pool for every scale that names none of its own.
void name_pool(const std::string& pool, QualityScorecardTerms& terms) {
  for (QualityMeasure& measure : terms.measures) {
    if (!measure.scale_source.citation.empty() || measure.achievement.empty()) continue;
    measure.scale_source = terms.source;
    measure.scale_source.citation = "contract: percentiles of " + pool;
  }
}

}  // namespace

QualityScorecardTerms read_quality_scorecard_terms(const Node& node, const Place& place,
                                                   Issues& issues) {
  QualityScorecardTerms terms;
  ObjectReader reader{node, place, issues};
  terms.source = source_of(reader);
  const std::size_t before = issues.size();
  const auto pool = reader.text("comparison_pool", Need::Optional, kTextLength);
  terms.unscored = {
      .value =
          reader.choice("unscored", Need::Optional, kUnscoredNames).value_or(Unscored::Reweight),
      .source = source_of(reader, "unscored")};
  const auto attainment = reader.truth("minimum_attainment", Need::Optional);
  if (attainment == true) terms.minimum_attainment = source_of(reader, "minimum_attainment");
  read_domains(reader, terms);
  read_measures(reader, terms);
  reader.finish();
  if (attainment == true && node.kind == Kind::Object && !reader.has("domains")) {
    reader.report("minimum_attainment", IssueCode::Conflict,
                  "Minimum attainment is asked for in every domain, but there are no domains. Add "
                  "them, or leave it out.");
  }
  if (issues.size() > before) return terms;
  check_domains(terms, place, issues);
  if (pool) name_pool(*pool, terms);
  return terms;
}

}  // namespace gainshare::json
