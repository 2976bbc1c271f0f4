// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "trace/stream_trace.h"

namespace gainshare {

// What the parts of an incentive pool's trace share.
struct PoolContext {
  const IncentivePoolTerms& terms;
  const IncentivePoolOutcome& out;
  const IncentivePoolFacts& facts;
  const StreamTraceContext& stream;
  StepWriter& steps;

  void cite(Rule rule) const { steps.cite(rule); }
  const Source& stated() const { return steps.stated(); }
  std::size_t area_count() const { return out.areas.size(); }

  // Steps of areas and measures begin with their numbers: "area_1_measure_2_change".
  static std::string area_id(std::size_t area, const std::string& quantity) {
    return "area_" + std::to_string(area + 1) + "_" + quantity;
  }
  static std::string measure_id(std::size_t measure, const std::string& quantity) {
    return "measure_" + std::to_string(measure + 1) + "_" + quantity;
  }
};

// The change of a measure in an area: stated, by the results of both years, or by totals; ends
// with the step "area_#_measure_#_change".
void trace_change(const PoolContext& c, std::size_t measure, std::size_t area);

}  // namespace gainshare
