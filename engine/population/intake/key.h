// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace gainshare {

// An id of at most 15 bytes held in two words, its length in the last byte; so ids compare and
// hash without a loop. What is longer has a key of its hash, and its text elsewhere.
struct Key {
  static constexpr std::size_t kLongestInline = 15;

  std::uint64_t low = 0;
  std::uint64_t high = 0;
  friend bool operator==(const Key& a, const Key& b) {
    return ((a.low ^ b.low) | (a.high ^ b.high)) == 0;
  }
};

namespace key_detail {

// Which bits of its two words a text of so many bytes fills.
struct Filled {
  std::uint64_t low = 0;
  std::uint64_t high = 0;
};
inline constexpr std::array<Filled, 16> kFilled = [] {
  std::array<Filled, 16> filled{};
  for (unsigned size = 1; size < filled.size(); ++size) {
    const std::uint64_t ones = ~std::uint64_t{0};
    filled[size].low = size < 8 ? ones >> (64 - 8 * size) : ones;
    filled[size].high = size > 8 ? ones >> (128 - 8 * size) : 0;
  }
  return filled;
}();

inline std::uint64_t mixed(std::uint64_t word) {
  word ^= word >> 32U;
  word *= 0xd6e8feb86659fd93U;
  word ^= word >> 32U;
  return word;
}

}  // namespace key_detail

// The key of a text of at most 15 bytes, of which 16 bytes can be read (every text in a reader's
// buffer: it is padded).
inline Key inline_key(const char* text, std::size_t size) {
  std::array<std::uint64_t, 2> words{};
  std::memcpy(words.data(), text, sizeof words);
  const key_detail::Filled& filled = key_detail::kFilled[size];
  return {.low = words[0] & filled.low,
          .high = (words[1] & filled.high) | std::uint64_t{size} << 56U};
}

// The same where nothing may be read beyond the text.
inline Key inline_key(std::string_view text) {
  std::array<char, 16> padded{};
  text.copy(padded.data(), text.size());
  return inline_key(padded.data(), text.size());
}

inline std::uint64_t hash_of(const Key& key) {
  return key_detail::mixed(key.low ^ key_detail::mixed(key.high + 0x9e3779b97f4a7c15U));
}

// 128 bits of a text of any length. Not for keeping out an attacker, who could only spoil what is
// his own file.
Key long_key(std::string_view text);

}  // namespace gainshare
