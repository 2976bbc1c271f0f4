// SPDX-License-Identifier: Apache-2.0
// A share is exact and not yet money: it starts from an Amount.
// refused: error: (no match for 'operator[*]'|invalid operands to binary expression)
#include "core/rate.h"

auto result(gainshare::Money payment, gainshare::Rate rate) {
#ifdef GAINSHARE_CONTROL
  return gainshare::Amount{payment} * rate;
#else
  return payment * rate;
#endif
}
