// SPDX-License-Identifier: Apache-2.0
// Any bytes are a table or an issue: no crash, every record accounted for, cells well-formed.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "csv/table.h"
#include "csv/text_encoding.h"

using namespace gainshare;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const std::size_t length = utf8_length(text.substr(0, 4));
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

std::int64_t lines_in(std::string_view bytes) {
  std::int64_t lines = 1;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const bool pair = bytes[i] == '\r' && i + 1 < bytes.size() && bytes[i + 1] == '\n';
    if (bytes[i] == '\n' || (bytes[i] == '\r' && !pair)) ++lines;
  }
  return lines;
}

void check_row(const Table& table, std::size_t row) {
  for (std::size_t column = 0; column < table.column_count(); ++column) {
    require(is_utf8(table.cell(row, column)));
    require(!table.path(row, column).empty());
  }
  const Issue* issue = table.row_issue(row);
  if (issue != nullptr) require(!issue->path.empty() && is_utf8(issue->message));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes{reinterpret_cast<const char*>(data), size};
  const TableLimits limits{.bytes = 1 << 16, .columns = 50, .rows = 200, .cells = 1000};
  const Result<Table> table = read_table("fuzz.csv", bytes, limits);
  if (!table) {
    require(table.issues().size() == 1 && !table.issues().front().message.empty());
    return 0;
  }
  const Table& read = table.value();
  require(read.column_count() >= 1 && read.column_count() <= limits.columns);
  require(read.row_count() <= limits.rows);
  std::int64_t last_line = 0;
  for (std::size_t row = 0; row < read.row_count(); ++row) {
    require(read.line(row) > last_line);
    last_line = read.line(row);
    check_row(read, row);
  }
  const std::int64_t lines = lines_in(bytes);
  require(last_line <= lines);
  // Without quotes a record is a line: the header, the rows and the empty ones are all of them.
  if (bytes.find('"') == std::string_view::npos) {
    const auto records = static_cast<std::int64_t>(read.row_count() + read.empty_row_count());
    require(records < lines);
  }
  return 0;
}
