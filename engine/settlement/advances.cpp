// SPDX-License-Identifier: Apache-2.0
#include "settlement/advances.h"

#include <variant>

#include "contract/advances.h"
#include "settlement/stream_run.h"

namespace gainshare {
namespace {

// What a stream earned that advances can be recouped from, and what it paid in advance.
struct Earned {
  Money operator()(const SharedSavingsOutcome& out) const { return out.payment; }
  Money operator()(const RiskCorridorOutcome& out) const { return out.payment; }
  Money operator()(const PrefundedBonusOutcome& out) const { return out.earned; }
  Money operator()(const EpisodePaymentOutcome& out) const { return out.payment; }
  template <class Outcome>
  Money operator()(const Outcome&) const {
    return {};
  }
};
struct Advanced {
  Money operator()(const InfrastructureGrantOutcome& out) const { return out.payment; }
  Money operator()(const ManagementPaymentOutcome& out) const { return out.payment; }
  template <class Outcome>
  Money operator()(const Outcome&) const {
    return {};
  }
};

}  // namespace

std::string_view earned_step(const Stream& stream) {
  return std::holds_alternative<PrefundedBonusTerms>(stream.terms) ? "earned" : "payment";
}

std::string_view advanced_step(const Stream&) { return "payment"; }

std::string recouped_step(const Recoupment& recoupment, std::size_t index) {
  if (recoupment.advances.size() == 1) return "recouped";
  return "advance_" + std::to_string(index + 1) + "_recouped";
}

void offset_advances(const Contract& contract, std::size_t index, StreamOutcome& out,
                     Settlement& settlement) {
  const Stream& stream = contract.streams[index];
  const Money earned = std::visit(Earned{}, out.outcome);
  out.recoupment = {.earned = earned, .net = earned};
  if (recoups_advances(contract, index)) out.recoupment = recoup(earned, settlement.advances);
  for (std::size_t i = 0; i < out.recoupment.advances.size(); ++i) {
    const RecoupedAdvance& advance = out.recoupment.advances[i];
    add_flow(out.flows, {.from = std::string{kProvider},
                         .to = std::string{kPayer},
                         .purpose = "recoupment",
                         .amount = advance.recouped,
                         .step_id = stream.id + "." + recouped_step(out.recoupment, i),
                         .advance_of = advance.stream});
  }
  if (!pays_in_advance(stream)) return;
  settlement.advances.push_back({.stream = stream.id, .paid = std::visit(Advanced{}, out.outcome)});
}

}  // namespace gainshare
