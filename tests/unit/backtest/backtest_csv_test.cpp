// SPDX-License-Identifier: Apache-2.0
#include "backtest/backtest_csv.h"

#include <string>

#include "backtest/verdict.h"
#include "csv/table.h"
#include "puf_text.h"
#include "support/catch.h"

using namespace gainshare;
using namespace gainshare::test;

TEST_CASE("the back-test's CSV has exactly the columns that were agreed") {
  CHECK(backtest_csv(BacktestReport{}) ==
        "performance_year,aco_id,aco_name,track,beneficiaries,benchmark,expenditure,savings,"
        "minimum_rate,sharing_rate,computed_generated,published_generated,computed_earned,"
        "published_earned,difference,verdict,reason\n");
}

TEST_CASE("a settled row is one line with dollars to two decimals") {
  const std::string text = backtest_csv(report_on(csv({row_2014()})));
  CHECK(text.substr(text.find('\n') + 1) ==
        "2014,A67373,Palm Beach,track_1,34601,450902466.00,418729017.00,32173449.00,"
        "0.023539851328,0.458482143,32173449.00,32173449.00,14455932.81,14455933.00,-0.19,"
        "exact,\n");
}

TEST_CASE("an unreadable row has its place and empty figures") {
  const std::string text = backtest_csv(report_on(csv({with(row_2014(), {{"N_AB", "many"}})})));
  const Result<Table> table = read_table("out.csv", text);
  REQUIRE(table.ok());
  REQUIRE(table.value().row_count() == 1);
  REQUIRE(table.value().row_issue(0) == nullptr);
  CHECK(table.value().column_count() == 17);
  CHECK(table.value().cell(0, 1) == "A67373");
  for (std::size_t column = 4; column <= 14; ++column) {
    CHECK(table.value().cell(0, column).empty());
  }
  CHECK(table.value().cell(0, 15) == "unreadable");
  CHECK(table.value().cell(0, 16).find("t.csv:2:N_AB") == 0);
}

TEST_CASE("names with separators, quotes and line ends come back as they were") {
  BacktestReport report;
  for (const std::string name : {"Palm \"Beach\", LLC", "two\r\nlines", " blank ", "Caf\xC3\xA9"}) {
    BacktestRow row;
    row.performance_year = 2024;
    row.aco_name = name;
    report.rows.push_back(row);
  }
  const Result<Table> table = read_table("out.csv", backtest_csv(report));
  REQUIRE(table.ok());
  REQUIRE(table.value().row_count() == report.rows.size());
  for (std::size_t i = 0; i < report.rows.size(); ++i) {
    CHECK(table.value().cell(i, 2) == report.rows[i].aco_name);
  }
}

TEST_CASE("a name that a spreadsheet would run as a formula is defused") {
  BacktestReport report;
  for (const std::string name : {"=1+1", "+1", "-1", "@x", "\tx"}) {
    BacktestRow row;
    row.aco_name = name;
    report.rows.push_back(row);
  }
  const Result<Table> table = read_table("out.csv", backtest_csv(report));
  REQUIRE(table.ok());
  for (std::size_t i = 0; i < report.rows.size(); ++i) {
    CHECK(table.value().cell(i, 2) == "'" + report.rows[i].aco_name);
  }
}

TEST_CASE("dollars and ratios are written as decimals") {
  CHECK(dollars_text(Money::cents(0)) == "0.00");
  CHECK(dollars_text(Money::cents(5)) == "0.05");
  CHECK(dollars_text(Money::cents(-5)) == "-0.05");
  CHECK(dollars_text(Money::cents(-123450)) == "-1234.50");
  CHECK(decimal_text(Ratio{Rational(1, 3)}, 12) == "0.333333333333");
  CHECK(decimal_text(Ratio{Rational(2, 3)}, 3) == "0.667");
  CHECK(decimal_text(Ratio::whole(1), 12) == "1");
}
