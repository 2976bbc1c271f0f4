// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "contract/contract.h"
#include "experience/capitation_facts.h"
#include "json/object_reader.h"

namespace gainshare::json {

// What is particular to a capitation stream.
void read_capitation(ObjectReader& reader, Stream& stream);

// "capitation" of an experience.
std::optional<CapitationFacts> read_capitation_facts(ObjectReader& experience);

}  // namespace gainshare::json
