// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "contract/infrastructure_grant_terms.h"
#include "core/result.h"
#include "experience/milestone_facts.h"

namespace gainshare {

// Amounts are stated in cents, so nothing is rounded. total = payment + unearned.
struct InfrastructureGrantOutcome {
  std::vector<bool> met;  // in the order of the contract's milestones
  Money total;
  Money payment;   // of the milestones that are met
  Money unearned;  // stays unpaid
};

// What is not said of the milestones, with paths into the experience ("/milestones").
Issues check_milestones(const InfrastructureGrantTerms& terms,
                        const std::vector<MilestoneResult>& results);

// RULES.md section 8. The results satisfy the check above.
InfrastructureGrantOutcome settle_infrastructure_grant(const InfrastructureGrantTerms& terms,
                                                       const std::vector<MilestoneResult>& results);

}  // namespace gainshare
