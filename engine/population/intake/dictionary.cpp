// SPDX-License-Identifier: Apache-2.0
#include "population/intake/dictionary.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace gainshare {
namespace {

constexpr std::uint64_t kLongMark = std::uint64_t{0xFF} << 56U;

}  // namespace

std::uint32_t Dictionary::number(std::string_view text) {
  return text.size() <= Key::kLongestInline ? number(inline_key(text)) : long_number(text);
}

std::uint32_t Dictionary::number(const Key& key) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash_of(key) & mask;
  while (slots_[slot] != kFree) {
    if (entries_[slots_[slot]] == key) return slots_[slot];
    slot = (slot + 1) & mask;
  }
  const std::uint32_t number = size();
  slots_[slot] = number;
  entries_.push(key);
  if (entries_.size() * 2 > slots_.size()) grow();
  return number;
}

std::uint32_t Dictionary::long_number(std::string_view text) {
  const auto [place, is_new] = long_numbers_.try_emplace(std::string{text}, size());
  if (is_new) {
    entries_.push({.low = long_texts_.size(), .high = kLongMark});
    long_texts_.push_back(&place->first);
  }
  return place->second;
}

void Dictionary::grow() {
  std::vector<std::uint32_t> wider(slots_.size() * 2, kFree);
  const std::size_t mask = wider.size() - 1;
  for (const std::uint32_t number : slots_) {
    if (number == kFree) continue;
    std::size_t slot = hash_of(entries_[number]) & mask;
    while (wider[slot] != kFree) slot = (slot + 1) & mask;
    wider[slot] = number;
  }
  slots_ = std::move(wider);
}

const std::string* Dictionary::long_text(std::uint32_t number) const {
  const Key& entry = entries_[number];
  return entry.high == kLongMark ? long_texts_[static_cast<std::size_t>(entry.low)] : nullptr;
}

std::string Dictionary::text(std::uint32_t number) const {
  if (const std::string* const long_one = long_text(number)) return *long_one;
  const Key& entry = entries_[number];
  std::array<char, sizeof(Key)> bytes{};
  std::memcpy(bytes.data(), &entry.low, sizeof entry.low);
  std::memcpy(bytes.data() + sizeof entry.low, &entry.high, sizeof entry.high);
  return {bytes.data(), static_cast<std::size_t>(entry.high >> 56U)};
}

// Of short texts the words compare as the bytes do once the first byte is the highest; equal bytes
// leave the lengths, which come last.
std::vector<std::uint32_t> Dictionary::sorted() const {
  struct Entry {
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    std::uint32_t number = 0;
  };
  std::vector<Entry> order(size());
  for (std::uint32_t i = 0; i < size(); ++i) {
    const Key& key = entries_[i];
    order[i] = {
        .high = __builtin_bswap64(key.low), .low = __builtin_bswap64(key.high), .number = i};
  }
  const auto by_words = [](const Entry& a, const Entry& b) {
    return a.high != b.high ? a.high < b.high : a.low < b.low;
  };
  if (long_texts_.empty()) {
    std::sort(order.begin(), order.end(), by_words);
  } else {
    std::sort(order.begin(), order.end(), [&](const Entry& a, const Entry& b) {
      const std::string* const long_a = long_text(a.number);
      const std::string* const long_b = long_text(b.number);
      if (long_a == nullptr && long_b == nullptr) return by_words(a, b);
      if (long_a != nullptr && long_b != nullptr) return *long_a < *long_b;
      return text(a.number) < text(b.number);
    });
  }
  std::vector<std::uint32_t> numbers;
  numbers.reserve(order.size());
  for (const Entry& entry : order) numbers.push_back(entry.number);
  return numbers;
}

}  // namespace gainshare
