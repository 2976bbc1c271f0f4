// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include "trace/stream_trace.h"

namespace gainshare {
namespace {

// One provider type, or all of them; returns the id of its payment.
std::string trace_part(const FeePart& part, const StreamTraceContext& context,
                       const std::string& prefix) {
  StepWriter& s = context.steps;
  const bool all = part.id.empty();
  const std::string whose = all ? "Fee-for-service" : part.title;
  const std::string at_schedule = prefix + "at_schedule";
  s.given({at_schedule, whose + ": at the fee schedule"}, part.at_schedule,
          {"experience", Status::Contract, {}});
  std::string payable = at_schedule;
  if (!(part.rate == Ratio::whole(1))) {
    const std::string rate = prefix + "rate_of_schedule";
    s.given({rate, whose + ": rate of the fee schedule"}, part.rate, Unit::Fraction,
            part.rate_source);
    s.cite(Rule::FeeForService);
    payable = prefix + "payable";
    s.amount({payable, whose + ": at the contract's rate"}, Op::Multiply, {at_schedule, rate},
             part.payable);
  }
  std::string payment = prefix + "fees";
  s.cite(Rule::Rounding);
  s.amount({payment, whose}, Op::Round, {payable}, Amount{part.payment}).rounding =
      context.contract.rounding.value;
  return payment;
}

}  // namespace

void trace_stream(const FeeForServiceTerms&, const StreamTraceContext& context) {
  const auto& out = *std::get_if<FeeForServiceOutcome>(&context.settled.outcome);
  std::vector<std::string> payments;
  for (std::size_t i = 0; i < out.parts.size(); ++i) {
    const std::string prefix = "type_" + std::to_string(i + 1) + "_";
    payments.push_back(trace_part(out.parts[i], context, prefix));
  }
  context.steps.cite(Rule::FeeForService);
  context.steps.amount({"payment", "Payment"}, Op::Add, payments, Amount{out.payment});
}

}  // namespace gainshare
