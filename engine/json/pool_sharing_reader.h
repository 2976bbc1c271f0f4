// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "contract/distribution_terms.h"
#include "json/object_reader.h"

namespace gainshare::json {

// How the members of a pool share it: "by", "gate" and "earning" of the pool.
std::vector<WeightedFactor> read_factors(ObjectReader& pool);
std::optional<Gate> read_gate(ObjectReader& pool);
std::optional<Earning> read_earning(ObjectReader& pool);

}  // namespace gainshare::json
