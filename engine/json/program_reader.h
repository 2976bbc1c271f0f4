// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "core/result.h"
#include "json/document.h"
#include "json/place.h"
#include "programs/programs.h"

namespace gainshare::json {

// The terms that a stream's "program" object stands for. Nothing when there was an issue.
std::optional<ResolvedProgram> read_program(const Node& node, const Place& place, Issues& issues);

}  // namespace gainshare::json
