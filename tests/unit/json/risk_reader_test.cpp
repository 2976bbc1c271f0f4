// SPDX-License-Identifier: Apache-2.0
// The object "risk" of population terms as text: defaults, programs, and every slip with its place;
// and the explanation of a member's score.
#include "json/risk_reader.h"

#include <string>

#include "json/risk_writer.h"
#include "support/catch.h"
#include "support/readings.h"
#include "support/risk_tables.h"

using namespace gainshare;
using namespace gainshare::testing;

namespace {

RiskTerms read(const std::string& text, Issues& issues) {
  const json::Place top{"/risk"};
  const auto node = json::read_document(text, top, issues);
  REQUIRE(node.has_value());
  return json::read_risk(*node, top, issues);
}

RiskTerms terms_of(const std::string& text) {
  Issues issues;
  const RiskTerms terms = read(text, issues);
  for (const Issue& issue : issues) FAIL(issue.path << " " << issue.message);
  return terms;
}

Paths slips(const std::string& text) {
  Issues issues;
  read(text, issues);
  return paths_of(issues);
}

TEST_CASE("Given scores need no more than the word") {
  const RiskTerms terms = terms_of(R"({"method": "given"})");
  CHECK(terms.method == RiskMethod::Given);
  REQUIRE(terms.models.size() == 1);
  CHECK(terms.models[0].normalisation.value == Rate::whole(1));
  CHECK_FALSE(terms.renormalise);
  CHECK_FALSE(terms.caps.up);
}

TEST_CASE("Prospective scores know new enrollees unless told otherwise, concurrent ones do not") {
  CHECK(terms_of(R"({"method": "hcc"})").new_enrollees);
  const RiskTerms concurrent = terms_of(R"({"method": "hcc", "timing": "concurrent"})");
  CHECK(concurrent.timing == RiskTiming::Concurrent);
  CHECK_FALSE(concurrent.new_enrollees);
  CHECK_FALSE(terms_of(R"({"method": "hcc", "new_enrollees": false})").new_enrollees);
  CHECK(slips(R"({"method": "given", "timing": "concurrent"})") == Paths{"/risk/timing"});
}

TEST_CASE("A year of CMS-HCC brings its models, their weights and the coding adjustment") {
  const RiskTerms terms =
      terms_of(R"({"method": "hcc", "program": {"name": "cms_hcc", "performance_year": 2024}})");
  REQUIRE(terms.models.size() == 2);
  CHECK(terms.models[0].name == "CMS-HCC V24");
  CHECK(terms.models[1].weight.value == Rate::percent(33));
  CHECK(terms.models[1].normalisation.source.status == Status::Verified);
  CHECK(terms.coding_adjustment.value == Rate::decimal(59, 3));
  CHECK(terms.program->edition == "2024-1");
}

TEST_CASE("Own models, a demographic table, means and caps are read as they stand") {
  const RiskTerms own = terms_of(R"({"method": "hcc", "age_at": "2024-07-01", "models": [
    {"name": "A", "weight": "0.25", "normalisation": 1.1}, {"name": "B", "weight": 0.75}],
    "coding_adjustment": 0.05, "frailty": -0.01, "means": {"esrd": 1.2},
    "caps": {"down": 0.05, "up": 0.03}})");
  CHECK(own.age_at == Date{2024, 7, 1});
  CHECK(own.models[0].normalisation.value == Rate::decimal(11, 1));
  CHECK(own.frailty.value == Rate::percent(-1));
  CHECK(own.means[0] == Rate::decimal(12, 1));
  CHECK(own.caps.down == Rate::percent(5));
  const RiskTerms demographic = terms_of(R"({"method": "demographic", "renormalise": true,
    "factors": [{"sex": "female", "from_age": 0, "to_age": 64, "factor": "0.9"},
                {"from_age": 0, "factor": 1.1}]})");
  CHECK(demographic.renormalise);
  CHECK(demographic.factors[1].to_age == 200);
  CHECK_FALSE(demographic.factors[1].sex);
}

TEST_CASE("Every slip in the terms of risk is told at once") {
  CHECK(slips(R"({"method": "acg", "models": 1})") == Paths{"/risk/method"});
  CHECK(slips(R"({"method": "given", "factors": [], "age_at": "2024-02-01"})") ==
        Paths{"/risk/factors", "/risk/age_at"});
  CHECK(slips(R"({"method": "demographic", "age_at": "2024-02-30", "factors": [
    {"from_age": 10, "to_age": 9, "factor": 1}, {"from_age": 20, "factor": "1/3"},
    {"from_age": 40, "factor": 1}, {"from_age": 50, "factor": 1}]})") ==
        Paths{"/risk/age_at", "/risk/factors/0/to_age", "/risk/factors/1/factor",
              "/risk/factors/2/from_age", "/risk/factors/3/from_age"});
  CHECK(slips(R"({"method": "hcc", "normalisation": 1, "renormalise": true, "means": {"esrd": 0},
    "models": [{"name": "A", "weight": 0.5}, {"name": "A", "weight": 0.4}],
    "caps": {"down": 1.1, "up": -1}, "coding_adjustment": 1})") ==
        Paths{"/risk/normalisation", "/risk/models", "/risk/models", "/risk/coding_adjustment",
              "/risk/means/esrd", "/risk/means", "/risk/caps/down", "/risk/caps/up"});
  CHECK(slips(R"({"method": "hcc", "program": {"name": "hcc", "performance_year": 2021},
    "models": [], "coding_adjustment": 0.1})") == Paths{"/risk/models", "/risk/coding_adjustment",
                                                        "/risk/program/name",
                                                        "/risk/program/performance_year"});
}

TEST_CASE("A member's score is written part by part") {
  const std::vector<std::string> codes{"E11.40", "E119", "R69"};
  const ScoreExplanation made_of =
      explain_hcc_score(risk_model(), {.age = 66, .sex = Sex::Female}, codes);
  REQUIRE(made_of.raw.has_value());
  const MemberScore score{
      .method = RiskMethod::Hcc,
      .age = 66,
      .models = {{.name = "A", .raw = made_of.raw, .made_of = made_of, .weighted = made_of.raw}},
      .score = made_of.raw};
  json::Writer writer;
  writer.begin_object();
  json::write_member_score(score, writer);
  writer.end_object();
  CHECK(
      writer.take() ==
      R"({"risk":{"method":"hcc","age":66,"models":[{"name":"A","raw":"0.46","normalisation":"1",)"
      R"("weight":"1","weighted":"0.46","segment":"cna","parts":[{"part":"age_and_sex",)"
      R"("variable":"CNA_F65_69","coefficient":"0.3"},{"part":"category",)"
      R"("variable":"CNA_HCC37","coefficient":"0.16","category":"37","diagnoses":["E1140"]}],)"
      R"("dropped":[{"category":"38","by":"37"}],"without_coefficient":[],"unmapped":["R69"]}],)"
      R"("coding_adjustment":"0","frailty":"0","divisor":"1","means":[],"score":"0.46"}})");
}

}  // namespace
