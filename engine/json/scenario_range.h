// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "json/scenario_input.h"
#include "json/scenario_request.h"
#include "scenario/form.h"

namespace gainshare::json {

// Why a range ends before where it was asked to: the next value is refused.
struct Narrowing {
  std::int64_t refused = 0;
  Issue issue;
};

// The values of an input that are looked at.
struct ScenarioRange {
  Span span;
  std::vector<Narrowing> narrowed;
};

// From the request, or from nothing to twice the present value (to one, of a part of one); as far
// about the present value as the contract and the experience can be read and settled.
Result<ScenarioRange> scenario_range(const ScenarioRequest& request, const ScenarioInput& input,
                                     const SettleAt& settle);

}  // namespace gainshare::json
