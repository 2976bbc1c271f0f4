// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "json/writer.h"
#include "population/hcc_score.h"

namespace gainshare::json {

// A member's raw score as an object: {"segment", "age", "raw"?, "parts": [{"part", "variable",
// "coefficient", "category"?, "diagnoses"?}], "dropped": [{"category", "by"}],
// "without_coefficient": […], "unmapped": […]}. Numbers are exact texts.
void write_score_explanation(const ScoreExplanation& explanation, Writer& writer);

}  // namespace gainshare::json
