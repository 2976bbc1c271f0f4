// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "contract/source.h"
#include "core/money.h"

namespace gainshare {

// A part of the grant, paid when it is met.
struct GrantMilestone {
  std::string id;
  std::string title;
  Money amount;  // > 0
};

// A fixed sum, released by milestones; what is not earned stays unpaid. RULES.md section 8.
struct InfrastructureGrantTerms {
  Term<std::vector<GrantMilestone>> milestones;  // at least one; unique ids
  Term<bool> advance;                            // later streams that share savings recoup it
};

}  // namespace gainshare
