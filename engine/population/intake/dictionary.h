// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "population/intake/chunked.h"
#include "population/intake/key.h"

namespace gainshare {

// Numbers for texts, given in the order in which they are first met. Exact: texts of any length
// are told apart in full.
class Dictionary {
 public:
  // The number of a text; a new one where it was never met.
  std::uint32_t number(std::string_view text);
  // The same for a text of at most 15 bytes by its key.
  std::uint32_t number(const Key& key);

  // What number() looks at first and then, for who wants both near before he asks: the number that
  // the key likely has, and a part of the entry of a number that may be none.
  std::uint32_t likely_number(const Key& key) const {
    return slots_[static_cast<std::size_t>(hash_of(key)) & (slots_.size() - 1)];
  }
  std::uint64_t glance(std::uint32_t number) const {
    return number < entries_.size() ? entries_[number].low : 0;
  }

  std::uint32_t size() const { return static_cast<std::uint32_t>(entries_.size()); }
  std::string text(std::uint32_t number) const;
  // All numbers in the order of their texts, by bytes.
  std::vector<std::uint32_t> sorted() const;

 private:
  static constexpr std::uint32_t kFree = 0xFFFF'FFFF;

  std::uint32_t long_number(std::string_view text);
  // Null where the text is a short one.
  const std::string* long_text(std::uint32_t number) const;
  void grow();

  Chunked<Key, 12> entries_;  // of a long text: its place in long_texts_, under a mark
  std::vector<std::uint32_t> slots_ = std::vector<std::uint32_t>(64, kFree);
  std::unordered_map<std::string, std::uint32_t> long_numbers_;
  std::vector<const std::string*> long_texts_;  // the map's keys, which stay where they are
};

}  // namespace gainshare
