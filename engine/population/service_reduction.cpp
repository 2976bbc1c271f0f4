// SPDX-License-Identifier: Apache-2.0
#include "population/service_reduction.h"

#include <algorithm>

namespace gainshare {
namespace {

// Parts of an entry's key.
constexpr std::uint64_t kReversal = 1;
constexpr std::uint64_t day_part(std::uint64_t key) { return key >> 1U; }
constexpr std::uint64_t tally_part(std::uint64_t key) { return key >> 29U; }

ServiceTally new_tally(MemberIndex member, std::uint64_t key) {
  return {.member = member,
          .candidate = static_cast<CandidateIndex>(key >> 32U),
          .service_class = static_cast<ServiceClass>(key >> 29U & 3U),
          .window = static_cast<std::uint8_t>(key >> 31U & 1U)};
}

constexpr Day day_of_key(std::uint64_t key) {
  return static_cast<Day>(day_part(key) & 0x0FFF'FFFFU);
}

}  // namespace

ServiceTallies ServiceReduction::reduced() {
  for (std::size_t i = 1; i < begins_.size(); ++i) begins_[i] += begins_[i - 1];
  std::vector<std::uint32_t> order(services_.size());
  std::vector<std::uint32_t> next{begins_.begin(), begins_.end() - 1};
  for (std::uint32_t i = 0; i < services_.size(); ++i) order[next[services_[i].member]++] = i;
  ServiceTallies tallies;
  for (std::size_t member = 0; member + 1 < begins_.size(); ++member) {
    reduce_member(std::span{order}.subspan(begins_[member], begins_[member + 1] - begins_[member]),
                  tallies);
  }
  return tallies;
}

void ServiceReduction::reduce_member(std::span<const std::uint32_t> own, ServiceTallies& tallies) {
  sorted_.clear();
  for (const std::uint32_t place : own) sorted_.push_back(services_[place]);
  std::sort(sorted_.begin(), sorted_.end(),
            [](const Entry& a, const Entry& b) { return a.key < b.key; });
  for (auto entry = sorted_.begin(); entry != sorted_.end();) {
    ServiceTally tally = new_tally(entry->member, entry->key);
    const std::uint64_t of_tally = tally_part(entry->key);
    while (entry != sorted_.end() && tally_part(entry->key) == of_tally) {
      const std::uint64_t first = entry->key;
      std::int32_t standing = 0;
      for (; entry != sorted_.end() && day_part(entry->key) == day_part(first); ++entry) {
        standing += (entry->key & kReversal) != 0 ? -1 : 1;
        tally.allowed_cents += entry->allowed_cents;
      }
      if (standing > 0) {
        ++tally.visits;
        tally.latest = day_of_key(first);
      }
    }
    tallies.push_back(tally);
  }
}

}  // namespace gainshare
