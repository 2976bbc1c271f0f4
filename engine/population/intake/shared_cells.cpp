// SPDX-License-Identifier: Apache-2.0
#include "population/intake/shared_cells.h"

#include <algorithm>

namespace gainshare {

SharedCells::SharedCells(std::vector<std::int32_t> columns) {
  std::sort(columns.begin(), columns.end());
  for (const std::int32_t column : columns) {
    if (column < 0) continue;
    const auto place = static_cast<std::uint32_t>(column);
    if (!stretches_.empty() && place <= stretches_.back().last + 1)
      stretches_.back().last = place;
    else
      stretches_.push_back({.first = place, .last = place});
  }
}

}  // namespace gainshare
