// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/result.h"
#include "json/writer.h"

namespace gainshare::json {

// "issues": [...] as a member of the object that is being written.
void write_issues(const Issues& issues, Writer& writer);

// The whole answer where there is no result: {"ok": false, ...}.
std::string refusal(const Issues& issues);

// Begins an answer: its first members, "ok" and "engine_version".
void begin_answer(bool ok, Writer& writer);

}  // namespace gainshare::json
