// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace gainshare {

// A published loss that is known to be held by the participants' revenue, which CMS does not
// publish.
struct KnownDifference {
  std::int32_t performance_year;
  std::string_view aco_id;
  std::string_view reason;
};
std::span<const KnownDifference> known_differences();

// The entry for a row; nothing when there is none.
const KnownDifference* find_known_difference(std::int32_t performance_year,
                                             std::string_view aco_id);

}  // namespace gainshare
