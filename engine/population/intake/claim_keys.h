// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <unordered_set>
#include <vector>

#include "population/intake/chunked.h"
#include "population/intake/key.h"
#include "population/services.h"

namespace gainshare {

// A claim: its id within the source that sent it, of one member. An id of at most 15 bytes is
// held itself; a longer one by 128 bits of hash.
struct Claim {
  Key id;
  MemberIndex member = 0;
  std::uint16_t source = 0;
  std::uint16_t lines = 0;  // bit n: line n was seen; lines from 16 stand elsewhere
};

// Which claims and lines were seen. It grows by 24 bytes and a slot of 4 with every distinct claim
// and by about 16 with every line numbered 16 or more: 1.3 million claims take 40 MB.
class ClaimKeys {
 public:
  static constexpr std::uint32_t kMostClaims = (1U << 26U) - 1;  // about 67 million

  // The claim's number, in the order in which claims are first met; kMostClaims when there is no
  // room for another.
  std::uint32_t number(const Key& id, MemberIndex member, std::uint16_t source);
  // What number() looks at first, for who wants it near before he asks.
  std::uint32_t glance(const Key& id, MemberIndex member, std::uint16_t source) const {
    return slots_[static_cast<std::size_t>(hash_of(id, member, source)) & (slots_.size() - 1)];
  }
  // False when the line was seen before.
  bool add_line(std::uint32_t claim, std::uint32_t line);

  std::uint32_t size() const { return static_cast<std::uint32_t>(claims_.size()); }
  const Claim& operator[](std::uint32_t claim) const { return claims_[claim]; }

 private:
  static std::uint64_t hash_of(const Key& id, MemberIndex member, std::uint16_t source) {
    return gainshare::hash_of(
        Key{.low = id.low ^ (std::uint64_t{member} << 16U | source), .high = id.high});
  }
  std::uint32_t find_or_add(const Key& id, MemberIndex member, std::uint16_t source);
  void grow();

  Chunked<Claim, 12> claims_;
  // Each slot is a claim's number below six bits of its hash, so that a claim is rarely looked at
  // in vain: that would be a miss of the cache.
  std::vector<std::uint32_t> slots_ = std::vector<std::uint32_t>(1024, kMostClaims);
  std::unordered_set<std::uint64_t> further_lines_;
  std::uint32_t last_ = 0;  // the claim that was asked for last
};

}  // namespace gainshare
