// SPDX-License-Identifier: Apache-2.0
#include "csv/cell_writer.h"

namespace gainshare {
namespace {

bool looks_like_formula(std::string_view text) {
  return !text.empty() && std::string_view{"=+-@\t\r"}.find(text.front()) != text.npos;
}

}  // namespace

void append_csv_cell(std::string& line, std::string_view text) {
  const bool quote = text.find_first_of(",\"\r\n\t") != text.npos;
  if (quote) line.push_back('"');
  if (looks_like_formula(text)) line.push_back('\'');
  for (const char c : text) {
    if (c == '"') line.push_back('"');
    line.push_back(c);
  }
  if (quote) line.push_back('"');
}

}  // namespace gainshare
