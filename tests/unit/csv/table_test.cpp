// SPDX-License-Identifier: Apache-2.0
#include "csv/table.h"

#include <string>
#include <vector>

#include "support/catch.h"

using namespace gainshare;
using namespace std::string_literals;

namespace {

Table table_of(std::string_view text) {
  Result<Table> table = read_table("t.csv", text);
  REQUIRE(table.ok());
  return std::move(table).value();
}

Issue refusal(std::string_view text, const TableLimits& limits = {}) {
  const Result<Table> table = read_table("t.csv", text, limits);
  REQUIRE_FALSE(table.ok());
  REQUIRE(table.issues().size() == 1);
  return table.issues().front();
}

std::vector<std::string> row_of(const Table& table, std::size_t row) {
  std::vector<std::string> cells;
  for (std::size_t i = 0; i < table.column_count(); ++i) cells.emplace_back(table.cell(row, i));
  return cells;
}

using Row = std::vector<std::string>;

}  // namespace

TEST_CASE("a table has columns by name and rows that know their line") {
  const Table table = table_of("a,b\n1,2\n3,4\n");
  CHECK(table.column_count() == 2);
  CHECK(table.row_count() == 2);
  CHECK(row_of(table, 0) == Row{"1", "2"});
  CHECK(row_of(table, 1) == Row{"3", "4"});
  CHECK(table.line(0) == 2);
  CHECK(table.line(1) == 3);
  CHECK(table.path(1, 1) == "t.csv:3:b");
  CHECK(table.path(1) == "t.csv:3");
}

TEST_CASE("columns are found without regard to case and surrounding blanks") {
  const Table table = table_of(" N_AB ,n_ab,Name\n1,2,x\n");
  CHECK(table.columns_named("Name") == std::vector<std::size_t>{2});
  CHECK(table.columns_named(" NAME ") == std::vector<std::size_t>{2});
  CHECK(table.columns_named("n_AB") == std::vector<std::size_t>{0, 1});
  CHECK(table.columns_named("Nam").empty());
}

TEST_CASE("every line end counts as one, in cells and between rows") {
  for (const std::string& end : {"\n"s, "\r\n"s, "\r"s}) {
    const Table table = table_of("a,b" + end + "\"x" + end + "y\",2" + end + end + "3,4");
    REQUIRE(table.row_count() == 2);
    CHECK(table.cell(0, 0) == "x" + end + "y");
    CHECK(table.line(0) == 2);
    CHECK(table.line(1) == 5);
    CHECK(row_of(table, 1) == Row{"3", "4"});
    CHECK(table.empty_row_count() == 1);
  }
}

TEST_CASE("quoted cells hold separators, line ends and doubled quotes") {
  const Table table = table_of("name,n\n\"Palm \"\"Beach\"\", LLC\n(2)\",\"\"\n\"\",7\n");
  REQUIRE(table.row_count() == 2);
  CHECK(table.cell(0, 0) == "Palm \"Beach\", LLC\n(2)");
  CHECK(table.cell(0, 1).empty());
  CHECK(table.cell(1, 0).empty());
  CHECK(table.cell(1, 1) == "7");
  CHECK(table.line(1) == 4);
}

TEST_CASE("a quote inside an unquoted cell is a character") {
  const Table table = table_of("a,b\n5\" pipe,2\n");
  CHECK(table.cell(0, 0) == "5\" pipe");
  CHECK(table.row_issue(0) == nullptr);
}

TEST_CASE("the separator is told from the header, quotes left aside") {
  CHECK(table_of("a;b\n1,5;2\n").cell(0, 0) == "1,5");
  CHECK(table_of("a\tb\n1,5\t2\n").cell(0, 1) == "2");
  CHECK(table_of("a|b\n1|2\n").separator() == '|');
  CHECK(table_of("\"a, b, c\";d;e\n1;2;3\n").separator() == ';');
  CHECK(table_of("only\n1\n").separator() == ',');
}

TEST_CASE("a byte order mark is no part of the first name") {
  CHECK(table_of("\xEF\xBB\xBF"s + "a,b\n1,2\n").columns_named("a").size() == 1);
}

TEST_CASE("UTF-16 is refused with what to do") {
  const Issue with_mark = refusal("\xFF\xFE"s + "a\0,\0b\0"s);
  CHECK(with_mark.code == IssueCode::BrokenText);
  CHECK(with_mark.message.find("UTF-16") != std::string::npos);
  CHECK(refusal("\xFE\xFF"s + "\0a\0,"s).code == IssueCode::BrokenText);
  const Issue without_mark = refusal("a\0,\0b\0\n\0"s);
  CHECK(without_mark.code == IssueCode::BrokenText);
  CHECK(without_mark.path == "t.csv:1");
}

