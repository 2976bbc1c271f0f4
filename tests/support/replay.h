// SPDX-License-Identifier: Apache-2.0
// A second opinion on a trace: recomputes every step from the steps before it, with another
// library's arithmetic (Boost.Multiprecision) and none of the engine's rules. It follows the
// words beside `Op` in trace/step.h.
#pragma once

#include <string>
#include <vector>

#include "trace/step.h"

namespace gainshare::testing {

// One line per step that does not follow from the steps before it; empty when all do.
std::vector<std::string> replay(const Trace& trace);

// The computed steps that could say something else, a truth its opposite or a figure a millionth
// more, without the replay seeing it: each in turn, all others as they are. Empty when none could.
// A given figure can only be caught by what is computed from it, so it is not tried.
std::vector<std::string> unseen_falsehoods(const Trace& trace);

}  // namespace gainshare::testing
