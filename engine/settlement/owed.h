// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "settlement/flow.h"

namespace gainshare {

// Whether a flow is of losses that the provider owes.
inline bool is_owed(const Flow& flow) {
  return flow.purpose == "shared_loss" || flow.purpose == "repayment" || flow.purpose == "penalty";
}

}  // namespace gainshare
