// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "settlement/stream_run.h"

namespace gainshare {

// Benchmark and expenditure of the year, whatever basis the experience states them on.
struct SpendingTotals {
  Money benchmark;
  Money expenditure;
};

// Per member per month times the member months; a year in progress as projected. Issues carry
// paths into the experience.
Result<SpendingTotals> spending_totals(const StreamContext& context);

}  // namespace gainshare
