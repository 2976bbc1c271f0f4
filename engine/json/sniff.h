// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace gainshare::json {

// What the first bytes of a file say about it, for a page that helps to map columns: {"separator",
// "columns": [names], "matched": {field: column}, "missing": [fields that are needed], "unused":
// [columns], "rows": [[cells]]}, or a refusal. A column that is cut off at the end of the bytes is
// as they have it: give the first 64 KB.
std::string sniff(std::string_view kind, std::string_view bytes, std::string_view mapping);

}  // namespace gainshare::json
