// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "contract/contract.h"
#include "experience/experience.h"
#include "json/object_reader.h"

namespace gainshare::json {

// "terms" or "program" of a quality_scorecard stream.
void read_quality_scorecard(ObjectReader& stream, Stream& out);

// The measures of a quality scorecard and their scales. Complete only when no issue was added.
QualityScorecardTerms read_quality_scorecard_terms(const Node& node, const Place& place,
                                                   Issues& issues);

// One measure of it, by itself.
QualityMeasure read_quality_measure(const Node& node, const Place& place, Issues& issues);

// "measures" of the experience's quality.
void read_measure_results(ObjectReader& quality, std::vector<MeasureResult>& out);

}  // namespace gainshare::json
