// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "contract/source.h"
#include "core/rate.h"

namespace gainshare {

// The discount taken off the benchmark at the outset is the sum of its parts, some of which may
// lower it (Next Generation: standard + quality + regional + national).
struct DiscountPart {
  std::string id;     // "regional"
  std::string title;  // "Discount for regional efficiency"
  Rate rate;          // of the benchmark; the sum is from 0 to 0.5
  Source source;
};

// A slice of the difference between benchmark and spending. Corridors are marginal: each slice
// takes its own share, and the slices below it keep theirs.
struct CorridorBand {
  std::optional<Rate> up_to;  // of the adjusted benchmark; nothing: no end
  Rate share;                 // the provider's, of savings or losses inside the band
  Source source;
};
using Corridors = std::vector<CorridorBand>;  // at least one, ascending; beyond the last: nothing

// Full-risk models: Next Generation, Direct Contracting, REACH, LEAD. RULES.md section 5.
struct RiskCorridorTerms {
  std::vector<DiscountPart> discount;            // empty: no discount
  std::optional<Term<Rate>> quality_withhold;    // of the discounted benchmark, earned by score
  std::optional<Term<Rate>> retention_withhold;  // of the discounted benchmark, lost by leaving
  std::optional<Term<Rate>> gross_cap;  // of the discounted benchmark, both ways, before the share
  Corridors savings_corridors;
  Corridors loss_corridors;
  Term<Rate> share{.value = Rate::whole(1)};  // of what the corridors give, both ways
  Term<Rate> sequestration;                   // of savings; losses bear none
};

}  // namespace gainshare
