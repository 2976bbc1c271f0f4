// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "contract/contract.h"
#include "experience/experience.h"
#include "json/writer.h"

namespace gainshare::json {

// Contracts and experiences as the readers take them: what is written reads back the same.

// A contract of one stream that takes the terms of the Medicare Shared Savings Program. The
// title is cut to what the reader allows.
void write_program_contract(std::string_view title, const MsspElections& elections, Writer& writer);

void write_experience(const Experience& experience, Writer& writer);

}  // namespace gainshare::json
