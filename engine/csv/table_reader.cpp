// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "csv/separator.h"
#include "csv/table.h"
#include "csv/text_encoding.h"

namespace gainshare {
namespace {

Issue issue(std::string path, IssueCode code, std::string message) {
  return {.path = std::move(path), .code = code, .message = std::move(message), .params = {}};
}

}  // namespace

// One pass over the text. Quoted cells are unquoted where they stand: a doubled quote only ever
// makes a cell shorter, so no cell moves into another.
class TableReader {
 public:
  TableReader(std::string_view file, Utf8Text text, const TableLimits& limits)
      : limits_(limits), replaced_(std::move(text.replaced)) {
    table_.file_ = file;
    table_.text_ = std::move(text.text);
    table_.separator_ = detect_separator(table_.text_);
  }

  // Once.
  Result<Table> read() {
    if (auto refused = read_header()) return *std::move(refused);
    while (at_ < text().size()) {
      if (auto refused = read_row()) return *std::move(refused);
    }
    return std::move(table_);
  }

 private:
  // What is wrong with a record, in order of precedence.
  struct Flaws {
    std::int64_t open_quote_line = 0;  // a quote that is never closed began here
    std::size_t after_quote_cell = 0;  // 1-based: text follows the closing quote
    std::size_t nul_cell = 0;
    bool too_many_cells = false;
  };

  std::string& text() { return table_.text_; }
  std::string line_path(std::int64_t line) const {
    return table_.file_ + ':' + std::to_string(line);
  }

  // Passes one line end: "\n", "\r\n" or a lone "\r".
  void pass_line_end() {
    const bool pair = text()[at_] == '\r' && at_ + 1 < text().size() && text()[at_ + 1] == '\n';
    at_ += pair ? 2 : 1;
    ++line_;
  }

  // Reads the quoted part of a cell that begins at `at_` (behind the opening quote) and writes it
  // to `end`. Line ends inside stay as they are.
  void read_quoted(std::size_t& end, Flaws& flaws) {
    const std::int64_t opened = line_;
    while (at_ < text().size()) {
      const char c = text()[at_];
      if (c == '"') {
        ++at_;
        if (at_ >= text().size() || text()[at_] != '"') return;
        text()[end++] = '"';
        ++at_;
        continue;
      }
      const bool lone_return = c == '\r' && (at_ + 1 >= text().size() || text()[at_ + 1] != '\n');
      if (c == '\n' || lone_return) ++line_;
      text()[end++] = c;
      ++at_;
    }
    flaws.open_quote_line = opened;
  }

  void read_cell(Flaws& flaws) {
    const std::size_t begin = at_;
    std::size_t end = begin;
    if (at_ < text().size() && text()[at_] == '"') {
      ++at_;
      read_quoted(end, flaws);
      const std::size_t behind = at_;
      while (at_ < text().size() && !ends_cell()) text()[end++] = text()[at_++];
      if (at_ > behind && flaws.after_quote_cell == 0 &&
          !trimmed(std::string_view{text()}.substr(end - (at_ - behind), at_ - behind)).empty()) {
        flaws.after_quote_cell = record_.size() + 1;
      }
    } else {
      while (at_ < text().size() && !ends_cell()) ++at_;
      end = at_;
    }
    const std::string_view cell = std::string_view{text()}.substr(begin, end - begin);
    if (flaws.nul_cell == 0 && cell.find('\0') != std::string_view::npos) {
      flaws.nul_cell = record_.size() + 1;
    }
    record_.push_back({.begin = static_cast<std::uint32_t>(begin),
                       .size = static_cast<std::uint32_t>(end - begin)});
  }

  bool ends_cell() { return text()[at_] == table_.separator_ || ends_line(text()[at_]); }

  // Reads one record into `record_` and leaves `at_` behind its line end.
  Flaws read_record() {
    Flaws flaws;
    record_.clear();
    for (;;) {
      if (record_.size() > limits_.columns) {
        flaws.too_many_cells = true;
        record_.pop_back();
      }
      read_cell(flaws);
      if (at_ >= text().size()) return flaws;
      if (ends_line(text()[at_])) {
        pass_line_end();
        return flaws;
      }
      ++at_;
    }
  }

  bool record_is_empty() const {
    return std::all_of(record_.begin(), record_.end(), [this](Table::Piece piece) {
      return trimmed(table_.text_of(piece)).empty();
    });
  }

  std::optional<Issue> read_header() {
    Flaws flaws;
    std::int64_t line = line_;
    do {
      if (at_ >= text().size()) {
        return issue(table_.file_, IssueCode::EmptyFile,
                     "The file has no header row. Choose the file as it was published.");
      }
      line = line_;
      flaws = read_record();
    } while (record_is_empty());
    if (flaws.nul_cell != 0) {
      return issue(line_path(line), IssueCode::BrokenText,
                   "The header holds NUL bytes: the file is UTF-16 or no text. Save it as CSV in "
                   "UTF-8.");
    }
    if (flaws.open_quote_line != 0) {
      return issue(line_path(flaws.open_quote_line), IssueCode::BrokenText,
                   "A quote that is opened in the header is never closed. Close it.");
    }
    if (flaws.too_many_cells || record_.size() > limits_.columns) {
      return issue(line_path(line), IssueCode::TooLarge,
                   "The header has more than " + std::to_string(limits_.columns) +
                       " columns. That many are not read.");
    }
    for (Table::Piece& piece : record_) trim(piece);
    // A separator at the end of the header names nothing.
    while (record_.back().size == 0) record_.pop_back();
    table_.columns_ = record_;
    table_.header_line_ = line;
    return std::nullopt;
  }

