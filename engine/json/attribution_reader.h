// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "json/document.h"
#include "json/place.h"
#include "population/attribution_terms.h"

namespace gainshare::json {

// The object "attribution" of population terms, with every default filled in: what an edition of
// Medicare's rules says, then what the engine does. Complete only when no issue was added.
AttributionTerms read_attribution(const Node& node, const Place& place, Issues& issues);

}  // namespace gainshare::json
