// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "population/intake/field_ends.h"

namespace gainshare {

enum class RowProblem : std::uint8_t {
  None,
  StrayQuote,     // a quote inside a cell that has none at its ends
  UnclosedQuote,  // opened and not closed before the file ends or the row is too long
  TooLong,        // more bytes than kLongestRow
};

// One row, as views that last until the next one is asked for. Cells are without their quotes;
// blanks stay.
struct Row {
  const char* text = nullptr;  // at least 16 bytes are readable from anywhere in it
  const std::uint32_t* ends = nullptr;
  std::uint32_t begin = 0;
  std::uint32_t cells = 0;
  std::uint64_t offset = 0;               // of its first byte in the file
  std::int64_t line = 0;                  // the line on which it begins; the first of the file is 1
  RowProblem problem = RowProblem::None;  // then it has no cells

  std::string_view cell(std::uint32_t i) const {
    const std::uint32_t from = i == 0 ? begin : ends[i - 1] + 1;
    return {text + from, ends[i] - from};
  }
  bool blank() const { return cells == 1 && ends[0] == begin; }
};

// A longer row is refused, so that one open quote does not swallow a file.
inline constexpr std::size_t kLongestRow = std::size_t{1} << 20U;

// Cuts the bytes of a file, given piece by piece, into rows: RFC 4180, any of the usual
// separators, CRLF, LF or CR, a byte order mark. What the rows are does not depend on the pieces.
// A row with a problem ends at its first line end, quoted or not, and reading goes on after it.
//
//   while there are bytes: put up to capacity() of them at space(), say filled(n),
//                          then take rows with next() until it is false
//   finish(), and take the last rows
class RowReader {
 public:
  explicit RowReader(std::size_t largest_piece);

  // Known before the first row is asked for.
  void set_separators(Separators separators) { separators_ = separators; }
  char* space();
  std::size_t capacity() const { return largest_piece_; }
  void filled(std::size_t bytes);
  void finish() { at_end_ = true; }
  // What was filled in and not yet given as rows.
  std::string_view unread() const { return {buffer_.data() + begin_, filled_ - begin_}; }
  void skip(std::size_t bytes) { begin_ += bytes; }

  // The next row; false when there is none before more bytes come.
  bool next(Row& row) { return row_ < found_.row_count ? give(row) : find_rows(row); }
  // As many of the next rows as are at hand, at least one where there is any; how many.
  std::size_t next(std::span<Row> rows);

 private:
  bool find_rows(Row& row);
  bool give(Row& row);
  bool give_problem(Row& row, RowProblem problem);
  bool without_quotes(Row& row);
  std::size_t first_line_end() const;

  std::size_t largest_piece_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;  // of the next row
  std::size_t filled_ = 0;
  std::uint64_t offset_ = 0;  // of the buffer in the file
  std::int64_t line_ = 1;
  bool at_end_ = false;
  bool skipping_ = false;  // the rest of a row that was too long
  Separators separators_;
  FieldEnds found_;
  std::size_t row_ = 0;        // the next of found_.rows
  std::size_t first_end_ = 0;  // its first of found_.ends
  std::string plain_;          // a quoted row without its quotes
  std::vector<std::uint32_t> plain_ends_;
};

}  // namespace gainshare
