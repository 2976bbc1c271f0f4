// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace gainshare::json {

// A key as people say it at the head of a sentence: "sharing_rate" is "Sharing rate" and
// "benchmark_cents" is "Benchmark", since the sentence names the cents.
std::string label_of(std::string_view key);

// Text from outside, cut to a length that a message can bear, never inside a character.
std::string shortened(std::string_view text);
std::string in_quotes(std::string_view text);

// "a", "a or b", "a, b or c".
std::string listed(std::span<const std::string_view> words);

// The word that was probably meant: the nearest by insertions, deletions, replacements and
// swaps of neighbours, when it is near. Empty when none is.
std::string_view nearest(std::string_view word, std::span<const std::string_view> words);

}  // namespace gainshare::json
