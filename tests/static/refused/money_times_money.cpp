// SPDX-License-Identifier: Apache-2.0
// Dollars times dollars is no amount of anything.
// refused: error: (no match for 'operator[*]'|invalid operands to binary expression)
#include "core/money.h"

auto result(gainshare::Money price, gainshare::Money amount) {
#ifdef GAINSHARE_CONTROL
  return price + amount;
#else
  return price * amount;
#endif
}
