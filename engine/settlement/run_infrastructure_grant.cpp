// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <utility>

#include "settlement/stream_run.h"

namespace gainshare {
namespace {

bool names(const Contract& contract, const std::string& milestone) {
  for (const Stream& stream : contract.streams) {
    const auto* const terms = std::get_if<InfrastructureGrantTerms>(&stream.terms);
    if (terms == nullptr) continue;
    for (const GrantMilestone& known : terms->milestones.value) {
      if (known.id == milestone) return true;
    }
  }
  return false;
}

// A milestone that no grant of the contract names would be left out without a word.
Issues check_milestones_are_known(const StreamContext& context) {
  Issues issues;
  for (const MilestoneResult& result : context.experience.milestones) {
    if (names(context.contract, result.id)) continue;
    issues.push_back({.path = "/milestones",
                      .code = IssueCode::Conflict,
                      .message = "No grant of the contract has a milestone \"" + result.id +
                                 "\". Correct its id, or leave it out.",
                      .params = {{"milestone", result.id}}});
  }
  return issues;
}

}  // namespace

Result<StreamOutcome> run(const InfrastructureGrantTerms& terms, const StreamContext& context) {
  const auto& results = context.experience.milestones;
  Issues lacking = check_milestones(terms, results);
  for (Issue& issue : check_milestones_are_known(context)) lacking.push_back(std::move(issue));
  if (!lacking.empty()) return lacking;
  StreamOutcome out{.stream_id = context.stream.id};
  InfrastructureGrantOutcome settled = settle_infrastructure_grant(terms, results);
  add_flow(out.flows, {std::string{kPayer}, std::string{kProvider}, "infrastructure_grant",
                       settled.payment, out.stream_id + ".payment"});
  out.outcome = std::move(settled);
  return out;
}

}  // namespace gainshare
