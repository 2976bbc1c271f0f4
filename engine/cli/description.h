// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace gainshare::cli {

// Kinds with their terms, and programs with their editions, as a page of text. The parameters of
// the editions are in the JSON.
std::string description();

}  // namespace gainshare::cli
