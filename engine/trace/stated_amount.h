// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "trace/stream_trace.h"

namespace gainshare {

// A total of the year, as the experience states it or per member month.
struct StatedAmount {
  StepWriter::Words total;
  StepWriter::Words per_member;
  Money stated;
};

// Per member month, the total is a step of its own; the step "member_months" stands before it.
void trace_stated_amount(const StatedAmount& amount, const Experience& experience,
                         StepWriter& steps);

// The benchmark of the year as `total`: of base years, or as the experience states it.
void trace_stated_benchmark(StepWriter::Words total, const Experience& experience,
                            const std::optional<MadeBenchmark>& made, StepWriter& steps);

// "member_months" where the spending is stated by it.
void trace_member_months(const Experience& experience, StepWriter& steps);

// "benchmark" and "expenditure" as totals, projected where the year is in progress.
void trace_spending(const StreamTraceContext& context);

}  // namespace gainshare
