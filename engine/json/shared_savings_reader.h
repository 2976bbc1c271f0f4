// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "contract/shared_savings_terms.h"
#include "core/result.h"
#include "json/document.h"
#include "json/place.h"

namespace gainshare::json {

// A contract's own shared savings terms. Complete only when no issue was added.
SharedSavingsTerms read_shared_savings_terms(const Node& node, const Place& place, Issues& issues);

}  // namespace gainshare::json
