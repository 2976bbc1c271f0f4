// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "json/writer.h"
#include "trace/step.h"

namespace gainshare::json {

// "trace": [...] as a member: every step with what is needed to recompute it.
void write_trace(const Trace& trace, Writer& writer);

}  // namespace gainshare::json
