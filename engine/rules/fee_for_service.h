// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "contract/fee_for_service_terms.h"
#include "core/result.h"
#include "core/rounding.h"
#include "experience/fee_for_service_facts.h"

namespace gainshare {

// One provider type, or all of them in one.
struct FeePart {
  std::string id;  // empty: all providers
  std::string title;
  Money at_schedule;
  Ratio rate;
  Source rate_source;
  Amount payable;  // at schedule × rate
  Money payment;
};

struct FeeForServiceOutcome {
  std::vector<FeePart> parts;  // at least one
  Money payment;               // Σ of the parts' payments
};

// What the terms need and the facts lack, with paths into the experience ("/fee_for_service").
Issues check_fee_for_service_facts(const FeeForServiceTerms& terms,
                                   const FeeForServiceFacts& facts);

// The facts satisfy the check above.
Result<FeeForServiceOutcome> settle_fee_for_service(const FeeForServiceTerms& terms,
                                                    const FeeForServiceFacts& facts,
                                                    Rounding rounding);

}  // namespace gainshare
