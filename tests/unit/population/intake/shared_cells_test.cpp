// SPDX-License-Identifier: Apache-2.0
#include "population/intake/shared_cells.h"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "support/catch.h"

using namespace gainshare;

namespace {

constexpr std::uint32_t kColumns = 6;

// A row with its own text, which is readable beyond its end.
struct OwnRow {
  std::string text;
  std::vector<std::uint32_t> ends;
  Row row;

  explicit OwnRow(const std::vector<std::string>& cells, std::size_t before) {
    text.assign(before, '#');
    for (const std::string& cell : cells) {
      text += cell;
      ends.push_back(static_cast<std::uint32_t>(text.size()));
      text += ',';
    }
    text.append(16, '#');
    row = {.text = text.data(),
           .ends = ends.data(),
           .begin = static_cast<std::uint32_t>(before),
           .cells = static_cast<std::uint32_t>(cells.size())};
  }
  OwnRow(const OwnRow&) = delete;
  OwnRow& operator=(const OwnRow&) = delete;
};

}  // namespace

TEST_CASE("Rows share cells exactly where each of these cells has the same text") {
  std::mt19937 random{7};
  const auto some = [&random](std::uint32_t below) { return random() % below; };
  int same = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::vector<std::string> a(kColumns);
    for (std::string& cell : a) cell = std::string(some(20), static_cast<char>('a' + some(2)));
    std::vector<std::string> b = a;
    std::string& changed = b[some(kColumns)];
    if (some(3) == 0 && !changed.empty())
      changed[some(static_cast<std::uint32_t>(changed.size()))]++;
    if (some(8) == 0) changed += 'a';
    if (some(8) == 0) std::swap(b[some(kColumns)], b[some(kColumns)]);
    std::vector<std::int32_t> columns{-1};
    for (std::uint32_t i = 0; i < kColumns; ++i) {
      if (some(2) == 0) columns.push_back(static_cast<std::int32_t>(i));
    }
    std::shuffle(columns.begin(), columns.end(), random);
    const OwnRow row_a{a, some(9)};
    const OwnRow row_b{b, some(9)};
    bool expected = true;
    for (const std::int32_t column : columns) {
      if (column >= 0)
        expected &= a[static_cast<std::size_t>(column)] == b[static_cast<std::size_t>(column)];
    }
    CHECK(SharedCells{columns}.same(row_a.row, row_b.row) == expected);
    same += expected ? 1 : 0;
  }
  CHECK(same > 5000);
  CHECK(same < 15'000);
}
