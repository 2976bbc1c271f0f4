// SPDX-License-Identifier: Apache-2.0
// A double would be cut to a whole number without a word.
// refused: error: .*(use of|call to|uses) deleted
#include "core/rational.h"

auto result(double value) {
#ifdef GAINSHARE_CONTROL
  return gainshare::Rational(value > 0 ? 1 : 0);
#else
  return gainshare::Rational(value);
#endif
}
