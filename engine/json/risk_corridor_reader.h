// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "contract/contract.h"
#include "core/result.h"
#include "experience/experience.h"
#include "json/document.h"
#include "json/object_reader.h"
#include "json/place.h"

namespace gainshare::json {

// A contract's own risk corridor. Complete only when no issue was added.
RiskCorridorTerms read_risk_corridor_terms(const Node& node, const Place& place, Issues& issues);

// A stream of the kind: its own terms, or those of a program.
void read_risk_corridor(ObjectReader& stream, Stream& out);

// The member "risk_corridor" of an experience.
std::optional<RiskCorridorFacts> read_risk_corridor_facts(ObjectReader& experience);

}  // namespace gainshare::json
