// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "json/object_reader.h"

namespace gainshare::json {

// Where a stream says what it pays: in terms of its own, or by the name of a program. At most one
// of the two is there; neither when there was an issue.
struct TermsOrProgram {
  const Node* terms = nullptr;
  const Node* program = nullptr;
};
TermsOrProgram read_terms_or_program(ObjectReader& stream);

// The program a stream names, when it is the one that this kind of stream has; else an issue.
bool read_program_name(ObjectReader& program, std::string_view expected);

}  // namespace gainshare::json
