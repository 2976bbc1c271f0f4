// SPDX-License-Identifier: Apache-2.0
// The worked examples of sections 5 (Pioneer, Next Generation, REACH) and 8 (episodes), from the
// file that GAINSHARE_EXAMPLES names. Each shape is told by the inputs it has.
#include <cmath>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "rules/episode_payment.h"
#include "rules/risk_corridor.h"
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

double in_dollars(const Amount& amount) {
  return example_double(Ratio{amount.exact_cents() / Rational{100}});
}

// Every expected figure must be one that the shape gives, under one of its names.
struct Given {
  std::string_view names;  // separated by spaces
  double value;
};
void check_all(const WorkedExample& example, std::initializer_list<Given> given) {
  for (const auto& [key, expected] : example.expected.items()) {
    if (!expected.is_number()) continue;
    bool known = false;
    for (const Given& figure : given) {
      const std::string names = " " + std::string{figure.names} + " ";
      if (names.find(" " + key + " ") == std::string::npos) continue;
      known = true;
      INFO(example.id << " " << key << ": computed " << figure.value << ", expected " << expected);
      CHECK(std::abs(figure.value - expected.get<double>()) <= 1e-6);
    }
    INFO(example.id << " " << key);
    CHECK(known);
  }
}

std::optional<Term<Rate>> rate_if(const ExampleJson& in, std::initializer_list<const char*> keys) {
  for (const char* key : keys) {
    if (in.contains(key) && !in[key].is_null()) return stated(example_rate(in[key]));
  }
  return std::nullopt;
}

Corridors corridors_of(const ExampleJson& in) {
  Corridors corridors;
  if (in.contains("bands")) {
    for (const ExampleJson& band : in["bands"]) {
      CorridorBand& added = corridors.emplace_back();
      if (!band[0].is_null()) added.up_to = example_rate(band[0]);
      added.share = example_rate(band[1]);
    }
  }
  if (corridors.empty()) corridors.push_back({.share = Rate::whole(1)});
  return corridors;
}

// A rate of the benchmark through the bands: 100 million make every example a whole amount.
void run_bands(const WorkedExample& example) {
  const Amount benchmark = Money::dollars(100'000'000);
  const Ratio rate = example_rate(example.inputs["rate"]);
  const bool loss = rate.sign() < 0;
  const Amount to_share = benchmark * (loss ? Ratio{} - rate : rate);
  Amount shared;
  for (const CorridorSlice& part : slice(corridors_of(example.inputs), to_share, benchmark)) {
    shared = shared + part.shared;
  }
  const double part = example_double((loss ? -shared : shared) / benchmark);
  check_all(example, {Given{"shared shared_rate", part}});
}

// Next Generation and REACH: a benchmark that is lowered first.
void run_corridor(const WorkedExample& example) {
  const ExampleJson& in = example.inputs;
  RiskCorridorTerms terms;
  if (const auto discount = rate_if(in, {"discount"})) {
    terms.discount = {{.id = "discount", .title = "Discount", .rate = discount->value}};
  }
  terms.quality_withhold = rate_if(in, {"withhold", "quality_withhold"});
  terms.gross_cap = rate_if(in, {"cap"});
  terms.savings_corridors = corridors_of(in);
  terms.loss_corridors = terms.savings_corridors;
  if (const auto share = rate_if(in, {"share"})) terms.share = *share;
  if (const auto rate = rate_if(in, {"sequestration", "seq"})) terms.sequestration = *rate;
  RiskCorridorInput input{.benchmark = example_dollars(in["benchmark"]),
                          .expenditure = example_dollars(in["expenditure"])};
  input.score = Rate::whole(1);
  if (const auto score = rate_if(in, {"quality", "quality_score"})) input.score = score->value;
  const auto settled = settle_risk_corridor(terms, input, Rounding{});
  REQUIRE(settled.ok());
  const RiskCorridorOutcome& out = settled.value();
  const double before = in_dollars(out.savings_side.shared - out.loss_side.shared);
  const double paid = in_dollars(Amount{out.payment - out.loss_owed});
  const bool sequestered = terms.sequestration.value != Rate{};
  const bool apart = example.expected.contains("after_sequestration");
  check_all(example,
            {Given{"b1 B1 discounted discounted_benchmark benchmark_discounted",
                   in_dollars(out.discounted_benchmark)},
             Given{"b2 B2 adjusted adjusted_benchmark", in_dollars(out.adjusted_benchmark)},
             Given{"gross gross_savings", in_dollars(out.gross)},
             Given{"rate gross_rate", example_double(out.rate)},
             Given{"capped capped_gross", in_dollars(out.capped_gross)},
             Given{"shared payment settlement", sequestered && !apart ? paid : before},
             Given{"after_sequestration net paid", paid},
             Given{"owed loss", in_dollars(Amount{out.loss_owed})}});
}

