// SPDX-License-Identifier: Apache-2.0
// Quality scorecards and results as texts: what is read, and every slip with its place.
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "json/contract_reader.h"
#include "json/engine.h"
#include "json/experience_reader.h"
#include "support/catch.h"

using namespace gainshare;
using gainshare::json::Place;

namespace {

using Paths = std::vector<std::string>;

std::string contract_of(const std::string& rest) {
  return R"({"format": "gainshare-contract-1", "title": "Test", "streams": [
    {"id": "q", "kind": "quality_scorecard", )" +
         rest + "}]}";
}
std::string measures(const std::string& list, const std::string& more = "") {
  return R"("terms": {)" + more + R"("measures": [)" + list + "]}";
}
// A measure "m" of 2 points with these members beside.
std::string measure(const std::string& rest) {
  return R"({"id": "m", "title": "M", "maximum_points": 2, )" + rest + "}";
}
Paths slips(const std::string& rest) {
  Issues issues;
  json::read_contract(contract_of(rest), Place{""}, issues);
  Paths paths;
  for (const Issue& issue : issues) {
    CHECK(issue.path.substr(0, 11) == "/streams/0/");
    paths.push_back(issue.path.substr(11));
  }
  return paths;
}
Paths measure_slips(const std::string& rest) { return slips(measures(measure(rest))); }
Paths result_slips(const std::string& result) {
  Issues issues;
  json::read_experience(
      R"({"format": "gainshare-experience-1", "quality": {"measures": [)" + result + "]}}",
      Place{""}, issues);
  Paths paths;
  for (const Issue& issue : issues) paths.push_back(issue.path);
  return paths;
}

const std::string kSteps = R"("achievement": [{"rate": "0.5", "points": 2}])";
const std::string kImproves = R"("improvement": [{"from_change": "0.05", "points": 1}])";
const std::string kM = "terms/measures/0/";

TEST_CASE("Steps without percentiles are cut points that rise, and may not stand still") {
  CHECK(measure_slips(kSteps).empty());
  CHECK(measure_slips(R"("achievement": [{"rate": 1, "points": 1}, {"rate": 1, "points": 2}])") ==
        Paths{kM + "achievement/1/rate"});
}

TEST_CASE("A target stands beyond the floor, and not beside steps") {
  CHECK(measure_slips(R"("target": {"floor": "0.2", "target": "0.8"})").empty());
  CHECK(measure_slips(R"("target": {"floor": "0.8", "target": "0.8"})") ==
        Paths{kM + "target/target"});
  CHECK(measure_slips(R"("direction": "lower_is_better",
                         "target": {"floor": "0.8", "target": "0.2"})")
            .empty());
  CHECK(measure_slips(kSteps + R"(, "target": {"floor": 0, "target": 1})") == Paths{kM + "target"});
  CHECK(measure_slips(R"("target": {"flor": 0})") ==
        Paths{kM + "target/floor", kM + "target/target", kM + "target/flor"});
}

TEST_CASE("Methods and combinations need what they work on") {
  CHECK(measure_slips(kSteps + ", " + kImproves + R"(, "combine": "sum")").empty());
  CHECK(measure_slips(kSteps + R"(, "combine": "sum")") == Paths{kM + "combine"});
  CHECK(measure_slips(kSteps + R"(, "combine": "improvement")") == Paths{kM + "combine"});
  CHECK(measure_slips(kSteps + ", " + kImproves + R"(, "combine": "achievement")") ==
        Paths{kM + "combine"});
  CHECK(measure_slips(kSteps + ", " + kImproves + R"(, "combine": "weighted")") ==
        Paths{kM + "achievement_weight"});
  CHECK(measure_slips(kSteps + R"(, "achievement_weight": 1)") == Paths{kM + "achievement_weight"});
  CHECK(measure_slips(kSteps + R"(, "improvement_method": "absolute")") ==
        Paths{kM + "improvement_method"});
  CHECK(measure_slips(kImproves + R"(, "best_value": 1)") == Paths{kM + "best_value"});
  CHECK(measure_slips(R"("improvement_method": "gap_closure",
                         "improvement": [{"from_relative_change": 0, "points": 1}])") ==
        Paths{kM + "improvement/0/from_relative_change"});
  CHECK(measure_slips(R"("improvement": [{"from_relative_change": 0, "from_change": 0,
                                          "points": 1}])") ==
        Paths{kM + "improvement/0/from_change"});
}

TEST_CASE("A measure that pays for reporting has no scale, every other has one") {
  CHECK(measure_slips(R"("reporting_only": true)").empty());
  CHECK(measure_slips(R"("reporting_only": true, )" + kSteps + R"(, "combine": "sum")") ==
        Paths{kM + "achievement", kM + "combine"});
  CHECK(measure_slips(R"("reporting_only": false)") == Paths{"terms/measures/0"});
}

