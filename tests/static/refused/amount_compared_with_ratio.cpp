// SPDX-License-Identifier: Apache-2.0
// A threshold in dollars is not tested against one in percent.
// refused: error: (no match for 'operator>='|invalid operands to binary expression)
#include "core/money.h"

auto result(const gainshare::Amount& amount, const gainshare::Ratio& minimum) {
#ifdef GAINSHARE_CONTROL
  return amount >= amount;
#else
  return amount >= minimum;
#endif
}
