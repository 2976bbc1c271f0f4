// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace gainshare::json {

// The engine as a client sees it: JSON in, one JSON text out. Each answer has "ok"; where it is
// false, "issues" says everything that is wrong and there is no result, not even in part.

enum class WithTrace : std::uint8_t { No, Yes };

// Paths in issues begin with "/contract" or "/experience".
std::string settle(std::string_view contract, std::string_view experience,
                   WithTrace with_trace = WithTrace::Yes);

// Paths in issues are those of the contract itself.
std::string validate(std::string_view contract);

std::string describe();

}  // namespace gainshare::json
