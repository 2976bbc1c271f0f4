// SPDX-License-Identifier: Apache-2.0
// The worked examples of section 11 (risk adjustment) and, of section 6, total cost of care.
#include <set>

#include "population/hcc_score.h"
#include "population/risk_tables.h"
#include "programs/cms_hcc/resolve.h"
#include "rules/risk_score.h"
#include "rules/total_cost_index.h"
#include "support/builders.h"
#include "support/examples.h"

namespace gainshare {
namespace {

using testing::example_dollars;
using testing::example_rate;
using testing::ExampleJson;
using testing::stated;
using testing::WorkedExample;
using Names = std::initializer_list<const char*>;

const ExampleJson* find(const ExampleJson& in, Names names) {
  for (const char* name : names) {
    if (in.contains(name) && !in[name].is_null()) return &in[name];
  }
  return nullptr;
}
std::optional<Rate> rate(const ExampleJson& in, Names names) {
  const ExampleJson* const found = find(in, names);
  if (found == nullptr || !found->is_number()) return std::nullopt;
  return example_rate(*found);
}
void check(const WorkedExample& example, Names names, const Ratio& computed) {
  for (const char* name : names) example.check(name, computed);
}

constexpr Names kCoding{"maci", "coding_adjustment", "coding", "coding_intensity"};
constexpr Names kNorm{"norm", "normalisation", "normalization", "factor"};
constexpr Names kPaid{"raf", "payment_raf", "score", "payment_score", "blended", "blend"};

void run_payment_score(const WorkedExample& example) {
  const ExampleJson& in = example.inputs;
  check(example, kPaid,
        payment_score(*rate(in, {"raw", "raw_score", "raw_raf"}),
                      {.coding_adjustment = rate(in, kCoding).value_or(Rate{}),
                       .normalisation = rate(in, kNorm).value_or(Rate::whole(1)),
                       .frailty = rate(in, {"frailty"}).value_or(Rate{})}));
}

// One model of a blend. Its figures stand in an object of its own ("v24": {"raw": …}) or beside the
// others ("raw_v24", "norm_v24", "weight_v24"); what is not given is the edition's.
struct ModelInput {
  const WorkedExample& example;
  std::string model;
  std::optional<Rate> figure(Names names) const {
    for (const std::string& key : {model, lower_or_upper()}) {
      const ExampleJson* const own = find(example.inputs, {key.c_str()});
      if (own != nullptr && own->is_object()) {
        if (const auto found = rate(*own, names)) return found;
      }
      for (const char* name : names) {
        const std::string after = name + std::string{"_"} + key;
        const std::string before = key + "_" + name;
        if (const auto found = rate(example.inputs, {after.c_str(), before.c_str()})) return found;
      }
      if (own != nullptr && own->is_number()) {
        for (const char* name : names) {
          if (std::string{name} == "raw") return example_rate(*own);
        }
      }
    }
    return std::nullopt;
  }
  std::string lower_or_upper() const { return "V" + model.substr(1); }
};

bool is_blend(const WorkedExample& example) {
  return ModelInput{example, "v24"}.figure({"raw", "raf", "score"}).has_value() ||
         ModelInput{example, "v28"}.figure({"raw", "raf", "score"}).has_value();
}

void run_blend(const WorkedExample& example) {
  const ExampleJson& in = example.inputs;
  const ExampleJson* const year = find(in, {"year", "py", "payment_year"});
  const auto scoring = resolve_cms_hcc(year == nullptr ? 2024 : year->get<std::int32_t>());
  REQUIRE(scoring.ok());
  const Rate coding = rate(in, kCoding).value_or(scoring.value().coding_adjustment.value);
  std::vector<BlendPart> parts;
  for (const CmsHccModel& model : scoring.value().models) {
    const ModelInput input{example, model.id};
    const Rate weight = input.figure({"weight", "share", "blend"}).value_or(model.weight.value);
    if (const auto paid = input.figure({"raf", "score", "payment"})) {
      parts.push_back({.score = *paid, .weight = weight});
      continue;
    }
    const Ratio raw = input.figure({"raw", "raw_score"}).value_or(Rate{});
    const PaymentScoreTerms terms{
        .coding_adjustment = coding,
        .normalisation = input.figure(kNorm).value_or(model.normalisation.value),
        .frailty = {}};
    parts.push_back({.score = payment_score(raw, terms), .weight = weight});
    check(example, {("raf_" + model.id).c_str(), (model.id + "_raf").c_str(), model.id.c_str()},
          parts.back().score);
  }
  check(example, kPaid, blended_score(parts) + Ratio{rate(in, {"frailty"}).value_or(Rate{})});
}

constexpr Names kNow{"r_py", "R_PY", "risk_py", "py_risk", "py_score", "r1", "current"};
constexpr Names kBase{"r_base", "R_base",     "risk_base", "base_risk", "r_by3",
                      "R_BY3",  "base_score", "base",      "r0"};

void run_risk_ratio(const WorkedExample& example) {
  const ExampleJson& in = example.inputs;
  const auto both = rate(in, {"cap", "caps"});
  const auto or_both = [&both](std::optional<Rate> own) { return own ? own : both; };
  const auto up = rate(in, {"up", "cap_up", "up_cap", "upper"});
  const auto down = rate(in, {"down", "cap_down", "down_cap", "lower"});
  const RiskRatio out =
      risk_ratio(*rate(in, kNow), *rate(in, kBase), {.down = or_both(down), .up = or_both(up)});
  check(example, {"ratio", "capped", "capped_ratio", "risk_ratio"}, out.capped);
  check(example, {"uncapped", "raw_ratio", "uncapped_ratio"}, out.uncapped);
}

void run_renormalisation(const WorkedExample& example) {
  const ExampleJson& in = example.inputs;
  const ExampleJson* const scores = find(in, {"scores", "raw_scores", "members"});
  const ExampleJson* const months =
      find(in, {"months", "member_months", "person_months", "weights", "person_years"});
  if (scores == nullptr) {
    check(example, {"renormalised", "renormalized", "score"},
          renormalised_score(*rate(in, {"score", "raw"}),
                             *rate(in, {"mean", "national_mean", "national"})));
    return;
  }
  std::vector<WeightedScore> all;
  for (std::size_t i = 0; i < scores->size(); ++i) {
    const std::int64_t weight = months == nullptr ? 1 : (*months)[i].get<std::int64_t>();
    all.push_back({.score = example_rate((*scores)[i]), .months = weight});
  }
  const auto stated_mean = rate(in, {"mean", "national_mean", "national"});
  const Ratio mean = stated_mean ? Ratio{*stated_mean} : mean_score(all);
  check(example, {"mean"}, mean);
  const ExampleJson* const want =
      find(example.expected, {"renormalised", "renormalized", "scores"});
  for (std::size_t i = 0; want != nullptr && i < want->size(); ++i) {
    CHECK(std::abs(testing::example_double(renormalised_score(all[i].score, mean)) -
                   (*want)[i].get<double>()) <= 1e-9);
  }
}

// Categories, what drops what, and coefficients, as the tables of a model: diagnosis "X17" is in
// category 17, unless the example has a map of its own.
constexpr Names kCategories{"hccs", "ccs", "categories"};
constexpr Names kDiagnoses{"diagnoses", "dx", "icd"};

// "HCC17" and 17 are one category.
std::string category_text(std::string text) {
  if (text.rfind("HCC", 0) == 0) text.erase(0, 3);
  return text;
}

struct ExampleModel {
  std::string coefficients = "variable,coefficient\n";
  std::string diagnoses = "diagnosis_code,cc\n";
  std::string hierarchy = "cc_parent,cc_child\n";
  std::vector<std::string> codes;
};

std::string text_of(const ExampleJson& value) {
  return category_text(value.is_string() ? value.get<std::string>() : value.dump());
}

void read_conditions(const ExampleJson& in, ExampleModel& model) {
  if (const ExampleJson* const categories = find(in, kCategories)) {
    for (const ExampleJson& each : *categories) {
      model.codes.push_back("X" + text_of(each));
      model.diagnoses += "X" + text_of(each) + "," + text_of(each) + "\n";
    }
    return;
  }
  for (const ExampleJson& each : *find(in, kDiagnoses)) model.codes.push_back(each);
  const ExampleJson* const map = find(in, {"map", "mapping", "dx_to_cc", "dx_to_hcc"});
  if (map == nullptr) return;
  for (const auto& [code, of] : map->items()) {
    const ExampleJson list = of.is_array() ? of : ExampleJson::array({of});
    for (const ExampleJson& each : list) model.diagnoses += code + "," + text_of(each) + "\n";
  }
}

ExampleModel model_of(const ExampleJson& in) {
  ExampleModel model;
  read_conditions(in, model);
  const ExampleJson* const drops = find(in, {"hierarchy", "hierarchies"});
  const ExampleJson levels = drops == nullptr ? ExampleJson::object() : *drops;
  for (const auto& [parent, children] : levels.items()) {
    const ExampleJson list = children.is_array() ? children : ExampleJson::array({children});
    for (const ExampleJson& each : list) {
      model.hierarchy += category_text(parent) + "," + text_of(each) + "\n";
    }
  }
  const ExampleJson* const demographic = find(in, {"demographic", "demo", "age_sex"});
  model.coefficients += "F0_GT," + (demographic == nullptr ? "0" : demographic->dump()) + "\n";
  const ExampleJson* const weights = find(in, {"coefficients", "weights", "factors"});
  const ExampleJson rows = weights == nullptr ? ExampleJson::object() : *weights;
  for (const auto& [name, value] : rows.items()) {
    const bool number = name.find_first_not_of("0123456789") == std::string::npos;
    model.coefficients += (number ? "HCC" + name : name) + "," + value.dump() + "\n";
  }
  return model;
}

void run_hierarchy(const WorkedExample& example) {
  const ExampleModel text = model_of(example.inputs);
  const std::vector<RiskFile> files{{RiskTableKind::Coefficients, "c", text.coefficients},
                                    {RiskTableKind::Diagnoses, "d", text.diagnoses},
                                    {RiskTableKind::Hierarchy, "h", text.hierarchy}};
  const auto model = read_risk_model(files, "");
  REQUIRE(model.ok());
  const ScoreExplanation out =
      explain_hcc_score(model.value(), {.age = 70, .sex = Sex::Female}, text.codes);
  REQUIRE(out.raw);
  check(example, {"raw", "raw_score", "score"}, *out.raw);
  if (rate(example.inputs, kNorm)) {
    check(example, kPaid,
          payment_score(*out.raw,
                        {.coding_adjustment = rate(example.inputs, kCoding).value_or(Rate{}),
                         .normalisation = *rate(example.inputs, kNorm),
                         .frailty = rate(example.inputs, {"frailty"}).value_or(Rate{})}));
  }
  const ExampleJson* const left = find(example.expected, {"hccs", "kept", "categories", "after"});
  if (left == nullptr) return;
  std::set<std::string> expected,
      computed(out.without_coefficient.begin(), out.without_coefficient.end());
  for (const ExampleJson& each : *left) expected.insert(text_of(each));
  for (const ScoredPart& part : out.parts) {
    if (part.part == RiskPart::Category) computed.insert(part.category);
  }
  CHECK(computed == expected);
}

bool run_risk(const WorkedExample& example) {
  const ExampleJson& in = example.inputs;
  if (find(in, kCategories) != nullptr || find(in, kDiagnoses) != nullptr) {
    run_hierarchy(example);
  } else if (is_blend(example)) {
    run_blend(example);
  } else if (rate(in, kNow) && rate(in, kBase)) {
    run_risk_ratio(example);
  } else if (find(in, {"scores", "raw_scores"}) != nullptr ||
             rate(in, {"mean", "national_mean", "national"})) {
    run_renormalisation(example);
  } else if (rate(in, {"raw", "raw_score", "raw_raf"})) {
    run_payment_score(example);
  } else {
    return false;
  }
  return true;
}

CostIndexSide side_of(const ExampleJson& in) {
  CostIndexSide side;
  const auto cost = [&in](Names names) {
    const ExampleJson* const found = find(in, names);
    return MonthlyCost{.per_member_month = found == nullptr ? Money{} : example_dollars(*found),
                       .total = {}};
  };
  side.paid = cost({"paid_pmpm", "paid", "pmpm"});
  if (find(in, {"tcrrv_pmpm", "tcrrv", "resource_pmpm"}) != nullptr) {
    side.resources = cost({"tcrrv_pmpm", "tcrrv", "resource_pmpm"});
  }
  side.illness_burden = rate(in, {"acg", "risk", "risk_score"}).value_or(Rate::whole(1));
  return side;
}

void run_total_cost(const WorkedExample& example) {
  TotalCostIndexTerms terms;
  terms.decimals = stated(std::int64_t{3});
  const ExampleJson* const peers = find(example.inputs, {"peer", "peers"});
  REQUIRE(peers != nullptr);
  const TotalCostIndexFacts facts{
      .group = side_of(example.inputs["group"]), .peers = side_of(*peers), .members = {}};
  REQUIRE(check_total_cost_index_facts(terms, facts).empty());
  const auto settled = total_cost_index(terms, facts);
  REQUIRE(settled.ok());
  check(example, {"TCI", "tci"}, settled.value().cost.index);
  if (!settled.value().resources) return;
  check(example, {"RUI", "rui"}, settled.value().resources->index);
  check(example, {"PI", "pi"}, *settled.value().price);
}

TEST_CASE("The worked examples of risk adjustment and total cost of care come out as stated",
          "[examples]") {
  const auto examples = testing::worked_examples(GAINSHARE_DEFAULT_EXAMPLES);
  if (!examples) SKIP_TEST("no worked examples: set GAINSHARE_EXAMPLES to their JSON file");
  int run = 0;
  for (const WorkedExample& example : *examples) {
    INFO(example.id);
    if (example.section == "11") {
      run += run_risk(example) ? 1 : 0;
    } else if (example.section == "6" && example.asks("group")) {
      run_total_cost(example);
      ++run;
    }
  }
  if (run == 0) SKIP_TEST("The file has no examples of these sections");
}

// The same shapes with figures of our own, so that every shape runs on every machine.
WorkedExample own(const char* inputs, const char* expected) {
  return {.id = "own",
          .section = "11",
          .inputs = ExampleJson::parse(inputs),
          .expected = ExampleJson::parse(expected)};
}

TEST_CASE("Blends, caps and renormalisation run in the shapes of an example") {
  CHECK(run_risk(
      own(R"({"raw": 1.2, "maci": 0.059, "norm": 1.146})", R"({"raf": 0.9853403141361258})")));
  // 0.941 × (0.67 × 1.2/1.146 + 0.33 × 1.1/1.015)
  CHECK(run_risk(
      own(R"({"year": 2024, "raw_v24": 1.2, "raw_v28": 1.1})", R"({"raf": 0.9967129858406624})")));
  CHECK(run_risk(own(R"({"year": 2026, "v28": {"raw": 1.067}})", R"({"blended": 0.941})")));
  CHECK(run_risk(own(R"({"r_py": 1.1, "r_base": 1.0, "up": 0.03})", R"({"ratio": 1.03})")));
  CHECK(run_risk(own(R"({"r_py": 0.9, "r_base": 1.0, "cap": 0.03})", R"({"ratio": 0.97})")));
  CHECK(run_risk(own(R"({"scores": [1.0, 2.0], "months": [12, 6]})",
                     R"({"mean": 1.3333333333333333, "renormalised": [0.75, 1.5]})")));
  CHECK(run_risk(own(R"({"hccs": [17, 18, 38], "hierarchy": {"17": [18, 19]}, "demographic": 0.3,
                         "coefficients": {"HCC17": 4.2, "18": 2, "38": 0.15, "D2": 0.05}})",
                     R"({"raw": 4.7, "hccs": [17, 38]})")));
  CHECK(run_risk(own(R"({"diagnoses": ["E11.9", "I10"], "map": {"E119": "HCC38"},
                         "coefficients": {"HCC38": 0.2}, "maci": 0.059, "norm": 1.882})",
                     R"({"raw": 0.2, "raf": 0.1})")));
}

}  // namespace
}  // namespace gainshare
