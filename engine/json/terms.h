// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace gainshare::json {

// A term of a contract, as its schema says it.
struct TermOfKind {
  std::string_view kind;  // of stream, or "distribution"
  std::string_view id;    // its place: "quality.tiers[].from_score"; "stream." beside the terms
  std::string_view title;
  std::string_view unit;  // empty for words and objects
  bool required = false;  // wherever what it belongs to is stated
};

// Grouped by kind, in the order of the schema.
std::span<const TermOfKind> terms_of_kinds();

}  // namespace gainshare::json
