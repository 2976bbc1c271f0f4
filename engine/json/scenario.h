// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace gainshare::json {

// Many settlements of one contract: what the request asks of them, as one JSON text. Paths in
// issues begin with "/contract", "/experience" or "/request".
std::string scenario(std::string_view contract, std::string_view experience,
                     std::string_view request);

}  // namespace gainshare::json
