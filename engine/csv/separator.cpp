// SPDX-License-Identifier: Apache-2.0
#include "csv/separator.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace gainshare {

char detect_separator(std::string_view text) {
  constexpr std::array kSeparators{',', ';', '\t', '|'};
  std::array<std::size_t, kSeparators.size()> counts{};
  bool quoted = false;
  bool started = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (!quoted && ends_line(c) && started) break;
    started |= !ends_line(c);
    if (quoted) continue;
    for (std::size_t i = 0; i < kSeparators.size(); ++i) {
      if (c == kSeparators[i]) ++counts[i];
    }
  }
  const auto most = std::max_element(counts.begin(), counts.end());
  return kSeparators[static_cast<std::size_t>(most - counts.begin())];
}

}  // namespace gainshare
