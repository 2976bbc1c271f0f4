// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
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
  static constexpr std::size_t kBlockBytes = std::size_t{256} << 10U;
  static constexpr std::size_t kMostDiagnoses = 63;
  // With what take_sized reads beyond an end.
  static constexpr std::size_t kLongestLine = 96 + kMostDiagnoses * 5;

  struct Block {
    std::unique_ptr<std::uint8_t[]> bytes;  // NOLINT(*-avoid-c-arrays): of a length set when made
    std::size_t used = 0;
  };

  // How far the lines were read: what the next one may share.
  struct Decoded {
    ClaimLine line;
    std::uint32_t newest_claim = 0xFFFF'FFFF;
    std::array<std::uint32_t, kMostDiagnoses> diagnoses{};
  };
  template <class Take>
  static void decode(const Block& block, Decoded& decoded, Take& take);

  std::vector<Block> blocks_;
  std::uint64_t size_ = 0;
  ClaimLine last_;
  std::uint32_t newest_claim_ = 0xFFFF'FFFF;
};

// What the first byte of a line says of it.
namespace claim_log_detail {
inline constexpr unsigned kSameClaim = 1;  // as the line before
inline constexpr unsigned kNextClaim = 2;  // one that was not met before
inline constexpr unsigned kNextLine = 4;   // one more than the line before; 1 in a next claim
inline constexpr unsigned kSameProvider = 8;
inline constexpr unsigned kSameDay = 16;
inline constexpr unsigned kSamePaidDay = 32;
inline constexpr unsigned kSameSetting = 64;
inline constexpr unsigned kMore = 128;  // a byte follows that says what else does:
inline constexpr unsigned kOtherTin = 1;
inline constexpr unsigned kStay = 2;            // the days after the first
inline constexpr unsigned kDiagnosisCount = 2;  // the shift of how many diagnoses follow

// The second byte: how long the code, the paid and the allowed amount are. Whether an amount takes
// two bytes or three is chance, so it is looked up: a branch would be mispredicted half of the
// time.
inline constexpr std::array<std::uint8_t, 4> kLengths{1, 2, 3, 8};
inline constexpr unsigned kPaidLength = 2;     // the shift of its two bits
inline constexpr unsigned kAllowedLength = 4;  // likewise

// Reads eight bytes wherever it ends: blocks have as many to spare.
inline std::uint64_t take_sized(const std::uint8_t*& at, unsigned length) {
  std::uint64_t word = 0;
  std::memcpy(&word, at, sizeof word);
  const unsigned bytes = kLengths[length & 3U];
  at += bytes;
  return word & (~std::uint64_t{0} >> (64 - 8 * bytes));
}
// A sign in the lowest bit.
inline std::int64_t signed_of(std::uint64_t value) {
  return static_cast<std::int64_t>(value >> 1U) ^ -static_cast<std::int64_t>(value & 1U);
}

inline std::uint64_t take_number(const std::uint8_t*& at) {
  std::uint64_t value = *at & 0x7FU;
  for (unsigned shift = 7; (*at++ & 0x80U) != 0; shift += 7) {
    value |= std::uint64_t{*at & 0x7FU} << shift;
  }
  return value;
}
inline std::uint32_t take_small(const std::uint8_t*& at) {
  return static_cast<std::uint32_t>(take_number(at));
}
}  // namespace claim_log_detail

template <class Take>
void ClaimLog::for_each(Take&& take) const {
  Decoded decoded;
  for (const Block& block : blocks_) decode(block, decoded, take);
}

template <class Take>
void ClaimLog::decode(const Block& block, Decoded& decoded, Take& take) {
  using namespace claim_log_detail;
  ClaimLine line = decoded.line;
  const std::uint8_t* at = block.bytes.get();
  const std::uint8_t* const end = at + block.used;
  while (at < end) {
    const unsigned same = *at++;
    const unsigned lengths = *at++;
    if ((same & kNextClaim) != 0) {
      line.claim = ++decoded.newest_claim;
    } else if ((same & kSameClaim) == 0) {
      line.claim = take_small(at);
    }
    if ((same & kNextLine) != 0) {
      line.line = (same & kNextClaim) != 0 ? 1 : line.line + 1;
    } else {
      line.line = take_small(at);
    }
    if ((same & kSameProvider) == 0) line.provider = take_small(at);
    if ((same & kSameDay) == 0) line.day = static_cast<Day>(take_small(at));
    if ((same & kSamePaidDay) == 0) line.paid_day = static_cast<Day>(take_small(at));
    if ((same & kSameSetting) == 0) line.setting = take_small(at);
    line.code = static_cast<std::uint32_t>(take_sized(at, lengths));
    line.paid_cents = signed_of(take_sized(at, lengths >> kPaidLength));
    line.allowed_cents = signed_of(take_sized(at, lengths >> kAllowedLength));
    std::size_t count = 0;
    line.last_day = line.day;
    if ((same & kMore) != 0) {
      const unsigned more = *at++;
      count = more >> kDiagnosisCount;
      if ((more & kOtherTin) != 0) line.tin = take_small(at);
      if ((more & kStay) != 0) line.last_day += static_cast<Day>(take_small(at));
      for (std::size_t i = 0; i < count; ++i) decoded.diagnoses[i] = take_small(at);
    }
    line.diagnoses = {decoded.diagnoses.data(), count};
    take(static_cast<const ClaimLine&>(line));
  }
  decoded.line = line;
}

}  // namespace gainshare
