// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace gainshare {

constexpr bool ends_line(char c) { return c == '\n' || c == '\r'; }

// The first line of a table that is not empty, with the empty ones before it and without its end; a
// line end inside quotes ends no line. Whether it ends within the text is told.
struct FirstLine {
  std::string_view text;
  bool ends = false;
};
FirstLine first_line(std::string_view text);

// The separator of a table: the one of comma, semicolon, tab and bar that occurs most often
// outside quotes in the first line that is not empty. A comma where none occurs, or where two
// occur equally often.
char detect_separator(std::string_view text);

}  // namespace gainshare
