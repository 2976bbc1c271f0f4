// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "contract/contract.h"
#include "experience/total_cost_index_facts.h"
#include "json/object_reader.h"

namespace gainshare::json {

// What is particular to a stream of total cost of care indices.
void read_total_cost_index(ObjectReader& reader, Stream& stream);

// "total_cost_index" of an experience.
std::optional<TotalCostIndexFacts> read_total_cost_index_facts(ObjectReader& experience);

}  // namespace gainshare::json
