// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "json/writer.h"
#include "population/score_explanation.h"

namespace gainshare::json {

// The member "risk" of one member's explanation: {"method", "age"?, "models": [{"name", "raw"?,
// "normalisation", "weight", "weighted"?, and of the hcc method "segment", "parts": [{"part",
// "variable", "coefficient", "category"?, "diagnoses"?}], "dropped": [{"category", "by"}],
// "without_coefficient": […], "unmapped": […]}], "coding_adjustment", "frailty", "divisor",
// "means": [{"enrollment_type", "member_months", "mean"}], "score"?}. Numbers are exact texts.
void write_member_score(const MemberScore& score, Writer& writer);

}  // namespace gainshare::json
