// SPDX-License-Identifier: Apache-2.0
#include "population/intake/key.h"

#include <algorithm>

namespace gainshare {
namespace {

constexpr std::uint64_t kLongMark = std::uint64_t{0xFF} << 56U;

}  // namespace

Key long_key(std::string_view text) {
  std::uint64_t low = text.size();
  std::uint64_t high = 0x9e3779b97f4a7c15U;
  for (std::size_t at = 0; at < text.size(); at += sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, std::min(sizeof word, text.size() - at));
    low = key_detail::mixed(low ^ word) + high;
    high = key_detail::mixed(high + word * 0xff51afd7ed558ccdU) ^ (low << 1U);
  }
  return {.low = low, .high = high | kLongMark};
}

}  // namespace gainshare
