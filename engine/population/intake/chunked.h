// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

namespace gainshare {

// A list that grows by blocks and never moves what it holds: no copy of everything, and no moment
// with two of it, when a population grows to millions.
template <class T, std::size_t kBlockBits>
class Chunked {
 public:
  std::size_t size() const { return size_; }
  const T& operator[](std::size_t i) const { return blocks_[i >> kBlockBits][i & kMask]; }
  T& operator[](std::size_t i) { return blocks_[i >> kBlockBits][i & kMask]; }
  T& push(const T& value) {
    if (size_ == blocks_.size() << kBlockBits) {
      blocks_.emplace_back(std::size_t{1} << kBlockBits);
    }
    T& place = (*this)[size_++];
    place = value;
    return place;
  }

 private:
  static constexpr std::size_t kMask = (std::size_t{1} << kBlockBits) - 1;
  std::vector<std::vector<T>> blocks_;
  std::size_t size_ = 0;
};

}  // namespace gainshare
