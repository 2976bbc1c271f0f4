// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "core/money.h"

namespace gainshare {

// Money paid in advance that is not paid back yet.
struct Advance {
  std::string stream;  // that paid it; empty: outstanding from earlier years, by the experience
  Money paid;
  Money recouped;  // by the streams so far
  Money outstanding() const { return paid - recouped; }
};

// What one stream's earnings pay back of one advance.
struct RecoupedAdvance {
  std::string stream;  // as in Advance
  Money before;        // outstanding, > 0
  Money recouped;      // the smaller of `before` and what is left of the earnings
  Money left;          // before - recouped
};

// earned = recouped + net. 42 CFR 425.630(g); RULES.md section 2.1, step 7.
struct Recoupment {
  std::vector<RecoupedAdvance> advances;  // those outstanding, oldest first
  Money earned;
  Money recouped;
  Money net;
};

// Pays advances back in their order, as far as `earned` (>= 0) goes, and notes it in them.
Recoupment recoup(Money earned, std::vector<Advance>& advances);

}  // namespace gainshare
