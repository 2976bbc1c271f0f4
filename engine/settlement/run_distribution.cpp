// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <utility>

#include "settlement/distribution_run.h"
#include "settlement/stream_run.h"

namespace gainshare {
namespace {

// What a stream leaves with the provider: its net payment less what the stream itself has passed
// on to participants.
Money left_with_provider(const StreamOutcome& stream) {
  Money left = net_of(stream.flows, kProvider);
  for (const Flow& flow : stream.flows) {
    if (is_passed_on(flow)) left = left - flow.amount;
  }
  return left;
}

void add_flows(const SplitOutcome& split, const std::string& holder, Flows& flows) {
  const auto pay = [&](const std::string& id, Money amount) {
    std::string participant = std::string{kParticipantPrefix} + id;
    add_flow(flows,
             {holder, participant, "distribution", amount, "distribution." + id + ".amount"});
    return participant;
  };
  for (const PoolOutcome& pool : split.pools) {
    if (!pool.has_members) pay(pool.id, pool.amount);
    for (const MemberOutcome& member : pool.members) {
      const std::string participant = pay(member.id, member.amount);
      add_flows(member.split, participant, flows);
    }
  }
}

}  // namespace

bool is_distributed(const DistributionTerms& terms, const StreamOutcome& stream) {
  const auto& ids = terms.from_streams;
  return ids.empty() || std::find(ids.begin(), ids.end(), stream.stream_id) != ids.end();
}

Issues run_distribution(const DistributionTerms& terms, const Experience& experience,
                        Settlement& settlement) {
  Issues lacking = check_participants(terms, experience.participants);
  if (!lacking.empty()) return lacking;
  Money net;
  for (const StreamOutcome& stream : settlement.streams) {
    if (is_distributed(terms, stream)) net = net + left_with_provider(stream);
  }
  Result<DistributionOutcome> out = distribute(terms, experience.participants, net);
  if (!out) return out.issues();
  add_flows(out.value().split, std::string{kProvider}, settlement.distribution_flows);
  settlement.distribution = std::move(out).value();
  return {};
}

}  // namespace gainshare
