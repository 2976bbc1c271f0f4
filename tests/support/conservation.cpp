// SPDX-License-Identifier: Apache-2.0
#include "support/conservation.h"

#include <map>
#include <string_view>
#include <variant>

namespace gainshare::testing {
namespace {

// Only cents are added here, apart from the engine's own sums.
using Balances = std::map<std::string, std::int64_t>;

Balances balances(const Flows& flows) {
  Balances out;
  for (const Flow& flow : flows) {
    out[flow.from] -= flow.amount.in_cents();
    out[flow.to] += flow.amount.in_cents();
  }
  return out;
}

bool is_participant(std::string_view party) { return party.substr(0, 12) == "participant:"; }

class Check {
 public:
  void that(bool holds, const std::string& words) {
    if (!holds) wrong.push_back(words);
  }
  std::vector<std::string> wrong;
};

void check_accounts(const StreamOutcome& stream, Check& check) {
  for (const auto& [party, balance] : balances(stream.flows)) {
    if (party == "payer" || party == "provider" || party == "interest" || is_participant(party))
      continue;
    check.that(balance == 0, stream.stream_id + ": " + party + " is left with " +
                                 std::to_string(balance) + " cents");
  }
}

void check_steps(const Flows& flows, const Trace& trace, Check& check) {
  std::map<std::string_view, const Step*> steps;
  for (const Step& step : trace) steps.emplace(step.id, &step);
  for (const Flow& flow : flows) {
    const std::string name = flow.from + " to " + flow.to + " by " + flow.step_id;
    check.that(flow.amount > Money{}, name + " is nothing");
    check.that(flow.from != flow.to, name + " goes in a circle");
    const auto found = steps.find(flow.step_id);
    check.that(found != steps.end(), name + ": no such step");
    if (found == steps.end()) continue;
    const auto* const value = std::get_if<Rational>(&found->second->value);
    check.that(value != nullptr && found->second->unit == Unit::Cents &&
                   *value == Rational{flow.amount.in_cents()},
               name + ": the step has another amount");
  }
}

// The provider's side is it and its participants; the payer's is it and where interest comes from.
void check_sides(const Settlement& settlement, const Flows& flows, Check& check) {
  std::int64_t provider = 0, participants = 0, payer = 0;
  for (const auto& [party, balance] : balances(flows)) {
    if (party == "provider") provider += balance;
    if (is_participant(party)) {
      participants += balance;
      check.that(balance >= 0, party + " pays more than it has");
    }
    if (party == "payer" || party == "interest") payer += balance;
  }
  const std::int64_t net = settlement.net_payment.in_cents();
  check.that(provider + participants == net, "the provider's side has another net payment");
  check.that(payer == -net, "payer and provider do not agree");
  std::int64_t paid = 0;
  for (const Flow& flow : flows) paid += flow.to == "provider" ? flow.amount.in_cents() : 0;
  check.that(paid == settlement.payment.in_cents(), "the payment is not what flows in");
}

}  // namespace

std::vector<std::string> unbalanced(const Settlement& settlement, const Trace& trace) {
  Check check;
  const Flows flows = all_flows(settlement);
  for (const StreamOutcome& stream : settlement.streams) check_accounts(stream, check);
  check_sides(settlement, flows, check);
  check_steps(flows, trace, check);
  return check.wrong;
}

}  // namespace gainshare::testing
