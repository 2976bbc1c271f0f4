// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include "trace/stream_trace.h"

namespace gainshare {

void trace_stream(const InfrastructureGrantTerms& terms, const StreamTraceContext& context) {
  const auto& out = *std::get_if<InfrastructureGrantOutcome>(&context.settled.outcome);
  StepWriter& s = context.steps;
  s.given({"zero", "Nothing"}, Money{}, {"definition", Status::Contract, {}});
  s.cite(Rule::InfrastructureGrant);
  std::vector<std::string> amounts, released;
  for (std::size_t i = 0; i < terms.milestones.value.size(); ++i) {
    const GrantMilestone& milestone = terms.milestones.value[i];
    const std::string key = "milestone_" + std::to_string(i + 1);
    amounts.push_back(key + "_amount");
    released.push_back(key + "_released");
    s.given({amounts.back(), milestone.title + ": amount"}, milestone.amount,
            terms.milestones.source);
    s.given({key + "_met", milestone.title + ": met"}, bool{out.met[i]},
            {"experience", Status::Contract, {}});
    s.amount({released.back(), milestone.title}, Op::When, {key + "_met", amounts.back(), "zero"},
             out.met[i] ? Amount{milestone.amount} : Amount{});
  }
  s.amount({"grant", "Grant in all"}, Op::Add, amounts, Amount{out.total});
  s.amount({"payment", "Payment"}, Op::Add, released, Amount{out.payment});
  s.amount({"unearned_grant", "Not earned: stays unpaid"}, Op::Subtract, {"grant", "payment"},
           Amount{out.unearned});
}

}  // namespace gainshare
