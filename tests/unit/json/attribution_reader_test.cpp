// SPDX-License-Identifier: Apache-2.0
// The object "attribution" of population terms as text: defaults, and every slip with its place.
#include "json/attribution_reader.h"

#include <string>

#include "support/catch.h"
#include "support/readings.h"

using namespace gainshare;
using namespace gainshare::testing;

namespace {

AttributionTerms read(const std::string& text, Issues& issues) {
  const json::Place top{""};
  const auto node = json::read_document(text, top, issues);
  REQUIRE(node.has_value());
  return json::read_attribution(*node, top, issues);
}

AttributionTerms terms_of(const std::string& text) {
  Issues issues;
  const AttributionTerms terms = read(text, issues);
  for (const Issue& issue : issues) FAIL(issue.path << " " << issue.message);
  return terms;
}

Paths slips(const std::string& text) {
  Issues issues;
  read(text, issues);
  return paths_of(issues);
}

TEST_CASE("Pluralities stand alone, and break ties by the most recent and then the lowest id") {
  const AttributionTerms terms = terms_of(R"({"methods": [{"method": "plurality_of_visits"}]})");
  CHECK(terms.unit == CandidateUnit::Tin);
  CHECK(terms.timing == AssignmentTiming::Retrospective);
  REQUIRE(terms.methods.size() == 1);
  CHECK_FALSE(terms.methods[0].participants_as_one);
  CHECK(terms.methods[0].tie_breaks == std::vector{TieBreak::MostRecent, TieBreak::LowestId});
  CHECK_FALSE(terms.services.codes.has_value());
}

TEST_CASE("Two steps stand as one, and nobody wins a tie unless the terms say so") {
  const AttributionTerms terms = terms_of(R"({"services": {"edition": 2024},
    "timing": "prospective", "methods": [{"method": "patient_designation"},
    {"method": "two_step"}, {"method": "plurality_of_visits"}]})");
  CHECK(terms.gap_months == 3);
  CHECK(terms.methods[1].participants_as_one);
  CHECK(terms.methods[1].tie_breaks == std::vector{TieBreak::None});
  const AttributionTerms broken = terms_of(R"({"services": {"edition": 2024},
    "tie_breaks": ["lowest_id"], "methods": [{"method": "two_step"},
    {"method": "plurality_of_visits", "tie_breaks": ["most_recent", "none"]}]})");
  CHECK(broken.methods[0].tie_breaks == std::vector{TieBreak::LowestId});
  CHECK(broken.methods[1].tie_breaks == std::vector{TieBreak::MostRecent, TieBreak::None});
}

TEST_CASE("Weights, counties, lists and reconciliation are read") {
  const AttributionTerms terms = terms_of(R"({"unit": "group", "timing": "prospective",
    "gap_months": 6,
    "services": {"codes": ["99201-99215", "G0402"], "primary_care_specialties": ["08"]},
    "reconciliation": {"coverage": "any_month", "counties": ["50007"]},
    "methods": [{"method": "plurality_of_allowed_charges", "participants_as_one": true,
      "services_of": ["primary_care_physician"], "weights": {"recent": "2/3", "older": "1/3"}},
      {"method": "geography", "counties": [{"county": "50007", "candidate": "A"}]}]})");
  CHECK(terms.unit == CandidateUnit::Group);
  CHECK(terms.gap_months == 6);
  REQUIRE(terms.services.codes->size() == 2);
  CHECK(terms.services.codes->at(0).last == "99215");
  CHECK(terms.services.codes->at(1).first == "G0402");
  CHECK(terms.methods[0].services_of == std::vector{ServiceClass::PrimaryCarePhysician});
  CHECK(terms.methods[0].weights->older == *Rate::from_text("1/3"));
  CHECK(terms.methods[1].counties[0].candidate == "A");
  CHECK(terms.reconciliation->coverage == CoverageKept::AnyMonth);
  CHECK(terms.reconciliation->counties == std::vector<std::string>{"50007"});
}

TEST_CASE("Every slip in an attribution is told at once") {
  CHECK(slips(R"({"unit": "clinic", "gap_months": 2, "services": {"edition": 2011,
    "codes": ["99215-99201", "99201-992", "g0402", 5], "primary_care_specialties": ["-"],
    "step_two": []}, "methods": [{"method": "lottery"}, {"method": "geography"},
    {"method": "plurality_of_visits", "tie_breaks": ["none", "lowest_id"],
     "weights": {"recent": 0}, "services_of": ["nurse"]}]})") ==
        Paths{"/unit", "/services/edition", "/services/codes/0", "/services/codes/1",
              "/services/codes/2", "/services/codes/3", "/services/primary_care_specialties/0",
              "/services/step_two", "/gap_months", "/methods/0/method", "/methods/1/counties",
              "/methods/2/tie_breaks", "/methods/2/services_of/0", "/methods/2/weights/recent",
              "/methods/2/weights/older"});
  CHECK(slips(R"({"reconciliation": {}, "methods": []})") == Paths{"/reconciliation", "/methods"});
  CHECK(slips(R"({})") == Paths{"/methods"});
}

TEST_CASE("What stands twice is refused") {
  CHECK(slips(R"({"methods": [{"method": "plurality_of_visits",
    "tie_breaks": ["lowest_id", "lowest_id"]}, {"method": "geography", "counties": [
    {"county": "1", "candidate": "A"}, {"county": "1", "candidate": "B"}]}]})") ==
        Paths{"/methods/0/tie_breaks/1", "/methods/1/counties/1/county"});
}

TEST_CASE("Two steps need a year, and a designation goes before them from 2018 on") {
  CHECK(slips(R"({"methods": [{"method": "two_step"}]})") == Paths{"/services/edition"});
  CHECK(slips(R"({"services": {"codes": ["99213"]}, "methods": [{"method": "two_step"}]})") ==
        Paths{"/services/edition"});
  const std::string both = R"("methods": [{"method": "patient_designation"},
    {"method": "two_step"}]})";
  CHECK(slips(R"({"services": {"edition": 2017}, )" + both) == Paths{"/methods"});
  CHECK(slips(R"({"services": {"edition": 2018}, )" + both).empty());
}

}  // namespace
