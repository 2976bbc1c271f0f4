// SPDX-License-Identifier: Apache-2.0
// The worked examples of historical benchmarks, and the published benchmarks of twelve ACOs. Their
// trend factors were fitted on the same figures, so they test the arithmetic, not the method.
#include <filesystem>

#include "core/enum_name.h"
#include "core/rounding.h"
#include "rules/per_capita_benchmark.h"
#include "support/builders.h"
#include "support/examples.h"

namespace gainshare {
namespace {

using testing::example_dollars;
using testing::example_rate;
using testing::ExampleJson;
using testing::stated;
using testing::WorkedExample;

double dollars(const Amount& amount) {
  return testing::example_double(Ratio{amount.exact_cents()}) / 100;
}

// One type: spending per capita, risk scores and trends by base year, the last one without trend.
PerCapitaType type_of(const std::string& id, const ExampleJson& in, const ExampleJson& trend) {
  PerCapitaType type{.id = id};
  for (std::size_t i = 0; i < in["E"].size(); ++i) {
    PerCapitaYear year{.year = static_cast<std::int32_t>(i + 1),
                       .per_capita = example_dollars(in["E"][i]),
                       .risk_score = example_rate(in["R"][i])};
    if (i < trend.size()) year.growth = example_rate(trend[i]);
    type.base_years.push_back(year);
  }
  type.base_years.back().person_years = example_rate(in["py_by3"]);
  type.performance_year.person_years = type.base_years.back().person_years;
  type.performance_year.risk_ratio = Rate::whole(1);
  return type;
}

Amount historical_benchmark(const std::vector<Rate>& weights, const ExampleJson& types,
                            const ExampleJson& trend) {
  PerCapitaBenchmarkTerms terms;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    terms.base_years.value.push_back({static_cast<std::int32_t>(i + 1), weights[i]});
  }
  terms.trend.method = stated(GrowthMethod::Stated);
  terms.update.method = stated(GrowthMethod::None);
  terms.risk = RiskRatioTerms{.ratio = stated(RiskRatioBasis::Stated)};
  PerCapitaFacts facts;
  for (const auto& [id, figures] : types.items()) {
    facts.types.push_back(type_of(id, figures, trend.value(id, ExampleJson::array())));
  }
  const auto made = benchmark_per_capita(terms, facts);
  REQUIRE(made.ok());
  return made.value().historical;
}

void run_historical(const WorkedExample& example) {
  const ExampleJson& in = example.inputs;
  std::vector<Rate> weights;
  for (const ExampleJson& weight : in["weights"]) weights.push_back(example_rate(weight));
  const Amount made = historical_benchmark(weights, in["types"], in["trend"]);
  const double wanted = example.expected["hist_benchmark"].get<double>();
  INFO(example.id << ": " << dollars(made));
  CHECK(std::abs(dollars(made) - wanted) <= example.expected.value("tolerance", 0.005));
}

void run_update(const WorkedExample& example) {
  const ExampleJson& in = example.inputs;
  const PerCapitaYear from{.national = example_dollars(in["national"][0]),
                           .regional = example_dollars(in["regional"][0])};
  PerCapitaYear to{.national = example_dollars(in["national"][1]),
                   .regional = example_dollars(in["regional"][1])};
  GrowthTerms terms{.method = stated(GrowthMethod::Blended),
                    .national_weight = stated(example_rate(in["national_weight"]))};
  if (example.asks("ACPT")) {
    to.fixed_growth = example_rate(in["ACPT"]);
    terms.method = stated(GrowthMethod::ThreeWay);
    terms.fixed_weight = stated(Rate::from_text("1/3").value());
  }
  const Growth growth = growth_between(terms, {from, to, to}, std::nullopt);
  example.check("national", *growth.national);
  example.check("regional", *growth.regional);
  example.check("two_way", *growth.blended);
  if (growth.fixed) example.check("three_way", growth.factor);
}

Rate rate_or(const WorkedExample& example, const char* key, Rate otherwise) {
  return example.asks(key) ? example_rate(example.inputs[key]) : otherwise;
}

void run_regional(const WorkedExample& example) {
  const ExampleJson& in = example.inputs;
  const Rate weight = rate_or(example, "weight", Rate::whole(1));
  RegionalAdjustmentTerms terms{.weight_below = stated(weight), .weight_above = stated(weight)};
  if (example.asks("cap_hi")) terms.cap_up = stated(example_rate(in["cap_hi"]));
  // A floor is a share below or above 0, as the file writes it.
  if (example.asks("cap_lo")) {
    const Rate low = example_rate(in["cap_lo"]);
    terms.cap_down = stated(low < Rate{} ? Rate::from_text(low.to_text().substr(1)).value() : low);
  }
  const Ratio relative = Ratio{rate_or(example, "risk_aco", Rate::whole(1))} /
                         Ratio{rate_or(example, "risk_region", Rate::whole(1))};
  const auto out = regional_adjustment(terms,
                                       {{.historical = Amount{example_dollars(in["hb"])},
                                         .regional = example_dollars(in["regional"]),
                                         .relative_risk = relative,
                                         .national = example_dollars(in["national"]),
                                         .proportion = Ratio::whole(1)}},
                                       Ratio{});
  example.check("adjustment", *round(out.overall, Rounding{}));
}

// A regional adjustment that is one number already.
std::optional<RegionalOutcome> as_regional(const WorkedExample& example, const char* key) {
  if (!example.asks(key)) return std::nullopt;
  RegionalOutcome out;
  out.overall = Amount{example_dollars(example.inputs[key])};
  out.dropped = out.overall.sign() < 0;
  return out;
}

void run_prior_savings(const WorkedExample& example) {
  const ExampleJson& in = example.inputs;
  const PriorSavingsTerms terms{.scale = stated(rate_or(example, "scale", Rate::percent(50))),
                                .cap = stated(rate_or(example, "cap", Rate::percent(5)))};
  const auto prior =
      prior_savings_adjustment(terms, {example_dollars(in["avg_prior_per_capita_savings"])},
                               Ratio{rate_or(example, "proration", Rate::whole(1))},
                               Amount{example_dollars(in["national"])});
  example.check("prior_savings_adj", *round(prior.adjustment, Rounding{}));
  const auto regional = as_regional(example, "regional_adj");
  const BenchmarkAdjustment chosen = chosen_adjustment(regional, prior, std::nullopt);
  if (example.expected.contains("applied")) {
    CHECK(example.expected["applied"] == std::string{name_of(kBenchmarkAdjustmentNames, chosen)});
  }
  Amount amount;
  if (chosen == BenchmarkAdjustment::PriorSavings) amount = prior.adjustment;
  if (chosen == BenchmarkAdjustment::Regional) amount = regional->overall;
  example.check("amount", *round(amount, Rounding{}));
}

void run_risk_cap(const WorkedExample& example) {
  const Ratio ratio{example_rate(example.inputs["ratio"])};
  const std::optional<Ratio> up = Ratio{example_rate(example.inputs["cap"])};
  example.check("ratio", capped_risk_ratio(ratio, up, std::nullopt));
}

// Told by the inputs it has.
bool run_example(const WorkedExample& example) {
  if (example.asks("types") && example.asks("weights")) {
    run_historical(example);
  } else if (example.asks("national_weight")) {
    run_update(example);
  } else if (example.asks("avg_prior_per_capita_savings")) {
    run_prior_savings(example);
  } else if (example.asks("hb") && example.asks("regional")) {
    run_regional(example);
  } else if (example.asks("ratio") && example.asks("cap")) {
    run_risk_cap(example);
  } else {
    return false;
  }
  return true;
}

TEST_CASE("The worked examples of historical benchmarks come out as stated", "[examples]") {
  const auto examples = testing::worked_examples(GAINSHARE_DEFAULT_EXAMPLES);
  if (!examples) SKIP_TEST("no worked examples: set GAINSHARE_EXAMPLES to their JSON file");
  int run = 0;
  for (const WorkedExample& example : *examples) {
    INFO(example.id);
    if (example.section == "2" && example.id.front() == 'H' && run_example(example)) ++run;
  }
  if (run == 0) SKIP_TEST("The file has no examples of historical benchmarks");
}

TEST_CASE("The historical benchmarks of twelve ACOs are those that were published") {
  const std::filesystem::path rules =
      std::filesystem::path{GAINSHARE_DEFAULT_EXAMPLES}.parent_path();
  std::ifstream rows{rules / "puf_hist_benchmark_fixtures.json"};
  std::ifstream parameters{rules / "mssp_benchmark_params.json"};
  if (!rows || !parameters) SKIP_TEST("no published historical benchmarks beside the examples");
  const ExampleJson fitted = ExampleJson::parse(parameters)["recovered_national_trend_factors"];
  const std::vector<Rate> weights{Rate::percent(10), Rate::percent(30), Rate::percent(60)};
  const ExampleJson published = ExampleJson::parse(rows)["rows"];
  int run = 0;
  for (const ExampleJson& row : published) {
    // "07/01/2012" against "2012-07-01".
    const std::string us = row["start"];
    const std::string start = us.substr(6) + "-" + us.substr(0, 2) + "-" + us.substr(3, 2);
    for (const ExampleJson& trend : fitted) {
      if (trend["start"] != start) continue;
      const double made = dollars(historical_benchmark(weights, row["types"], trend));
      INFO(row["aco"] << ": " << made);
      CHECK(std::abs(made - row["hist_benchmark"].get<double>()) <= row["tolerance"].get<double>());
      CHECK(std::abs(made - row["recomputed"].get<double>()) < 0.01);
      ++run;
    }
  }
  CHECK(run == 12);
}

// H4 and the equity example stand in the rules and not in every file of examples.
TEST_CASE("A regional adjustment of 1,300 is capped at 5 percent of national spending") {
  run_regional({.id = "H4",
                .section = "2",
                .inputs = ExampleJson::parse(R"({"hb": 10000, "regional": 12000, "risk_aco": 1.05,
                  "risk_region": 1, "weight": 0.5, "national": 10800, "cap_hi": 0.05})"),
                .expected = ExampleJson::parse(R"({"adjustment": 540})")});
}

TEST_CASE("An equity adjustment counts only where it is the highest") {
  const EquityAdjustmentTerms terms{.rate = stated(Rate::percent(5)),
                                    .minimum_share = stated(Rate::percent(15))};
  const Amount national{Money::dollars(11'000)};
  const auto of = [&](std::int64_t regional, int percent) {
    return equity_adjustment(terms, Ratio{Rate::percent(percent)}, national,
                             Amount{Money::dollars(regional)});
  };
  CHECK(of(200, 30).scaler == Amount{Money::dollars(350)});
  CHECK(of(200, 30).adjustment == Amount{Money::dollars(105)});
  CHECK(of(100, 40).adjustment == Amount{Money::dollars(180)});
  RegionalOutcome regional;
  regional.overall = Amount{Money::dollars(200)};
  CHECK(chosen_adjustment(regional, {}, of(200, 30)) == BenchmarkAdjustment::Regional);
  regional.overall = Amount{Money::dollars(100)};
  CHECK(chosen_adjustment(regional, {}, of(100, 40)) == BenchmarkAdjustment::Equity);
}

}  // namespace
}  // namespace gainshare
