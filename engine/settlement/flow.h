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
// Accounts that hold money in between; what flows in flows out by the end of their stream.
inline constexpr std::string_view kWithholdAccount = "withhold_account";
inline constexpr std::string_view kPrefundAccount = "prefund_account";
inline constexpr std::string_view kInterest = "interest";  // where interest comes from
// The provider's own: what goes to them has come to the provider.
inline constexpr std::string_view kParticipantPrefix = "participant:";

// Money that goes from one party to another: an arrow of the funds-flow picture.
struct Flow {
  std::string from;
  std::string to;
  std::string_view purpose;  // "shared_savings", "shared_loss", "recoupment", …
  Money amount;              // > 0: what does not flow is left out
  std::string step_id;       // the step of the trace that gives the amount
  std::string advance_of;    // of a recoupment: the stream whose advance is paid back
};
using Flows = std::vector<Flow>;

// Whether a flow stays on the provider's side: it passes on what came to the provider.
bool is_passed_on(const Flow& flow);

// What a party receives less what it pays; of the provider, less what it pays to others than its
// own participants.
Money net_of(const Flows& flows, std::string_view party);

}  // namespace gainshare
