// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "contract/quality_scorecard_terms.h"
#include "core/result.h"
#include "json/document.h"
#include "json/place.h"

namespace gainshare::json {

// The measures of a quality scorecard and their scales. Complete only when no issue was added.
QualityScorecardTerms read_quality_scorecard_terms(const Node& node, const Place& place,
                                                   Issues& issues);

}  // namespace gainshare::json
