// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace gainshare {

// What a table of text may hold at most. Anything more is refused before memory is spent on it.
struct TableLimits {
  std::size_t bytes = std::size_t{64} * 1024 * 1024;
  std::size_t columns = 10'000;
  std::size_t rows = 1'000'000;
  std::size_t cells = 16'000'000;
};

// A table with one header row, as RFC 4180 has it and as spreadsheets write it: commas,
// semicolons, tabs or bars, quoted or not, any line end, with or without a byte order mark.
//
// The table owns one copy of the text; a cell is a view into it, without its quotes. What spoils
// a single row (a missing cell, a stray quote, a NUL) is that row's issue, and the other rows
// stay readable. Empty rows (nothing between the separators) are left out and counted.
class Table {
 public:
  std::size_t column_count() const { return columns_.size(); }
  std::string_view column_name(std::size_t column) const { return text_of(columns_[column]); }
  // By name, without regard to case (ASCII) or surrounding blanks. Two columns of one name are
  // both in the answer, so that a caller who needs that name can refuse.
  std::vector<std::size_t> columns_named(std::string_view name) const;

  std::size_t row_count() const { return rows_.size(); }
  // The line on which the row begins; the first line of the file is 1.
  std::int64_t line(std::size_t row) const { return rows_[row].line; }
  // Cells that the row lacks are empty; cells beyond the header's are not kept.
  std::string_view cell(std::size_t row, std::size_t column) const;
  // What makes the row unreadable as a whole, where something does.
  const Issue* row_issue(std::size_t row) const;
  // The row has bytes that are not UTF-8. They were read as Windows-1252.
  bool was_transcoded(std::size_t row) const { return rows_[row].transcoded; }

  std::size_t empty_row_count() const { return empty_rows_; }
  char separator() const { return separator_; }

  // "results.csv:12:N_AB", the path of an issue with this cell.
  std::string path(std::size_t row, std::size_t column) const;
  // "results.csv:12", of an issue with the whole row.
  std::string path(std::size_t row) const;
  // "results.csv:1:N_AB", of an issue with a column, there or missed.
  std::string header_path(std::string_view column) const;
  const std::string& file() const { return file_; }

 private:
  friend class TableReader;

  struct Piece {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
  };
  struct Row {
    std::int64_t line = 0;
    std::size_t first_cell = 0;
    std::uint32_t cell_count = 0;
    bool transcoded = false;
    std::int32_t issue = -1;  // in row_issues_
  };

  std::string_view text_of(Piece piece) const {
    return std::string_view{text_}.substr(piece.begin, piece.size);
  }

  std::string label_of(std::size_t column) const;

  std::string file_;
  std::string text_;
  std::int64_t header_line_ = 1;
  char separator_ = ',';
  std::vector<Piece> columns_;
  std::vector<Piece> cells_;
  std::vector<Row> rows_;
  Issues row_issues_;
  std::size_t empty_rows_ = 0;
};

// Reads a table from memory. `file` is the name for the paths of issues. Refused as a whole: too
// large, empty, UTF-16, no readable header.
Result<Table> read_table(std::string_view file, std::string_view bytes,
                         const TableLimits& limits = {});

// ASCII letters in lower case; other bytes as they are.
std::string lower_ascii(std::string_view text);
// Without blanks (space, tab, no-break space in UTF-8) at either end.
std::string_view trimmed(std::string_view text);
// At most `bytes` of it, cut between two characters: for a message that quotes a cell.
std::string_view clipped(std::string_view text, std::size_t bytes = 40);

}  // namespace gainshare
