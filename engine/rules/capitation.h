// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include "contract/capitation_terms.h"
#include "core/result.h"
#include "core/rounding.h"
#include "experience/capitation_facts.h"

namespace gainshare {

struct CapitationInput {
  CapitationFacts facts;
  std::optional<std::int64_t> population_member_months;
};

// Exact until the payment. What the terms do not have stays empty.
struct CapitationOutcome {
  std::optional<std::int64_t> member_months;  // nothing where the premium is given in all
  std::optional<Amount> premium;
  Amount base;  // rate × member months, or share × premium
  Amount trended;
  Amount risk_adjusted;
  Money payment;
};

// The member months that are paid for; nothing when they are not known.
std::optional<std::int64_t> member_months_of(const CapitationInput& input);

// What the terms need and the facts lack, with paths into the experience ("/capitation").
Issues check_capitation_input(const CapitationTerms& terms, const CapitationInput& input);

// RULES.md section 8. The input satisfies the check above.
Result<CapitationOutcome> settle_capitation(const CapitationTerms& terms,
                                            const CapitationInput& input, Rounding rounding);

}  // namespace gainshare
