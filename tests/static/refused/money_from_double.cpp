// SPDX-License-Identifier: Apache-2.0
// 0.1 is no number of cents, and neither is 29.999999999999996.
// refused: error: .*(use of|call to|uses) deleted
#include "core/money.h"

auto result(double dollars) {
#ifdef GAINSHARE_CONTROL
  return gainshare::Money::cents(dollars > 0 ? 1 : 0);
#else
  return gainshare::Money::cents(dollars);
#endif
}