TEST_CASE("trailing separators and empty rows are left out") {
  const Table table = table_of("\n  \na,b,,\n1,2,,\n,,,\n\n3,4\n5,6,\n");
  CHECK(table.column_count() == 2);
  REQUIRE(table.row_count() == 3);
  CHECK(table.line(0) == 4);
  CHECK(table.line(1) == 7);
  CHECK(row_of(table, 2) == Row{"5", "6"});
  CHECK(table.empty_row_count() == 2);
  for (std::size_t i = 0; i < 3; ++i) CHECK(table.row_issue(i) == nullptr);
}

TEST_CASE("a ragged row is that row's issue and keeps the cells it has") {
  const Table table = table_of("a,b,c\n1,2\n1,2,3,4\n1,2,3\n");
  REQUIRE(table.row_count() == 3);
  REQUIRE(table.row_issue(0) != nullptr);
  CHECK(table.row_issue(0)->code == IssueCode::RaggedRow);
  CHECK(table.row_issue(0)->path == "t.csv:2");
  CHECK(row_of(table, 0) == Row{"1", "2", ""});
  REQUIRE(table.row_issue(1) != nullptr);
  CHECK(table.row_issue(1)->message.find("4 cells") != std::string::npos);
  CHECK(row_of(table, 1) == Row{"1", "2", "3"});
  CHECK(table.row_issue(2) == nullptr);
}

TEST_CASE("an open quote is reported on the line where it began") {
  const Table table = table_of("a,b\n1,2\n3,\"4\n5,6\n7,8\n");
  REQUIRE(table.row_count() == 2);
  CHECK(table.row_issue(0) == nullptr);
  REQUIRE(table.row_issue(1) != nullptr);
  CHECK(table.row_issue(1)->code == IssueCode::BrokenText);
  CHECK(table.row_issue(1)->path == "t.csv:3");
  CHECK(refusal("a,\"b\n1,2\n").path == "t.csv:1");
}

TEST_CASE("text behind a closing quote and NUL bytes are that row's issue") {
  const Table table = table_of("a,b\n\"x\"y,2\n\"x\" ,2\n1,2\0\n3,4\n"s);
  REQUIRE(table.row_count() == 4);
  REQUIRE(table.row_issue(0) != nullptr);
  CHECK(table.row_issue(0)->path == "t.csv:2:a");
  CHECK(table.row_issue(1) == nullptr);
  REQUIRE(table.row_issue(2) != nullptr);
  CHECK(table.row_issue(2)->path == "t.csv:4:b");
  CHECK(table.row_issue(3) == nullptr);
}

TEST_CASE("bytes that are not UTF-8 are read as Windows-1252 and the row says so") {
  const Table table = table_of(
      "name\nM\xE9"
      "dico\nM\xC3\xA9"
      "dico\n\x93quoted\x94\n\x81\n");
  REQUIRE(table.row_count() == 4);
  CHECK(table.cell(0, 0) ==
        "M\xC3\xA9"
        "dico");
  CHECK(table.was_transcoded(0));
  CHECK(table.cell(1, 0) ==
        "M\xC3\xA9"
        "dico");
  CHECK_FALSE(table.was_transcoded(1));
  CHECK(table.cell(2, 0) == "\xE2\x80\x9Cquoted\xE2\x80\x9D");
  CHECK(table.was_transcoded(2));
  CHECK(table.cell(3, 0) == "\xEF\xBF\xBD");
}

TEST_CASE("nothing to read is an issue") {
  CHECK(refusal("").code == IssueCode::EmptyFile);
  CHECK(refusal("\xEF\xBB\xBF").code == IssueCode::EmptyFile);
  CHECK(refusal("\n \r\n,,,\n").code == IssueCode::EmptyFile);
  CHECK(table_of("a,b").row_count() == 0);
}

TEST_CASE("limits on bytes, columns, rows and cells are kept") {
  CHECK(refusal("a,b\n1,2\n", {.bytes = 7}).code == IssueCode::TooLarge);
  CHECK(refusal("a,b,c\n", {.columns = 2}).code == IssueCode::TooLarge);
  CHECK(refusal("a\n1\n2\n3\n", {.rows = 2}).path == "t.csv:4");
  CHECK(refusal("a,b\n1,2\n3,4\n", {.cells = 3}).path == "t.csv:3");
  CHECK(read_table("t.csv", "a,b\n1,2\n3,4\n", {.columns = 2, .rows = 2, .cells = 4}).ok());
}

TEST_CASE("a row of more cells than are counted is still only ragged") {
  const Result<Table> table = read_table("t.csv", "a,b\n1,2,x,,,,,,\n1,2\n", {.columns = 3});
  REQUIRE(table.ok());
  REQUIRE(table.value().row_count() == 2);
  REQUIRE(table.value().row_issue(0) != nullptr);
  CHECK(table.value().row_issue(0)->code == IssueCode::RaggedRow);
  CHECK(table.value().row_issue(1) == nullptr);
}

TEST_CASE("a table that was moved still reads its own text") {
  Table first = table_of("a\nx\n");
  const Table second = std::move(first);
  CHECK(second.cell(0, 0) == "x");
}
