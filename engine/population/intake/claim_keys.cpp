// SPDX-License-Identifier: Apache-2.0
#include "population/intake/claim_keys.h"

namespace gainshare {
namespace {

constexpr std::uint32_t kNumberBits = ClaimKeys::kMostClaims;
constexpr unsigned kLinesHeld = 16;

std::uint32_t tag_of(std::uint64_t hash) {
  return static_cast<std::uint32_t>(hash >> 32U) & ~kNumberBits;
}

}  // namespace

std::uint32_t ClaimKeys::number(const Key& id, MemberIndex member, std::uint16_t source) {
  // The lines of a claim mostly stand together.
  if (last_ < size()) {
    const Claim& claim = claims_[last_];
    if (claim.id == id && claim.member == member && claim.source == source) return last_;
  }
  last_ = find_or_add(id, member, source);
  return last_;
}

std::uint32_t ClaimKeys::find_or_add(const Key& id, MemberIndex member, std::uint16_t source) {
  const std::uint64_t hash = hash_of(id, member, source);
  const std::uint32_t tag = tag_of(hash);
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  for (; (slots_[slot] & kNumberBits) != kMostClaims; slot = (slot + 1) & mask) {
    if ((slots_[slot] & ~kNumberBits) != tag) continue;
    const std::uint32_t number = slots_[slot] & kNumberBits;
    const Claim& claim = claims_[number];
    if (claim.id == id && claim.member == member && claim.source == source) return number;
  }
  const std::uint32_t number = size();
  if (number == kMostClaims) return kMostClaims;
  slots_[slot] = tag | number;
  claims_.push({.id = id, .member = member, .source = source});
  if (claims_.size() * 4 > slots_.size() * 3) grow();
  return number;
}

void ClaimKeys::grow() {
  std::vector<std::uint32_t> wider(slots_.size() * 2, kMostClaims);
  const std::size_t mask = wider.size() - 1;
  for (std::uint32_t number = 0; number < size(); ++number) {
    const Claim& claim = claims_[number];
    const std::uint64_t hash = hash_of(claim.id, claim.member, claim.source);
    std::size_t slot = hash & mask;
    while ((wider[slot] & kNumberBits) != kMostClaims) slot = (slot + 1) & mask;
    wider[slot] = tag_of(hash) | number;
  }
  slots_ = std::move(wider);
}

bool ClaimKeys::add_line(std::uint32_t claim, std::uint32_t line) {
  if (line >= kLinesHeld) {
    return further_lines_.insert(std::uint64_t{claim} << 32U | line).second;
  }
  std::uint16_t& lines = claims_[claim].lines;
  const auto bit = static_cast<std::uint16_t>(1U << line);
  const bool is_new = (lines & bit) == 0;
  lines = static_cast<std::uint16_t>(lines | bit);
  return is_new;
}

}  // namespace gainshare
