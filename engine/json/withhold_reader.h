// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "contract/contract.h"
#include "experience/withhold_facts.h"
#include "json/object_reader.h"

namespace gainshare::json {

// What is particular to a withhold stream: its own terms, or HealthPartners' program.
void read_withhold(ObjectReader& reader, Stream& stream);

// "withhold" of an experience: the payments, month by month or the same in every month.
std::optional<WithholdFacts> read_withhold_facts(ObjectReader& experience);

// "goals" of an experience.
std::vector<GoalResult> read_goals(ObjectReader& experience);

}  // namespace gainshare::json
