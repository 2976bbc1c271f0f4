// SPDX-License-Identifier: Apache-2.0
// The double 0.02 is not two percent.
// refused: error: .*(use of|call to|uses) deleted
#include "core/rate.h"

auto result(double percent) {
#ifdef GAINSHARE_CONTROL
  return gainshare::Rate::percent(percent > 0 ? 1 : 0);
#else
  return gainshare::Rate::percent(percent);
#endif
}
