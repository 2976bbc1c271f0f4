// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace gainshare {

constexpr bool ends_line(char c) { return c == '\n' || c == '\r'; }

// The separator of a table: the one of comma, semicolon, tab and bar that occurs most often
// outside quotes in the first line that is not empty. A comma where none occurs, or where two
// occur equally often.
char detect_separator(std::string_view text);

}  // namespace gainshare
