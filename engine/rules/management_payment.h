// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "contract/management_payment_terms.h"
#include "core/result.h"
#include "core/rounding.h"
#include "experience/management_payment_facts.h"
#include "rules/pay_for_performance.h"

namespace gainshare {

struct ManagementPaymentInput {
  MonthsByTier months;
  std::optional<Ratio> score;  // 0 to 1; needed where performance keeps a part
};

struct TierFees {
  std::int64_t member_months = 0;
  Amount fees;  // member months × rate
};

// paid = fees + paid in advance; payment = fees + kept = paid - returned.
struct ManagementPaymentOutcome {
  std::vector<TierFees> tiers;  // in the contract's order
  std::int64_t member_months = 0;
  Amount fees_exact;
  Money fees;
  // At stake is what was paid in advance, the payment what is kept of it, the rest is returned.
  std::optional<PayForPerformanceOutcome> performance;
  Money payment;
};

// What the terms need and the facts lack, with paths into the experience.
Issues check_management_payment(const ManagementPaymentTerms& terms,
                                const ManagementPaymentInput& input);

// RULES.md section 8. The input satisfies the check above.
Result<ManagementPaymentOutcome> settle_management_payment(const ManagementPaymentTerms& terms,
                                                           const ManagementPaymentInput& input,
                                                           Rounding rounding);

}  // namespace gainshare
