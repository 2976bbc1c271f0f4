// SPDX-License-Identifier: Apache-2.0
#include "population/risk_tables.h"

#include <algorithm>

#include "support/risk_tables.h"

namespace gainshare {
namespace {

using testing::risk_model;
using testing::RiskFiles;
using Paths = std::vector<std::string>;

Paths slips(const RiskFiles& text, const std::string& model = "V28") {
  const auto read = read_risk_model(text.files(), model);
  if (read.ok()) return {};
  Paths paths;
  for (const Issue& issue : read.issues()) {
    CHECK_FALSE(issue.message.empty());
    paths.push_back(issue.path);
  }
  return paths;
}

TEST_CASE("A model takes its own rows alone out of files of several") {
  const RiskModel v28 = risk_model("CMS-HCC V28");
  CHECK(v28.categories_of("E11.9") == std::vector{*v28.category("38")});
  CHECK(v28.categories_of("i130").size() == 2);
  CHECK(v28.categories_of("A000").empty());
  CHECK_FALSE(v28.category("85"));
  const RiskModel v24 = risk_model("V24");
  CHECK(v24.categories_of("E119") == std::vector{*v24.category("19")});
  REQUIRE(v24.segments.size() == 1);
  REQUIRE(v24.segments[0].cells.size() == 1);
  CHECK(v24.coefficients[v24.segments[0].cells[0].coefficient].units == 350'000'000);
}

TEST_CASE("A file of several models asks which, and names them") {
  const RiskFiles text;
  const auto read = read_risk_model(text.files(), "");
  REQUIRE_FALSE(read.ok());
  CHECK(read.issues().front().code == IssueCode::UnknownChoice);
  CHECK(read.issues().front().message.find("CMS-HCC V28, CMS-HCC V24") != std::string::npos);
  CHECK(slips(text, "V22") == Paths{"coefficients.csv:1", "diagnoses.csv:1", "hierarchy.csv:1"});
}

TEST_CASE("A variable that nothing explains is named, not lost") {
  CHECK(risk_model().unused_variables == std::vector<std::string>{"CNA_STRANGE_V28"});
}

TEST_CASE("A table with one column for each variable reads as one with a row for each") {
  RiskFiles wide;
  wide.coefficients = "CNA_F65_69,CNA_HCC38,CNA_D10P\n0.3,0.15,0.5\n";
  const auto read = read_risk_model(wide.files(), "V28");
  REQUIRE(read.ok());
  CHECK(read.value().coefficients.size() == 3);
  CHECK(read.value().segments[0].counts[0].or_more);
}

TEST_CASE("Segments may stand in a column of their own, or nowhere") {
  RiskFiles text;
  text.coefficients = "segment,variable,coefficient\nCNA,F65_69,0.3\nCNA,HCC38,0.15\n,M0_64,1\n";
  const auto read = read_risk_model(text.files(), "V28");
  REQUIRE(read.ok());
  CHECK(read.value().segment(RiskSegmentKind::CommunityNonDualAged)->name == "cna");
  CHECK(read.value().segment(RiskSegmentKind::Institutional)->name.empty());
}

TEST_CASE("Nine decimal places are held exactly, a tenth is refused") {
  CHECK(score_units("0.302") == 302'000'000);
  CHECK(score_units("-0.000000001") == -1);
  CHECK(score_units("1000") == 1'000 * kScoreUnit);
  CHECK_FALSE(score_units("0.0000000001"));
  CHECK_FALSE(score_units("1000.1"));
  CHECK_FALSE(score_units("1/3"));
  CHECK_FALSE(score_units(""));
}

TEST_CASE("Every slip in the tables is told at once, with its line and column") {
  RiskFiles text;
  text.coefficients = "variable,coefficient\nCNA_F65_69,x\nCNA_HCC37,1\ncna_hcc37,2\n,3\n";
  text.diagnoses = "diagnosis_code,cc\n,37\nE119,\n";
  text.hierarchy = "cc_parent,cc_child\n37,37\n8,9\n9,8\n10,\n";
  text.interactions = "variable,any_of\nHF_KIDNEY,\n";
  CHECK(slips(text) == Paths{"interactions.csv:2:any_of", "coefficients.csv:2:coefficient",
                             "coefficients.csv:4:coefficient", "coefficients.csv:5:coefficient",
                             "diagnoses.csv:2:diagnosis_code", "diagnoses.csv:3:cc",
                             "hierarchy.csv:2:cc_child", "hierarchy.csv:4:cc_child",
                             "hierarchy.csv:5:cc_child"});
}

TEST_CASE("A missing column names those that would do") {
  RiskFiles text;
  text.diagnoses = "icd,group\nE119,38\n";
  CHECK(slips(text) == Paths{"diagnoses.csv:1:diagnosis_code", "diagnoses.csv:1:cc"});
}

TEST_CASE(
    "Coefficients of categories need diagnoses and a hierarchy, those of age and sex do not") {
  const RiskFiles text;
  const std::vector<RiskFile> all = text.files();
  const auto alone = read_risk_model(std::span{all}.first(1), "V28");
  REQUIRE_FALSE(alone.ok());
  CHECK(alone.issues().size() == 2);
  const std::string ages = "variable,coefficient\nF0_64,0.5\nM0_64,0.4\n";
  const std::vector<RiskFile> demographic{{RiskTableKind::Coefficients, "ages.csv", ages}};
  CHECK(read_risk_model(demographic, "").ok());
  CHECK_FALSE(read_risk_model({}, "").ok());
}

TEST_CASE("A hundred issues are enough, and the last one says that there may be more") {
  RiskFiles text;
  text.coefficients = "variable,coefficient\n";
  for (int i = 0; i < 500; ++i) text.coefficients += "CNA_HCC" + std::to_string(i) + ",x\n";
  const auto read = read_risk_model(text.files(), "V28");
  REQUIRE_FALSE(read.ok());
  CHECK(read.issues().size() == 100);
  CHECK(read.issues().back().message.find("There may be more") != std::string::npos);
}

TEST_CASE("Beyond 512 categories a model is refused") {
  RiskFiles text;
  text.coefficients = "variable,coefficient\n";
  for (int i = 0; i < 513; ++i) text.coefficients += "CNA_HCC" + std::to_string(i) + ",1\n";
  text.interactions = "variable,any_of\n";
  CHECK_FALSE(slips(text).empty());
}

TEST_CASE("The diagnoses of a line count by its bill type and its code") {
  const std::vector<std::string> eligible{"99213", "G0438"};
  const Setting professional{.claim_type = "professional"};
  const Setting inpatient{.claim_type = "institutional", .bill_type = "111"};
  const Setting outpatient{.claim_type = "institutional", .bill_type = "0131"};
  const Setting home_health{.claim_type = "institutional", .bill_type = "329"};
  CHECK(counts_for_risk(professional, "99213", eligible));
  CHECK_FALSE(counts_for_risk(professional, "99999", eligible));
  CHECK(counts_for_risk(professional, "99999", {}));
  CHECK(counts_for_risk(inpatient, "", eligible));
  CHECK(counts_for_risk(outpatient, "G0438", eligible));
  CHECK_FALSE(counts_for_risk(outpatient, "", eligible));
  CHECK_FALSE(counts_for_risk(home_health, "99213", eligible));
}

TEST_CASE("Eligible codes keep their zeros and letters") {
  const std::string text = "cpt_hcpcs_code\n00100\nG0438\n";
  const std::vector<RiskFile> files{{RiskTableKind::EligibleCodes, "codes.csv", text}};
  CHECK(read_eligible_codes(files).value() == std::vector<std::string>{"00100", "G0438"});
  CHECK(read_eligible_codes({}).value().empty());
}

}  // namespace
}  // namespace gainshare
