// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <cstring>
#include <vector>

#include "population/intake/key.h"
#include "population/intake/row_reader.h"

namespace gainshare {

// Some columns of a table, of which it is asked whether two rows have the same text in them. Rows
// that stand together often do, and then need not be read twice. Columns side by side are compared
// as one text, separators included.
class SharedCells {
 public:
  // The columns in any order; -1 is one that the file lacks.
  explicit SharedCells(std::vector<std::int32_t> columns);

  // Both rows have all columns, and their texts are readable for 16 bytes.
  bool same(const Row& a, const Row& b) const {
    for (const Stretch& stretch : stretches_) {
      const std::uint32_t from_a = begin_of(a, stretch.first);
      const std::uint32_t from_b = begin_of(b, stretch.first);
      const std::uint32_t size = a.ends[stretch.last] - from_a;
      if (size != b.ends[stretch.last] - from_b) return false;
      if (!same_bytes(a.text + from_a, b.text + from_b, size)) return false;
    }
    return true;
  }

 private:
  struct Stretch {  // columns from the first to the last
    std::uint32_t first = 0;
    std::uint32_t last = 0;
  };
  static std::uint32_t begin_of(const Row& row, std::uint32_t column) {
    return column == 0 ? row.begin : row.ends[column - 1] + 1;
  }
  // By words: the stretches are short, and a call for each would cost more than the comparison.
  static bool same_bytes(const char* a, const char* b, std::uint32_t size) {
    std::uint64_t differ = 0;
    std::uint32_t at = 0;
    for (; at + sizeof differ <= size; at += sizeof differ) differ |= word(a + at) ^ word(b + at);
    differ |= (word(a + at) ^ word(b + at)) & key_detail::kFilled[size - at].low;
    return differ == 0;
  }
  static std::uint64_t word(const char* text) {
    std::uint64_t word = 0;
    std::memcpy(&word, text, sizeof word);
    return word;
  }

  std::vector<Stretch> stretches_;
};

}  // namespace gainshare
