// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace gainshare::json {

// The version of the engine, from package.json through the build: "0.1.0".
std::string_view engine_version();

}  // namespace gainshare::json
