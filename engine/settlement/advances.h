// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "settlement/settlement.h"

namespace gainshare {

// The step of a stream's trace that gives what it earned, before advances are recouped from it.
std::string_view earned_step(const Stream& stream);

// The step that gives what a stream paid in advance.
std::string_view advanced_step(const Stream& stream);

// The step that gives what is recouped of the advance at `index` of a recoupment.
std::string recouped_step(const Recoupment& recoupment, std::size_t index);

// Pays the settlement's advances back out of what the stream at `index` earned, as far as it
// recoups them, and adds what that stream paid in advance itself.
void offset_advances(const Contract& contract, std::size_t index, StreamOutcome& out,
                     Settlement& settlement);

}  // namespace gainshare
