// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "core/result.h"
#include "json/document.h"
#include "json/place.h"
#include "programs/programs.h"

namespace gainshare::json {

// The terms that a stream's "program" object stands for. Nothing when there was an issue.
std::optional<ResolvedProgram> read_program(const Node& node, const Place& place, Issues& issues);

// Whether a "program" object has this name.
bool names_program(const Node& node, std::string_view name);

// The issues that a program has with its elections, below `place`. Those of places that have none
// yet: a minimum rate that is no number is told once.
void add_issues_of_program(const Issues& found, const Place& place, Issues& issues);

}  // namespace gainshare::json
