// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace gainshare {

// Whether a milestone of the contract was met.
struct MilestoneResult {
  std::string id;
  bool met = false;
};

}  // namespace gainshare
