// SPDX-License-Identifier: Apache-2.0
#include "csv/table.h"

#include <algorithm>

#include "csv/text_encoding.h"

namespace gainshare {

std::string lower_ascii(std::string_view text) {
  std::string lower{text};
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
  const auto blank = [](char c) { return c == ' ' || c == '\t'; };
  for (;;) {
    if (!text.empty() && blank(text.front())) {
      text.remove_prefix(1);
    } else if (text.substr(0, 2) == kNoBreakSpace) {
      text.remove_prefix(2);
    } else {
      break;
    }
  }
  for (;;) {
    if (!text.empty() && blank(text.back())) {
      text.remove_suffix(1);
    } else if (text.size() >= 2 && text.substr(text.size() - 2) == kNoBreakSpace) {
      text.remove_suffix(2);
    } else {
      return text;
    }
  }
}

std::string_view clipped(std::string_view text, std::size_t bytes) {
  std::size_t end = 0;
  while (end < text.size()) {
    const std::size_t length = std::max<std::size_t>(utf8_length(text.substr(end, 4)), 1);
    if (end + length > bytes) break;
    end += length;
  }
  return text.substr(0, end);
}

std::vector<std::size_t> Table::columns_named(std::string_view name) const {
  const std::string wanted = lower_ascii(trimmed(name));
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (lower_ascii(column_name(i)) == wanted) found.push_back(i);
  }
  return found;
}

std::string_view Table::cell(std::size_t row, std::size_t column) const {
  const Row& wanted = rows_[row];
  if (column >= wanted.cell_count) return {};
  return text_of(cells_[wanted.first_cell + column]);
}

const Issue* Table::row_issue(std::size_t row) const {
  const std::int32_t issue = rows_[row].issue;
  return issue < 0 ? nullptr : &row_issues_[static_cast<std::size_t>(issue)];
}

std::string Table::label_of(std::size_t column) const {
  const bool named = column < columns_.size() && columns_[column].size > 0;
  return named ? std::string{column_name(column)} : std::to_string(column + 1);
}

std::string Table::path(std::size_t row, std::size_t column) const {
  return path(row) + ':' + label_of(column);
}

std::string Table::path(std::size_t row) const {
  return file_ + ':' + std::to_string(rows_[row].line);
}

std::string Table::header_path(std::string_view column) const {
  return file_ + ':' + std::to_string(header_line_) + ':' + std::string{column};
}

}  // namespace gainshare
