// SPDX-License-Identifier: Apache-2.0
#include "backtest/puf_layout.h"

#include <string>

#include "puf_text.h"
#include "support/catch.h"

using namespace gainshare;
using namespace gainshare::test;

namespace {

Result<PufLayout> layout_of(const std::string& text,
                            std::optional<std::int32_t> year = std::nullopt) {
  const Result<Table> table = read_table("t.csv", text);
  REQUIRE(table.ok());
  return find_layout(table.value(), year);
}

std::int32_t year_of(const std::string& text, std::optional<std::int32_t> year = std::nullopt) {
  const Result<PufLayout> layout = layout_of(text, year);
  if (!layout) FAIL(layout.issues().front().message);
  return layout.value().performance_year;
}

IssueCode refusal(const std::string& text, std::optional<std::int32_t> year = std::nullopt) {
  const Result<PufLayout> layout = layout_of(text, year);
  REQUIRE_FALSE(layout.ok());
  return layout.issues().front().code;
}

const std::string kRow2013 =
    "A67373,Palm Beach,07/01/2012,0,1,0.5,0.0234%,$10.00,$9.00,$1.00,,$0.00,36268\n";

}  // namespace

TEST_CASE("each year is told by its own columns or cells") {
  CHECK(year_of(kHeader2013 + kRow2013) == 2013);
  CHECK(year_of(csv({row_2014()})) == 2014);
  CHECK(year_of(csv({row_2015()})) == 2015);
  CHECK(year_of(csv({without(row_2015(), "Performance_Year")})) == 2015);
  CHECK(year_of(csv({without(row_2017(), "DisAdj")})) == 2016);
  CHECK(year_of(csv({row_2017()})) == 2017);
  CHECK(year_of(csv({row_2018()})) == 2018);
  CHECK(year_of(csv({row_2019()})) == 2019);
  CHECK(year_of(csv({row_2020()})) == 2020);
  CHECK(year_of(csv({row_2021()})) == 2021);
  CHECK(year_of(csv({without(row_2023(), "Met_AltQPS")})) == 2022);
  CHECK(year_of(csv({with(row_2023(), {{"Current_Start_Date", "01/01/2023"}})})) == 2023);
  CHECK(year_of(csv({row_2024()})) == 2024);
}

TEST_CASE("the cells' year counts more than the columns") {
  const Cells row = with(without(row_2017(), "DisAdj"), {{"Performance_Year", "2016.0"}});
  CHECK(year_of(csv({row})) == 2016);
  CHECK(year_of(csv({with(row_2017(), {{"performance_year", "2017"}})})) == 2017);
}

TEST_CASE("2019 and 2020 are alike, so without the year in the cells it must be said") {
  const Cells row = without(row_2019(), "performance_year");
  CHECK(refusal(csv({row})) == IssueCode::UnknownLayout);
  CHECK(year_of(csv({row}), 2019) == 2019);
  CHECK(year_of(csv({row}), 2020) == 2020);
  // An agreement that began in 2020 leaves one of the two.
  CHECK(year_of(csv({with(row, {{"current_start_date", "1/1/2020"}})})) == 2020);
}

TEST_CASE("a year that the file contradicts is refused") {
  CHECK(refusal(csv({row_2019()}), 2020) == IssueCode::Conflict);
  CHECK(refusal(csv({row_2017()}), 2018) == IssueCode::Conflict);
  CHECK(refusal(csv({row_2024()}), 2023) == IssueCode::Conflict);
  CHECK(refusal(csv({row_2014()}), 2013) == IssueCode::Conflict);
  const Result<PufLayout> layout = layout_of(csv({row_2019(), row_2019()}), 2020);
  REQUIRE_FALSE(layout.ok());
  CHECK(layout.issues().front().path == "t.csv:2:performance_year");
  const Result<PufLayout> by_date = layout_of(csv({row_2021()}), 2016);
  REQUIRE_FALSE(by_date.ok());
  CHECK(by_date.issues().front().path == "t.csv:2:Current_Start_Date");
}

TEST_CASE("the right year may be said") {
  CHECK(year_of(csv({row_2019()}), 2019) == 2019);
  CHECK(year_of(csv({row_2024()}), 2024) == 2024);
}

TEST_CASE("columns are matched without regard to case, blanks and underscores") {
  std::string text = csv({row_2024()});
  const std::string_view name = "Current_Start_Date";
  text.replace(text.find(name), name.size(), " current start date ");
  CHECK(year_of(text) == 2024);
  CHECK(column_key("Current_Track_1_Plus") == column_key("current track 1+"));
  CHECK(column_key("Total savings/losses ($)") == "totalsavingslosses");
}

TEST_CASE("the shifted columns of 2013 are read by what they hold") {
  const Result<PufLayout> layout = layout_of(kHeader2013 + kRow2013);
  REQUIRE(layout.ok());
  const PufColumns& columns = layout.value().columns;
  CHECK(columns[Figure::Benchmark] == 7);
  CHECK(columns[Figure::Expenditure] == 8);
  CHECK(columns[Figure::Savings] == 9);
  CHECK(columns[Figure::Earned] == 10);
  CHECK(columns[Figure::SharedLosses] == 11);
  CHECK(columns[Figure::Beneficiaries] == 12);
}

TEST_CASE("a header of 2013 that was mended is read by its names") {
  std::string text = kHeader2013 + "A1,P,07/01/2012,0,1,0.5,0.0234%,$10.00,$9.00,$1.00,,,5,4\n";
  const std::string_view label = "Total savings/losses ($)";
  text.insert(text.find(label), "Total expenditures ($),");
  const Result<PufLayout> layout = layout_of(text);
  REQUIRE(layout.ok());
  CHECK(layout.value().columns[Figure::Expenditure] == 8);
  CHECK(layout.value().columns[Figure::Savings] == 9);
  CHECK(layout.value().columns[Figure::Beneficiaries] == 12);
}

TEST_CASE("every missing column is named at once") {
  const Result<PufLayout> layout =
      layout_of(csv({without(without(row_2024(), "ABtotExp"), "N_AB")}));
  REQUIRE_FALSE(layout.ok());
  REQUIRE(layout.issues().size() == 2);
  CHECK(layout.issues()[0].code == IssueCode::MissingColumn);
  CHECK(layout.issues()[0].path == "t.csv:1:N_AB");
  CHECK(layout.issues()[1].path == "t.csv:1:ABtotExp");
}

TEST_CASE("a column that is needed and there twice is refused") {
  std::string text = csv({row_2024()});
  text = "\"N_AB\"," + text;
  text.insert(text.find("\r\n") + 2, "\"5\",");
  CHECK(refusal(text) == IssueCode::DuplicateColumn);
}

TEST_CASE("a table of another kind is no layout, and a year without an edition is refused") {
  CHECK(refusal("a,b\n1,2\n") == IssueCode::UnknownLayout);
  CHECK(refusal("a,b\n1,2\n", 2024) == IssueCode::MissingColumn);
  CHECK(refusal(csv({with(row_2019(), {{"performance_year", "2031"}})})) == IssueCode::NoEdition);
}
