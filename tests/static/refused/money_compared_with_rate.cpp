// SPDX-License-Identifier: Apache-2.0
// Twenty dollars are neither more nor less than two percent.
// refused: error: (no match for 'operator<'|invalid operands to binary expression)
#include "core/rate.h"

auto result(gainshare::Money savings, gainshare::Rate minimum) {
#ifdef GAINSHARE_CONTROL
  return savings < savings;
#else
  return savings < minimum;
#endif
}
