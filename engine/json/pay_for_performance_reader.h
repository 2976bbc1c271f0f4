// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "contract/contract.h"
#include "experience/pay_for_performance_facts.h"
#include "json/object_reader.h"

namespace gainshare::json {

// "effect" of the score with what it asks for: threshold, floor and ceiling, or tiers.
PerformanceEffect read_performance_effect(ObjectReader& terms);

// "terms" of a pay_for_performance stream.
void read_pay_for_performance(ObjectReader& stream, Stream& out);

// "pay_for_performance" of the experience.
std::optional<PayForPerformanceFacts> read_pay_for_performance_facts(ObjectReader& experience);

}  // namespace gainshare::json
