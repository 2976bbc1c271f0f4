// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "population/services.h"

namespace gainshare {

// A set of classes, one bit each.
using ServiceClassSet = std::uint8_t;
constexpr ServiceClassSet set_of(ServiceClass service_class) {
  return static_cast<ServiceClassSet>(1U << static_cast<unsigned>(service_class));
}
constexpr bool has(ServiceClassSet set, ServiceClass service_class) {
  return (set & set_of(service_class)) != 0;
}

// Whose services the steps of the two-step method compare. 42 CFR 425.402(a), (b).
struct TwoStepRules {
  ServiceClassSet pre_step = 0;  // the participants must have furnished one such service
  ServiceClassSet step_one = 0;
  ServiceClassSet step_two = 0;    // where nobody furnished a service of step one
  ServiceClassSet step_three = 0;  // over both windows, where the pre-step fails; 0: no such step
  // One such service of the participants in the window of the year, and one of the pre-step in
  // either window, are what step three asks.
  ServiceClassSet step_three_recent = 0;
};

}  // namespace gainshare
