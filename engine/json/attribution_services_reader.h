// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "json/object_reader.h"
#include "population/attribution_terms.h"

namespace gainshare::json {

// The member "services" of an attribution.
ServiceTerms read_attribution_services(ObjectReader& attribution);

// The texts of the list `key`, 1 to 100 characters each.
std::vector<std::string> read_texts(ObjectReader& reader, std::string_view key, const Node& list);

}  // namespace gainshare::json
