// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "contract/distribution_terms.h"
#include "core/money.h"
#include "experience/participant_facts.h"

namespace gainshare {

using ParticipantsById = std::map<std::string_view, const ParticipantFacts*>;
ParticipantsById participants_by_id(const std::vector<ParticipantFacts>& participants);

// Whether a participant states the value of a factor. The fixed share is the contract's.
bool states(const ParticipantFacts& facts, Factor factor);

// The value as stated: people, cents of panel savings, a score, the fixed share.
Ratio value_of(Factor factor, const DistributionMember& member,
               const ParticipantsById& participants);

// The value as it counts: negative panel savings are nothing.
Ratio counted_value_of(Factor factor, const DistributionMember& member,
                       const ParticipantsById& participants);

}  // namespace gainshare
