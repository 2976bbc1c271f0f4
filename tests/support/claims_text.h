// SPDX-License-Identifier: Apache-2.0
// Files of claims as texts.
#pragma once

#include <cstring>
#include <string>

#include "population/intake/file_intake.h"
#include "support/catch.h"

namespace gainshare::testing {

inline void read_file(Intake& intake, FileKind kind, const std::string& text) {
  FileIntake reader{intake, {.kind = kind, .name = "file.csv"}};
  std::memcpy(reader.space(), text.data(), text.size());
  REQUIRE(reader.take(text.size()));
  REQUIRE(reader.finish());
}

}  // namespace gainshare::testing
