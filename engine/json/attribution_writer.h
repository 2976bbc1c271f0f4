// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "json/writer.h"
#include "population/attribution_explanation.h"

namespace gainshare::json {

// The members of an open object: candidate, method, step, decided_by, as_one, what each candidate
// did, and each method that was tried with the amounts that it compared. Sentences are the page's:
// "reason" is a word of kMethodReasonNames.
void write_assignment(const AssignmentExplanation& explanation, const Candidates& candidates,
                      Writer& writer);

}  // namespace gainshare::json
