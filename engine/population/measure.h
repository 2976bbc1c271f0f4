// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "population/services.h"
#include "population/two_step_rules.h"

namespace gainshare {

// Visits or cents times whole weights: 128 bits hold any sum of them.
__extension__ using Score = __int128;

// What of a tally is compared, worked out once for all members: a tally then costs a shift, a mask
// and an addition, and no branch that its class could mislead.
class Measure {
 public:
  Measure() = default;
  // Weights are in proportion; a window whose weight is 0 does not count.
  Measure(bool visits, ServiceClassSet classes, std::int64_t recent, std::int64_t older)
      : visits_(visits), recent_(recent), older_(older) {
    if (recent != 0) counted_ = classes;
    if (older != 0) counted_ |= static_cast<std::uint32_t>(classes) << kServiceClassCount;
    weighs_ = recent > 1 || older > 1;
  }

  bool none() const { return counted_ == 0; }
  std::int64_t recent_weight() const { return recent_; }
  std::int64_t older_weight() const { return older_; }

  // 1 or 0.
  std::uint32_t counts(const ServiceTally& tally) const {
    const auto place = static_cast<std::uint32_t>(tally.service_class) +
                       static_cast<std::uint32_t>(kServiceClassCount) * tally.window;
    return (counted_ >> place) & 1U;
  }
  // Of a tally that counts, and of others 0.
  Score score_of(const ServiceTally& tally, std::uint32_t counts) const {
    const std::int64_t amount = visits_ ? tally.visits : tally.allowed_cents;
    const std::int64_t counted = amount & -static_cast<std::int64_t>(counts);
    if (!weighs_) return counted;
    return Score{counted} * (tally.window == 0 ? recent_ : older_);
  }

 private:
  bool visits_ = false;  // else allowed charges
  bool weighs_ = false;
  std::uint32_t counted_ = 0;  // a bit for each class, those of the older window after the others
  std::int64_t recent_ = 1;
  std::int64_t older_ = 0;
};

}  // namespace gainshare
