// SPDX-License-Identifier: Apache-2.0
#include "settlement/flow.h"

namespace gainshare {

bool is_passed_on(const Flow& flow) {
  return flow.from == kProvider &&
         std::string_view{flow.to}.substr(0, kParticipantPrefix.size()) == kParticipantPrefix;
}

Money net_of(const Flows& flows, std::string_view party) {
  Money net;
  for (const Flow& flow : flows) {
    if (flow.to == party) net = net + flow.amount;
    if (flow.from == party && !is_passed_on(flow)) net = net - flow.amount;
  }
  return net;
}

}  // namespace gainshare
