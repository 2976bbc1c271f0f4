// SPDX-License-Identifier: Apache-2.0
#include "json/experience_reader.h"

#include <string>

#include "json/input_writer.h"
#include "support/catch.h"

using namespace gainshare;
using gainshare::json::Place;

namespace {

struct Reading {
  std::optional<Experience> experience;
  Issues issues;
};

Reading read(std::string_view members) {
  const std::string text = R"({"format": "gainshare-experience-1")" + std::string{members} + "}";
  Reading reading;
  reading.experience = json::read_experience(text, Place{"/experience"}, reading.issues);
  return reading;
}

Experience good(std::string_view members) {
  Reading reading = read(members);
  for (const Issue& issue : reading.issues) UNSCOPED_INFO(issue.path + ": " + issue.message);
  REQUIRE(reading.experience.has_value());
  return *std::move(reading.experience);
}

Issue only_issue(std::string_view members) {
  const Reading reading = read(members);
  CHECK_FALSE(reading.experience.has_value());
  REQUIRE(reading.issues.size() == 1);
  return reading.issues[0];
}

constexpr std::string_view kFull = R"(,
  "population": {"assigned_beneficiaries": 0, "member_months": 120},
  "spending": {"basis": "per_member_per_month", "benchmark_cents": 50000,
    "participant_revenue_cents": 7, "low_revenue": false, "two_way_benchmark_cents": 49000,
    "guardrail_applied": true, "advance_payment_balance_cents": 0},
  "quality": {"score": "5/6", "met_standard": true, "met_alternative_standard": false,
    "measures": [{"id": "m1", "prior": 0.4, "current": "1.45"}, {"id": "m2", "current": 0}]},
  "disaster": {"affected_months": 4, "affected_share": 0.25},
  "year_to_date": {"months": 6, "expenditure_cents": 20000, "completion_factor": "0.95",
    "trend": "-0.01", "member_months": 60, "projected_member_months": 121})";

}  // namespace

TEST_CASE("An experience may say nothing but its format") {
  const Experience experience = good("");
  CHECK_FALSE(experience.spending.has_value());
  CHECK_FALSE(experience.year_to_date.has_value());
  CHECK(experience.quality.measures.empty());
}

TEST_CASE("Every member of an experience is read") {
  const Experience experience = good(kFull);
  CHECK(experience.population.assigned_beneficiaries == 0);
  CHECK(experience.spending->basis == SpendingBasis::PerMemberPerMonth);
  CHECK_FALSE(experience.spending->expenditure.has_value());
  CHECK(experience.guardrail.two_way_benchmark == Money::cents(49'000));
  CHECK(experience.guardrail.applied);
  CHECK(experience.advance_payment_balance == Money{});
  CHECK(experience.quality.score->to_text() == "5/6");
  CHECK(experience.quality.measures.at(0).current->to_text() == "1.45");
  CHECK_FALSE(experience.quality.measures.at(1).prior.has_value());
  CHECK(std::get<DisasterPart>(*experience.disaster).affected_months == 4);
  CHECK(experience.year_to_date->trend == Rate::percent(-1));
  CHECK(experience.year_to_date->projected_member_months == 121);
}

TEST_CASE("An experience that is written reads back and writes the same") {
  json::Writer first;
  json::write_experience(good(kFull), first);
  const std::string text = first.take();
  Issues issues;
  const auto again = json::read_experience(text, Place{""}, issues);
  REQUIRE(again.has_value());
  json::Writer second;
  json::write_experience(*again, second);
  CHECK(second.take() == text);
}

TEST_CASE("Base years and participants are written as they are read") {
  const Experience told = good(R"(, "spending": {"expenditure_cents": 5,
      "base_years": [{"year": 2022, "expenditure_cents": 7, "update_factor": "12/11"},
                     {"year": 2023, "expenditure_cents": 8}]},
      "participants": [{"id": "tin_1", "lives": 3},
                       {"id": "b", "panel_savings_cents": -4, "quality": "0.5",
                        "satisfaction": 0, "access": 1, "citizenship": "1/3"}])");
  json::Writer writer;
  json::write_experience(told, writer);
  CHECK(writer.take() ==
        R"({"format":"gainshare-experience-1","spending":{)"
        R"("base_years":[{"year":2022,"expenditure_cents":7,"update_factor":"12/11"},)"
        R"({"year":2023,"expenditure_cents":8}],"expenditure_cents":5},)"
        R"("participants":[{"id":"tin_1","lives":3},)"
        R"({"id":"b","panel_savings_cents":-4,"quality":"0.5","satisfaction":"0","access":"1",)"
        R"("citizenship":"1/3"}]})");
}

TEST_CASE("Expenditure is given exactly when the year is over") {
  CHECK(only_issue(R"(, "spending": {"benchmark_cents": 1})").path ==
        "/experience/spending/expenditure_cents");
  const Issue both = only_issue(R"(, "spending": {"benchmark_cents": 1, "expenditure_cents": 1},
      "year_to_date": {"months": 1, "expenditure_cents": 1, "completion_factor": 1, "trend": 0})");
  CHECK(both.code == IssueCode::Conflict);
}

TEST_CASE("Spending per member per month needs the member months") {
  const std::string spending = R"(, "spending": {"basis": "per_member_per_month",
      "benchmark_cents": 1, "expenditure_cents": 1})";
  CHECK(only_issue(spending).path == "/experience/population/member_months");
  CHECK(only_issue(spending + R"(, "population": {})").code == IssueCode::Missing);
  CHECK(read(spending + R"(, "population": {"member_months": 1})").experience.has_value());
}