TEST_CASE("Domains: each measure is in one, each has a measure, ids are unique") {
  const auto with = [](const std::string& domains, const std::string& domain) {
    return slips(measures(measure(kSteps + domain), R"("domains": [)" + domains + "], "));
  };
  const std::string one = R"({"id": "one", "title": "One"})";
  CHECK(with(one, R"(, "domain": "one")").empty());
  CHECK(with(one, "") == Paths{kM + "domain", "terms/domains/0"});
  CHECK(with(one, R"(, "domain": "two")") == Paths{kM + "domain", "terms/domains/0"});
  CHECK(with(one + "," + one, R"(, "domain": "one")") == Paths{"terms/domains/1/id"});
  CHECK(with(one + R"(, {"id": "two", "title": "Two", "weight": 0})", R"(, "domain": "one")") ==
        Paths{"terms/domains/1/weight"});
  CHECK(measure_slips(kSteps + R"(, "domain": "one")") == Paths{kM + "domain"});
  CHECK(slips(measures(measure(kSteps), R"("minimum_attainment": true, )")) ==
        Paths{"terms/minimum_attainment"});
}

TEST_CASE("Programs of quality, and every slip in what was elected") {
  const auto program = [](const std::string& rest) {
    return slips(R"("program": {)" + rest + "}");
  };
  CHECK(program(R"("name": "mssp_quality", "performance_year": 2014, "phase": "py2")").empty());
  CHECK(program(R"("name": "mssp_quality", "performance_year": 2013, "phase": "py2")") ==
        Paths{"program/performance_year"});
  CHECK(program(R"("name": "mssp_quality", "performance_year": 2014, "phase": "py4")") ==
        Paths{"program/phase"});
  CHECK(program(R"("name": "mssp", "performance_year": 2014)") == Paths{"program/name"});
  const std::string six = "[0.2, 0.3, 0.35, 0.4, 0.45, 0.55]";
  const auto minnesota = [&](const std::string& list) {
    return program(R"("name": "minnesota_ihp", "performance_year": 1, "measures": [)" + list + "]");
  };
  const auto asthma = [](const std::string& cuts) {
    return R"({"id": "a", "title": "A", "cut_points": )" + cuts + "}";
  };
  CHECK(minnesota(asthma(six)).empty());
  CHECK(minnesota(asthma("[0.2]")) == Paths{"program/measures/0/cut_points"});
  CHECK(minnesota(asthma("[0.2, 0.1, 0.35, 0.4, 0.45, 0.55]")) ==
        Paths{"program/measures/0/cut_points/1"});
  CHECK(minnesota(asthma(six) + "," + asthma(six)) == Paths{"program/measures/1/id"});
}

TEST_CASE("A result has one form, and every slip in it is told at once") {
  CHECK(result_slips(R"({"id": "a", "current": 1, "prior": 0, "denominator": 20},
                        {"id": "b", "numerator": 1, "denominator": 3},
                        {"id": "c", "observed": 1, "expected": "1.5"},
                        {"id": "d", "reported": false}, {"id": "e", "not_scored": true})")
            .empty());
  const std::string at = "/quality/measures/0/";
  CHECK(result_slips(R"({"id": "a"})") == Paths{at + "current"});
  CHECK(result_slips(R"({"id": "a", "numerator": 1, "current": 1})") ==
        Paths{at + "denominator", at + "current"});
  CHECK(result_slips(R"({"id": "a", "observed": 1, "current": 1})") ==
        Paths{at + "expected", at + "current"});
  CHECK(result_slips(R"({"id": "a", "observed": 1, "expected": 0})") == Paths{at + "expected"});
  CHECK(result_slips(R"({"id": "a", "reported": true, "current": 1, "prior": 1})") ==
        Paths{at + "prior", at + "current"});
  CHECK(result_slips(R"({"id": "a", "not_scored": false, "reported": true})") ==
        Paths{at + "not_scored", at + "reported"});
}

TEST_CASE("From the 33 measures of 2014 to the payment: the standard comes from the scorecard") {
  const std::string contract = R"({"format": "gainshare-contract-1", "title": "Test", "streams": [
    {"id": "q", "kind": "quality_scorecard", "program": {"name": "mssp_quality",
     "performance_year": 2014, "phase": "py1"}},
    {"id": "s", "kind": "shared_savings", "score_from": "q", "program": {"name": "mssp",
     "performance_year": 2014, "track": "track_1"}}]})";
  const auto payment = [&](const std::string& preventive) {
    std::string results;
    for (int i = 1; i <= 31; ++i) {
      if (i >= 22 && i <= 26) continue;
      const bool is_preventive = i >= 14 && i <= 21;
      results += R"({"id": "aco_)" + std::to_string(i) + R"(", "reported": )" +
                 (is_preventive ? preventive : "true") + "}, ";
    }
    results += R"({"id": "dm", "reported": true}, {"id": "cad", "reported": true})";
    const auto answer = nlohmann::json::parse(
        json::settle(contract, R"({"format": "gainshare-experience-1", "population":
          {"assigned_beneficiaries": 60000}, "spending": {"benchmark_cents": 1000000,
          "expenditure_cents": 900000}, "quality": {"measures": [)" +
                                   results + "]}}"));
    INFO(answer.dump());
    REQUIRE(answer["ok"] == true);
    return answer["payment_cents"].get<int>();
  };
  CHECK(payment("true") == 49000);
  // Three quarters of the points, but a domain in which nothing was attained: no savings.
  CHECK(payment("false") == 0);
}

}  // namespace
