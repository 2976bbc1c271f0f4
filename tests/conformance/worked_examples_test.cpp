// SPDX-License-Identifier: Apache-2.0
// The worked examples of the rules, from the file that GAINSHARE_EXAMPLES names: sections 1 and 2
// (settlement). The file belongs to the rules and is read in place.
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "core/enum_name.h"
#include "programs/programs.h"
#include "rules/shared_savings.h"
#include "support/builders.h"
#include "support/catch.h"

namespace gainshare {
namespace {

using nlohmann::json;
using testing::stated;

// A number of the file as the decimal it is printed as, never through its double.
Rate rate_of(const json& number) { return Rate::from_text(number.dump()).value(); }
Rate rate_or(const json& inputs, const char* key, Rate otherwise) {
  return inputs.contains(key) ? rate_of(inputs[key]) : otherwise;
}
Money dollars_of(const json& number) {
  return round(Amount{Ratio{rate_of(number)}.exact() * Rational{100}}, Rounding{}).value();
}
double as_double(const Ratio& ratio) {
  const auto fraction = ratio.exact().to_text();
  const auto slash = fraction.find('/');
  if (slash == std::string::npos) return std::stod(fraction);
  return std::stod(fraction.substr(0, slash)) / std::stod(fraction.substr(slash + 1));
}
double in_dollars(const Amount& amount) {
  return as_double(Ratio{amount.exact_cents() / Rational{100}});
}

struct Example {
  std::string id;
  json inputs;
  json expected;

