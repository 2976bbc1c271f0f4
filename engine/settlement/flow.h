// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/money.h"

namespace gainshare {

// The parties every contract has. Accounts ("withhold_account") and participants
// ("participant:clinic_a") join them by name.
inline constexpr std::string_view kPayer = "payer";
inline constexpr std::string_view kProvider = "provider";

// Money that goes from one party to another: an arrow of the funds-flow picture.
struct Flow {
  std::string from;
  std::string to;
  std::string_view purpose;  // "shared_savings", "shared_loss", "recoupment", …
  Money amount;              // > 0: what does not flow is left out
  std::string step_id;       // the step of the trace that gives the amount
};
using Flows = std::vector<Flow>;

// What a party receives less what it pays.
Money net_of(const Flows& flows, std::string_view party);

}  // namespace gainshare
