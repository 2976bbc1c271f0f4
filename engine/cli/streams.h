// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"

namespace gainshare::cli {

// What the command leaves behind. A back-test of readable files with a row that differs or
// cannot be read is 1; what cannot be read or understood is 2.
inline constexpr int kDone = 0;
inline constexpr int kDiffers = 1;
inline constexpr int kBadInput = 2;

// The bytes of a file, or of standard input for "-"; at most `limit` and one more, so that an
// endless input is refused for its size. Nothing, with a line on standard error, when it cannot
// be read.
std::optional<std::string> read_input(const std::string& path, std::size_t limit);

void print(std::string_view text);        // standard output
void print_error(std::string_view text);  // standard error

// One line an issue: "contract.json: /streams/0/terms/sharing_rate: Sharing rate is 1.4. …".
// `top` is taken off the head of its path.
void print_issue(const Issue& issue, const std::string& file, std::string_view top);

}  // namespace gainshare::cli
