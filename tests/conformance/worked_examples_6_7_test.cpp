// SPDX-License-Identifier: Apache-2.0
// The worked examples of section 6 (HealthPartners: prefunded bonus and withhold; the total cost of
// care is another matter) and 7 (OneCare Vermont), through the programs that they are of.
#include "programs/healthpartners/resolve.h"
#include "programs/onecare_pip/resolve.h"
#include "rules/incentive_pool.h"
#include "rules/prefunded_bonus.h"
#include "rules/withhold.h"
#include "support/builders.h"
#include "support/examples.h"

namespace gainshare {
namespace {

using testing::example_dollars;
using testing::example_rate;
using testing::ExampleJson;
using testing::stated;
using testing::WorkedExample;

void run_prefunded_bonus(const WorkedExample& example) {
  const ExampleJson& in = example.inputs;
  PrefundedBonusTerms own;
  if (example.asks("max_pct_claims")) {
    own.maximum_rate_of_claims = stated(example_rate(in["max_pct_claims"]));
  }
  if (example.asks("annual_interest")) {
    own.annual_interest_rate = stated(example_rate(in["annual_interest"]));
  }
  own.interest_days = stated(in.value("days", std::int64_t{0}));
  const auto resolved = resolve_prefunded_bonus(2024, own);
  REQUIRE(resolved.ok());
  const auto out = settle_prefunded_bonus(resolved.value().terms,
                                          {.claims_subject = example_dollars(in["claims"]),
                                           .benchmark = example_dollars(in["target"]),
                                           .expenditure = example_dollars(in["actual"]),
                                           .quality_met = in.value("quality_met", true)},
                                          Rounding{});
  REQUIRE(out.ok());
  example.check("prefund", out.value().prefund);
  example.check("savings", out.value().savings);
  example.check("earned", out.value().earned);
  example.check("unearned", out.value().unearned);
  example.check("interest", out.value().interest);
  example.check("employer_keeps", out.value().payer_keeps);
}

// The first input whose name is one of these.
const ExampleJson* input(const WorkedExample& example, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    if (example.asks(name)) return &example.inputs[name];
  }
  return nullptr;
}

// Goals as [weight, met], as {"weight", "met"}, or as weights with the met ones beside them.
void read_goals(const WorkedExample& example, WithholdTerms& terms, std::vector<GoalResult>& met) {
  const ExampleJson* const goals = input(example, {"goals", "goal_weights", "weights"});
  REQUIRE(goals != nullptr);
  const ExampleJson* const beside = input(example, {"goals_met", "met"});
  std::size_t i = 0;
  for (const ExampleJson& goal : *goals) {
    const std::string id = "goal_" + std::to_string(i);
    const ExampleJson& weight = goal.is_array()    ? goal[0]
                                : goal.is_object() ? goal["weight"]
                                                   : goal;
    const bool is_met = goal.is_array()    ? goal[1].get<bool>()
                        : goal.is_object() ? goal["met"].get<bool>()
                                           : (*beside)[i].get<bool>();
    terms.goals.push_back({.id = id, .title = id, .weight = example_rate(weight)});
    met.push_back({.id = id, .met = is_met});
    ++i;
  }
}

void run_withhold(const WorkedExample& example) {
  PartnersInProgressElections elections{.performance_year = 2024};
  const ExampleJson* const rate =
      input(example, {"withhold", "withhold_pct", "withhold_rate", "pct", "rate"});
  const ExampleJson* const interest =
      input(example, {"annual_interest", "interest", "annual_rate", "interest_rate"});
  const ExampleJson* const monthly = input(example, {"monthly_payments", "monthly_payment",
                                                     "payments_per_month", "monthly", "payments"});
  REQUIRE(rate != nullptr);
  REQUIRE(interest != nullptr);
  REQUIRE(monthly != nullptr);
  elections.withhold_rates = {{"primary_care", example_rate(*rate)}};
  elections.stated.annual_interest_rate = stated(example_rate(*interest));
  std::vector<GoalResult> goals;
  read_goals(example, elections.stated, goals);
  if (example.inputs.value("all_or_nothing", false)) {
    elections.stated.earning = stated(WithholdEarning::AllOrNothing);
  }
  const auto resolved = resolve_partners_in_progress(elections);
  REQUIRE(resolved.ok());
  const WithholdFacts facts{.months = {{{"primary_care", example_dollars(*monthly)}}},
                            .month_count = example.inputs.value("months", std::int64_t{12})};
  const auto out = settle_withhold(resolved.value().terms, facts, goals, Rounding{});
  REQUIRE(out.ok());
  for (const char* key : {"balance", "account_balance"}) example.check(key, out.value().balance);
  for (const char* key : {"provider", "earned", "to_provider"}) {
    example.check(key, out.value().earned);
  }
  for (const char* key : {"employer", "returned", "to_employer"}) {
    example.check(key, out.value().returned);
  }
}

void run_incentive_pool(const WorkedExample& example) {
  const ExampleJson& in = example.inputs;
  const auto resolved = resolve_onecare_pool({.performance_year = 2021});
  REQUIRE(resolved.ok());
  IncentivePoolTerms terms = resolved.value().terms;
  if (example.asks("pip_pct")) terms.pool_rate = stated(example_rate(in["pip_pct"]));
  IncentivePoolFacts facts;
  for (const auto& [id, changes] : in["hsa"].items()) {
    AreaFacts area{.id = id, .title = id};
    for (std::size_t m = 0; m < terms.measures.value.size(); ++m) {
      area.results.push_back({.measure = terms.measures.value[m].id,
                              .change = example_rate(changes[m]),
                              .prior = std::nullopt,
                              .current = std::nullopt});
    }
    facts.areas.push_back(area);
  }
  const auto settled =
      settle_incentive_pool(terms, facts, example_dollars(in["program_savings"]), Rounding{});
  REQUIRE(settled.ok());
  const IncentivePoolOutcome& out = settled.value();
  example.check("pip", out.pool);
  example.check("settlement_90", out.settlement);
  const auto map = [&](const char* key) { return example.expected.value(key, ExampleJson{}); };
  for (std::size_t m = 0; m < map("averages").size(); ++m) {
    CHECK(Ratio{example_rate(map("averages")[m])} == out.averages[m]);
  }
  for (const AreaOutcome& area : out.areas) {
    INFO(example.id << " " << area.area_id);
    if (map("points").contains(area.area_id)) {
      CHECK(Ratio{example_rate(map("points")[area.area_id])} == area.points);
    }
    if (map("shares").contains(area.area_id)) {
      CHECK(example_dollars(map("shares")[area.area_id]) == area.pool_share);
    }
  }
}

TEST_CASE("The worked examples of HealthPartners and OneCare Vermont come out as stated",
          "[examples]") {
  const auto examples = testing::worked_examples(GAINSHARE_DEFAULT_EXAMPLES);
  if (!examples) SKIP_TEST("no worked examples: set GAINSHARE_EXAMPLES to their JSON file");
  int run = 0;
  for (const WorkedExample& example : *examples) {
    INFO(example.id);
    if (example.asks("program_savings") && example.asks("hsa")) {
      run_incentive_pool(example);
    } else if (example.section == "6" && example.asks("claims")) {
      run_prefunded_bonus(example);
    } else if (example.section == "6" && !example.asks("group")) {
      run_withhold(example);
    } else {
      continue;
    }
    ++run;
  }
  if (run == 0) SKIP_TEST("The file has no examples of these sections");
}

// HP4 stands in the rules and not in every file of examples.
TEST_CASE("Twelve months of 1,000,000 at 5 percent and 2.4 percent interest") {
  run_withhold({.id = "HP4",
                .section = "6",
                .inputs = ExampleJson::parse(R"({"monthly_payments": 1000000, "withhold": 0.05,
                  "annual_interest": 0.024, "months": 12,
                  "goals": [[0.5, true], [0.3, true], [0.2, false]]})"),
                .expected = ExampleJson::parse(
                    R"({"balance": 607857.49, "provider": 486285.99, "employer": 121571.50})")});
}

}  // namespace
}  // namespace gainshare
