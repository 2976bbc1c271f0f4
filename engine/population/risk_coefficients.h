// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/result.h"
#include "population/risk_tables.h"

namespace gainshare {

// An interaction's definition by its variable's key; its coefficient is the segments' own.
using RiskInteractions = std::map<std::string, RiskInteraction, std::less<>>;

// Puts the coefficients of the files into the model's segments.
void read_risk_coefficients(std::span<const RiskFile> files, std::string_view model_name,
                            const RiskInteractions& interactions, RiskModel& model, Issues& issues);

}  // namespace gainshare
