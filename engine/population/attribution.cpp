// SPDX-License-Identifier: Apache-2.0
#include "population/attribution.h"

#include <algorithm>
#include <iterator>

#include "population/method_outcome.h"

namespace gainshare {

Assignment assign(const AttributionPlan& plan, const Member& member,
                  std::span<const ServiceTally> tallies) {
  for (std::size_t i = 0; i < plan.methods.size(); ++i) {
    const MethodOutcome outcome = try_method(plan, plan.methods[i], member, tallies);
    if (outcome.reason != MethodReason::Decided) continue;
    Assignment assignment = outcome.assignment;
    assignment.method = static_cast<std::uint8_t>(i);
    return assignment;
  }
  return {};
}

std::vector<Assignment> assign_all(const AttributionPlan& plan, std::span<const Member> members,
                                   std::span<const ServiceTally> tallies) {
  std::vector<Assignment> assignments(members.size());
  std::size_t next = 0;
  for (std::size_t i = 0; i < members.size(); ++i) {
    const std::size_t first = next;
    while (next < tallies.size() && tallies[next].member == i) ++next;
    assignments[i] = assign(plan, members[i], tallies.subspan(first, next - first));
  }
  return assignments;
}

std::optional<CandidateIndex> candidate_named(const AttributionPlan& plan, std::string_view name) {
  const auto found = std::lower_bound(
      plan.names.begin(), plan.names.end(), name,
      [](const auto& entry, std::string_view wanted) { return entry.first < wanted; });
  if (found == plan.names.end() || found->first != name) return std::nullopt;
  return found->second;
}

}  // namespace gainshare
