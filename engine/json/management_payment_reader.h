// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "contract/contract.h"
#include "experience/management_payment_facts.h"
#include "json/object_reader.h"

namespace gainshare::json {

// What is particular to a management payment: its own terms, or Comprehensive Primary Care Plus.
void read_management_payment(ObjectReader& reader, Stream& stream);

// "member_months_by_tier" of an experience.
MonthsByTier read_member_months_by_tier(ObjectReader& experience);

}  // namespace gainshare::json
