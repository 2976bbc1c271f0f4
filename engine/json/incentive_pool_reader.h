// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "contract/contract.h"
#include "experience/incentive_pool_facts.h"
#include "json/object_reader.h"

namespace gainshare::json {

// What is particular to an incentive pool: its own terms, or OneCare Vermont's program.
void read_incentive_pool(ObjectReader& reader, Stream& stream);

// "program_savings_cents" and "areas" of an experience, and "incentive_pools" of several programs.
std::vector<IncentivePoolFacts> read_incentive_pool_facts(ObjectReader& experience);

}  // namespace gainshare::json
