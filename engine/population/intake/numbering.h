// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "population/intake/dictionary.h"
#include "population/intake/key.h"

namespace gainshare {

// The numbers that a dictionary gives, of which those that come again soon are remembered.
class Numbering {
 public:
  explicit Numbering(Dictionary& dictionary) : dictionary_(dictionary) {}
  std::uint32_t operator()(std::string_view text) {
    if (text.size() > Key::kLongestInline) return last_ = dictionary_.number(text);
    const Key key = inline_key(text.data(), text.size());
    Known& known = known_[hash_of(key) % kKnown];
    if (!(key == known.key)) known = {.key = key, .number = dictionary_.number(key)};
    return last_ = known.number;
  }
  std::uint32_t last() const { return last_; }

 private:
  static constexpr std::size_t kKnown = 256;
  struct Known {
    Key key{.high = ~std::uint64_t{0}};  // of no text
    std::uint32_t number = 0;
  };
  Dictionary& dictionary_;
  std::vector<Known> known_ = std::vector<Known>(kKnown);
  std::uint32_t last_ = 0;
};

}  // namespace gainshare
