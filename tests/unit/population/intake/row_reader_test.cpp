// SPDX-License-Identifier: Apache-2.0
#include "population/intake/row_reader.h"

#include <algorithm>
#include <cstring>
#include <random>
#include <string>
#include <vector>

#include "support/catch.h"

namespace gainshare {
namespace {

// All rows as text: cells with a bar between, or the problem, after the line's number.
std::vector<std::string> rows_of(const std::string& file, std::size_t piece,
                                 Separators separators = {}) {
  RowReader reader{std::max<std::size_t>(piece, 1)};
  reader.set_separators(separators);
  std::vector<std::string> rows;
  const auto drain = [&] {
    Row row;
    while (reader.next(row)) {
      std::string text = std::to_string(row.line) + ":";
      if (row.problem != RowProblem::None) text += "!" + std::to_string(int(row.problem));
      for (std::uint32_t i = 0; i < row.cells; ++i) {
        text += (i == 0 ? "" : "|") + std::string{row.cell(i)};
      }
      rows.push_back(text);
    }
  };
  for (std::size_t at = 0; at < file.size(); at += piece) {
    const std::size_t size = std::min(piece, file.size() - at);
    std::memcpy(reader.space(), file.data() + at, size);
    reader.filled(size);
    drain();
  }
  reader.finish();
  drain();
  return rows;
}

using Rows = std::vector<std::string>;

TEST_CASE("A row is cut at separators and line ends outside quotes") {
  CHECK(rows_of("a,b\n1,\"x,\ny\"\n3,4", 100) == Rows{"1:a|b", "2:1|x,\ny", "4:3|4"});
  CHECK(rows_of("a,b\r\n1,2\r\n", 100) == Rows{"1:a|b", "2:1|2"});
  CHECK(rows_of("a;b\r1;2\r", 100, {.cell = ';', .line = '\r'}) == Rows{"1:a|b", "2:1|2"});
  CHECK(rows_of("\"say \"\"so\"\"\",\"\"\n", 100) == Rows{"1:say \"so\"|"});
  CHECK(rows_of("a\n\nb\n", 100) == Rows{"1:a", "2:", "3:b"});
  CHECK(rows_of("", 100).empty());
}

TEST_CASE("A row with a stray or unclosed quote ends at its line end, and reading goes on") {
  CHECK(rows_of("5\" by 6\" pipe,1\nb,2\n", 100) == Rows{"1:!1", "2:b|2"});
  CHECK(rows_of("a,\"b\nc,2\nd,3\n", 100) == Rows{"1:!2", "2:c|2", "3:d|3"});
  CHECK(rows_of("\"a\" ,1\nb,2", 100) == Rows{"1:!1", "2:b|2"});
}

TEST_CASE("A row beyond the longest is refused and the rows after it are read") {
  const std::string long_row(kLongestRow + 10, 'x');
  const std::string file = "a,b\n" + long_row + "\nc,d\n";
  CHECK(rows_of(file, 4096) == Rows{"1:a|b", "2:!3", "3:c|d"});
  CHECK(rows_of(file, kLongestRow * 2) == Rows{"1:a|b", "2:!3", "3:c|d"});
  const std::string open_quote = "a,\"b\n" + std::string(kLongestRow, 'y') + "\nc,d\n";
  CHECK(rows_of(open_quote, 4096)[0] == "1:!2");
}

TEST_CASE("The rows of any text do not depend on the pieces in which it comes") {
  std::mt19937 random{7};
  const std::string alphabet = "ab1,,;\"\"\n\r\n ";
  for (int round = 0; round < 3000; ++round) {
    std::string file;
    const std::size_t size = random() % 300;
    for (std::size_t i = 0; i < size; ++i) file.push_back(alphabet[random() % alphabet.size()]);
    const Rows whole = rows_of(file, file.size() + 1);
    CAPTURE(file);
    REQUIRE(rows_of(file, 1) == whole);
    REQUIRE(rows_of(file, 1 + random() % 70) == whole);
  }
}

// One byte at a time, as the rules read.
Rows simple_rows(const std::string& file) {
  Rows rows;
  std::string text = "1:";
  for (std::size_t i = 0; i < file.size(); ++i) {
    if (file[i] == '\n') {
      rows.push_back(text);
      text = std::to_string(rows.size() + 1) + ":";
    } else {
      text.push_back(file[i] == ',' ? '|' : file[i]);
    }
  }
  if (!file.empty() && file.back() != '\n') rows.push_back(text);
  return rows;
}

TEST_CASE("Rows without quotes are those that a simple reader finds, whatever their length") {
  std::mt19937 random{11};
  for (int round = 0; round < 300; ++round) {
    std::string file;
    const std::size_t size = random() % 5000;
    const auto rare = 2 + random() % 100;
    for (std::size_t i = 0; i < size; ++i) {
      file.push_back(random() % rare == 0 ? "\n,,,,"[random() % 5] : 'x');
    }
    REQUIRE(rows_of(file, 1 + random() % 6000) == simple_rows(file));
  }
}

}  // namespace
}  // namespace gainshare
