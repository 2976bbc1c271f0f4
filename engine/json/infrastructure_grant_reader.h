// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "contract/contract.h"
#include "experience/milestone_facts.h"
#include "json/object_reader.h"

namespace gainshare::json {

// What is particular to an infrastructure grant.
void read_infrastructure_grant(ObjectReader& stream, Stream& out);

// "milestones" of an experience.
std::vector<MilestoneResult> read_milestones(ObjectReader& experience);

}  // namespace gainshare::json
