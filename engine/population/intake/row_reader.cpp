// SPDX-License-Identifier: Apache-2.0
#include "population/intake/row_reader.h"

#include <algorithm>
#include <cstring>

namespace gainshare {
namespace {

// Ends are found so many bytes ahead: few enough that the list of them stays in the cache, and
// that finding them anew after a row with a problem costs little.
constexpr std::size_t kWindow = std::size_t{32} << 10U;
constexpr std::size_t kNone = static_cast<std::size_t>(-1);

}  // namespace

RowReader::RowReader(std::size_t largest_piece)
    : largest_piece_(largest_piece), buffer_(kLongestRow + largest_piece + 2 * kScanPadding) {}

char* RowReader::space() {
  std::memmove(buffer_.data(), buffer_.data() + begin_, filled_ - begin_);
  offset_ += begin_;
  filled_ -= begin_;
  begin_ = 0;
  return buffer_.data() + filled_;
}

void RowReader::filled(std::size_t bytes) { filled_ += bytes; }

std::size_t RowReader::first_line_end() const {
  const void* const found =
      std::memchr(buffer_.data() + begin_, separators_.line, filled_ - begin_);
  if (found == nullptr) return kNone;
  return static_cast<std::size_t>(static_cast<const char*>(found) - buffer_.data());
}

bool RowReader::find_rows(Row& row) {
  row_ = found_.row_count = first_end_ = 0;
  if (skipping_) {
    const std::size_t end = first_line_end();
    begin_ = end == kNone ? filled_ : end + 1;
    if (end == kNone) return false;
    skipping_ = false;
    ++line_;
  }
  if (begin_ == filled_) return false;
  for (std::size_t window = kWindow;; window *= 4) {
    const std::size_t end = std::min(begin_ + window, filled_);
    find_field_ends(buffer_.data(), begin_, end, separators_, found_);
    if (found_.row_count > 0) return give(row);
    if (end == filled_) break;
  }
  if (filled_ - begin_ > kLongestRow) {
    const std::size_t end = first_line_end();
    const bool cut_by_lines = end != kNone && end - begin_ <= kLongestRow;
    return give_problem(row, cut_by_lines ? RowProblem::UnclosedQuote : RowProblem::TooLong);
  }
  if (!at_end_) return false;
  if (buffer_[filled_ - 1] == separators_.line) return give_problem(row, RowProblem::UnclosedQuote);
  // The last row of a file may lack its line end.
  buffer_[filled_++] = separators_.line;
  return find_rows(row);
}

std::size_t RowReader::next(std::span<Row> rows) {
  std::size_t count = 0;
  // The cells of rows with quotes stand in one place, that of the row that was given last.
  do {
    if (!next(rows[count])) break;
    ++count;
  } while (count < rows.size() && row_ < found_.row_count && !found_.quotes);
  return count;
}

bool RowReader::give(Row& row) {
  const std::size_t end_count = found_.rows[row_] - first_end_;
  std::uint32_t* const ends = found_.ends.data() + first_end_;
  const std::size_t end = ends[end_count - 1];
  row = {.text = buffer_.data(),
         .ends = ends,
         .begin = static_cast<std::uint32_t>(begin_),
         .cells = static_cast<std::uint32_t>(end_count),
         .offset = offset_ + begin_,
         .line = line_};
  if (end - begin_ > kLongestRow) {
    const bool cut_by_lines = first_line_end() - begin_ <= kLongestRow;
    return give_problem(row, cut_by_lines ? RowProblem::UnclosedQuote : RowProblem::TooLong);
  }
  if (separators_.line == '\n' && end > begin_ && buffer_[end - 1] == '\r') --ends[end_count - 1];
  if (found_.quotes && std::memchr(buffer_.data() + begin_, '"', end - begin_) != nullptr) {
    if (!without_quotes(row)) return give_problem(row, RowProblem::StrayQuote);
    line_ += std::count(buffer_.data() + begin_, buffer_.data() + end, separators_.line);
  }
  begin_ = end + 1;
  ++line_;
  first_end_ = found_.rows[row_++];
  return true;
}

bool RowReader::give_problem(Row& row, RowProblem problem) {
  const std::size_t end = first_line_end();
  row = {.offset = offset_ + begin_, .line = line_, .problem = problem};
  begin_ = end == kNone ? filled_ : end + 1;
  skipping_ = end == kNone;
  if (!skipping_) ++line_;
  // What was found behind this place was found with a quote open that is none.
  row_ = found_.row_count = 0;
  return true;
}

// Writes the row's cells without quotes into plain_ and lets the row refer to them; false where a
// quote stands where none may.
bool RowReader::without_quotes(Row& row) {
  plain_.clear();
  plain_ends_.clear();
  for (std::uint32_t i = 0; i < row.cells; ++i) {
    std::string_view cell = row.cell(i);
    if (!cell.empty() && cell.front() == '"') {
      if (cell.size() < 2 || cell.back() != '"') return false;
      cell = cell.substr(1, cell.size() - 2);
      for (std::size_t quote = cell.find('"'); quote != std::string_view::npos;
           quote = cell.find('"')) {
        if (quote + 1 == cell.size() || cell[quote + 1] != '"') return false;
        plain_.append(cell.substr(0, quote + 1));
        cell.remove_prefix(quote + 2);
      }
    } else if (cell.find('"') != std::string_view::npos) {
      return false;
    }
    plain_.append(cell);
    plain_ends_.push_back(static_cast<std::uint32_t>(plain_.size()));
    plain_.push_back(separators_.cell);
  }
  plain_.append(kScanPadding, '\0');
  row.text = plain_.data();
  row.ends = plain_ends_.data();
  row.begin = 0;
  return true;
}

}  // namespace gainshare
