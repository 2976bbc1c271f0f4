// SPDX-License-Identifier: Apache-2.0
#include "population/intake/dictionary.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <numeric>

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

std::string Dictionary::text(std::uint32_t number) const {
  const Key& entry = entries_[number];
  if (entry.high == kLongMark) return *long_texts_[static_cast<std::size_t>(entry.low)];
  std::array<char, sizeof(Key)> bytes{};
  std::memcpy(bytes.data(), &entry.low, sizeof entry.low);
  std::memcpy(bytes.data() + sizeof entry.low, &entry.high, sizeof entry.high);
  return {bytes.data(), static_cast<std::size_t>(entry.high >> 56U)};
}

std::vector<std::uint32_t> Dictionary::sorted() const {
  std::vector<std::string> texts;
  texts.reserve(size());
  for (std::uint32_t i = 0; i < size(); ++i) texts.push_back(text(i));
  std::vector<std::uint32_t> order(size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return texts[a] < texts[b]; });
  return order;
}

}  // namespace gainshare
