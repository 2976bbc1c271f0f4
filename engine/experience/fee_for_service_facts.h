// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "core/money.h"
#include "experience/withhold_facts.h"

namespace gainshare {

// What the services come to at the fee schedule, less what a withhold keeps back of it.
struct FeeForServiceFacts {
  std::optional<Money> total;  // in all, or:
  MonthPayments by_type;       // of the whole year, by provider type; unique types
};

}  // namespace gainshare
