// SPDX-License-Identifier: Apache-2.0
// The worked examples of sections 3 (MSSP quality 2014), 4 (Minnesota IHP), 9 (scorecards) and of
// pay for performance in 8, from the file that GAINSHARE_EXAMPLES names. Each shape is told by the
// inputs it has, never by its id; one that no runner knows fails.
#include <cmath>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "core/enum_name.h"
#include "programs/scorecards.h"
#include "rules/pay_for_performance.h"
#include "rules/quality_scorecard.h"
#include "rules/shared_savings.h"
#include "support/builders.h"
#include "support/catch.h"
#include "support/examples.h"

namespace gainshare {
namespace {

using testing::example_dollars;
using testing::example_double;
using testing::example_rate;
using testing::ExampleJson;
using testing::stated;
using testing::WorkedExample;

double in_dollars(Money money) {
  return example_double(Ratio{Rational{money.in_cents()} / Rational{100}});
}

// Every expected figure must be one that the shape gives, under one of its names.
struct Given {
  std::string_view names;  // separated by spaces
  double value;
};
void check_all(const WorkedExample& example, const std::vector<Given>& given) {
  for (const auto& [key, expected] : example.expected.items()) {
    if (!expected.is_number()) continue;
    bool known = false;
    for (const Given& figure : given) {
      const std::string names = " " + std::string{figure.names} + " ";
      if (names.find(" " + key + " ") == std::string::npos) continue;
      known = true;
      INFO(example.id << " " << key << ": computed " << figure.value << ", expected " << expected);
      CHECK(std::abs(figure.value - expected.get<double>()) <= 1e-8);
    }
    INFO(example.id << ": nothing computes " << key);
    CHECK(known);
  }
}

// The first of these inputs that is there.
const ExampleJson* find(const ExampleJson& in, std::initializer_list<const char*> keys) {
  for (const char* key : keys) {
    if (in.contains(key) && !in[key].is_null()) return &in[key];
  }
  return nullptr;
}
Rate rate_or(const ExampleJson& in, std::initializer_list<const char*> keys, Rate otherwise) {
  const ExampleJson* const found = find(in, keys);
  return found == nullptr ? otherwise : example_rate(*found);
}
bool truth_of(const ExampleJson& in, const char* key) {
  return in.contains(key) && in[key].is_boolean() && in[key].get<bool>();
}

// Cut points as a list in the order of the percentiles, or as an object by percentile.
std::vector<AchievementStep> steps_of(const ExampleJson& cuts, const std::vector<Rate>& points) {
  std::vector<AchievementStep> steps;
  for (const ExampleJson& cut : cuts) {
    if (steps.size() == points.size()) break;
    const auto at = steps.size();
    steps.push_back({30 + 10 * static_cast<std::int64_t>(at), example_rate(cut), points[at]});
  }
  return steps;
}

MeasureOutcome scored(const QualityMeasure& measure, const MeasureResult& result) {
  const auto out = score_measures({.measures = {measure}}, {result});
  REQUIRE(out.ok());
  return out.value().measures.front();
}

// Section 3: one measure against its percentiles.
void run_points(const WorkedExample& example) {
  const ExampleJson& in = example.inputs;
  const bool twice = truth_of(in, "double");
  std::vector<Rate> points;
  for (const std::int64_t hundredths : {110, 125, 140, 155, 170, 185, 200}) {
    points.push_back(Rate::decimal(twice ? 2 * hundredths : hundredths, 2));
  }
  QualityMeasure measure{.id = "m", .title = "Measure"};
  if (truth_of(in, "reverse")) measure.direction = Direction::LowerIsBetter;
  measure.achievement = steps_of(*find(in, {"benchmarks", "percentiles"}), points);
  measure.maximum_points = points.back();
  const auto out = scored(measure, {.id = "m", .current = example_rate(in["rate"])});
  check_all(example, {{"points", example_double(out.points)}});
}

// The ids of RULES.md and those of the edition: "7" is "aco_7", "DM" is "dm".
std::string measure_id(std::string key) {
  for (char& c : key) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  const bool number = key.find_first_not_of("0123456789") == std::string::npos;
  return number ? "aco_" + key : key;
}

// Percent in the examples, shares in the edition; the two admission ratios are the same in both.
Rate rate_of_measure(const std::string& id, const ExampleJson& number) {
  const Rate stated_rate = example_rate(number);
  if (id == "aco_9" || id == "aco_10") return stated_rate;
  const Ratio share = Ratio{stated_rate} / Ratio::whole(100);
  return Rate::from_text(share.exact().to_text()).value();
}

void run_mssp_scorecard(const WorkedExample& example) {
  const ExampleJson& in = example.inputs;
  const auto resolved =
      resolve_mssp_quality({.performance_year = 2014, .phase = in["phase"].get<std::string>()});
  REQUIRE(resolved.ok());
  const QualityScorecardTerms& terms = resolved.value().terms;
  std::vector<MeasureResult> results;
  for (const QualityMeasure& measure : terms.measures) {
    MeasureResult result{.id = measure.id};
    const ExampleJson rates = in.contains("rates") ? in["rates"] : ExampleJson::object();
    for (const auto& [key, rate] : rates.items()) {
      if (measure_id(key) == measure.id) result.current = rate_of_measure(measure.id, rate);
    }
    // What is only reported, and what has no case.
    if (!result.current && measure.reporting_only) result.reported = true;
    if (!result.current && !measure.reporting_only) result.not_scored = true;
    for (const char* key : {"not_reported", "unreported"}) {
      const ExampleJson missing = in.contains(key) ? in[key] : ExampleJson::array();
      for (const ExampleJson& id : missing) {
        const std::string text = id.is_string() ? id.get<std::string>() : id.dump();
        if (measure_id(text) == measure.id) result = {.id = measure.id, .reported = false};
      }
    }
    results.push_back(result);
  }
  const auto out = score_measures(terms, results);
  REQUIRE(out.ok());
  const std::vector<std::string> domains{"PCE", "CCPS", "PREV", "RISK"};
  for (std::size_t i = 0; i < domains.size(); ++i) {
    if (!example.expected.contains("domains")) break;
    INFO(example.id << " " << domains[i]);
    CHECK(std::abs(example_double(out.value().domains[i].points) -
                   example.expected["domains"][domains[i]].get<double>()) <= 1e-9);
  }
  const ExampleJson points =
      example.expected.contains("points") ? example.expected["points"] : ExampleJson::object();
  for (const auto& [key, expected] : points.items()) {
    bool known = false;
    for (const MeasureOutcome& measure : out.value().measures) {
      if (measure.measure_id != measure_id(key)) continue;
      known = true;
      INFO(example.id << " " << key);
      CHECK(std::abs(example_double(measure.points) - expected.get<double>()) <= 1e-9);
    }
    CHECK(known);
  }
  check_all(example, {{"score composite", example_double(out.value().score)}});
}

// Section 4.
QualityMeasure minnesota_measure(const std::string& id, const ExampleJson& in) {
  MinnesotaMeasure measure{.stated = {.id = id, .title = "Measure"}};
  if (truth_of(in, "reverse")) measure.stated.direction = Direction::LowerIsBetter;
  measure.stated.weight = rate_or(in, {"weight"}, Rate::whole(1));
  const ExampleJson* const cuts = find(in, {"percentiles", "benchmarks", "cut_points"});
  for (std::size_t i = 0; i < 6; ++i) measure.cut_points.push_back(Rate::whole(1000));
  if (cuts != nullptr) {
    measure.cut_points.clear();
    for (const ExampleJson& cut : *cuts) measure.cut_points.push_back(example_rate(cut));
  }
  const auto resolved = resolve_minnesota_quality({.performance_year = 1, .measures = {measure}});
  REQUIRE(resolved.ok());
  return resolved.value().terms.measures.front();
}

MeasureResult change_of(const std::string& id, const ExampleJson& in) {
  MeasureResult result{.id = id, .prior = std::nullopt, .current = example_rate(in["p2"])};
  if (in.contains("p1") && !in["p1"].is_null()) result.prior = example_rate(in["p1"]);
  return result;
}

void run_scale(const WorkedExample& example) {
  const auto out = scored(minnesota_measure("m", example.inputs), change_of("m", example.inputs));
  check_all(example, {{"achievement", example_double(out.achievement_points)},
                      {"improvement_rel relative relative_change",
                       out.change ? example_double(*out.change) : 0},
                      {"improvement", example_double(out.improvement_points)},
                      {"measure_points points measure", example_double(out.points)}});
}

void run_minnesota_composite(const WorkedExample& example) {
  QualityScorecardTerms terms;
  std::vector<MeasureResult> results;
  for (const ExampleJson& measure : example.inputs["measures"]) {
    const std::string id = "m" + std::to_string(results.size());
    terms.measures.push_back(minnesota_measure(id, measure));
    results.push_back(change_of(id, measure));
  }
  const auto out = score_measures(terms, results);
  REQUIRE(out.ok());
  check_all(example, {{"composite score fraction", example_double(out.value().score)}});
}

void run_minnesota_settlement(const WorkedExample& example) {
  const ExampleJson& in = example.inputs;
  const auto resolved = resolve_minnesota({.performance_year = 3, .model = "integrated"});
  REQUIRE(resolved.ok());
  SharedSavingsTerms terms = resolved.value().terms;
  terms.minimum_savings_rate.value.fixed = rate_or(in, {"threshold"}, Rate::percent(2));
  terms.loss->minimum_rate = terms.minimum_savings_rate;
  terms.sharing_rate.value = rate_or(in, {"share"}, Rate::percent(50));
  terms.loss->share.value = rate_or(in, {"loss_share"}, terms.sharing_rate.value);
  const Ratio lowest =
      Ratio{terms.sharing_rate.value} *
      (Ratio::whole(1) - Ratio{rate_or(in, {"quality_contingent", "q"}, Rate::percent(50))});
  terms.quality.effect.value = ShareEscalator{Rate::from_text(lowest.exact().to_text()).value()};
  auto facts = testing::facts_of(example_dollars(in["target"]), example_dollars(in["actual"]));
  facts.quality.score = rate_or(in, {"quality_fraction", "quality"}, Rate::whole(1));
  const auto out = settle_shared_savings(terms, facts, Rounding{});
  REQUIRE(out.ok());
  check_all(example, {{"payment", in_dollars(out.value().payment)},
                      {"savings", in_dollars(out.value().savings)},
                      {"loss owed", in_dollars(out.value().loss_owed)}});
}

// Section 9: points that are known already, by measure or by domain.
QualityMeasure known_points(const std::string& id, const ExampleJson& measure, Rate most) {
  QualityMeasure known{.id = id, .title = "Measure"};
  const ExampleJson* const points = find(measure, {"points"});
  known.maximum_points = rate_or(measure, {"max", "max_points", "maximum_points"}, most);
  known.weight = rate_or(measure, {"weight"}, Rate::whole(1));
  if (points != nullptr) {
    known.achievement = {{std::nullopt, Rate{}, example_rate(*points)}};
  } else {
    known.achievement = {{std::nullopt, Rate{}, Rate{}}};
  }
  return known;
}

MeasureResult known_result(const std::string& id, const ExampleJson& measure) {
  MeasureResult result{.id = id, .prior = std::nullopt, .current = Rate{}};
  const bool unscored = (measure.contains("scored") && measure["scored"] == false) ||
                        truth_of(measure, "not_scored") || find(measure, {"points"}) == nullptr;
  if (unscored) result = {.id = id, .not_scored = true};
  return result;
}

// Points, maxima and weights of domains as lists side by side become a list of domains.
ExampleJson domains_of(const ExampleJson& in) {
  ExampleJson domains = ExampleJson::array();
  const ExampleJson* const weights = find(in, {"weights", "domain_weights"});
  const auto weigh = [&](const std::string& key, ExampleJson& domain) {
    if (weights == nullptr || domain.contains("weight")) return;
    if (weights->is_number()) domain["weight"] = *weights;
    if (weights->is_array()) domain["weight"] = weights->at(domains.size());
    if (weights->is_object()) domain["weight"] = weights->at(key);
  };
  if (in.contains("domains")) {
    for (const auto& [key, given] : in["domains"].items()) {
      ExampleJson domain = given;
      if (given.is_array()) {  // [points, maximum, weight?]
        domain = ExampleJson{{"points", given[0]}, {"max", given[1]}};
        if (given.size() > 2) domain["weight"] = given[2];
      }
      weigh(key, domain);
      domains.push_back(domain);
    }
  } else if (in.contains("points") && in["points"].is_array()) {
    const ExampleJson& most = *find(in, {"max", "max_points", "maximum"});
    for (const ExampleJson& points : in["points"]) {
      const auto at = domains.size();
      ExampleJson domain{{"points", points}, {"max", most.is_array() ? most[at] : most}};
      weigh("", domain);
      domains.push_back(domain);
    }
  }
  return domains;
}

void run_composite(const WorkedExample& example) {
  const ExampleJson& in = example.inputs;
  const ExampleJson* const all = find(in, {"max_points", "max"});
  const Rate most = all != nullptr && all->is_number() ? example_rate(*all) : Rate::whole(2);
  QualityScorecardTerms terms;
  std::vector<MeasureResult> results;
  const auto add = [&](const ExampleJson& measure, const std::string& domain) {
    const std::string id = "m" + std::to_string(results.size());
    terms.measures.push_back(known_points(id, measure, most));
    terms.measures.back().domain = domain;
    results.push_back(known_result(id, measure));
  };
  const Rate each = rate_or(in, {"weight", "domain_weight"}, Rate::whole(1));
  const ExampleJson domains = domains_of(in);
  for (const ExampleJson& domain : domains) {
    const std::string id = "domain_" + std::to_string(terms.domains.size());
    QualityDomain& added = terms.domains.emplace_back();
    added.id = added.title = id;
    added.weight = rate_or(domain, {"weight"}, each);
    if (domain.contains("measures")) {
      for (const ExampleJson& measure : domain["measures"]) add(measure, id);
    } else {
      ExampleJson whole = domain;
      whole.erase("weight");
      add(whole, id);
    }
  }
  if (domains.empty()) {
    for (const ExampleJson& measure : in["measures"]) add(measure, "");
  }
  const auto out = score_measures(terms, results);
  REQUIRE(out.ok());
  check_all(example, {{"composite score", example_double(out.value().score)},
                      {"points", example_double(out.value().points)},
                      {"max maximum", example_double(out.value().maximum_points)}});
}

// A measure by its result: observed against expected, counts, or a target.
void run_result(const WorkedExample& example) {
  const ExampleJson& in = example.inputs;
  QualityMeasure measure{.id = "m", .title = "Measure"};
  measure.maximum_points = rate_or(in, {"max", "max_points"}, Rate::whole(1));
  if (truth_of(in, "reverse")) measure.direction = Direction::LowerIsBetter;
  measure.target =
      LinearTarget{rate_or(in, {"floor"}, Rate{}), rate_or(in, {"target"}, Rate::whole(1))};
  if (measure.direction == Direction::LowerIsBetter && !in.contains("target")) {
    measure.target = LinearTarget{Rate::whole(1), Rate{}};
  }
  MeasureResult result{.id = "m"};
  if (in.contains("observed")) {
    result.observed = example_rate(in["observed"]);
    result.expected = example_rate(in["expected"]);
  } else if (in.contains("numerator")) {
    result.numerator = in["numerator"].get<std::int64_t>();
    result.denominator = in["denominator"].get<std::int64_t>();
    const ExampleJson* const least = find(in, {"minimum_denominator", "min_denominator"});
    if (least != nullptr) measure.minimum_denominator = least->get<std::int64_t>();
  } else {
    result.current = example_rate(*find(in, {"rate", "current"}));
  }
  const auto out = score_measure(measure, result, Unscored::Reweight);
  if (example.expected.contains("scored")) CHECK(example.expected["scored"] == out.scored);
  check_all(example, {{"oe rate o_e ratio", example_double(out.current)},
                      {"points", example_double(out.points)}});
}

// Improvement by each method: of shares where the results are at most 1, else of percent.
void run_improvement(const WorkedExample& example) {
  const ExampleJson& in = example.inputs;
  QualityMeasure measure{.id = "m", .title = "Measure", .maximum_points = Rate::whole(1)};
  measure.improvement = {{Rate::whole(-1), Rate{}}};
  if (truth_of(in, "reverse")) measure.direction = Direction::LowerIsBetter;
  const bool percent =
      example_rate(in["p1"]) > Rate::whole(1) || example_rate(in["p2"]) > Rate::whole(1);
  if (percent && !truth_of(in, "reverse")) measure.best_value = Rate::whole(100);
  const auto by = [&](ImprovementMethod method) {
    measure.improvement_method = method;
    const auto out = scored(measure, change_of("m", in));
    return out.change ? example_double(*out.change) : 0;
  };
  const double relative = by(ImprovementMethod::Relative);
  const double absolute = by(ImprovementMethod::Absolute);
  const double gap = by(ImprovementMethod::GapClosure);
  const std::string method = in.contains("method") ? in["method"].get<std::string>() : "";
  const double chosen = method.find("gap") != std::string::npos        ? gap
                        : method.find("absolute") != std::string::npos ? absolute
                                                                       : relative;
  check_all(example, {{"relative improvement_rel relative_change", relative},
                      {"absolute change", absolute},
                      {"gap_closure gap gap_closed", gap},
                      {"improvement", chosen}});
}

// Section 8, pay for performance.
void run_performance(const WorkedExample& example) {
  const ExampleJson& in = example.inputs;
  PayForPerformanceTerms terms;
  const ExampleJson* rate = nullptr;
  for (const auto& [form, keys] :
       {std::pair{PerformanceForm::Withhold, std::pair{"withhold", "withhold_rate"}},
        std::pair{PerformanceForm::Bonus, std::pair{"bonus", "bonus_pct"}},
        std::pair{PerformanceForm::Penalty, std::pair{"penalty", "penalty_pct"}}}) {
    const ExampleJson* const found = find(in, {keys.first, keys.second});
    if (found == nullptr || !found->is_number()) continue;
    terms.form = stated(form);
    rate = found;
  }
  REQUIRE(rate != nullptr);
  terms.rate = stated(example_rate(*rate));
  const std::string mode = in.contains("mode") ? in["mode"].get<std::string>() : "";
  if (in.contains("tiers")) {
    PartTiers tiers;
    for (const ExampleJson& tier : in["tiers"]) {
      tiers.tiers.push_back({example_rate(tier[0]), example_rate(tier[1])});
    }
    terms.effect = stated(PerformanceEffect{tiers});
  } else if (find(in, {"threshold"}) != nullptr) {
    terms.effect = stated(PerformanceEffect{AllOrNothing{example_rate(in["threshold"])}});
  } else if (mode == "all_or_nothing") {
    terms.effect = stated(PerformanceEffect{AllOrNothing{Rate::whole(1)}});
  } else {
    terms.effect = stated(PerformanceEffect{
        LinearPart{rate_or(in, {"floor"}, Rate{}), rate_or(in, {"ceiling"}, Rate::whole(1))}});
  }
  PayForPerformanceInput input;
  input.facts = PayForPerformanceFacts{};
  if (const ExampleJson* const base = find(in, {"payments", "base"})) {
    input.facts->base = example_dollars(*base);
  } else {
    input.facts->base_per_member_month = example_dollars(*find(in, {"pmpm", "base_pmpm"}));
    input.member_months = in["member_months"].get<std::int64_t>();
  }
  input.score = Ratio{example_rate(*find(in, {"quality", "score"}))};
  const auto out = settle_pay_for_performance(terms, input, Rounding{});
  REQUIRE(out.ok());
  check_all(example, {{"withheld at_stake", in_dollars(out.value().at_stake)},
                      {"returned bonus payment earned", in_dollars(out.value().payment)},
                      {"forfeited not_earned unearned", in_dollars(out.value().not_earned)},
                      {"penalty owed", in_dollars(out.value().penalty)}});
}

bool pays_for_performance(const ExampleJson& in) {
  const bool at_stake = find(in, {"withhold", "withhold_rate", "bonus", "bonus_pct", "penalty",
                                  "penalty_pct"}) != nullptr;
  return at_stake && find(in, {"quality", "score"}) != nullptr &&
         find(in, {"payments", "base", "pmpm", "base_pmpm"}) != nullptr;
}

void run_section_4(const WorkedExample& example) {
  if (example.asks("target")) return run_minnesota_settlement(example);
  if (example.asks("measures")) return run_minnesota_composite(example);
  if (example.asks("p2")) return run_scale(example);
  FAIL("no runner for the shape of " << example.id);
}

void run_section_3_or_9(const WorkedExample& example) {
  if (example.asks("phase")) return run_mssp_scorecard(example);
  if (example.asks("rate") && find(example.inputs, {"benchmarks", "percentiles"}) != nullptr) {
    return run_points(example);
  }
  const bool listed = example.asks("points") && example.inputs["points"].is_array();
  if (example.asks("measures") || example.asks("domains") || listed) {
    return run_composite(example);
  }
  if (example.asks("p1") && example.asks("p2")) return run_improvement(example);
  if (find(example.inputs, {"observed", "numerator", "rate", "current"}) != nullptr) {
    return run_result(example);
  }
  FAIL("no runner for the shape of " << example.id);
}

TEST_CASE("The worked examples of quality and of pay for performance come out as stated",
          "[examples]") {
  const auto examples = testing::worked_examples(GAINSHARE_DEFAULT_EXAMPLES);
  if (!examples) SKIP_TEST("no worked examples: set GAINSHARE_EXAMPLES to their JSON file");
  int run = 0;
  for (const WorkedExample& example : *examples) {
    INFO(example.id);
    if (example.section == "4") {
      run_section_4(example);
    } else if (example.section == "3" || example.section == "9") {
      run_section_3_or_9(example);
    } else if (example.section == "8" && pays_for_performance(example.inputs)) {
      run_performance(example);
    } else {
      continue;
    }
    ++run;
  }
  if (run == 0) SKIP_TEST("The file has no examples of these sections");
}

}  // namespace
}  // namespace gainshare
