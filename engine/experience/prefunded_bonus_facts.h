// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/money.h"

namespace gainshare {

struct PrefundedBonusFacts {
  Money claims_subject;  // the claims that the prefunding is a part of
};

}  // namespace gainshare
