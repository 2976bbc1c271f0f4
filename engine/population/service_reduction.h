// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

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
    services_.push_back(service);
    ++begins_[service.member + 1];
  }
  ServiceTallies reduced();

 private:
  // `own` are the places in services_ of one member's.
  void reduce_member(std::span<std::uint32_t> own, ServiceTallies& tallies) const;

  std::vector<CountedService> services_;
  std::vector<std::uint32_t> begins_;  // how many services the members before have
};

}  // namespace gainshare
