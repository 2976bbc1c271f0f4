// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/money.h"

namespace gainshare {

inline constexpr std::string_view kPartialVersion = "gainshare population 1";

// Takes numbers and texts from the front of bytes that may be anything. After the first that is not
// there everything is zero and empty, and ok() is false.
class PartialReader {
 public:
  explicit PartialReader(std::string_view bytes) : rest_(bytes) {}
  bool ok() const { return ok_; }
  bool at_end() const { return rest_.empty(); }
  void fail() {
    ok_ = false;
    rest_ = {};
  }

  std::uint64_t number();
  std::int64_t signed_number();
  // From `low` to `high`, else a failure and `low`.
  std::int64_t within(std::int64_t low, std::int64_t high);
  // How many of something, which can be added up without care.
  std::int64_t tally() { return within(0, kLargestCents); }
  // Below `limit`.
  std::uint32_t below(std::uint64_t limit);
  std::string_view text();
  // A count of things that take at least one byte each: so many there can be.
  std::size_t count();
  // A number by which another list is looked up.
  std::uint32_t mapped(const std::vector<std::uint32_t>& list);

 private:
  std::string_view rest_;
  bool ok_ = true;
};

}  // namespace gainshare
