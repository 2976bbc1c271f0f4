// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/money.h"
#include "core/rate.h"

namespace gainshare {

// What is known of a group, hospital, practice or clinician that shares in a payment. Scores are
// of 0 to 1.
struct ParticipantFacts {
  std::string id;
  std::optional<std::int64_t> lives;
  std::optional<Money> panel_savings;  // of any sign
  std::optional<Rate> quality;
  std::optional<Rate> satisfaction;
  std::optional<Rate> access;
  std::optional<Rate> citizenship;
};

}  // namespace gainshare
