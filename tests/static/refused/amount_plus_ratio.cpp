// SPDX-License-Identifier: Apache-2.0
// Cents and shares do not add.
// refused: error: (no match for 'operator[+]'|invalid operands to binary expression)
#include "core/money.h"

auto result(const gainshare::Amount& amount, const gainshare::Ratio& ratio) {
#ifdef GAINSHARE_CONTROL
  return amount + amount;
#else
  return amount + ratio;
#endif
}
