// SPDX-License-Identifier: Apache-2.0
// The worked examples of section 12, distribution inside the ACO. An example says what it is by the
// shape of its inputs; one that has a shape or a key that is not known here fails.
#include <set>

#include "core/enum_name.h"
#include "rules/distribution.h"
#include "support/examples.h"

namespace gainshare {
namespace {

using testing::example_dollars;
using testing::example_rate;
using testing::ExampleJson;
using testing::WorkedExample;

bool is_one_of(const std::string& key, const std::set<std::string>& names) {
  return names.count(key) > 0;
}

const std::set<std::string> kRetain{"retain", "retain_pct", "retain_rate", "retained_pct"};
const std::set<std::string> kGateMinimum{
    "gate", "quality_gate", "min_quality", "minimum_quality", "quality_min", "gate_min_quality"};
const std::set<std::string> kGateFailed{"failed",       "on_fail",      "gate_failed",
                                        "failed_share", "redistribute", "gate_mode"};

const ExampleJson* input(const ExampleJson& inputs, const std::set<std::string>& names) {
  for (const auto& [key, value] : inputs.items()) {
    if (is_one_of(key, names) && !value.is_null()) return &value;
  }
  return nullptr;
}

// A map of values by member: its factor. "panel" and "savings" are the panel's savings.
std::optional<Factor> factor_of(const std::string& key) {
  if (is_one_of(key, {"panel", "savings", "panel_saving"})) return Factor::PanelSavings;
  if (is_one_of(key, {"fixed_shares", "fixed_pct"})) return Factor::Fixed;
  return from_name(kFactorNames, key);
}

// The pool whose members are given: the one that the expected figures do not name.
std::string shared_pool(const WorkedExample& example) {
  if (!example.asks("pools")) return "all";
  std::string shared;
  for (const auto& [id, share] : example.inputs["pools"].items()) {
    if (id == "groups") return id;
    if (shared.empty() && !example.expected.contains(id)) shared = id;
  }
  return shared;
}

void set(ParticipantFacts& facts, Factor factor, const ExampleJson& value) {
  if (factor == Factor::Lives) facts.lives = value.get<std::int64_t>();
  if (factor == Factor::PanelSavings) {
    // The reader of amounts knows no sign.
    const bool negative = value.dump().front() == '-';
    const Money size = example_dollars(ExampleJson::parse(value.dump().substr(negative ? 1 : 0)));
    facts.panel_savings = negative ? -size : size;
  }
  if (factor == Factor::Quality) facts.quality = example_rate(value);
  if (factor == Factor::Satisfaction) facts.satisfaction = example_rate(value);
  if (factor == Factor::Access) facts.access = example_rate(value);
  if (factor == Factor::Citizenship) facts.citizenship = example_rate(value);
}

struct Split {
  DistributionTerms terms;
  std::vector<ParticipantFacts> facts;
};

// Members and their facts from every map of a factor, in the order in which they are first named.
void read_members(const WorkedExample& example, DistributionPool& pool,
                  std::vector<ParticipantFacts>& facts) {
  for (const auto& [key, values] : example.inputs.items()) {
    const auto factor = factor_of(key);
    if (!factor || !values.is_object()) continue;
    // Quality beside another factor and a gate is what the gate looks at.
    const bool only_for_gate = *factor == Factor::Quality &&
                               input(example.inputs, kGateMinimum) != nullptr &&
                               (example.asks("lives") || example.asks("panel_savings"));
    if (!example.asks("weights") && !only_for_gate) {
      pool.by.push_back({*factor, Rate::whole(1)});
    }
    for (const auto& [id, value] : values.items()) {
      auto found = std::find_if(facts.begin(), facts.end(),
                                [&id = id](const ParticipantFacts& f) { return f.id == id; });
      if (found == facts.end()) {
        pool.members.push_back({.id = id, .title = id});
        found = facts.insert(facts.end(), ParticipantFacts{.id = id});
      }
      const auto index = static_cast<std::size_t>(found - facts.begin());
      if (*factor == Factor::Fixed) pool.members[index].fixed_share = example_rate(value);
      set(*found, *factor, value);
    }
  }
  if (!example.asks("weights")) return;
  for (const auto& [key, weight] : example.inputs["weights"].items()) {
    const auto factor = factor_of(key);
    INFO("weight of " << key);
    REQUIRE(factor.has_value());
    pool.by.push_back({*factor, example_rate(weight)});
  }
}

std::optional<Gate> read_gate(const WorkedExample& example) {
  const ExampleJson* const stated = input(example.inputs, kGateMinimum);
  if (stated == nullptr) return std::nullopt;
  const ExampleJson* minimum = stated;
  const ExampleJson* failed = input(example.inputs, kGateFailed);
  if (stated->is_object()) {
    minimum = input(*stated, kGateMinimum);
    if (minimum == nullptr) minimum = input(*stated, {"quality", "minimum", "min"});
    if (failed == nullptr) failed = input(*stated, kGateFailed);
  }
  REQUIRE(minimum != nullptr);
  Gate gate{.minimums = {{Factor::Quality, example_rate(*minimum)}}};
  if (failed == nullptr) return gate;
  const bool redistributes = failed->is_boolean()
                                 ? failed->get<bool>()
                                 : failed->get<std::string>().substr(0, 12) == "redistribute";
  gate.failed = redistributes ? FailedShare::Redistribute : FailedShare::Retain;
  return gate;
}

Split read_split(const WorkedExample& example) {
  Split split;
  const ExampleJson* const retain = input(example.inputs, kRetain);
  if (retain != nullptr) split.terms.split.retain_rate = example_rate(*retain);
  const ExampleJson whole = ExampleJson::parse(R"({"all": 1})");
  const ExampleJson& pools = example.asks("pools") ? example.inputs["pools"] : whole;
  const std::string shared = shared_pool(example);
  for (const auto& [id, share] : pools.items()) {
    DistributionPool pool{.id = id, .title = id, .share = example_rate(share)};
    if (id == shared) {
      read_members(example, pool, split.facts);
      pool.gate = read_gate(example);
    }
    split.terms.split.pools.push_back(pool);
  }
  return split;
}

void check_keys(const WorkedExample& example) {
  for (const auto& [key, value] : example.inputs.items()) {
    const bool known = is_one_of(key, {"payment", "pools", "weights"}) || is_one_of(key, kRetain) ||
                       is_one_of(key, kGateMinimum) || is_one_of(key, kGateFailed) ||
                       factor_of(key).has_value();
    INFO("input " << key << " is not known");
    CHECK(known);
  }
}

// Every figure that the example expects, by the name of a pool or member.
void check_figures(const WorkedExample& example, const SplitOutcome& out) {
  std::map<std::string, Money> amounts{{"payment", out.amount}};
  // "Retained" may count what a gate keeps too.
  const bool keeps_more = out.kept != out.retained;
  const Money stated = example.expected.contains("retained")
                           ? example_dollars(example.expected["retained"])
                           : out.retained;
  amounts["retained"] = keeps_more && stated == out.kept ? out.kept : out.retained;
  for (const char* key : {"kept", "undistributed", "unallocated"}) amounts[key] = out.kept;
  for (const PoolOutcome& pool : out.pools) {
    amounts[pool.id] = pool.amount;
    for (const MemberOutcome& member : pool.members) amounts[member.id] = member.amount;
  }
  for (const auto& [key, value] : example.expected.items()) {
    INFO(example.id << ": nothing here is called " << key);
    REQUIRE(amounts.count(key) == 1);
    example.check(key.c_str(), amounts[key]);
  }
}

void run(const WorkedExample& example) {
  check_keys(example);
  Split split = read_split(example);
  const Money payment = example_dollars(example.inputs["payment"]);
  REQUIRE(check_participants(split.terms, split.facts).empty());
  const auto out = distribute(split.terms, split.facts, payment);
  REQUIRE(out.ok());
  check_figures(example, out.value().split);
}

TEST_CASE("The worked examples of distribution come out as stated", "[examples]") {
  const auto examples = testing::worked_examples(GAINSHARE_DEFAULT_EXAMPLES);
  if (!examples) SKIP_TEST("no worked examples: set GAINSHARE_EXAMPLES to their JSON file");
  int count = 0;
  for (const WorkedExample& example : *examples) {
    if (example.section.substr(0, 2) != "12") continue;
    INFO(example.id);
    REQUIRE(example.asks("payment"));
    run(example);
    ++count;
  }
  CHECK(count >= 1);
}

// Shapes that stand in the rules and not in every file of examples.
TEST_CASE("Lives alone, panel savings, gates and no part retained") {
  const auto of = [](const char* inputs, const char* expected) {
    run({.id = "shape",
         .section = "12",
         .inputs = ExampleJson::parse(inputs),
         .expected = ExampleJson::parse(expected)});
  };
  of(R"({"payment": 100, "lives": {"A": 1, "B": 1, "C": 1}})",
     R"({"A": 33.34, "B": 33.33, "C": 33.33})");
  of(R"({"payment": 1000, "retain": 0.1, "pools": {"infrastructure": 0.05, "redesign": 0.1,
         "participants": 0.85}, "panel_savings": {"A": 300, "B": -50, "C": 100}})",
     R"({"retained": 100, "infrastructure": 45, "redesign": 90, "A": 573.75, "B": 0, "C": 191.25})");
  of(R"({"payment": 1000, "lives": {"A": 5, "B": 3, "C": 2}, "quality": {"A": 0.7, "B": 0.69,
         "C": 0.9}, "minimum_quality": 0.7, "failed": "redistribute"})",
     R"({"A": 714.29, "B": 0, "C": 285.71})");
  of(R"({"payment": 1000, "lives": {"A": 5, "B": 3, "C": 2}, "quality": {"A": 0.7, "B": 0.69,
         "C": 0.9}, "weights": {"lives": 1}, "gate": {"min_quality": 0.7, "failed": "retain"}})",
     R"({"retained": 300, "A": 500, "B": 0, "C": 200})");
}

}  // namespace
}  // namespace gainshare
