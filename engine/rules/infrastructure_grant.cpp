// SPDX-License-Identifier: Apache-2.0
#include "rules/infrastructure_grant.h"

#include <algorithm>

namespace gainshare {
namespace {

const MilestoneResult* find_result(const std::vector<MilestoneResult>& results,
                                   const std::string& id) {
  const auto found = std::find_if(results.begin(), results.end(),
                                  [&id](const MilestoneResult& other) { return other.id == id; });
  return found == results.end() ? nullptr : &*found;
}

}  // namespace

Issues check_milestones(const InfrastructureGrantTerms& terms,
                        const std::vector<MilestoneResult>& results) {
  Issues issues;
  for (const GrantMilestone& milestone : terms.milestones.value) {
    if (find_result(results, milestone.id) != nullptr) continue;
    issues.push_back({.path = "/milestones",
                      .code = IssueCode::Missing,
                      .message = "It is not said whether milestone \"" + milestone.id +
                                 "\" was met. Add it to the milestones with true or false.",
                      .params = {{"milestone", milestone.id}}});
  }
  return issues;
}

InfrastructureGrantOutcome settle_infrastructure_grant(
    const InfrastructureGrantTerms& terms, const std::vector<MilestoneResult>& results) {
  InfrastructureGrantOutcome out;
  for (const GrantMilestone& milestone : terms.milestones.value) {
    const MilestoneResult* const result = find_result(results, milestone.id);
    out.met.push_back(result != nullptr && result->met);
    out.total = out.total + milestone.amount;
    if (out.met.back()) out.payment = out.payment + milestone.amount;
  }
  out.unearned = out.total - out.payment;
  return out;
}

}  // namespace gainshare
