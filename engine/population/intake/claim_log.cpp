// SPDX-License-Identifier: Apache-2.0
#include "population/intake/claim_log.h"

#include <algorithm>

namespace gainshare {
namespace {

using namespace claim_log_detail;

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

}  // namespace gainshare
