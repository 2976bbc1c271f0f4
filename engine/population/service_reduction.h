// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "population/intake/chunked.h"
#include "population/services.h"

namespace gainshare {

// A line that counts in attribution.
struct CountedService {
  MemberIndex member = 0;
  CandidateIndex candidate = 0;
  Day day = kNoDay;
  ServiceClass service_class = ServiceClass::PrimaryCarePhysician;
  std::uint8_t window = 0;
  bool reversal = false;
  std::int64_t allowed_cents = 0;
};

// Adds services up by member, candidate, window and class, visits by day: all are kept, put in
// order by member in two passes over the list, and within a member, where they are few, sorted.
class ServiceReduction {
 public:
  explicit ServiceReduction(std::size_t members) : begins_(members + 1, 0) {}

  void add(const CountedService& service) {
    services_.push(
        {.key = key_of(service), .allowed_cents = service.allowed_cents, .member = service.member});
    ++begins_[service.member + 1];
  }
  ServiceTallies reduced();

 private:
  // 24 bytes, because there may be millions. The key is, from the highest bit: 32 of the candidate,
  // one of the window, two of the class, 28 of the day, one for a reversal.
  struct Entry {
    std::uint64_t key = 0;
    std::int64_t allowed_cents = 0;
    MemberIndex member = 0;
  };
  static std::uint64_t key_of(const CountedService& service) {
    return std::uint64_t{service.candidate} << 32U | std::uint64_t{service.window} << 31U |
           std::uint64_t{static_cast<std::uint8_t>(service.service_class)} << 29U |
           std::uint64_t{static_cast<std::uint32_t>(service.day)} << 1U |
           (service.reversal ? 1U : 0U);
  }
  // `own` are the places in services_ of one member's.
  void reduce_member(std::span<const std::uint32_t> own, ServiceTallies& tallies);

  Chunked<Entry, 12> services_;
  std::vector<std::uint32_t> begins_;  // how many services the members before have
  std::vector<Entry> sorted_;          // those of the member in hand
};

}  // namespace gainshare
