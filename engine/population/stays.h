// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "population/resolve.h"
#include "population/service_classifier.h"

namespace gainshare {

// Days that a member spent in a hospital or a skilled nursing facility, by the facility's claims.
struct Stay {
  MemberIndex member = 0;
  bool skilled_nursing = false;
  Day first = kNoDay;
  Day last = kNoDay;
};

// What a line's claim and member say beyond the line, by the lines that count. Looked for only
// where a code that the files have depends on it.
class LineContexts {
 public:
  LineContexts(const Intake& intake, const Repeats& repeats, const std::vector<CodeClass>& codes);
  LineContext context_of(const ClaimLine& line, MemberIndex member) const;

 private:
  std::vector<Stay> stays_;                  // ascending by member
  std::vector<std::uint8_t> has_base_code_;  // by claim
};

}  // namespace gainshare
