// SPDX-License-Identifier: Apache-2.0
// The worked examples of section 8 that are neither episodes nor pay for performance: capitation,
// care management, grants. From the file that GAINSHARE_EXAMPLES names; each shape is told by the
// inputs it has.
#include <cmath>
#include <initializer_list>
#include <string>

#include "programs/cpc_plus/resolve.h"
#include "rules/capitation.h"
#include "rules/infrastructure_grant.h"
#include "rules/management_payment.h"
#include "support/builders.h"
#include "support/catch.h"
#include "support/examples.h"

namespace gainshare {
namespace {

using testing::example_dollars;
using testing::example_rate;
using testing::ExampleJson;
using testing::PaymentShape;
using testing::stated;
using testing::WorkedExample;

// The first of the names that the inputs have.
const ExampleJson* find(const ExampleJson& in, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    if (in.contains(name) && !in[name].is_null()) return &in[name];
  }
  return nullptr;
}

void check_amount(const WorkedExample& example, std::initializer_list<const char*> names,
                  Money computed) {
  const ExampleJson* const expected = find(example.expected, names);
  REQUIRE(expected != nullptr);
  INFO(example.id << ": computed " << computed.in_cents() << " cents, expected " << *expected);
  CHECK(std::abs(static_cast<double>(computed.in_cents()) / 100 - expected->get<double>()) < 0.005);
}

std::optional<std::int64_t> whole(const ExampleJson* number) {
  if (number == nullptr) return std::nullopt;
  return static_cast<std::int64_t>(std::llround(number->get<double>()));
}

void run_capitation(const WorkedExample& example) {
  const ExampleJson& in = example.inputs;
  CapitationTerms terms;
  CapitationInput input;
  input.facts.member_months = whole(find(in, {"member_months"}));
  input.facts.members = whole(find(in, {"members"}));
  input.facts.months = whole(find(in, {"months"}));
  if (input.facts.members && !input.facts.months) input.facts.months = 12;
  const ExampleJson* const share = find(in, {"pct", "percent", "premium_share", "share"});
  if (share != nullptr) {
    terms.base =
        stated(std::variant<CapitationRate, PremiumShare>{PremiumShare{example_rate(*share)}});
    const ExampleJson* const monthly = find(in, {"premium_pmpm"});
    const ExampleJson* const premium = find(in, {"premium"});
    REQUIRE((monthly != nullptr || premium != nullptr));
    if (monthly != nullptr) {
      input.facts.premium_per_member_month = example_dollars(*monthly);
    } else if (member_months_of(input)) {
      input.facts.premium_per_member_month = example_dollars(*premium);
    } else {
      input.facts.premium = example_dollars(*premium);
    }
  } else {
    const ExampleJson* const rate = find(in, {"base_pmpm", "pmpm", "rate"});
    REQUIRE(rate != nullptr);
    terms.base =
        stated(std::variant<CapitationRate, PremiumShare>{CapitationRate{example_dollars(*rate)}});
  }
  if (const ExampleJson* const trend = find(in, {"trend"})) {
    terms.trend_factor = stated(example_rate(*trend));
  }
  if (const ExampleJson* const risk = find(in, {"raf", "risk_score", "risk"})) {
    terms.risk_adjusted = stated(true);
    input.facts.risk_score = example_rate(*risk);
  }
  REQUIRE(check_capitation_input(terms, input).empty());
  const auto settled = settle_capitation(terms, input, Rounding{});
  REQUIRE(settled.ok());
  check_amount(example, {"capitation", "payment"}, settled.value().payment);
}

// "6", 6 or "tier_1" of a list or an object of tiers, in the order of the file.
std::vector<ExampleJson> values_of(const ExampleJson& list) {
  std::vector<ExampleJson> values;
  for (const ExampleJson& value : list) values.push_back(value);
  return values;
}

// CPC+'s fees by tier, for an example that names the track and leaves them to the rules.
std::vector<CareTier> tiers_of(const ExampleJson& in) {
  std::vector<CareTier> tiers;
  if (const ExampleJson* const track = find(in, {"track"})) {
    const std::string text = track->is_string() ? track->get<std::string>() : track->dump();
    const auto resolved = resolve_cpc_plus(2018, "track_" + text.substr(text.size() - 1));
    REQUIRE(resolved.ok());
    return resolved.value().terms.tiers;
  }
  const ExampleJson* const fees = find(in, {"tiers", "pmpm", "fees", "pmpm_by_tier"});
  if (fees == nullptr) return tiers;
  for (const ExampleJson& fee : values_of(*fees)) {
    tiers.push_back({.id = "tier_" + std::to_string(tiers.size() + 1),
                     .title = "Tier",
                     .per_member_month = example_dollars(fee),
                     .source = {}});
  }
  return tiers;
}

void run_management(const WorkedExample& example) {
  const ExampleJson& in = example.inputs;
  ManagementPaymentTerms terms;
  ManagementPaymentInput input;
  terms.tiers = tiers_of(in);
  const ExampleJson* const months = find(in, {"member_months", "months", "member_months_by_tier"});
  REQUIRE(months != nullptr);
  // One number of member months: no fees, or those of one tier.
  if (terms.tiers.empty()) {
    terms.tiers.push_back({.id = "all", .title = "All", .per_member_month = Money{}, .source = {}});
  }
  const std::vector<ExampleJson> counts =
      months->is_number() ? std::vector<ExampleJson>{*months} : values_of(*months);
  REQUIRE(counts.size() <= terms.tiers.size());
  for (std::size_t i = 0; i < terms.tiers.size(); ++i) {
    const std::int64_t count = i < counts.size() ? *whole(&counts[i]) : 0;
    input.months.push_back({.tier = terms.tiers[i].id, .member_months = count});
  }
  if (const ExampleJson* const incentive = find(in, {"pbip"})) {
    terms.performance_part = PerformancePart{};
    terms.performance_part->per_member_month = stated(example_dollars(*incentive));
    terms.performance_part->kept = stated(PerformanceEffect{LinearPart{}});
    const ExampleJson* const score = find(in, {"score", "quality", "performance", "kept"});
    REQUIRE(score != nullptr);
    input.score = Ratio{example_rate(*score)};
  }
  REQUIRE(check_management_payment(terms, input).empty());
  const auto settled = settle_management_payment(terms, input, Rounding{});
  REQUIRE(settled.ok());
  const ManagementPaymentOutcome& out = settled.value();
  bool checked = false;
  const auto check = [&](const char* name, Money computed) {
    checked = checked || example.expected.contains(name);
    example.check(name, computed);
  };
  for (const char* name : {"fees", "care_management", "management"}) check(name, out.fees);
  check("payment", out.payment);
  if (out.performance) {
    for (const char* name : {"paid", "advance"}) check(name, out.performance->at_stake);
    check("kept", out.performance->payment);
    for (const char* name : {"returned", "repaid"}) check(name, out.performance->not_earned);
  }
  CHECK(checked);
}

void run_grant(const WorkedExample& example) {
  InfrastructureGrantTerms terms;
  std::vector<MilestoneResult> results;
  for (const ExampleJson& milestone : example.inputs["milestones"]) {
    const ExampleJson* const amount = find(milestone, {"amount", "dollars"});
    const ExampleJson* const met = find(milestone, {"met", "earned"});
    REQUIRE(amount != nullptr);
    REQUIRE(met != nullptr);
    const std::string id = "m" + std::to_string(results.size());
    terms.milestones.value.push_back(
        {.id = id, .title = "Milestone", .amount = example_dollars(*amount)});
    results.push_back({.id = id, .met = met->get<bool>()});
  }
  const InfrastructureGrantOutcome out = settle_infrastructure_grant(terms, results);
  bool checked = false;
  const auto check = [&](const char* name, Money computed) {
    checked = checked || example.expected.contains(name);
    example.check(name, computed);
  };
  for (const char* name : {"payment", "paid", "released"}) check(name, out.payment);
  for (const char* name : {"unpaid", "unearned"}) check(name, out.unearned);
  CHECK(checked);
}

// The file has no example of these two yet: what their shapes are taken to be is tried here.
TEST_CASE("Care management and grants are told by their inputs") {
  const auto example = [](const char* inputs, const char* expected) {
    return WorkedExample{.id = "own",
                         .section = "8",
                         .inputs = ExampleJson::parse(inputs),
                         .expected = ExampleJson::parse(expected)};
  };
  const auto care = example(
      R"({"track": 1, "member_months": [12000, 6000, 3000, 1200], "pbip": 2.5, "score": 0.8})",
      R"({"fees": 204000, "paid": 55500, "kept": 44400, "returned": 11100, "payment": 248400})");
  REQUIRE(testing::shape_of(care) == PaymentShape::Management);
  run_management(care);
  const auto grant = example(
      R"({"milestones": [{"amount": 200000, "met": true}, {"amount": 50000, "met": false}]})",
      R"({"paid": 200000, "unpaid": 50000})");
  REQUIRE(testing::shape_of(grant) == PaymentShape::Grant);
  run_grant(grant);
}

TEST_CASE("The worked examples of section 8 come out as stated", "[examples]") {
  const auto examples = testing::worked_examples(GAINSHARE_DEFAULT_EXAMPLES);
  if (!examples) SKIP_TEST("no worked examples: set GAINSHARE_EXAMPLES to their JSON file");
  int run = 0;
  for (const WorkedExample& example : *examples) {
    if (example.section != "8") continue;
    INFO(example.id);
    const PaymentShape shape = testing::shape_of(example);
    CHECK(shape != PaymentShape::Unknown);
    // Episodes and pay for performance have tests of their own.
    if (shape == PaymentShape::Capitation) run_capitation(example);
    if (shape == PaymentShape::Management) run_management(example);
    if (shape == PaymentShape::Grant) run_grant(example);
    ++run;
  }
  if (run == 0) SKIP_TEST("The file has no examples of these sections");
}

}  // namespace
}  // namespace gainshare
