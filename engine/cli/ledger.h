// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "json/engine.h"

namespace gainshare::cli {

// A settlement as a page of text: what was given, what came of it, what to be wary of.
std::string ledger(const json::Settled& settled);

// Every step of the working: what is calculated from what, the figures, the source.
std::string working(const Trace& trace);

}  // namespace gainshare::cli
