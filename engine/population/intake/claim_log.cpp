// SPDX-License-Identifier: Apache-2.0
#include "population/intake/claim_log.h"

#include <algorithm>
#include <cstring>

namespace gainshare {
namespace {

// What the first byte of a line says of it.
constexpr unsigned kSameClaim = 1;  // as the line before
constexpr unsigned kNextClaim = 2;  // one that was not met before
constexpr unsigned kNextLine = 4;   // one more than the line before; 1 in a next claim
constexpr unsigned kSameProvider = 8;
constexpr unsigned kSameDay = 16;
constexpr unsigned kSamePaidDay = 32;
constexpr unsigned kSameSetting = 64;
constexpr unsigned kMore = 128;  // a byte follows that says what else does:
constexpr unsigned kOtherTin = 1;
constexpr unsigned kStay = 2;            // the days after the first
constexpr unsigned kDiagnosisCount = 2;  // the shift of how many diagnoses follow

// The second byte: how long the code, the paid and the allowed amount are. Whether an amount takes
// two bytes or three is chance, so it is looked up: a branch would be mispredicted half of the
// time.
constexpr std::array<std::uint8_t, 4> kLengths{1, 2, 3, 8};
constexpr unsigned kPaidLength = 2;     // the shift of its two bits
constexpr unsigned kAllowedLength = 4;  // likewise

void put_number(std::uint8_t*& at, std::uint64_t value) {
  for (; value > 0x7FU; value >>= 7U) *at++ = static_cast<std::uint8_t>(value | 0x80U);
  *at++ = static_cast<std::uint8_t>(value);
}

std::uint64_t unsigned_of(std::int64_t value) {
  return static_cast<std::uint64_t>(value) << 1U ^ static_cast<std::uint64_t>(value >> 63);
}

// The place in kLengths of the shortest that holds the value.
unsigned length_of(std::uint64_t value) {
  return (value > 0xFFU ? 1U : 0U) + (value > 0xFFFFU ? 1U : 0U) + (value > 0xFF'FFFFU ? 1U : 0U);
}

// Writes eight bytes of which those that count stay.
void put_sized(std::uint8_t*& at, std::uint64_t value, unsigned length) {
  std::memcpy(at, &value, sizeof value);
  at += kLengths[length];
}

// Reads eight bytes wherever it ends: blocks have as many to spare.
std::uint64_t take_sized(const std::uint8_t*& at, unsigned length) {
  std::uint64_t word = 0;
  std::memcpy(&word, at, sizeof word);
  const unsigned bytes = kLengths[length & 3U];
  at += bytes;
  return word & (~std::uint64_t{0} >> (64 - 8 * bytes));
}
// A sign in the lowest bit.
std::int64_t signed_of(std::uint64_t value) {
  return static_cast<std::int64_t>(value >> 1U) ^ -static_cast<std::int64_t>(value & 1U);
}

std::uint64_t take_number(const std::uint8_t*& at) {
  std::uint64_t value = *at & 0x7FU;
  for (unsigned shift = 7; (*at++ & 0x80U) != 0; shift += 7) {
    value |= std::uint64_t{*at & 0x7FU} << shift;
  }
  return value;
}
std::uint32_t take_small(const std::uint8_t*& at) {
  return static_cast<std::uint32_t>(take_number(at));
}

}  // namespace

void ClaimLog::append(const ClaimLine& line) {
  if (blocks_.empty() || blocks_.back().used + kLongestLine > kBlockBytes) {
    // Not zeroed: fifty megabytes of zeros take their time.
    blocks_.emplace_back();
    blocks_.back().bytes.reset(new std::uint8_t[kBlockBytes]);
  }
  Block& block = blocks_.back();
  std::uint8_t* const flags = block.bytes.get() + block.used;
  std::uint8_t* at = flags + 2;
  const bool next_claim = line.claim == newest_claim_ + 1;
  const bool same_claim = !next_claim && size_ > 0 && line.claim == last_.claim;
  const bool next_line = line.line == (next_claim ? 1 : last_.line + 1);
  unsigned same = (same_claim ? kSameClaim : 0U) | (next_claim ? kNextClaim : 0U) |
                  (next_line ? kNextLine : 0U);
  if (!same_claim && !next_claim) put_number(at, line.claim);
  if (!next_line) put_number(at, line.line);
  const auto put_changed = [&](std::uint32_t now, std::uint32_t before, unsigned flag) {
    if (now == before) {
      same |= flag;
    } else {
      put_number(at, now);
    }
  };
  put_changed(line.provider, last_.provider, kSameProvider);
  put_changed(static_cast<std::uint32_t>(line.day), static_cast<std::uint32_t>(last_.day),
              kSameDay);
  put_changed(static_cast<std::uint32_t>(line.paid_day), static_cast<std::uint32_t>(last_.paid_day),
              kSamePaidDay);
  put_changed(line.setting, last_.setting, kSameSetting);
  const std::uint64_t paid = unsigned_of(line.paid_cents);
  const std::uint64_t allowed = unsigned_of(line.allowed_cents);
  const std::array<unsigned, 3> lengths{length_of(line.code), length_of(paid), length_of(allowed)};
  put_sized(at, line.code, lengths[0]);
  put_sized(at, paid, lengths[1]);
  put_sized(at, allowed, lengths[2]);
  const std::size_t diagnoses = std::min(line.diagnoses.size(), kMostDiagnoses);
  const unsigned more = (line.tin != last_.tin ? kOtherTin : 0U) |
                        (line.last_day > line.day ? kStay : 0U) |
                        static_cast<unsigned>(diagnoses) << kDiagnosisCount;
  if (more != 0) {
    same |= kMore;
    *at++ = static_cast<std::uint8_t>(more);
    if ((more & kOtherTin) != 0) put_number(at, line.tin);
    if ((more & kStay) != 0) put_number(at, static_cast<std::uint64_t>(line.last_day - line.day));
    for (const std::uint32_t diagnosis : line.diagnoses.first(diagnoses)) put_number(at, diagnosis);
  }
  flags[0] = static_cast<std::uint8_t>(same);
  flags[1] = static_cast<std::uint8_t>(lengths[0] | lengths[1] << kPaidLength |
                                       lengths[2] << kAllowedLength);
  block.used = static_cast<std::size_t>(at - block.bytes.get());
  if (next_claim) newest_claim_ = line.claim;
  last_ = line;
  last_.diagnoses = {};
  ++size_;
}

std::span<ClaimLine> ClaimLogReader::next() {
  while (block_ < log_.blocks_.size() && at_ == log_.blocks_[block_].used) {
    ++block_;
    at_ = 0;
  }
  if (block_ == log_.blocks_.size()) return {};
  const ClaimLog::Block& block = log_.blocks_[block_];
  const std::uint8_t* at = block.bytes.get() + at_;
  const std::uint8_t* const end = block.bytes.get() + block.used;
  std::uint32_t* diagnoses = diagnoses_.data();
  std::size_t count = 0;
  for (; count < kAtOnce && at < end; ++count) {
    read_line(at, diagnoses);
    lines_[count] = line_;
  }
  at_ = static_cast<std::size_t>(at - block.bytes.get());
  return std::span{lines_}.first(count);
}

inline void ClaimLogReader::read_line(const std::uint8_t*& at, std::uint32_t*& diagnoses) {
  ClaimLine& line = line_;
  const unsigned same = *at++;
  const unsigned lengths = *at++;
  if ((same & kNextClaim) != 0) {
    line.claim = ++newest_claim_;
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
  line.last_day = line.day;
  line.diagnoses = {};
  if ((same & kMore) == 0) return;
  const unsigned more = *at++;
  if ((more & kOtherTin) != 0) line.tin = take_small(at);
  if ((more & kStay) != 0) line.last_day += static_cast<Day>(take_small(at));
  const std::size_t count = more >> kDiagnosisCount;
  line.diagnoses = {diagnoses, count};
  for (std::size_t i = 0; i < count; ++i) *diagnoses++ = take_small(at);
}

}  // namespace gainshare
