// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "trace/stream_trace.h"

namespace gainshare {

// The words of one measure's steps: ids carry its number, so that they stay apart.
struct MeasureSteps {
  const QualityMeasure& measure;
  const MeasureOutcome& out;
  const MeasureResult& result;
  StepWriter& steps;
  std::string prefix;  // "measure_1_"

  std::string id(std::string_view quantity) const { return prefix + std::string{quantity}; }
  std::string label(std::string_view words) const {
    return measure.title + ": " + std::string{words};
  }
};

// From the result to "…_points", where the measure counts. The steps "zero_points" and "zero_rate"
// stand before it.
void trace_measure(const MeasureSteps& m);

}  // namespace gainshare
