// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "contract/contract.h"
#include "experience/participant_facts.h"
#include "json/object_reader.h"

namespace gainshare::json {

// "distribution" of a contract, whose streams have been read. Complete only when no issue was
// added.
std::optional<DistributionTerms> read_distribution(ObjectReader& contract,
                                                   const std::vector<Stream>& streams);

// "participants" of an experience.
std::vector<ParticipantFacts> read_participants(ObjectReader& experience);

}  // namespace gainshare::json
