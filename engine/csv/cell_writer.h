// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace gainshare {

// Appends a text as a cell of CSV: in quotes where it needs them, and with an apostrophe before
// what a spreadsheet would run as a formula, quoted or not: =1+1, +1, -1, @x, a tab.
void append_csv_cell(std::string& line, std::string_view text);

}  // namespace gainshare
