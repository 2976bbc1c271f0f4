// SPDX-License-Identifier: Apache-2.0
// Whether every cent of a settlement has one place, by name, and its step of the working says so.
#pragma once

#include <string>
#include <vector>

#include "settlement/settlement.h"
#include "trace/step.h"

namespace gainshare::testing {

// What does not hold, each in words; nothing when all is in balance:
//   an account ends with what it began with;
//   payer and provider agree: what one has paid on balance, the other and its participants have;
//   the totals of the settlement are the sums of its flows;
//   no flow is nothing or goes in a circle, and its step is in the trace with its very amount.
std::vector<std::string> unbalanced(const Settlement& settlement, const Trace& trace);

}  // namespace gainshare::testing