  void trim(Table::Piece& piece) const {
    const std::string_view whole = table_.text_of(piece);
    const std::string_view inner = trimmed(whole);
    if (!inner.empty()) piece.begin += static_cast<std::uint32_t>(inner.data() - whole.data());
    piece.size = static_cast<std::uint32_t>(inner.size());
  }

  std::optional<Issue> read_row() {
    const std::int64_t line = line_;
    const std::size_t from = at_;
    const Flaws flaws = read_record();
    const bool flawed = flaws.open_quote_line != 0;
    if (record_is_empty() && !flawed) {
      ++table_.empty_rows_;
      return std::nullopt;
    }
    if (table_.rows_.size() >= limits_.rows ||
        table_.cells_.size() + table_.columns_.size() > limits_.cells) {
      return issue(line_path(line), IssueCode::TooLarge,
                   "The table has more rows or cells than are read (" +
                       std::to_string(limits_.rows) + " rows, " + std::to_string(limits_.cells) +
                       " cells). Split the file.");
    }
    keep_row(line, from, flaws);
    return std::nullopt;
  }

  void keep_row(std::int64_t line, std::size_t from, const Flaws& flaws) {
    const std::size_t width = table_.columns_.size();
    const std::size_t stated = record_.size();
    // Empty cells beyond the header come from a separator at the end of the line.
    while (record_.size() > width && !flaws.too_many_cells &&
           trimmed(table_.text_of(record_.back())).empty()) {
      record_.pop_back();
    }
    const bool ragged = record_.size() != width;
    const std::size_t kept = std::min(record_.size(), width);
    Table::Row row{.line = line,
                   .first_cell = table_.cells_.size(),
                   .cell_count = static_cast<std::uint32_t>(kept),
                   .transcoded = transcoded_between(from, at_),
                   .issue = -1};
    table_.cells_.insert(table_.cells_.end(), record_.begin(),
                         record_.begin() + static_cast<std::ptrdiff_t>(kept));
    if (auto flaw = describe(flaws, line, ragged ? stated : width)) {
      row.issue = static_cast<std::int32_t>(table_.row_issues_.size());
      table_.row_issues_.push_back(std::move(*flaw));
    }
    table_.rows_.push_back(row);
  }

  std::optional<Issue> describe(const Flaws& flaws, std::int64_t line, std::size_t cells) const {
    const std::size_t width = table_.columns_.size();
    if (flaws.open_quote_line != 0) {
      return issue(line_path(flaws.open_quote_line), IssueCode::BrokenText,
                   "A quote that is opened on this line is never closed, so the rest of the file "
                   "fell into one cell. Close the quote.");
    }
    if (flaws.nul_cell != 0) {
      return issue(cell_path(line, flaws.nul_cell), IssueCode::BrokenText,
                   "The cell holds a NUL byte. Replace the file by one that is not damaged.");
    }
    if (flaws.after_quote_cell != 0) {
      return issue(cell_path(line, flaws.after_quote_cell), IssueCode::BrokenText,
                   "Text follows the closing quote of the cell. Double a quote that belongs to "
                   "the text.");
    }
    if (cells == width) return std::nullopt;
    Issue ragged = issue(line_path(line), IssueCode::RaggedRow,
                         "The row has " + count_text(cells) + " cells and the header " +
                             std::to_string(width) + ". Add or remove cells so that they agree.");
    ragged.params = {{"cells", count_text(cells)}, {"columns", std::to_string(width)}};
    return ragged;
  }

  std::string count_text(std::size_t cells) const {
    if (cells <= limits_.columns) return std::to_string(cells);
    return "more than " + std::to_string(limits_.columns);
  }

  std::string cell_path(std::int64_t line, std::size_t cell) const {
    return line_path(line) + ':' + table_.label_of(cell - 1);
  }

  // Rows come in order, so each noted offset is passed once.
  bool transcoded_between(std::size_t from, std::size_t to) {
    while (next_replaced_ < replaced_.size() && replaced_[next_replaced_] < from) ++next_replaced_;
    return next_replaced_ < replaced_.size() && replaced_[next_replaced_] < to;
  }

  Table table_;
  const TableLimits& limits_;
  std::vector<std::size_t> replaced_;
  std::size_t next_replaced_ = 0;
  std::size_t at_ = 0;
  std::int64_t line_ = 1;
  std::vector<Table::Piece> record_;
};

Result<Table> read_table(std::string_view file, std::string_view bytes, const TableLimits& limits) {
  const std::string name{file};
  if (bytes.size() > limits.bytes) {
    return issue(name, IssueCode::TooLarge,
                 "The file has more than " + std::to_string(limits.bytes / (1024 * 1024)) +
                     " MB. Larger ones are not read.");
  }
  const ByteOrderMark mark = byte_order_mark(bytes);
  if (mark == ByteOrderMark::Utf16) {
    return issue(name, IssueCode::BrokenText, "The file is UTF-16. Save it as CSV in UTF-8.");
  }
  if (mark == ByteOrderMark::Utf8) bytes.remove_prefix(3);
  return TableReader{file, to_utf8(bytes), limits}.read();
}

}  // namespace gainshare
