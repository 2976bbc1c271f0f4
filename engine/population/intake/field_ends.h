// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace gainshare {

// What cuts a table into cells.
struct Separators {
  char cell = ',';
  char line = '\n';  // '\r' in the rare files that have no line feeds
};

// Where the cells and rows of a stretch of text end, quotes seen to.
struct FieldEnds {
  // Offsets of every cell separator and line end outside quotes, ascending.
  std::vector<std::uint32_t> ends;
  std::size_t end_count = 0;
  // For each row that ends: how many of `ends` there are up to and with its line end.
  std::vector<std::uint32_t> rows;
  std::size_t row_count = 0;
  bool quotes = false;  // the stretch has a quote somewhere
};

// Bytes that must be readable beyond the stretch.
inline constexpr std::size_t kScanPadding = 64;

// Finds the ends of text[begin, end), which begins outside quotes. The offsets are those in text.
//
// This is the loop that all bytes go through: 64 at a time, one bit for each byte that is a
// separator, a line end, a quote; the bits inside quotes are the running exclusive or of the
// quotes' bits and are taken away. After Geoff Langdale and Daniel Lemire, "Parsing gigabytes of
// JSON per second" (2019).
void find_field_ends(const char* text, std::size_t begin, std::size_t end, Separators separators,
                     FieldEnds& found);

}  // namespace gainshare
