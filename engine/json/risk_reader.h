// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "json/document.h"
#include "json/place.h"
#include "population/risk_terms.h"

namespace gainshare::json {

// The object "risk" of population terms, with every default filled in; a program "cms_hcc" is
// resolved to its models. Complete only when no issue was added.
RiskTerms read_risk(const Node& node, const Place& place, Issues& issues);

}  // namespace gainshare::json
