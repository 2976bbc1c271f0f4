// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace gainshare {

// A condition category (HCC) by its place in the model's list.
using CategoryIndex = std::uint16_t;
inline constexpr std::size_t kMostCategories = 512;  // CMS-HCC V28 has 115 that pay

// The categories that a member has, as bits: joined, asked and taken away without memory.
class CategorySet {
 public:
  void insert(CategoryIndex category) { words_[category / 64] |= bit(category); }
  bool contains(CategoryIndex category) const {
    return (words_[category / 64] & bit(category)) != 0;
  }
  void remove(const CategorySet& others) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~others.words_[i];
  }
  bool meets(const CategorySet& others) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if ((words_[i] & others.words_[i]) != 0) return true;
    }
    return false;
  }
  // In ascending order.
  template <class Visit>
  void for_each(const Visit& visit) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (std::uint64_t left = words_[i]; left != 0; left &= left - 1) {
        visit(
            static_cast<CategoryIndex>(i * 64 + static_cast<std::size_t>(std::countr_zero(left))));
      }
    }
  }
  friend bool operator==(const CategorySet&, const CategorySet&) = default;

 private:
  static constexpr std::uint64_t bit(CategoryIndex category) {
    return std::uint64_t{1} << (category % 64);
  }
  std::array<std::uint64_t, kMostCategories / 64> words_{};
};

}  // namespace gainshare