TEST_CASE("A disaster is a part of the year or an amount, not both") {
  CHECK(read(R"(, "disaster": {"reduction_cents": 5})").experience.has_value());
  CHECK(only_issue(R"(, "disaster": {"reduction_cents": 5, "affected_months": 1})").code ==
        IssueCode::NotApplicable);
  CHECK(only_issue(R"(, "disaster": {"affected_months": 13, "affected_share": 1})").code ==
        IssueCode::OutOfRange);
  CHECK(read(R"(, "disaster": {})").issues.size() == 2);
}

TEST_CASE("The assumptions of a projection keep their ranges") {
  const auto year = [](std::string_view changed) {
    return R"(, "year_to_date": {"months": 6, "expenditure_cents": 1, )" + std::string{changed} +
           "}";
  };
  CHECK(only_issue(year(R"("completion_factor": 0, "trend": 0)")).code == IssueCode::OutOfRange);
  CHECK(only_issue(year(R"("completion_factor": 1, "trend": -1)")).code == IssueCode::OutOfRange);
  CHECK(only_issue(year(R"("completion_factor": 1)")).code == IssueCode::Missing);
  CHECK(only_issue(year(R"("completion_factor": 1, "trend": 0, "member_months": 5)")).path ==
        "/experience/year_to_date/projected_member_months");
  CHECK(only_issue(year(R"("completion_factor": 1, "trend": 0, "member_months": 5,
                           "projected_member_months": 4)"))
            .code == IssueCode::Conflict);
}

TEST_CASE("Measure ids are unique") {
  CHECK(only_issue(R"(, "quality": {"measures": [{"id": "a", "current": 1},
                                                 {"id": "a", "current": 1}]})")
            .path == "/experience/quality/measures/1/id");
}

TEST_CASE("A title of any length becomes one that the reader takes") {
  json::Writer writer;
  std::string title;
  for (int i = 0; i < 150; ++i) title += "é";
  json::write_program_contract(title, {.performance_year = 2024, .track = "basic_a"}, writer);
  const std::string text = writer.take();
  CHECK(text.find("\xEF\xBF\xBD") == std::string::npos);
  CHECK(text.find("\"track\":\"basic_a\"") != std::string::npos);
}
