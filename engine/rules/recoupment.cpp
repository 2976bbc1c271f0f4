// SPDX-License-Identifier: Apache-2.0
#include "rules/recoupment.h"

#include <algorithm>

namespace gainshare {

Recoupment recoup(Money earned, std::vector<Advance>& advances) {
  Recoupment out{.earned = earned, .net = earned};
  for (Advance& advance : advances) {
    const Money before = advance.outstanding();
    if (before <= Money{}) continue;
    const Money recouped = std::min(before, out.net);
    advance.recouped = advance.recouped + recouped;
    out.recouped = out.recouped + recouped;
    out.net = out.net - recouped;
    out.advances.push_back({.stream = advance.stream,
                            .before = before,
                            .recouped = recouped,
                            .left = before - recouped});
  }
  return out;
}

}  // namespace gainshare
