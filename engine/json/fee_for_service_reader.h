// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "contract/contract.h"
#include "experience/fee_for_service_facts.h"
#include "json/object_reader.h"

namespace gainshare::json {

// What is particular to a fee-for-service stream.
void read_fee_for_service(ObjectReader& stream, Stream& out);

// "fee_for_service" of an experience.
std::optional<FeeForServiceFacts> read_fee_for_service_facts(ObjectReader& experience);

}  // namespace gainshare::json