  bool asks(const char* key) const { return inputs.contains(key); }
  void check(const char* key, double computed) const {
    if (!expected.contains(key)) return;
    // Published amounts are whole dollars, cut or rounded; everything else is exact.
    const std::string quantity = key;
    const bool published = quantity == "earned" || quantity == "owed";
    const double tolerance = published ? expected.value("tolerance", 1.0) : 1e-9;
    INFO(id << " " << key << ": computed " << computed << ", expected " << expected[key]);
    CHECK(std::abs(computed - expected[key].get<double>()) <= tolerance);
  }
};

SharedSavingsOutcome settled(const SharedSavingsTerms& terms, const SharedSavingsFacts& facts) {
  const Issues lacking = check_shared_savings_facts(terms, facts);
  INFO((lacking.empty() ? std::string{} : lacking.front().path + " " + lacking.front().message));
  REQUIRE(lacking.empty());
  const auto result = settle_shared_savings(terms, facts, Rounding{});
  REQUIRE(result.ok());
  return result.value();
}

// Section 1.
QualityTerms generic_quality(const json& inputs) {
  QualityTerms quality;
  const std::string mode = inputs.value("quality_mode", "");
  if (mode == "gate") {
    quality.standard = stated(QualityStandard{.minimum_score = rate_of(inputs["gate_min"])});
  } else if (mode == "escalator") {
    quality.effect = stated(QualityEffect{ShareEscalator{}});
  }
  if (inputs.contains("tiers")) {
    ShareTiers tiers;
    for (const json& tier : inputs["tiers"]) {
      tiers.tiers.push_back({rate_of(tier[0]), rate_of(tier[1])});
    }
    quality.effect = stated(QualityEffect{tiers});
  }
  return quality;
}

SharedSavingsTerms generic_terms(const json& inputs) {
  const auto basis_of = [&inputs](const char* key) {
    return from_name(kBasisNames, inputs.value(key, "first_dollar")).value();
  };
  SharedSavingsTerms terms;
  const bool two_sided = inputs.value("sided", 1) == 2;
  const Rate minimum = rate_or(inputs, "msr", Rate{});
  terms.sides = stated(two_sided ? Sides::TwoSided : Sides::OneSided);
  terms.minimum_savings_rate = stated(MinimumRate{.fixed = minimum});
  terms.savings_basis = stated(basis_of("basis"));
  terms.sharing_rate = stated(rate_or(inputs, "share", Rate::whole(1)));
  if (inputs.contains("cap") && !inputs["cap"].is_null()) {
    const CapOn on = from_name(kCapOnNames, inputs.value("cap_basis", "pool")).value();
    terms.cap = stated(Cap{on, rate_of(inputs["cap"])});
  }
  terms.quality = generic_quality(inputs);
  for (const char* key : {"seq", "sequestration"}) {
    if (inputs.contains(key)) terms.sequestration = stated(rate_of(inputs[key]));
  }
  if (two_sided) {
    LossTerms loss;
    loss.minimum_rate = stated(MinimumRate{.fixed = rate_or(inputs, "mlr", minimum)});
    loss.basis = stated(basis_of("loss_basis"));
    loss.share = stated(LossShare{rate_or(inputs, "loss_share", Rate{})});
    if (inputs.contains("loss_cap") && !inputs["loss_cap"].is_null()) {
      loss.limit.of_benchmark = stated(rate_of(inputs["loss_cap"]));
    }
    terms.loss = loss;
  }
  return terms;
}

void run_generic(const Example& example) {
  const json& in = example.inputs;
  Money benchmark = Money::dollars(1'000'000);
  Money expenditure = benchmark;
  if (example.asks("pool")) {
    expenditure = benchmark - dollars_of(in["pool"]);
  } else {
    const std::int64_t months = in.value("member_months", std::int64_t{1});
    benchmark = Money::cents(dollars_of(in["benchmark"]).in_cents() * months);
    expenditure = Money::cents(dollars_of(in["actual"]).in_cents() * months);
  }
  auto facts = testing::facts_of(benchmark, expenditure);
  if (example.asks("quality")) facts.quality.score = rate_of(in["quality"]);
  const auto out = settled(generic_terms(in), facts);
  example.check("savings", in_dollars(out.savings));
  example.check("rate", as_double(out.savings_rate));
  example.check("pool", in_dollars(out.pool));
  example.check("share", as_double(out.final_sharing_rate));
  example.check("payment", in_dollars(out.payment));
  example.check("loss", in_dollars(out.loss_owed));
  example.check("payer_keeps", in_dollars(out.payer_keeps));
}

// Section 2.
MsspElections elections_for(const json& inputs) {
  static const std::map<std::string, std::string> kTracks{
      {"T1", "track_1"}, {"T2", "track_2"}, {"T3", "track_3"},  {"T1+", "track_1_plus"},
      {"A", "basic_a"},  {"B", "basic_b"},  {"A/B", "basic_a"}, {"C", "basic_c"},
      {"D", "basic_d"},  {"E", "basic_e"},  {"EN", "enhanced"}};
  const std::string track = inputs.contains("level") ? inputs["level"] : inputs["track"];
  MsspElections elections;
  elections.performance_year = inputs.value("py", 2024);
  elections.track = kTracks.at(track);
  const bool one_sided = track == "T1" || track == "A" || track == "B" || track == "A/B";
  if (!one_sided) {
    elections.minimum_rate_stated = true;
    elections.minimum_rate = Rate{};
  }
  if (track == "T2") {
    elections.agreement_start = Date{2016, 1, 1};
    elections.track_year = 3;
  }
  if (inputs.contains("low_revenue")) elections.agreement_start = Date{2024, 1, 1};
  return elections;
}

SharedSavingsTerms program_terms(const json& inputs) {
  const auto resolved = resolve_mssp(elections_for(inputs));
  INFO((resolved.ok() ? std::string{} : resolved.issues().front().message));
  REQUIRE(resolved.ok());
  SharedSavingsTerms terms = resolved.value().terms;
  if (inputs.contains("msr")) {
    terms.minimum_savings_rate = stated(MinimumRate{.fixed = rate_of(inputs["msr"])});
  }
  return terms;
}

QualityResult program_quality(const json& inputs) {
  QualityResult quality;
  quality.score = rate_or(inputs, "quality", Rate::whole(1));
  quality.met_standard = inputs.value("met_qps", true);
  quality.met_alternative_standard = inputs.value("met_alt", false);
  return quality;
}

void run_program_savings(const Example& example) {
  const json& in = example.inputs;
  auto terms = program_terms(in);
  Money benchmark, expenditure;
  if (example.asks("G")) {
    // Only the difference is given: the benchmark follows from the rate, or is large enough that
    // no payment limit binds (and small savings stay below a minimum).
    const Money savings = dollars_of(in["G"]);
    const Ratio rate = in.contains("rate")          ? Ratio{rate_of(in["rate"])}
                       : in.contains("low_revenue") ? Ratio{Rate::basis_points(1)}
                                                    : Ratio{Rate::percent(5)};
    benchmark = round(Amount{savings} / rate, Rounding{}).value();
    expenditure = benchmark - savings;
    const bool reduced = in.contains("low_revenue");
    if (!in.contains("msr")) {
      const Rate minimum = reduced ? Rate::percent(3) : Rate{};
      terms.minimum_savings_rate = stated(MinimumRate{.fixed = minimum});
    }
  } else {
    benchmark = dollars_of(in["benchmark"]);
    expenditure = dollars_of(in["expenditure"]);
  }
  auto facts = testing::facts_of(benchmark, expenditure);
  facts.population.assigned_beneficiaries = in.value("assigned", std::int64_t{10'000});
  facts.quality = program_quality(in);
  if (example.asks("low_revenue")) facts.low_revenue = in["low_revenue"].get<bool>();
  const auto out = settled(terms, facts);
  example.check("final_share", as_double(out.final_sharing_rate));
  example.check("earned", in_dollars(out.payment));
}

void run_program_loss(const Example& example) {
  const json& in = example.inputs;
  auto terms = program_terms(in);
  const Money loss = dollars_of(in["gross_loss"]);
  // Large enough that no limit in percent of the benchmark binds.
  const Money benchmark = Money::cents(loss.in_cents() * 100);
  if (in.contains("loss_cap") && !in["loss_cap"].is_null()) {
    terms.loss->limit.amount = stated(dollars_of(in["loss_cap"]));
  }
  auto facts = testing::facts_of(benchmark, benchmark + loss);
  facts.population.assigned_beneficiaries = 10'000;
  facts.quality = program_quality(in);
  if (in.contains("euc_reduction") && !in["euc_reduction"].is_null()) {
    facts.disaster = DisasterAmount{dollars_of(in["euc_reduction"])};
  }
  const auto out = settled(terms, facts);
  example.check("loss_rate", as_double(out.loss_rate));
  example.check("owed", in_dollars(out.loss_owed));
}

// A loss so large that only the limit speaks.
void run_loss_limit(const Example& example) {
  const json& in = example.inputs;
  const Money benchmark = dollars_of(in["benchmark"]);
  auto facts = testing::facts_of(benchmark, benchmark + benchmark);
  facts.population.assigned_beneficiaries = 10'000;
  facts.quality = program_quality(in);
  if (in.contains("revenue")) facts.participant_revenue = dollars_of(in["revenue"]);
  const auto out = settled(program_terms(in), facts);
  REQUIRE(out.loss_limit.has_value());
  example.check("limit", in_dollars(*out.loss_limit));
  CHECK(out.loss_after_limit == *out.loss_limit);
}

void run_disaster(const Example& example) {
  const json& in = example.inputs;
  SharedSavingsTerms terms = testing::two_sided_terms();
  terms.loss->share = stated(LossShare{Rate::whole(1)});
  terms.loss->limit = {};
  terms.loss->minimum_rate.value.fixed = Rate{};
  terms.loss->disaster_reduction = Source{};
  const Money loss = dollars_of(in["shared_loss"]);
  auto facts = testing::facts_of(loss, loss + loss);
  facts.disaster =
      DisasterPart{in["months_affected"].get<std::int64_t>(), rate_of(in["share_benes_affected"])};
  const auto out = settled(terms, facts);
  example.check("reduction", in_dollars(out.disaster_reduction));
  example.check("owed", in_dollars(out.loss_owed));
}

void run_size_table(const Example& example) {
  const auto resolved = resolve_mssp({.performance_year = 2024, .track = "basic_a"});
  REQUIRE(resolved.ok());
  const Ratio rate = minimum_rate(resolved.value().terms.minimum_savings_rate.value,
                                  example.inputs["assigned"].get<std::int64_t>());
  example.check("msr_percent", as_double(rate * Ratio::whole(100)));
}

// Known terms, only the difference given: earned = G × share × (1 - sequestration).
void run_share_and_sequestration(const Example& example) {
  const json& in = example.inputs;
  SharedSavingsTerms terms = generic_terms({{"seq", in["seq"]}});
  terms.sharing_rate = stated(rate_of(in["final_share"]));
  const Money savings = dollars_of(in["G"]);
  const auto out = settled(terms, testing::facts_of(savings + savings, savings));
  example.check("earned", in_dollars(out.payment));
}

bool run_section_2(const Example& example) {
  if (example.id.front() == 'H') return false;  // historical benchmark: section 2.6
  if (example.expected.contains("msr_percent")) {
    run_size_table(example);
  } else if (example.asks("shared_loss")) {
    run_disaster(example);
  } else if (example.asks("gross_loss")) {
    run_program_loss(example);
  } else if (example.expected.contains("limit")) {
    run_loss_limit(example);
  } else if (example.asks("final_share")) {
    run_share_and_sequestration(example);
  } else {
    run_program_savings(example);
  }
  return true;
}

TEST_CASE("The worked examples of the rules come out as stated", "[examples]") {
  const char* named = std::getenv("GAINSHARE_EXAMPLES");
  const std::string path = named != nullptr ? named : GAINSHARE_DEFAULT_EXAMPLES;
  std::ifstream file{path};
  if (!file) {
    SKIP_TEST("no worked examples at " + path + ": set GAINSHARE_EXAMPLES to their JSON file");
  }
  int run = 0;
  for (const json& entry : json::parse(file)) {
    const Example example{entry["id"], entry["inputs"], entry["expected"]};
    const std::string section = entry["section"];
    INFO(example.id);
    if (section == "1") {
      run_generic(example);
      ++run;
    } else if (section == "2") {
      run += run_section_2(example) ? 1 : 0;
    }
  }
  CHECK(run > 0);
}

}  // namespace
}  // namespace gainshare
