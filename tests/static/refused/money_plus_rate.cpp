// SPDX-License-Identifier: Apache-2.0
// A rate is of something; it is no sum to add.
// refused: error: (no match for 'operator[+]'|invalid operands to binary expression)
#include "core/rate.h"

auto result(gainshare::Money payment, gainshare::Rate rate) {
#ifdef GAINSHARE_CONTROL
  return payment + payment;
#else
  return payment + rate;
#endif
}
