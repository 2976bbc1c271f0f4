// SPDX-License-Identifier: Apache-2.0
#include "settlement/flow.h"

namespace gainshare {

Money net_of(const Flows& flows, std::string_view party) {
  Money net;
  for (const Flow& flow : flows) {
    if (flow.to == party) net = net + flow.amount;
    if (flow.from == party) net = net - flow.amount;
  }
  return net;
}

}  // namespace gainshare