void run_pioneer(const WorkedExample& example) {
  const ExampleJson& in = example.inputs;
  SharedSavingsTerms terms = testing::two_sided_terms();
  terms.minimum_savings_rate = stated(MinimumRate{.fixed = example_rate(in["msr"])});
  terms.loss->minimum_rate = terms.minimum_savings_rate;
  terms.sharing_rate = stated(example_rate(in["share"]));
  terms.loss->share = stated(LossShare{example_rate(in["share"])});
  terms.cap = stated(Cap{CapOn::Payment, example_rate(in["cap"])});
  terms.loss->limit.of_benchmark = stated(example_rate(in["cap"]));
  terms.quality.effect = stated(QualityEffect{ShareEscalator{}});
  auto facts =
      testing::facts_of(example_dollars(in["benchmark"]), example_dollars(in["expenditure"]));
  facts.quality.score = example_rate(in["quality"]);
  const auto settled = settle_shared_savings(terms, facts, Rounding{});
  REQUIRE(settled.ok());
  check_all(example, {Given{"payment", in_dollars(settled.value().payment)},
                      Given{"owed loss", in_dollars(settled.value().loss_owed)}});
}

void run_episodes(const WorkedExample& example) {
  const ExampleJson& in = example.inputs;
  EpisodePaymentTerms terms;
  terms.stop_gain = rate_if(in, {"stop", "stop_gain"});
  terms.stop_loss = rate_if(in, {"stop", "stop_loss"});
  terms.discount = rate_if(in, {"discount"});
  EpisodeFacts facts;
  EpisodeGroup& group = facts.groups.emplace_back();
  group.id = "episodes";
  group.count = in.contains("n") ? in["n"].get<std::int64_t>() : in["episodes"].get<std::int64_t>();
  group.actual = example_dollars(in["actual"]);
  if (in.contains("target")) group.target_price = example_dollars(in["target"]);
  if (in.contains("hbp")) group.historical_price = example_dollars(in["hbp"]);
  if (in.contains("pcma")) group.case_mix = example_rate(in["pcma"]);
  if (in.contains("pat")) group.peer_trend = example_rate(in["pat"]);
  EpisodeInput input{.episodes = facts};
  if (in.contains("cqs")) {
    input.score = example_rate(in["cqs"]);
    terms.quality = stated(EpisodeQuality{ScoreAdjustment{example_rate(in["cqs_max_adj"])}});
  }
  REQUIRE(check_episode_facts(terms, input).empty());
  const auto settled = settle_episodes(terms, input, Rounding{});
  REQUIRE(settled.ok());
  const EpisodePaymentOutcome& out = settled.value();
  const EpisodeGroupOutcome& only = out.groups.front();
  check_all(
      example,
      {Given{"benchmark_price", in_dollars(only.benchmark_price)},
       Given{"target_price", in_dollars(only.target_price)},
       Given{"total_target", in_dollars(out.target)}, Given{"raw", in_dollars(out.reconciliation)},
       Given{"cqs_adjusted", in_dollars(out.adjusted_gain - out.adjusted_loss)},
       Given{"final reconciliation", in_dollars(Amount{out.payment - out.repayment})}});
}

TEST_CASE("The worked examples of sections 5 and 8 come out as stated", "[examples]") {
  const auto examples = testing::worked_examples(GAINSHARE_DEFAULT_EXAMPLES);
  if (!examples) SKIP_TEST("no worked examples: set GAINSHARE_EXAMPLES to their JSON file");
  int run = 0;
  for (const WorkedExample& example : *examples) {
    INFO(example.id);
    const bool episodes =
        example.section == "8" && testing::shape_of(example) == testing::PaymentShape::Episodes;
    if (example.section != "5" && !episodes) continue;
    ++run;
    if (episodes) {
      run_episodes(example);
    } else if (example.asks("rate")) {
      run_bands(example);
    } else if (example.asks("msr")) {
      run_pioneer(example);
    } else {
      run_corridor(example);
    }
  }
  if (run == 0) SKIP_TEST("The file has no examples of these sections");
}

}  // namespace
}  // namespace gainshare
