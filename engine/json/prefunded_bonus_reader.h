// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "contract/contract.h"
#include "experience/prefunded_bonus_facts.h"
#include "json/object_reader.h"

namespace gainshare::json {

// What is particular to a prefunded bonus: its own terms, or HealthPartners' program.
void read_prefunded_bonus(ObjectReader& reader, Stream& stream);

// "claims_subject_cents" of an experience.
std::optional<PrefundedBonusFacts> read_prefunded_bonus_facts(ObjectReader& experience);

}  // namespace gainshare::json
