// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "core/date.h"

namespace gainshare {

// The number of a line in a file that numbers none: it is no other line's duplicate.
inline constexpr std::uint32_t kNoLineNumber = 0xFFFF'FFFF;

// One line of a claim. Texts are numbers of the intake's dictionaries.
struct ClaimLine {
  std::uint32_t claim = 0;
  std::uint32_t line = 0;
  std::uint32_t provider = 0;  // NPI
  std::uint32_t tin = 0;       // as the claim says it
  std::uint32_t setting = 0;
  std::uint32_t code = 0;  // HCPCS or CPT
  Day day = kNoDay;        // of the service
  Day last_day = kNoDay;   // of a stay; the day itself for all else
  Day paid_day = kNoDay;
  std::int64_t paid_cents = 0;
  std::int64_t allowed_cents = 0;
  std::span<const std::uint32_t> diagnoses;

  // Takes back what an earlier line said.
  bool reversal() const { return paid_cents < 0 || allowed_cents < 0; }
};

// All lines in the order in which they came, about a dozen bytes each: what a line shares with the
// one before it, as the lines of a claim do, takes one bit. From it everything can be computed
// again under other terms without reading the files again.
class ClaimLog {
 public:
  void append(const ClaimLine& line);
  std::uint64_t size() const { return size_; }
  std::uint64_t bytes() const { return blocks_.size() * kBlockBytes; }

  // Calls take(const ClaimLine&) for each line in order.
  template <class Take>
  void for_each(Take&& take) const;

 private:
  friend class ClaimLogReader;
  static constexpr std::size_t kBlockBytes = std::size_t{256} << 10U;
  static constexpr std::size_t kMostDiagnoses = 63;
  // With what is read beyond an end.
  static constexpr std::size_t kLongestLine = 96 + kMostDiagnoses * 5;

  struct Block {
    std::unique_ptr<std::uint8_t[]> bytes;  // NOLINT(*-avoid-c-arrays): of a length set when made
    std::size_t used = 0;
  };

  std::vector<Block> blocks_;
  std::uint64_t size_ = 0;
  ClaimLine last_;
  std::uint32_t newest_claim_ = 0xFFFF'FFFF;
};

// Hands out the lines of a log in order, some at a time: who takes them looks at many together, and
// a browser, which does not replace a loop that runs by better code, meets a new call soon.
class ClaimLogReader {
 public:
  static constexpr std::size_t kAtOnce = 64;

  explicit ClaimLogReader(const ClaimLog& log) : log_(log) {}
  // The next lines, at most kAtOnce, which last until the next call; none at the end.
  std::span<ClaimLine> next();

 private:
  void read_line(const std::uint8_t*& at, std::uint32_t*& diagnoses);

  const ClaimLog& log_;
  std::size_t block_ = 0;
  std::size_t at_ = 0;  // in the block
  ClaimLine line_;      // the one that was read last
  std::uint32_t newest_claim_ = 0xFFFF'FFFF;
  std::array<ClaimLine, kAtOnce> lines_;
  std::array<std::uint32_t, kAtOnce * ClaimLog::kMostDiagnoses> diagnoses_;
};

template <class Take>
void ClaimLog::for_each(Take&& take) const {
  ClaimLogReader reader{*this};
  for (std::span<const ClaimLine> lines = reader.next(); !lines.empty(); lines = reader.next()) {
    for (const ClaimLine& line : lines) take(line);
  }
}

}  // namespace gainshare
