// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "core/money.h"

namespace gainshare {

// An amount split so that its parts add up to it. Exact identities:
//   exact[i] = total × weight[i] ÷ Σ weights          Σ exact = total
//   cents[i] = exact[i] rounded down, or one cent more  Σ cents = total
// The cents that rounding down leaves go one each to the largest remainders; of equal ones, to
// the first in order. 10.00 by 1, 1, 1 is 3.34, 3.33, 3.33.
struct Apportioned {
  std::vector<Amount> exact;
  std::vector<Money> cents;
};

// Nothing when the total or a weight is negative, all weights are zero, or a part is beyond exact
// arithmetic.
std::optional<Apportioned> apportion(Money total, const std::vector<Ratio>& weights);

}  // namespace gainshare
