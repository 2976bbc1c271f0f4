// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "json/writer.h"

namespace gainshare::json {

// What the engine reads and knows, as members: formats, kinds, programmes with every edition and
// parameter, and the closed lists of issue codes, operations and statuses.
void write_description(Writer& writer);

}  // namespace gainshare::json
