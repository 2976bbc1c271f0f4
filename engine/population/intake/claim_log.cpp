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

void put_signed(std::uint8_t*& at, std::int64_t value) {
  put_number(at, static_cast<std::uint64_t>(value) << 1U ^ static_cast<std::uint64_t>(value >> 63));
}

}  // namespace

void ClaimLog::append(const ClaimLine& line) {
  if (blocks_.empty() || blocks_.back().used + kLongestLine > kBlockBytes) {
    blocks_.push_back({.bytes = std::make_unique<std::uint8_t[]>(kBlockBytes)});
  }
  Block& block = blocks_.back();
  std::uint8_t* const flags = block.bytes.get() + block.used;
  std::uint8_t* at = flags + 1;
  const bool next_claim = line.claim == newest_claim_ + 1;
  const bool same_claim = !next_claim && size_ > 0 && line.claim == last_.claim;
  const bool next_line = line.line == (next_claim ? 1 : last_.line + 1);
  const std::size_t diagnoses = std::min(line.diagnoses.size(), kMostDiagnoses);
  unsigned same = (same_claim ? kSameClaim : 0U) | (next_claim ? kNextClaim : 0U) |
                  (next_line ? kNextLine : 0U);
  if (!same_claim && !next_claim) put_number(at, line.claim);
  if (!next_line) put_number(at, line.line);
  const auto put_changed = [&](std::uint32_t now, std::uint32_t before, unsigned flag) {
    if (now == before)
      same |= flag;
    else
      put_number(at, now);
  };
  put_changed(line.provider, last_.provider, kSameProvider);
  put_changed(static_cast<std::uint32_t>(line.day), static_cast<std::uint32_t>(last_.day),
              kSameDay);
  put_changed(static_cast<std::uint32_t>(line.paid_day), static_cast<std::uint32_t>(last_.paid_day),
              kSamePaidDay);
  put_changed(line.setting, last_.setting, kSameSetting);
  put_number(at, line.code);
  put_signed(at, line.paid_cents);
  put_signed(at, line.allowed_cents);
  if (line.tin != last_.tin || line.last_day > line.day || diagnoses > 0) {
    same |= kMore;
    put_number(at, line.tin);
    put_number(at, static_cast<std::uint64_t>(std::max(line.last_day - line.day, 0)));
    put_number(at, diagnoses);
    for (const std::uint32_t diagnosis : line.diagnoses.first(diagnoses)) put_number(at, diagnosis);
  }
  *flags = static_cast<std::uint8_t>(same);
  block.used = static_cast<std::size_t>(at - block.bytes.get());
  if (next_claim) newest_claim_ = line.claim;
  last_ = line;
  last_.diagnoses = {};
  ++size_;
}

}  // namespace gainshare
