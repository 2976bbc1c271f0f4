// SPDX-License-Identifier: Apache-2.0
// Elections that no edition knows are refused, each with its place and a mend, all at once.
#include <string>

#include "programs/programs.h"
#include "support/catch.h"
#include "unit/programs/terms_text.h"

namespace gainshare {
namespace {

MsspElections basic_e() {
  MsspElections elections;
  elections.performance_year = 2024;
  elections.track = "basic_e";
  elections.minimum_rate = Rate::percent(1);
  elections.minimum_rate_stated = true;
  return elections;
}

MsspElections track_2(std::int32_t year) {
  MsspElections elections;
  elections.performance_year = year;
  elections.track = "track_2";
  elections.minimum_rate = Rate::percent(2);
  elections.minimum_rate_stated = true;
  elections.track_year = 1;
  return elections;
}

Issues issues_of(const MsspElections& elections) {
  const auto resolved = resolve_mssp(elections);
  INFO(testing::text_of(resolved));
  REQUIRE_FALSE(resolved.ok());
  return resolved.issues();
}

void check_refused(const MsspElections& elections, std::string_view path, IssueCode code,
                   const std::string& message) {
  const Issues issues = issues_of(elections);
  REQUIRE(issues.size() == 1);
  CHECK(issues[0].path == path);
  CHECK(issues[0].code == code);
  CHECK(issues[0].message == message);
}

TEST_CASE("a year without an edition is refused and the years there are are named") {
  for (const std::int32_t year : {0, 1999, 2012, 2027}) {
    auto elections = basic_e();
    elections.performance_year = year;
    check_refused(elections, "/performance_year", IssueCode::NoEdition,
                  "There is no edition for performance year " + std::to_string(year) +
                      ". Choose a year from 2013 to 2026.");
  }
}

TEST_CASE("an unknown track is refused and the known ones are named") {
  auto elections = basic_e();
  elections.track = "basic_f";
  check_refused(elections, "/track", IssueCode::UnknownChoice,
                "There is no track \"basic_f\". Choose one of track_1, track_2, track_3, "
                "track_1_plus, basic_a, basic_b, basic_c, basic_d, basic_e, enhanced.");
  elections.track = "";
  CHECK(issues_of(elections)[0].code == IssueCode::UnknownChoice);
  elections.track = std::string(10'000, 'x');
  CHECK(issues_of(elections)[0].message.size() < 300);
}

TEST_CASE("a track outside its years is refused and its years are named") {
  auto elections = basic_e();
  elections.track = "track_3";
  check_refused(elections, "/track", IssueCode::NotApplicable,
                "Track 3 existed from 2016 to 2021, so not in 2024. Choose another track or year.");
  elections.track = "track_1";
  check_refused(elections, "/track", IssueCode::NotApplicable,
                "Track 1 existed until 2021, so not in 2024. Choose another track or year.");
  elections = basic_e();
  elections.performance_year = 2018;
  check_refused(elections, "/track", IssueCode::NotApplicable,
                "BASIC Level E exists from 2019 on, so not in 2018. Choose another track or year.");
}

TEST_CASE("a two-sided track needs the election of its minimum rate") {
  auto elections = basic_e();
  elections.minimum_rate = std::nullopt;
  elections.minimum_rate_stated = false;
  check_refused(elections, "/minimum_rate", IssueCode::Missing,
                "BASIC Level E is two-sided and needs the minimum rate that was elected. Enter "
                "\"variable\", 0, 0.005, 0.01, 0.015 or 0.02.");
  elections.minimum_rate_stated = true;
  CHECK(resolve_mssp(elections).ok());
}

TEST_CASE("a rate that is not an option cannot be elected") {
  for (const Rate rate :
       {Rate::decimal(1, 3), Rate::decimal(25, 3), Rate::decimal(199, 4), Rate::whole(1)}) {
    auto elections = basic_e();
    elections.minimum_rate = rate;
    check_refused(elections, "/minimum_rate", IssueCode::OutOfRange,
                  "The minimum rate " + rate.to_text() +
                      " cannot be elected on BASIC Level E. Choose \"variable\", 0, 0.005, 0.01, "
                      "0.015 or 0.02.");
  }
  for (const std::int64_t rate : {0, 50, 100, 150, 200}) {
    auto elections = basic_e();
    elections.minimum_rate = Rate::basis_points(rate);
    CHECK(resolve_mssp(elections).ok());
  }
}

TEST_CASE("a one-sided track has no rate to elect") {
  auto elections = basic_e();
  elections.track = "basic_a";
  check_refused(elections, "/minimum_rate", IssueCode::NotApplicable,
                "BASIC Level A is one-sided and takes its minimum rate from the number of assigned "
                "beneficiaries. Leave it out or enter \"variable\".");
  elections.minimum_rate = std::nullopt;
  CHECK(resolve_mssp(elections).ok());
  elections.minimum_rate_stated = false;
  CHECK(resolve_mssp(elections).ok());
}

TEST_CASE("Track 2 before 2016 takes no other rate than 2 %") {
  auto elections = track_2(2014);
  elections.minimum_rate = Rate::percent(1);
  const std::string mend =
      ", but Track 2 agreements that began before 2016 have 0.02. Enter 0.02 or leave it out.";
  check_refused(elections, "/minimum_rate", IssueCode::OutOfRange,
                "The minimum rate is 0.01" + mend);
  elections.minimum_rate = std::nullopt;
  check_refused(elections, "/minimum_rate", IssueCode::OutOfRange,
                "The minimum rate is \"variable\"" + mend);
  elections = track_2(2017);
  elections.minimum_rate = Rate::percent(1);
  CHECK(resolve_mssp(elections).ok());
  elections.agreement_start = Date{2015, 1, 1};
  check_refused(elections, "/minimum_rate", IssueCode::OutOfRange,
                "The minimum rate is 0.01" + mend);
}

TEST_CASE("a Track 2 election that is missing says that an old agreement has none") {
  auto elections = track_2(2017);
  elections.minimum_rate = std::nullopt;
  elections.minimum_rate_stated = false;
  check_refused(elections, "/minimum_rate", IssueCode::Missing,
                "Track 2 is two-sided and needs the minimum rate that was elected. Enter "
                "\"variable\", 0, 0.005, 0.01, 0.015 or 0.02, or the start of an agreement that "
                "began before 2016.");
}

TEST_CASE("the year in the track is for Track 2, and Track 2 needs it") {
  auto elections = track_2(2014);
  elections.track_year = std::nullopt;
  check_refused(elections, "/track_year", IssueCode::Missing,
                "Track 2 limits losses by the year in the track, which is not given. Enter 1, 2, "
                "or 3 for the third and every later year.");
  for (const std::int32_t year : {-1, 0, 7}) {
    elections.track_year = year;
    check_refused(
        elections, "/track_year", IssueCode::OutOfRange,
        "The track year is " + std::to_string(year) + ". Enter a whole number from 1 to 6.");
  }
  auto other = basic_e();
  other.track_year = 1;
  check_refused(other, "/track_year", IssueCode::NotApplicable,
                "Only Track 2 limits losses by the year in the track; BASIC Level E does not. "
                "Leave the track year out.");
}

TEST_CASE("an agreement begins in the program's time and not after the year it is settled for") {
  auto elections = basic_e();
  elections.agreement_start = Date{2025, 1, 1};
  check_refused(elections, "/agreement_start", IssueCode::Conflict,
                "The agreement start 2025-01-01 lies after performance year 2024. Enter the first "
                "day of the agreement in force in that year.");
  elections.agreement_start = Date{2011, 12, 31};
  check_refused(elections, "/agreement_start", IssueCode::OutOfRange,
                "The agreement start is 2011-12-31. The first agreements began in 2012: enter the "
                "first day of the agreement in force.");
  elections.agreement_start = Date{2024, 12, 31};
  CHECK(resolve_mssp(elections).ok());
}

TEST_CASE("a first performance year is the year in which the agreement began") {
  auto elections = basic_e();
  elections.first_performance_year = true;
  elections.agreement_start = Date{2022, 1, 1};
  check_refused(elections, "/first_performance_year", IssueCode::Conflict,
                "The agreement began on 2022-01-01, so 2024 is not its first performance year. Set "
                "first_performance_year to false or correct the agreement start.");
  elections.agreement_start = Date{2024, 1, 1};
  CHECK(resolve_mssp(elections).ok());
  elections = track_2(2013);
  elections.first_performance_year = true;
  elections.agreement_start = Date{2012, 4, 1};
  CHECK(resolve_mssp(elections).ok());
}

TEST_CASE("only 2019 had years of six months") {
  auto elections = basic_e();
  elections.six_month_year = true;
  check_refused(elections, "/six_month_year", IssueCode::NotApplicable,
                "Performance years of six months existed in 2019 only. Set six_month_year to false "
                "or leave it out.");
  elections.performance_year = 2019;
  CHECK(resolve_mssp(elections).ok());
}

TEST_CASE("everything that is wrong is said at once") {
  auto elections = basic_e();
  elections.minimum_rate = Rate::percent(3);
  elections.agreement_start = Date{2030, 1, 1};
  elections.track_year = 2;
  elections.six_month_year = true;
  std::vector<std::string> paths;
  for (const Issue& issue : issues_of(elections)) paths.push_back(issue.path);
  CHECK(paths == std::vector<std::string>{"/agreement_start", "/six_month_year", "/minimum_rate",
                                          "/track_year"});
  elections = basic_e();
  elections.performance_year = 2012;
  elections.track = "gold";
  CHECK(issues_of(elections).size() == 2);
}

}  // namespace
}  // namespace gainshare
