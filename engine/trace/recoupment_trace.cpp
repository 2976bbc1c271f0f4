// SPDX-License-Identifier: Apache-2.0
// What a stream's earnings pay back of advances: the last steps of its working.
#include <string>

#include "settlement/advances.h"
#include "trace/stream_trace.h"

namespace gainshare {
namespace {

std::string words_of(const RecoupedAdvance& advance) {
  return advance.stream.empty() ? "advance payments" : "advance of " + advance.stream;
}

// The step with what is outstanding: by the stream that paid it, by the last that recouped, or
// given by the experience.
std::string outstanding_step(const RecoupedAdvance& advance, const AdvanceSteps& known,
                             StepWriter& steps) {
  const auto found = known.find(advance.stream);
  if (found != known.end()) return found->second;
  return std::string{steps.given({"advance_payment_balance", "Advance payments outstanding"},
                                 advance.before, {"experience", Status::Contract, {}})};
}

}  // namespace

void trace_recoupment(const StreamTraceContext& context, AdvanceSteps& known) {
  const Recoupment& out = context.settled.recoupment;
  if (out.advances.empty()) return;
  StepWriter& s = context.steps;
  const auto& program = context.stream.program;
  const Source rule = source_of(Rule::Recoupment, program && program->program == "mssp");
  const bool single = out.advances.size() == 1;
  std::string earned{earned_step(context.stream)};
  std::vector<std::string> recouped;
  Money left_of_earnings = out.earned;
  for (std::size_t i = 0; i < out.advances.size(); ++i) {
    const RecoupedAdvance& advance = out.advances[i];
    const std::string number = "advance_" + std::to_string(i + 1);
    const std::string outstanding = outstanding_step(advance, known, s);
    s.cite(rule);
    recouped.push_back(recouped_step(out, i));
    s.amount({recouped.back(), "Recouped " + words_of(advance)}, Op::Minimum, {outstanding, earned},
             Amount{advance.recouped});
    const std::string left = single ? "advance_left" : number + "_left";
    s.amount({left, "Still outstanding: " + words_of(advance)}, Op::Subtract,
             {outstanding, recouped.back()}, Amount{advance.left});
    known[advance.stream] = context.stream.id + "." + left;
    if (single) continue;
    left_of_earnings = left_of_earnings - advance.recouped;
    const std::string after = number + "_earnings_left";
    s.amount({after, "Earnings left after the " + words_of(advance)}, Op::Subtract,
             {earned, recouped.back()}, Amount{left_of_earnings});
    earned = after;
  }
  if (!single) {
    s.amount({"recouped", "Recouped advances"}, Op::Add, recouped, Amount{out.recouped});
  }
  s.amount({"net_payment", "Payment after recoupment"}, Op::Subtract,
           {earned_step(context.stream), "recouped"}, Amount{out.net});
}

}  // namespace gainshare
