// SPDX-License-Identifier: Apache-2.0
// Only round() makes money of an exact amount, so that every rounding is seen.
// refused: error: (conversion from|no viable conversion from) 'const gainshare::Amount'
#include "core/rounding.h"

gainshare::Money payable(const gainshare::Amount& exact) {
#ifdef GAINSHARE_CONTROL
  const gainshare::Money money = *gainshare::round(exact, {});
#else
  const gainshare::Money money = exact;
#endif
  return money;
}
