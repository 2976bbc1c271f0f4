// SPDX-License-Identifier: Apache-2.0
#include "csv/separator.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace gainshare {

FirstLine first_line(std::string_view text) {
  bool quoted = false;
  bool started = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') quoted = !quoted;
    if (!ends_line(text[i])) {
      started = true;
    } else if (started && !quoted) {
      return {.text = text.substr(0, i), .ends = true};
    }
  }
  return {.text = text};
}

char detect_separator(std::string_view text) {
  constexpr std::array kSeparators{',', ';', '\t', '|'};
  std::array<std::size_t, kSeparators.size()> counts{};
  bool quoted = false;
  for (const char c : first_line(text).text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    for (std::size_t i = 0; i < kSeparators.size(); ++i) {
      if (c == kSeparators[i]) ++counts[i];
    }
  }
  const auto most = std::max_element(counts.begin(), counts.end());
  return kSeparators[static_cast<std::size_t>(most - counts.begin())];
}

}  // namespace gainshare
