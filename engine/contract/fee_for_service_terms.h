// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "contract/source.h"
#include "core/rate.h"

namespace gainshare {

// Providers that are paid at a rate of their own.
struct FeeProviderType {
  std::string id;
  std::string title;
  std::optional<Rate> rate_of_schedule;  // nothing: the rate of the stream
};

// The services as they are billed: the base that other streams stand on. RULES.md appendix B.
struct FeeForServiceTerms {
  Term<Rate> rate_of_schedule{.value = Rate::whole(1)};  // 1.1: 10 % above the fee schedule
  std::vector<FeeProviderType> provider_types;           // unique ids; empty: all alike
};

}  // namespace gainshare
