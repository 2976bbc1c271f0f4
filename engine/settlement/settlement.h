// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "contract/contract.h"
#include "core/result.h"
#include "experience/experience.h"
#include "rules/projection.h"
#include "rules/quality_scorecard.h"
#include "rules/shared_savings.h"

namespace gainshare {

struct StreamOutcome {
  std::string stream_id;
  SharedSavingsFacts facts;  // what a shared savings stream settled on
  std::variant<SharedSavingsOutcome, QualityScorecardOutcome> outcome;
};

struct Settlement {
  std::optional<ProjectionOutcome> projection;
  std::vector<StreamOutcome> streams;  // in the contract's order
  Money payment;                       // sum over streams
  Money loss_owed;
  Money net_payment;  // payment - recouped - loss owed
};

// Runs a contract's streams in order. Issues carry paths into the experience.
Result<Settlement> settle(const Contract& contract, const Experience& experience);

}  // namespace gainshare
