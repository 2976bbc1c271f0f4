// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "core/result.h"
#include "experience/experience.h"
#include "json/document.h"
#include "json/place.h"

namespace gainshare::json {

inline constexpr std::string_view kExperienceFormat = "gainshare-experience-1";

// The experience of a JSON text. Nothing when there was any issue; all of them are then in
// `issues`, with paths below `top`.
std::optional<Experience> read_experience(std::string_view text, const Place& top, Issues& issues);
std::optional<Experience> read_experience(const Node& root, const Place& top, Issues& issues);

}  // namespace gainshare::json
