// SPDX-License-Identifier: Apache-2.0
#include "json/version.h"

namespace gainshare::json {

std::string_view engine_version() { return GAINSHARE_VERSION; }

}  // namespace gainshare::json
