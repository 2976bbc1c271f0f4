// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "settlement/settlement.h"
#include "trace/step.h"

namespace gainshare {

// The working of a settlement as steps, each with what it needs to be recomputed: a projection
// of the outcome, in which nothing is calculated again.
Trace trace(const Contract& contract, const Experience& experience, const Settlement& settlement);

// One line of the statement: a step that a person looks for, in reading order.
struct StatementLine {
  std::string step_id;
  std::string_view emphasis;  // "given", "amount", "result"
};
std::vector<StatementLine> statement(const Trace& trace);

}  // namespace gainshare
