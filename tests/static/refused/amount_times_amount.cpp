// SPDX-License-Identifier: Apache-2.0
// Square cents do not occur.
// refused: error: (no match for 'operator[*]'|invalid operands to binary expression)
#include "core/money.h"

auto result(const gainshare::Amount& amount, const gainshare::Amount& other) {
#ifdef GAINSHARE_CONTROL
  return amount / other;
#else
  return amount * other;
#endif
}
