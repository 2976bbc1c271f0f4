// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include "contract/source.h"
#include "core/money.h"
#include "core/rate.h"

namespace gainshare {

// The payer sets a bonus aside in advance, in percent of the claims. Savings below the target
// earn the provider a share of them, within limits; what is not earned goes back to the payer
// with interest. RULES.md section 6, Shared Savings Program.
struct PrefundedBonusTerms {
  Term<Rate> prefund_rate;  // of the claims subject to the arrangement
  Term<Rate> share_of_savings;
  std::optional<Term<Rate>> maximum_rate_of_claims;
  std::optional<Term<Money>> maximum;
  Term<bool> limit_to_prefund{.value = true};  // nothing is paid beyond what was set aside
  Term<bool> quality_required;                 // beside the target
  // Quality is met by this score or more; nothing: the experience says whether it was met.
  std::optional<Term<Rate>> minimum_quality_score;
  Term<Rate> annual_interest_rate;             // simple
  Term<std::int64_t> interest_days;            // from the end of the year to the return
  Term<std::int64_t> year_days{.value = 365};  // that the annual rate is for
};

}  // namespace gainshare
