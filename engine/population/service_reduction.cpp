// SPDX-License-Identifier: Apache-2.0
#include "population/service_reduction.h"

#include <algorithm>
#include <tuple>

namespace gainshare {
namespace {

auto tally_key(const CountedService& s) { return std::tie(s.candidate, s.window, s.service_class); }

ServiceTally new_tally(const CountedService& service) {
  return {.member = service.member,
          .candidate = service.candidate,
          .service_class = service.service_class,
          .window = service.window};
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

void ServiceReduction::reduce_member(std::span<std::uint32_t> own, ServiceTallies& tallies) const {
  auto begin = own.begin();
  const auto end = own.end();
  std::sort(begin, end, [this](std::uint32_t a, std::uint32_t b) {
    const CountedService& x = services_[a];
    const CountedService& y = services_[b];
    return std::tie(x.candidate, x.window, x.service_class, x.day) <
           std::tie(y.candidate, y.window, y.service_class, y.day);
  });
  while (begin != end) {
    const CountedService& first = services_[*begin];
    ServiceTally tally = new_tally(first);
    while (begin != end && tally_key(services_[*begin]) == tally_key(first)) {
      const Day day = services_[*begin].day;
      std::int32_t standing = 0;
      for (; begin != end && tally_key(services_[*begin]) == tally_key(first) &&
             services_[*begin].day == day;
           ++begin) {
        standing += services_[*begin].reversal ? -1 : 1;
        tally.allowed_cents += services_[*begin].allowed_cents;
      }
      if (standing > 0) {
        ++tally.visits;
        tally.latest = day;
      }
    }
    tallies.push_back(tally);
  }
}

}  // namespace gainshare
