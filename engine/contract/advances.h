// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "contract/contract.h"

namespace gainshare {

// Whether later streams pay back what a stream pays.
bool pays_in_advance(const Stream& stream);

// Whether a stream shares savings, so that an advance can be paid back out of what it earns.
bool shares_savings(const Stream& stream);

// Whether the stream at `index` pays advances back: it shares savings, and its own terms or an
// advance before it in the contract say so.
bool recoups_advances(const Contract& contract, std::size_t index);

}  // namespace gainshare
